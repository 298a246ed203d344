// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"
#include "models/filter/judging/BitSet.h"
#include "models/filter/judging/CohortTree.h"

#include <QHash>

namespace anakinra::filter {

/// Counts anakinra recipients of listed cohorts, each participant once:
/// - what is inside a listed ancestor with a known number does not add;
/// - parts of a parent that is not listed add up, but never beyond that parent. Parts of different
///   roles (regimen groups, subgroups, earlier samples) cut the same parent in different ways, so
///   the role that gives most counts;
/// - a cohort recorded as the same as another one, or as a subset of it, counts as part of it;
/// - of cohorts whose overlap cannot be excluded all count, or on request only those that together
///   have most participants and certainly nobody in common;
/// - comparators never count.
/// Where this leaves participants out that cannot be told apart, the total is "at least".
class ParticipantTotals
{
public:
    explicit ParticipantTotals(const Library &library);

    /// Fills the participant fields of `counts`, and one ProductCount per code in `products`.
    void count(const BitSet &listed, const QStringList &products, bool excludePossibleOverlaps,
               ResultCounts &counts) const;

private:
    static constexpr int unknown = -1;

    struct Sum
    {
        int participants = 0;
        bool exact = true; ///< nothing was left out because it might be counted twice
    };
    struct Link
    {
        int a = -1;
        int b = -1;
    };
    struct Share
    {
        int cohort = -1;
        int n = unknown;
    };

    /// The library's tree, with cohorts that lie in another one put below it.
    [[nodiscard]] CohortTree linkedTree(const Library &library);
    /// Sums one number per counted cohort (0 elsewhere) up the tree, within the parents' limits.
    [[nodiscard]] Sum sumOnce(std::vector<int> values) const;
    [[nodiscard]] Sum recipientsOf(const BitSet &counted) const;
    void countProducts(const BitSet &counted, const QStringList &products,
                       ResultCounts &counts) const;
    [[nodiscard]] bool isInside(int cohort, const BitSet &counted) const;
    /// Counted cohorts that may share participants with `cohort`: above or below it, or cutting
    /// one of its ancestors in another way.
    [[nodiscard]] std::vector<int> countedAround(int cohort, const BitSet &counted) const;
    void addCountedFrom(int cohort, const BitSet &counted, std::vector<int> &into) const;
    /// Of cohorts that partly overlap only the largest stays. Returns whether any went.
    bool dropLinked(BitSet &counted) const;
    /// Of cohorts whose overlap cannot be excluded those stay that together have most participants
    /// and certainly nobody in common. Returns whether anybody went.
    bool dropPossiblyLinked(BitSet &counted) const;

    std::vector<int> m_recipients; ///< printed number given anakinra, or unknown
    std::vector<int> m_limits;     ///< the most that parts can add up to, or unknown
    std::vector<Role> m_roles;     ///< how a cohort cuts its parent
    BitSet m_hasSecondValue;       ///< "8 or 9"
    std::vector<Link> m_links;     ///< certain overlaps that are not expressed by the tree
    std::vector<Link> m_possibleLinks; ///< overlaps that cannot be excluded
    QHash<QString, std::vector<Share>> m_shares; ///< by product code
    CohortTree m_tree;
};

} // namespace anakinra::filter
