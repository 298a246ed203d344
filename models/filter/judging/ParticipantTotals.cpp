// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/ParticipantTotals.h"

#include "models/filter/judging/HeaviestApart.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace anakinra::filter {

namespace {

/// Groups of cohorts that are linked with each other, over the few that are linked at all.
class Groups
{
public:
    int find(int i)
    {
        const int up = m_up.value(i, i);
        return up == i ? i : m_up[i] = find(up);
    }
    void unite(int a, int b) { m_up[find(a)] = find(b); }

private:
    QHash<int, int> m_up;
};

bool isAtOrAbove(int upper, int lower, const std::vector<int> &parents)
{
    while (lower >= 0 && lower != upper)
        lower = parents[at(lower)];
    return lower == upper;
}

} // namespace

ParticipantTotals::ParticipantTotals(const Library &library)
    : m_hasSecondValue(static_cast<int>(library.cohorts.size()))
    , m_tree(linkedTree(library))
{
}

CohortTree ParticipantTotals::linkedTree(const Library &library)
{
    const CohortTree own(library);
    std::vector<int> parents;
    for (int i = 0; i < own.size(); ++i) {
        const Cohort &cohort = library.cohorts[at(i)];
        const Count &given = cohort.nAnakinra;
        const Count &limit = given.value ? given : cohort.n;
        parents.push_back(own.parent(i));
        m_recipients.push_back(given.value.value_or(unknown));
        m_limits.push_back(limit.max.value_or(limit.value.value_or(unknown)));
        m_hasSecondValue.assign(i, given.value && given.max);
        m_roles.push_back(cohort.role);
        for (const ProductShare &share : cohort.products)
            m_shares[share.code].push_back({i, share.n.value_or(unknown)});
    }

    // Puts `part`, which lies in `whole`, below it. Not if it has a parent already, if that would
    // close a circle, or if the numbers contradict it.
    const auto putBelow = [&](int part, int whole) {
        const bool fits = m_recipients[at(part)] == unknown || m_recipients[at(whole)] == unknown
            || m_recipients[at(part)] <= m_recipients[at(whole)];
        if (!fits || parents[at(part)] >= 0 || isAtOrAbove(part, whole, parents))
            return false;
        parents[at(part)] = whole;
        m_roles[at(part)] = Role::ReportSample;
        return true;
    };
    for (const Overlap &overlap : library.overlaps) {
        const int a = library.cohortIndex.value(overlap.a, -1);
        const int b = library.cohortIndex.value(overlap.b, -1); // -1 also for a report
        if (a < 0 || b < 0 || isComparator(m_roles[at(a)]) || isComparator(m_roles[at(b)])
            || isAtOrAbove(b, a, parents) || isAtOrAbove(a, b, parents))
            continue;
        if (overlap.level == OverlapLevel::CannotBeExcluded)
            m_possibleLinks.push_back({a, b});
        else if (!putBelow(a, b) && !(overlap.level == OverlapLevel::Same && putBelow(b, a)))
            m_links.push_back({a, b});
    }
    return CohortTree(library, std::move(parents));
}

bool ParticipantTotals::isInside(int cohort, const BitSet &counted) const
{
    for (int above = m_tree.parent(cohort); above >= 0; above = m_tree.parent(above)) {
        if (counted.test(above))
            return true;
    }
    return false;
}

ParticipantTotals::Sum ParticipantTotals::sumOnce(std::vector<int> values) const
{
    Sum sum;
    for (const int parent : m_tree.parentsBottomUp()) {
        std::array<int, CodeList<Role>::entries.size()> byRole{};
        int roles = 0;
        for (const int part : m_tree.parts(parent)) {
            int &value = values[at(part)];
            if (value == 0)
                continue;
            int &total = byRole[static_cast<std::size_t>(m_roles[at(part)])];
            roles += total == 0 || m_roles[at(part)] == Role::ReportSample ? 1 : 0;
            total = m_roles[at(part)] == Role::ReportSample ? std::max(total, value) : total + value;
            value = 0;
        }
        if (roles == 0)
            continue;
        const int most = *std::max_element(byRole.begin(), byRole.end());
        const int limit = m_limits[at(parent)];
        values[at(parent)] = limit == unknown ? most : std::min(most, limit);
        // A role that already reaches the parent leaves nothing for the others to add.
        sum.exact = sum.exact && (roles == 1 || most == limit);
    }
    sum.participants = std::accumulate(values.begin(), values.end(), 0);
    return sum;
}

void ParticipantTotals::addCountedFrom(int cohort, const BitSet &counted, std::vector<int> &into) const
{
    if (counted.test(cohort)) {
        into.push_back(cohort);
        return; // nothing below a counted cohort is counted
    }
    for (const int part : m_tree.parts(cohort))
        addCountedFrom(part, counted, into);
}

