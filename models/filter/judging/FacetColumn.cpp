// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/FacetColumn.h"

namespace anakinra::filter {

bool FacetColumn::judgedThroughParts(Facet facet)
{
    return facet == Facet::Route || facet == Facet::OnlyRoute || facet == Facet::Timing;
}

int FacetColumn::addEntry(const QString &code, const QString &label, int cohorts)
{
    const int entry = static_cast<int>(entries.size());
    entries.push_back({code, label, false, BitSet(cohorts), BitSet(cohorts), BitSet()});
    m_index.insert(code, entry);
    return entry;
}

void FacetColumn::finish(const CohortTree &tree)
{
    if (!isJudgedThroughParts())
        return;
    for (FacetEntry &entry : entries) {
        entry.given = entry.accepted;
        BitSet unjudged = entry.unjudged;
        tree.judgeThroughParts(entry.given, unjudged);
    }
}

void FacetColumn::judge(const QStringList &codes, BitSet &accepted, BitSet &unjudged) const
{
    if (isExclusive()) {
        std::vector<bool> wanted(entries.size(), false);
        for (const QString &code : codes) {
            if (const int entry = find(code); entry >= 0)
                wanted[at(entry)] = true;
        }
        for (int i = 0; i < accepted.size(); ++i) {
            if (entryOf[at(i)] >= 0 && wanted[at(entryOf[at(i)])])
                accepted.set(i);
        }
        return;
    }
    for (const QString &code : codes) {
        const int entry = find(code);
        if (entry < 0)
            continue;
        accepted |= entries[at(entry)].accepted;
        unjudged |= entries[at(entry)].unjudged;
    }
    unjudged -= accepted;
}

std::vector<int> FacetColumn::counts(const BitSet &others) const
{
    std::vector<int> result(entries.size(), 0);
    if (isExclusive()) {
        others.forEach([&](int i) {
            if (entryOf[at(i)] >= 0)
                ++result[at(entryOf[at(i)])];
        });
        return result;
    }
    for (std::size_t e = 0; e < entries.size(); ++e) {
        const FacetEntry &entry = entries[e];
        result[e] = others.countCommon(isJudgedThroughParts() ? entry.given : entry.accepted);
    }
    return result;
}

} // namespace anakinra::filter
