// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetPools.h"

#include "models/figures/SheetSources.h"
#include "models/figures/SourceText.h"
#include "models/pooling/PoolText.h"

#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The marks of the figures that enter, in the order of the sheet.
QString marksOf(const SheetOutcome &row, const QString &code, const GuardedPool &pool)
{
    QSet<const Observation *> used;
    for (const PoolCandidate &candidate : pool.candidates) {
        if (candidate.used)
            used.insert(candidate.observation);
    }
    QStringList marks;
    for (const std::vector<SheetRate> &cell : row.rates) {
        for (const SheetRate &rate : cell) {
            if (rate.rate.outcome == code && used.contains(rate.rate.observation))
                marks << rate.marks;
        }
    }
    return joinedMarks(marks);
}

} // namespace

void addPool(const Library &library, SheetOutcome &row, std::span<const int> cohorts,
             const QString &code, const QString &label, const RateOptions &options,
             PossibleOverlap possibleOverlap)
{
    PoolRequest request;
    request.level = options.level;
    request.guard.showInferred = options.showInferred;
    request.guard.possibleOverlap = possibleOverlap;
    request.sensitivity = false;
    const PoolAnalysis analysis = analysePool(library, cohorts, code, request);
    const PoolGroup &pool = analysis.overall;
    const auto counted = std::ranges::count_if(
        pool.guard.candidates, [](const PoolCandidate &c) { return c.n.has_value(); });
    if (counted < 2)
        return;
    const QString name = label.isEmpty() ? row.label : label;
    if (!pool.guard.refused.isEmpty()) {
        row.pooledNotes << name + u": not pooled. "_s + pool.guard.refused;
        return;
    }
    if (pool.guard.k() < 2)
        return;
    if (!pool.isFitted()) {
        row.pooledNotes << name + u": not pooled. "_s + obstacleText(pool.pooled->obstacle);
        return;
    }
    const QString text = pooledRateText(*pool.pooled) + u", %1 studies"_s.arg(pool.guard.k());
    SheetText pooled = row.pooled.value_or(SheetText());
    pooled.text += (pooled.text.isEmpty() ? QString() : u"; "_s) +
                   (label.isEmpty() ? text : label + u' ' + text);
    pooled.marks = joinedMarks({pooled.marks, marksOf(row, code, pool.guard)});
    row.pooled = std::move(pooled);
    QStringList note{name + u": "_s + poolSizeText(pool.guard), heterogeneityText(*pool.pooled),
                     predictionText(*pool.pooled)};
    note.removeAll(QString());
    row.pooledNotes << note.join(u"; "_s) + u'.' +
                           (pool.guard.warnings.isEmpty() ? QString()
                                                          : u' ' + pool.guard.warnings.join(u' '));
}

QString sheetPoolMethod(const RateOptions &options)
{
    return u"The rate of the median study with its %1\u00a0% interval by a %2, t on k − 1 degrees "
           u"of "
           "freedom. One row per study; no participant is counted twice; never events summed over "
           "patients."_s.arg(plainNumber(options.level),
                             poolMethodName(statistics::PoolMethod::Glmm));
}

} // namespace anakinra
