// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/FindingText.h"

#include "models/figures/RateSeries.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The counts and descriptions that a finding may point to, in words.
QString countName(const QString &code)
{
    if (code == u"n")
        return u"number of patients"_s;
    if (code == u"n-anakinra")
        return u"number given anakinra"_s;
    return QString(code).replace(u'-', u' ');
}

QString comparisonName(const Library &library, const FindingTarget &target)
{
    const int study = target.cohort < 0
        ? -1
        : library.cohorts[static_cast<std::size_t>(target.cohort)].study;
    if (study < 0)
        return target.code;
    const auto &all = library.studies[static_cast<std::size_t>(study)].comparisons;
    const auto it = std::ranges::find(all, target.code, &Comparison::id);
    return it == all.end() ? target.code : it->label;
}

} // namespace

QString numberName(const Library &library, const FindingTarget &target)
{
    switch (target.kind) {
    case NumberKind::Count:
        return countName(target.code);
    case NumberKind::Product:
        return target.code.isEmpty() ? u"products"_s
                                     : Vocabulary::label(library.vocabulary.products, target.code);
    case NumberKind::Endpoint:
        if (const OutcomeTerm *term = library.vocabulary.outcome(target.code))
            return term->shortLabel;
        return target.code;
    case NumberKind::Characteristic: {
        const auto &all
            = library.cohorts[static_cast<std::size_t>(target.cohort)].characteristics;
        return all[static_cast<std::size_t>(target.position)].label;
    }
    case NumberKind::Regimen:
        return u"regimen"_s;
    case NumberKind::Comparison:
        return comparisonName(library, target);
    case NumberKind::Overlap:
        return u"shared patients"_s;
    }
    Q_UNREACHABLE();
}

QString findingSubject(const Library &library, const Finding &finding)
{
    const FindingTarget &target = finding.target;
    if (target.kind == NumberKind::Overlap) {
        const auto position = static_cast<std::size_t>(target.position);
        const int other = library.cohortIndex.value(library.overlaps[position].b, -1);
        if (other >= 0)
            return cohortTitle(library, target.cohort) + u" and "_s + cohortTitle(library, other);
    }
    if (target.cohort < 0)
        return numberName(library, target);
    return cohortTitle(library, target.cohort) + u", "_s + numberName(library, target);
}

QString findingNote(const Library &library, const Finding &finding)
{
    return findingSubject(library, finding) + u": "_s + findingSentence(finding);
}

QString findingMark(FindingIndex::List findings)
{
    if (findings.empty())
        return {};
    return gravest(findings) == Severity::Note ? u"*"_s : u"!"_s;
}

QString findingRecord(FindingIndex::List findings)
{
    QStringList records;
    for (const Finding *finding : findings)
        records << findingLine(*finding) + u" ["_s + finding->id + u']';
    return records.join(u' ');
}

QString findingLines(FindingIndex::List findings)
{
    QStringList lines;
    for (const Finding *finding : findings)
        lines << findingLine(*finding);
    return lines.join(u'\n');
}

} // namespace anakinra
