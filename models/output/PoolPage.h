// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"
#include "models/pooling/PoolAnalysis.h"

namespace anakinra {

/// A pool for reading, in columns: cohorts with what became of them, the pooled rate and its
/// heterogeneity, groups, sensitivity, warnings, methods. Not wider than `width` where it can be.
[[nodiscard]] QString poolPage(const Library &library, const PoolAnalysis &analysis,
                               const FigureContext &context, const RateOptions &options,
                               qsizetype width);

} // namespace anakinra
