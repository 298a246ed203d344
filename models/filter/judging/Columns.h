// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/judging/CohortTree.h"
#include "models/filter/judging/FacetColumn.h"
#include "models/filter/judging/Judgement.h"
#include "models/filter/judging/ParticipantTotals.h"
#include "models/filter/judging/SearchIndex.h"

#include <memory>
#include <mutex>

namespace anakinra::filter {

/// What judging reads of a library, laid out per property instead of per cohort.
class Columns
{
public:
    explicit Columns(const Library &library);

    const CohortTree tree;
    const std::vector<FacetColumn> facets; ///< by Facet
    const ParticipantTotals participants;
    BitSet comparators;

    [[nodiscard]] Judgement dose(int cohort, const DoseRange &wanted,
                                 std::optional<double> bodyWeight) const;
    [[nodiscard]] Judgement startDay(int cohort, const Range &wanted) const;
    [[nodiscard]] Judgement size(int cohort, const Range &wanted) const;
    [[nodiscard]] Judgement year(int cohort, const Range &wanted) const;
    /// Built at the first use, by whichever thread comes first.
    [[nodiscard]] const SearchIndex &search() const;

private:
    const Library &m_library;
    std::vector<std::optional<Dose>> m_doses; ///< of starting regimens, cohort after cohort
    std::vector<int> m_firstDose;             ///< per cohort, and the end
    std::vector<Range> m_startDays;
    BitSet m_medianStartDay;
    std::vector<Range> m_sizes;
    std::vector<std::optional<int>> m_years;
    mutable std::once_flag m_searchOnce;
    mutable std::unique_ptr<const SearchIndex> m_search;
};

} // namespace anakinra::filter
