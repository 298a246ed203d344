// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"

#include <QSet>

namespace anakinra {

/// Why a cohort stands in a result: as a match, as a comparator, or kept although the filter could
/// not judge it. Made once per result.
class ListedAs
{
public:
    explicit ListedAs(const FilterResult &result)
        : m_comparators(result.comparators.begin(), result.comparators.end())
    {
        for (const UnjudgedCohort &unjudged : result.unjudged)
            m_unjudged.insert(unjudged.cohort);
    }

    [[nodiscard]] bool comparator(int cohort) const { return m_comparators.contains(cohort); }
    [[nodiscard]] bool unjudged(int cohort) const { return m_unjudged.contains(cohort); }

private:
    QSet<int> m_comparators;
    QSet<int> m_unjudged;
};

} // namespace anakinra
