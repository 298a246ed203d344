// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/judging/BitSet.h"
#include "models/filter/judging/CohortTree.h"
#include "models/filter/FilterEngine.h"

#include <QHash>

namespace anakinra::filter {

/// Counts anakinra recipients of listed cohorts, each participant once:
/// - what is inside a listed ancestor with a known number does not add;
/// - parts of a parent that is not listed add up, but never beyond that parent; a sample of an
///   earlier report overlaps with them, so the larger counts;
/// - of cohorts linked as the same participants, or one a subset of the other, the largest counts;
/// - comparators never count.
class ParticipantTotals
{
public:
    ParticipantTotals(const Library &library, const CohortTree &tree);

    /// Fills the participant fields of `counts`, and one ProductCount per code in `products`.
    void count(const BitSet &listed, const QStringList &products, ResultCounts &counts) const;

private:
    static constexpr int unknown = -1;

    /// Sums one number per counted cohort (0 elsewhere) up the tree, within the parents' limits.
    [[nodiscard]] int sumOnce(std::vector<int> values) const;
    /// The nearest counted cohort at or above `cohort`, or -1.
    [[nodiscard]] int countedAtOrAbove(int cohort, const BitSet &counted) const;
    void dropOverlaps(BitSet &counted, BitSet &uncovered, bool &atLeast) const;

    struct Link
    {
        int a = -1;
        int b = -1;
        bool same = false; ///< else a is assumed to be a subset of b
    };

    struct Share
    {
        int cohort = -1;
        int n = unknown;
    };

    const CohortTree *m_tree;
    std::vector<int> m_recipients; ///< printed number given anakinra, or unknown
    std::vector<int> m_limit;      ///< the most that parts can add up to, or unknown
    BitSet m_hasSecondValue;       ///< "8 or 9"
    BitSet m_comparators;
    BitSet m_reportSamples;
    std::vector<Link> m_links;
    QHash<QString, std::vector<Share>> m_shares; ///< by product code
};

} // namespace anakinra::filter
