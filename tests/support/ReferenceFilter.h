// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterCriteria.h"

#include <set>

namespace anakinra::test {

/// The filter's rules written down a second time, cohort by cohort and without regard to speed,
/// to hold the engine against. Shares no code with it.
struct ReferenceResult
{
    std::set<int> accepted;
    std::set<int> unjudged;
};

[[nodiscard]] ReferenceResult referenceFilter(const Library &library, const FilterCriteria &criteria);

} // namespace anakinra::test
