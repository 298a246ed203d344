// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterCriteria.h"

#include <span>

namespace anakinra {

/// The title of a sheet as a question: population, setting, outcome, intervention. It says only
/// what every one of `cohorts` has in common; what they do not share, or do not report, is left
/// general ("In patients given CAR T-cell therapy ..."). Without cohorts it says what was asked for.
[[nodiscard]] QString sheetQuestion(const Library &library, const FilterCriteria &criteria,
                                    std::span<const int> cohorts);

/// Whether all of `cohorts` (or, without any, all timings asked for) are treatment of established
/// or refractory toxicity, so that its resolution is of more interest than its incidence.
[[nodiscard]] bool asksForResolution(const Library &library, const FilterCriteria &criteria,
                                     std::span<const int> cohorts);

} // namespace anakinra
