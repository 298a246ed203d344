// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/CohortTree.h"

#include <algorithm>
#include <iterator>

namespace anakinra::filter {

CohortTree::CohortTree(const Library &library)
{
    const int size = static_cast<int>(library.cohorts.size());
    std::vector<IndexPair> pairs;
    m_parents.reserve(at(size));
    for (int i = 0; i < size; ++i) {
        const int parent = library.cohorts[at(i)].parent;
        m_parents.push_back(parent >= 0 && parent < size ? parent : -1);
        if (m_parents.back() >= 0)
            pairs.push_back({parent, i});
    }
    m_parts = IndexLists(size, pairs);

    // From the roots down; whoever is not reached stands in or below a cycle.
    std::vector<int> topDown;
    BitSet lost(size, true);
    for (int i = 0; i < size; ++i) {
        if (m_parents[at(i)] < 0)
            topDown.push_back(i);
    }
    for (std::size_t next = 0; next < topDown.size(); ++next) {
        const auto found = parts(topDown[next]);
        topDown.insert(topDown.end(), found.begin(), found.end());
        lost.reset(topDown[next]);
    }
    lost.forEach([&](int i) { m_parents[at(i)] = -1; });
    std::erase_if(pairs, [&](const IndexPair &pair) { return lost.test(pair.to); });
    m_parts = IndexLists(size, pairs);
    std::erase_if(pairs, [&](const IndexPair &pair) {
        return !library.cohorts[at(pair.to)].isRegimenDefinedPart();
    });
    m_regimenParts = IndexLists(size, pairs);

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
