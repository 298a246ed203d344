// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SummarySheet.h"
#include "models/pooling/PoolGuard.h"

#include <span>

namespace anakinra {

/// Pools one outcome of a row whose rates are made, and writes the pooled rate with the marks of
/// the figures used, and the notes that belong to it: its heterogeneity, warnings, or why the
/// cohorts are not pooled. Nothing where fewer than two cohorts have a count. `label` names the
/// outcome in rows that gather several.
void addPool(const Library &library, SheetOutcome &row, std::span<const int> cohorts,
             const QString &code, const QString &label, const RateOptions &options,
             PossibleOverlap possibleOverlap);

/// How the pooled rates of a sheet were made, in a sentence or two.
[[nodiscard]] QString sheetPoolMethod(const RateOptions &options);

} // namespace anakinra
