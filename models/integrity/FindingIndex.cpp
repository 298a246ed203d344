// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/FindingIndex.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// Keys that gather several numbers; no NumberKind has these values.
constexpr int wholeCohort = -1;
constexpr int allProducts = -2;

} // namespace

FindingIndex::FindingIndex(std::vector<Finding> findings) : m_findings(std::move(findings))
{
    for (const Finding &finding : m_findings) {
        add(finding.target, &finding);
        for (const FindingTarget &target : finding.alsoAt)
            add(target, &finding);
    }
}

void FindingIndex::add(const FindingTarget &target, const Finding *finding)
{
    const int kind = int(target.kind);
    if (target.kind == NumberKind::Comparison || target.kind == NumberKind::Overlap) {
        insert({kind, -1, -1, target.code}, finding); // their ids are unique in the library
    } else {
        insert({kind, target.cohort, -1, target.code}, finding);
        insert({kind, target.cohort, target.position, {}}, finding);
        if (target.kind == NumberKind::Product)
            insert({allProducts, target.cohort, -1, {}}, finding);
    }
    if (target.cohort >= 0)
        insert({wholeCohort, target.cohort, -1, {}}, finding);
}

void FindingIndex::insert(Key key, const Finding *finding)
{
    std::vector<const Finding *> &list = m_lists[std::move(key)];
    if (std::ranges::find(list, finding) == list.end())
        list.push_back(finding);
}

FindingIndex::List FindingIndex::find(const Key &key) const
{
    const auto it = m_lists.constFind(key);
    return it == m_lists.constEnd() ? List() : List(*it);
}

FindingIndex::List FindingIndex::at(NumberKind kind, int cohort, int position) const
{
    return find({int(kind), cohort, position, {}});
}

FindingIndex::List FindingIndex::of(NumberKind kind, int cohort, const QString &code) const
{
    return find({int(kind), cohort, -1, code});
}

FindingIndex::List FindingIndex::about(const FindingTarget &number) const
{
    switch (number.kind) {
    case NumberKind::Comparison:
        return comparison(number.code);
    case NumberKind::Overlap:
        return overlap(number.code);
    case NumberKind::Count: // all have the same position
        return of(number.kind, number.cohort, number.code);
    default:
        return at(number.kind, number.cohort, number.position);
    }
}

FindingIndex::List FindingIndex::products(int cohort) const
{
    return find({allProducts, cohort, -1, {}});
}

FindingIndex::List FindingIndex::cohort(int cohort) const
{
    return find({wholeCohort, cohort, -1, {}});
}

Severity gravest(FindingIndex::List findings)
{
    Q_ASSERT(!findings.empty());
    return (*std::ranges::min_element(findings, {}, &Finding::severity))->severity;
}

QString findingSentence(const Finding &finding)
{
    if (finding.working.isEmpty())
        return finding.text;
    const bool stop = finding.text.endsWith(u'.');
    return (stop ? finding.text.chopped(1) : finding.text) + u" ("_s + finding.working + u")."_s;
}

QString findingLine(const Finding &finding)
{
    return labelOf(finding.severity) + u": "_s + findingSentence(finding);
}

} // namespace anakinra
