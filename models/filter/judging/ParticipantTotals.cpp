// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/ParticipantTotals.h"

#include <QHash>

#include <algorithm>
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

} // namespace

ParticipantTotals::ParticipantTotals(const Library &library, const CohortTree &tree)
    : m_tree(&tree)
    , m_hasSecondValue(tree.size())
    , m_comparators(tree.size())
    , m_reportSamples(tree.size())
{
    m_recipients.reserve(at(tree.size()));
    m_limit.reserve(at(tree.size()));
    for (int i = 0; i < tree.size(); ++i) {
        const Cohort &cohort = library.cohorts[at(i)];
        const Count &given = cohort.nAnakinra;
        m_recipients.push_back(given.value.value_or(unknown));
        const auto limit = given.value ? (given.max ? given.max : given.value)
                                       : (cohort.n.max ? cohort.n.max : cohort.n.value);
        m_limit.push_back(limit.value_or(unknown));
        m_hasSecondValue.assign(i, given.value && given.max);
        m_comparators.assign(i, isComparator(cohort.role));
        m_reportSamples.assign(i, cohort.role == Role::ReportSample);
        for (const ProductShare &share : cohort.products)
            m_shares[share.code].push_back({i, share.n.value_or(unknown)});
    }
    for (const Overlap &overlap : library.overlaps) {
        const Link link{library.cohortIndex.value(overlap.a, -1),
                        library.cohortIndex.value(overlap.b, -1),
                        overlap.level == OverlapLevel::Same};
        if (overlap.level != OverlapLevel::CannotBeExcluded && link.a >= 0 && link.b >= 0)
            m_links.push_back(link);
    }
}

int ParticipantTotals::countedAtOrAbove(int cohort, const BitSet &counted) const
{
    while (cohort >= 0 && !counted.test(cohort))
        cohort = m_tree->parent(cohort);
    return cohort;
}

int ParticipantTotals::sumOnce(std::vector<int> values) const
{
    for (const int parent : m_tree->parentsBottomUp()) {
        if (values[at(parent)] > 0)
            continue;
        int parts = 0;
        int sample = 0;
        for (const int part : m_tree->parts(parent)) {
            if (m_reportSamples.test(part))
                sample = std::max(sample, values[at(part)]);
            else
                parts += values[at(part)];
            values[at(part)] = 0;
        }
        const int sum = std::max(parts, sample);
        const int limit = m_limit[at(parent)];
        values[at(parent)] = limit == unknown ? sum : std::min(sum, limit);
    }
    return std::accumulate(values.begin(), values.end(), 0);
}

void ParticipantTotals::dropOverlaps(BitSet &counted, BitSet &uncovered, bool &atLeast) const
{
    Groups groups;
    std::vector<int> linked; // counted cohorts that take part in a link
    // The same participants stay the same through a cohort that is not listed.
    for (const Link &link : m_links) {
        if (link.same)
            groups.unite(link.a, link.b);
    }
    for (const Link &link : m_links) {
        const int a = countedAtOrAbove(link.a, counted);
        const int b = countedAtOrAbove(link.b, counted);
        if (link.same) {
            if (a >= 0)
                groups.unite(link.a, a);
            if (b >= 0)
                groups.unite(link.b, b);
        } else if (a >= 0 && b >= 0) {
            groups.unite(a, b);
            // What a's ancestor has beyond a is lost.
            atLeast = atLeast || (a != link.a && a != b);
        }
        for (const int end : {a, b}) {
            if (end >= 0)
                linked.push_back(end);
        }
    }
    std::sort(linked.begin(), linked.end());
    linked.erase(std::unique(linked.begin(), linked.end()), linked.end());

    // Parts of a cohort that is not listed lie inside whatever the cohort lies inside.
    const auto dropParts = [&](int whole, int covering, const auto &self) -> void {
        for (const int part : m_tree->parts(whole)) {
            if (counted.test(part) && part != covering)
                counted.reset(part);
            uncovered.reset(part);
            self(part, covering, self);
        }
    };
    QHash<int, int> largest;
    for (const int i : linked) {
        const int group = groups.find(i);
        const int other = largest.value(group, -1);
        if (other < 0 || m_recipients[at(i)] > m_recipients[at(other)])
            largest[group] = i;
    }
    for (const int i : linked) {
        if (largest.value(groups.find(i)) != i)
            counted.reset(i);
    }
    for (const Link &link : m_links) {
        for (const bool forwards : {true, false}) {
            const int inner = forwards ? link.a : link.b;
            const int outer = countedAtOrAbove(forwards ? link.b : link.a, counted);
            if (outer < 0 || (!forwards && !link.same))
                continue;
            if (countedAtOrAbove(inner, counted) < 0) {
                uncovered.reset(inner);
                dropParts(inner, outer, dropParts);
            }
        }
    }
}

void ParticipantTotals::count(const BitSet &listed, const QStringList &products,
                              ResultCounts &counts) const
{
    BitSet known(m_tree->size());
    listed.forEach([&](int i) {
        if (m_comparators.test(i))
            return;
        if (m_recipients[at(i)] == unknown)
            counts.participantsUnknownIn.push_back(i);
        else
            known.set(i);
    });
    BitSet counted = known;
    known.forEach([&](int i) {
        const int parent = m_tree->parent(i);
        if (parent >= 0 && countedAtOrAbove(parent, known) >= 0)
            counted.reset(i);
    });
    BitSet uncovered(m_tree->size()); // no number, and inside nothing that has one
    for (const int i : counts.participantsUnknownIn)
        uncovered.assign(i, countedAtOrAbove(i, counted) < 0);
    if (!m_links.empty())
        dropOverlaps(counted, uncovered, counts.participantsAtLeast);

    std::vector<int> values(at(m_tree->size()), 0);
    BitSet open = counted;
    open &= m_hasSecondValue;
    counts.participantsAtLeast = counts.participantsAtLeast || open.count() > 0
        || uncovered.count() > 0;
    counted.forEach([&](int i) { values[at(i)] = m_recipients[at(i)]; });
    counts.participants = sumOnce(values);

    for (const QString &product : products) {
        ProductCount given{product, 0, 0};
        std::fill(values.begin(), values.end(), 0);
        const auto shares = m_shares.constFind(product);
        if (shares != m_shares.constEnd()) {
            for (const Share &share : *shares) {
                if (!counted.test(share.cohort))
                    continue;
                if (share.n == unknown)
                    ++given.unknownIn;
                else
                    values[at(share.cohort)] = std::min(share.n, m_recipients[at(share.cohort)]);
            }
        }
        given.participants = sumOnce(values);
        counts.products.push_back(given);
    }
}

} // namespace anakinra::filter
