// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/filter/FilterCriteria.h"

#include <span>
#include <utility>
#include <vector>

namespace anakinra {

/// A cohort to set against `cohort` before the reader chooses one: another arm of its parent, else a
/// comparator of its study, else another group of it, else any other. -1 where there is none.
[[nodiscard]] int suggestedPartner(const Library &library, int cohort);

/// The first of `cohorts` that has another arm among them, with that arm; else the first with its
/// suggested partner. -1, -1 where there are not two cohorts.
[[nodiscard]] std::pair<int, int> suggestedPair(const Library &library, std::span<const int> cohorts);

/// Two filters that answer a question asked often, made from `base` by replacing one restriction.
struct FilterPair
{
    QString code;  ///< "sc-iv"
    QString label; ///< "SC against IV"
    FilterCriteria a;
    FilterCriteria b;
};

/// SC against IV, 200 mg/day against 8 mg/kg/day, prophylactic against refractory.
[[nodiscard]] std::vector<FilterPair> filterPairs(const FilterCriteria &base);

} // namespace anakinra
