// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ForestNotes.h"

#include "models/figures/Citation.h"
#include "models/figures/ListWords.h"
#include "models/figures/RateFindings.h"
#include "models/figures/SourceText.h"
#include "models/pooling/PoolText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString levelWords(double level)
{
    return plainNumber(level) + u"\u00a0%"_s;
}

QString pooledNote(const PoolAnalysis &analysis)
{
    const PoolGroup &all = analysis.overall;
    if (!all.isFitted())
        return {};
    return u"Pooled by %1, one row a study. %2. Computed with %3"_s.arg(
        poolMethodName(analysis.request.method), pooledSentence(all), programNameAndVersion());
}

QString sensitivityNote(const PoolAnalysis &analysis)
{
    if (!analysis.sensitivity || !analysis.sensitivity->median)
        return {};
    return u"Sensitivity analysis, %1: %2"_s.arg(poolMethodName(analysis.sensitivity->method),
                                                 pooledRateText(*analysis.sensitivity));
}

QString unreportedNote(const PoolAnalysis &analysis, const QStringList &unreported)
{
    if (unreported.isEmpty())
        return {};
    return u"Not reported by %1 of %2 cohorts: %3"_s.arg(unreported.size())
        .arg(analysis.overall.guard.candidates.size())
        .arg(listed(unreported));
}

QString referenceNote(const Library &library, const Rate &reference)
{
    QString note = u"Dashed line: %1, %2; a comparator, not randomised"_s.arg(
        cohortTitle(library, reference.cohort), reference.cellText());
    const Report *report = library.report(reference.observation->figure.source.report);
    if (report)
        note += u". "_s + citationText(*report);
    return note;
}

/// How to read the marks, of which only those that occur are explained.
QString marksNote(const ForestRows &rows)
{
    const auto has = [&rows](auto &&wanted) { return std::ranges::any_of(rows.rows, wanted); };
    const auto hasKind = [&](ForestRowKind kind) {
        return has([kind](const ForestRow &row) { return row.kind == kind; });
    };
    const auto hasRate = [&](RateKind kind) {
        return has([kind](const ForestRow &row) { return row.rate == kind; });
    };
    QStringList words;
    if (rows.largestN > 0)
        words << u"squares: area in proportion to n, no weights"_s;
    if (hasRate(RateKind::Inferred))
        words << u"hollow: inferred count, not proven"_s;
    if (hasRate(RateKind::PercentOnly))
        words << u"upright tick: percentage only, no interval"_s;
    if (has([](const ForestRow &row) { return row.kind == ForestRowKind::Comparator && row.n; }))
        words << u"hatched: comparator"_s;
    if (hasKind(ForestRowKind::LeftOut))
        words << u"grey: not in the pool, for the reason given"_s;
    if (hasKind(ForestRowKind::Pooled))
        words << u"diamond: pooled median rate, as wide as its %1 interval"_s.arg(
            levelWords(rows.level));
    if (rows.pooled)
        words << u"dotted line: pooled rate of all"_s;
    if (hasKind(ForestRowKind::Prediction))
        words << u"line below a diamond: prediction interval"_s;
    QString note = words.join(u"; "_s);
    if (!note.isEmpty())
        note[0] = note[0].toUpper();
    return note;
}

} // namespace

bool oneGroupIsAll(const PoolAnalysis &analysis)
{
    return analysis.groups.size() == 1 &&
           std::ranges::equal(analysis.groups.front().guard.rows, analysis.overall.guard.rows, {},
                              &PoolRow::cohorts, &PoolRow::cohorts);
}

QStringList forestNotes(const Library &library, const PoolAnalysis &analysis,
                        const ForestRows &rows, const QStringList &unreported,
                        const Rate *reference)
{
    QStringList notes{pooledNote(analysis)};
    // the same warnings once more with the group's name would only be longer
    const QStringList warnings =
        oneGroupIsAll(analysis) ? analysis.overall.guard.warnings : analysis.warnings;
    notes << sensitivityNote(analysis) << warnings << unreportedNote(analysis, unreported);
    notes << thresholdNote(analysis.request, rows.direction);
    if (reference)
        notes << referenceNote(library, *reference);
    QStringList marks;
    for (const ForestRow &row : rows.rows)
        marks << row.findingMark;
    notes << marksNote(rows) << markKey(marks);
    notes.removeAll(QString());
    return notes;
}

} // namespace anakinra
