// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/FilterComparison.h"
#include "models/figures/FigureContext.h"

namespace anakinra {

/// What a figure of a comparison says about itself: both sides in the place of the filter, library,
/// date and methods.
[[nodiscard]] FigureContext comparisonContext(const Library &library,
                                              const CohortComparison &comparison, QDate date);
[[nodiscard]] FigureContext comparisonContext(const Library &library,
                                              const FilterComparison &comparison, QDate date);

/// The cohorts of a filter's result as a side of a comparison.
[[nodiscard]] ComparedFilter comparedFilter(const Library &library, const FilterCriteria &criteria,
                                            const FilterResult &result);

} // namespace anakinra
