// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/CohortTree.h"

#include <algorithm>
#include <iterator>

namespace anakinra::filter {

namespace {

/// Published cohorts nest three or four deep; more than this is a broken file, not to be followed
/// into a deep recursion.
constexpr int maxLevel = 64;

std::vector<int> parentsIn(const Library &library)
{
    std::vector<int> parents;
    parents.reserve(library.cohorts.size());
    for (const Cohort &cohort : library.cohorts)
        parents.push_back(cohort.parent);
    return parents;
}

} // namespace

CohortTree::CohortTree(const Library &library)
    : CohortTree(library, parentsIn(library))
{
}

CohortTree::CohortTree(const Library &library, std::vector<int> parents)
    : m_parents(std::move(parents))
{
    const int size = static_cast<int>(m_parents.size());
    std::vector<IndexPair> pairs;
    for (int i = 0; i < size; ++i) {
        int &parent = m_parents[at(i)];
        if (parent < 0 || parent >= size)
            parent = -1;
        else
            pairs.push_back({parent, i});
    }
    m_parts = IndexLists(size, pairs);

    // From the roots down; whoever is not reached stands in or below a cycle, or too deep.
    std::vector<int> topDown;
    std::vector<int> level(at(size), 0);
    BitSet lost(size, true);
    for (int i = 0; i < size; ++i) {
        if (m_parents[at(i)] < 0)
            topDown.push_back(i);
    }
    for (std::size_t next = 0; next < topDown.size(); ++next) {
        const int cohort = topDown[next];
        lost.reset(cohort);
        if (level[at(cohort)] == maxLevel)
            continue;
        for (const int part : parts(cohort)) {
            level[at(part)] = level[at(cohort)] + 1;
            topDown.push_back(part);
        }
    }
    lost.forEach([&](int i) { m_parents[at(i)] = -1; });
    std::erase_if(pairs, [&](const IndexPair &pair) { return lost.test(pair.to); });
    m_parts = IndexLists(size, pairs);
    // Only a cohort of anakinra recipients is spoken for by its arms: a study population is more
    // than the part of it that was given anakinra.
    std::erase_if(pairs, [&](const IndexPair &pair) {
        return !library.cohorts[at(pair.to)].isRegimenDefinedPart()
            || library.cohorts[at(pair.from)].role != Role::Anakinra;
    });
    m_regimenParts = IndexLists(size, pairs);

    lost.forEach([&](int i) { topDown.push_back(i); });
    std::copy_if(topDown.rbegin(), topDown.rend(), std::back_inserter(m_bottomUp),
                 [&](int i) { return !parts(i).empty(); });
    std::copy_if(m_bottomUp.begin(), m_bottomUp.end(), std::back_inserter(m_judgedThroughParts),
                 [&](int i) {
                     return !regimenParts(i).empty() && !isComparator(library.cohorts[at(i)].role);
                 });
}

void CohortTree::judgeThroughParts(BitSet &accepted, BitSet &unjudged) const
{
    // Parts of parts: a parent that is out although some of its parts are accepted must not make
    // the parent above it look unjudged.
    BitSet someAccepted(accepted.size());
    for (const int parent : m_judgedThroughParts) {
        bool all = true;
        bool some = false;
        bool unknown = false;
        for (const int part : m_regimenParts.of(parent)) {
            const bool partAccepted = accepted.test(part);
            all = all && partAccepted;
            some = some || partAccepted || someAccepted.test(part);
            unknown = unknown || unjudged.test(part);
        }
        accepted.assign(parent, all);
        unjudged.assign(parent, !some && unknown);
        if (some)
            someAccepted.set(parent);
    }
}

} // namespace anakinra::filter
