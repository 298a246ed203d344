// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/Columns.h"

namespace anakinra::filter {

namespace {

std::optional<double> number(std::optional<int> value)
{
    return value ? std::optional<double>(*value) : std::nullopt;
}

} // namespace

Columns::Columns(const Library &library)
    : tree(library)
    , facets(makeFacetColumns(library, tree))
    , participants(library)
    , comparators(tree.size())
    , m_library(library)
    , m_medianStartDay(tree.size())
{
    const auto count = library.cohorts.size();
    m_firstDose.reserve(count + 1);
    m_startDays.reserve(count);
    m_sizes.reserve(count);
    m_years.reserve(count);
    for (int i = 0; i < tree.size(); ++i) {
        const Cohort &cohort = library.cohorts[at(i)];
        comparators.assign(i, isComparator(cohort.role));
        m_firstDose.push_back(static_cast<int>(m_doses.size()));
        for (const Regimen &regimen : cohort.regimens) {
            if (regimen.kind == RegimenKind::Starting)
                m_doses.push_back(regimen.dose);
        }
        m_startDays.push_back({cohort.startDay.min, cohort.startDay.max});
        m_medianStartDay.assign(i, cohort.startDay.median.has_value());
        m_sizes.push_back(cohort.n.value ? Range{number(cohort.n.value),
                                                 number(cohort.n.max ? cohort.n.max : cohort.n.value)}
                                         : Range());
        m_years.push_back(cohort.study >= 0 ? library.studies[at(cohort.study)].year : std::nullopt);
    }
    m_firstDose.push_back(static_cast<int>(m_doses.size()));
}

Judgement Columns::dose(int cohort, const DoseRange &wanted, std::optional<double> bodyWeight) const
{
    if (comparators.test(cohort))
        return {};
    const int first = m_firstDose[at(cohort)];
    const auto doses = std::span(m_doses).subspan(at(first), at(m_firstDose[at(cohort) + 1] - first));
    return judgeDoses(doses, wanted, bodyWeight);
}

Judgement Columns::startDay(int cohort, const Range &wanted) const
{
    if (comparators.test(cohort))
        return {};
    return judgeStartDay(m_startDays[at(cohort)], m_medianStartDay.test(cohort), wanted);
}

Judgement Columns::size(int cohort, const Range &wanted) const
{
    return judgeSize(m_sizes[at(cohort)], wanted);
}

Judgement Columns::year(int cohort, const Range &wanted) const
{
    return judgeYear(m_years[at(cohort)], wanted);
}

const SearchIndex &Columns::search() const
{
    std::call_once(m_searchOnce, [this] { m_search = std::make_unique<SearchIndex>(m_library); });
    return *m_search;
}

} // namespace anakinra::filter