std::vector<int> ParticipantTotals::countedAround(int cohort, const BitSet &counted) const
{
    int start = cohort;
    for (int above = cohort; above >= 0; above = m_tree.parent(above)) {
        if (counted.test(above))
            start = above;
    }
    std::vector<int> found;
    addCountedFrom(start, counted, found);
    for (int inner = start; m_tree.parent(inner) >= 0; inner = m_tree.parent(inner)) {
        const Role role = m_roles[at(inner)];
        for (const int part : m_tree.parts(m_tree.parent(inner))) {
            if (part != inner && (m_roles[at(part)] != role || role == Role::ReportSample))
                addCountedFrom(part, counted, found);
        }
    }
    return found;
}

bool ParticipantTotals::dropLinked(BitSet &counted) const
{
    Groups groups;
    std::vector<int> linked;
    for (const Link &link : m_links) {
        const std::vector<int> a = countedAround(link.a, counted);
        const std::vector<int> b = countedAround(link.b, counted);
        for (const int i : a) {
            for (const int j : b)
                groups.unite(i, j);
        }
        linked.insert(linked.end(), a.begin(), a.end());
        linked.insert(linked.end(), b.begin(), b.end());
    }
    QHash<int, int> largest;
    for (const int i : linked) {
        const int group = groups.find(i);
        const int other = largest.value(group, -1);
        if (other < 0 || m_recipients[at(i)] > m_recipients[at(other)])
            largest[group] = i;
    }
    bool dropped = false;
    for (const int i : linked) {
        if (largest.value(groups.find(i)) != i) {
            counted.reset(i);
            dropped = true;
        }
    }
    return dropped;
}

bool ParticipantTotals::dropPossiblyLinked(BitSet &counted) const
{
    std::vector<std::pair<int, int>> pairs;
    for (const Link &link : m_possibleLinks) {
        for (const int i : countedAround(link.a, counted)) {
            for (const int j : countedAround(link.b, counted)) {
                if (i != j)
                    pairs.emplace_back(i, j);
            }
        }
    }
    BitSet apart = counted;
    for (const auto &[i, j] : pairs) {
        apart.reset(i);
        apart.reset(j);
    }
    for (const int i : heaviestApart(pairs, m_recipients))
        apart.set(i);
    bool anybody = false;
    counted.forEach([&](int i) { anybody = anybody || (!apart.test(i) && m_recipients[at(i)] > 0); });
    counted = std::move(apart);
    return anybody;
}

ParticipantTotals::Sum ParticipantTotals::recipientsOf(const BitSet &counted) const
{
    std::vector<int> values(at(m_tree.size()), 0);
    counted.forEach([&](int i) { values[at(i)] = m_recipients[at(i)]; });
    return sumOnce(std::move(values));
}

void ParticipantTotals::countProducts(const BitSet &counted, const QStringList &products,
                                      ResultCounts &counts) const
{
    std::vector<int> values(at(m_tree.size()), 0);
    for (const QString &product : products) {
        ProductCount given{product, 0, 0};
        std::fill(values.begin(), values.end(), 0);
        if (const auto shares = m_shares.constFind(product); shares != m_shares.constEnd()) {
            for (const Share &share : *shares) {
                if (!counted.test(share.cohort))
                    continue;
                if (share.n == unknown)
                    ++given.unknownIn;
                else
                    values[at(share.cohort)] = std::min(share.n, m_recipients[at(share.cohort)]);
            }
        }
        given.participants = sumOnce(values).participants;
        counts.products.push_back(given);
    }
}

void ParticipantTotals::count(const BitSet &listed, const QStringList &products,
                              bool excludePossibleOverlaps, ResultCounts &counts) const
{
    BitSet known(m_tree.size());
    listed.forEach([&](int i) {
        if (isComparator(m_roles[at(i)]))
            return;
        if (m_recipients[at(i)] == unknown)
            counts.participantsUnknownIn.push_back(i);
        else
            known.set(i);
    });
    BitSet counted = known;
    known.forEach([&](int i) {
        if (isInside(i, known))
            counted.reset(i);
    });
    for (const int i : counts.participantsUnknownIn)
        counts.participantsAtLeast = counts.participantsAtLeast || !isInside(i, known);
    if (dropLinked(counted) || counted.countCommon(m_hasSecondValue) > 0)
        counts.participantsAtLeast = true;
    Sum sum = recipientsOf(counted);

    if (BitSet apart = counted; !m_possibleLinks.empty() && dropPossiblyLinked(apart)) {
        const Sum sumApart = recipientsOf(apart);
        if (excludePossibleOverlaps) {
            counted = std::move(apart);
            sum = sumApart;
            counts.participantsAtLeast = true;
            counts.withoutPossibleOverlaps = true;
        } else {
            counts.possiblyTwice = std::max(0, sum.participants - sumApart.participants);
        }
    }
    counts.participants = sum.participants;
    counts.participantsAtLeast = counts.participantsAtLeast || !sum.exact;
    countProducts(counted, products, counts);
}

} // namespace anakinra::filter
