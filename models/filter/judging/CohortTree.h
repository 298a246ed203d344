// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/filter/judging/BitSet.h"
#include "models/filter/judging/IndexLists.h"

#include <span>
#include <vector>

namespace anakinra::filter {

/// Parents and parts of all cohorts of a library, safe to walk: a cohort that would be its own
/// ancestor, or that is nested absurdly deep, has no parent here.
class CohortTree
{
public:
    explicit CohortTree(const Library &library);
    /// With other parents than the library's own.
    CohortTree(const Library &library, std::vector<int> parents);

    [[nodiscard]] int size() const { return static_cast<int>(m_parents.size()); }
    [[nodiscard]] int parent(int cohort) const { return m_parents[at(cohort)]; }
    [[nodiscard]] std::span<const int> parts(int cohort) const { return m_parts.of(cohort); }
    /// The parts of a parent that is judged through its regimen-defined parts; empty for others.
    [[nodiscard]] std::span<const int> regimenParts(int cohort) const
    {
        return m_regimenParts.of(cohort);
    }
    /// Cohorts that have parts, every part before its parent.
    [[nodiscard]] const std::vector<int> &parentsBottomUp() const { return m_bottomUp; }

    /// Replaces the judgement of every parent with regimen-defined parts by theirs: accepted when
    /// all parts are accepted; unjudged when none is accepted and one is unjudged; else out, with
    /// parts that stand for it or without. Comparators keep their own.
    void judgeThroughParts(BitSet &accepted, BitSet &unjudged) const;

private:
    std::vector<int> m_parents;
    IndexLists m_parts;
    IndexLists m_regimenParts;
    std::vector<int> m_bottomUp;
    std::vector<int> m_judgedThroughParts; ///< bottom up
};

} // namespace anakinra::filter
