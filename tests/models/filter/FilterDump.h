// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"

namespace anakinra::test {

[[nodiscard]] inline FilterCriteria with(Facet facet, const QStringList &codes)
{
    FilterCriteria criteria;
    criteria.setValues(facet, codes);
    return criteria;
}

[[nodiscard]] inline QString ids(const Library &library, const std::vector<int> &cohorts)
{
    QStringList words;
    for (const int i : cohorts)
        words.append(library.cohorts[static_cast<std::size_t>(i)].id);
    return words.join(u' ');
}

/// Listed cohorts, then what could not be judged with the reasons:
/// "a/all a/sc ? b/all: route not reported".
[[nodiscard]] inline QString judged(const std::shared_ptr<const Library> &library,
                                    const FilterCriteria &criteria)
{
    using namespace Qt::StringLiterals;
    const FilterResult result = FilterEngine(library).apply(criteria);
    QStringList words;
    for (const int i : result.cohorts)
        words.append(library->cohorts[static_cast<std::size_t>(i)].id);
    for (const UnjudgedCohort &unjudged : result.unjudged) {
        words.append("? "_L1 % library->cohorts[static_cast<std::size_t>(unjudged.cohort)].id
                     % ": "_L1 % unjudged.reasons.join(", "_L1));
    }
    return words.join(u' ');
}

/// "SC 2, IV 1, not-reported 1*"; the star marks selected values.
[[nodiscard]] inline QString values(const FilterResult &result, Facet facet)
{
    using namespace Qt::StringLiterals;
    QStringList words;
    for (const FacetValue &value : result.facets[static_cast<std::size_t>(facet)]) {
        words.append(value.code % u' ' % QString::number(value.cohorts)
                     % (value.selected ? "*"_L1 : ""_L1));
    }
    return words.join(", "_L1);
}

} // namespace anakinra::test
