// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"
#include "models/output/Reproduction.h"
#include "models/pooling/PoolAnalysis.h"

namespace anakinra {

/// data.csv (the rows of every pool), cohorts.csv (every candidate, where its figure stands and what
/// became of it) and a script that fits the same models with metafor and lme4.
[[nodiscard]] Reproduction poolReproduction(const PoolAnalysis &analysis, const Library &library,
                                            const FigureContext &context);

} // namespace anakinra
