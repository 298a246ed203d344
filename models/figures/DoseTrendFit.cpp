// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/DoseTrendFit.h"

#include "models/figures/SourceText.h"
#include "models/statistics/Moderator.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int lineSteps = 40;

/// The middle dose of a row of the pool; of several arms the mean, weighted by their numbers.
double doseOf(const PoolRow &row, const GuardedPool &pool, const QHash<int, double> &middles)
{
    double sum = 0.0;
    double weight = 0.0;
    for (const int cohort : row.cohorts) {
        const PoolCandidate *candidate = pool.candidate(cohort);
        const double n = candidate && candidate->n ? *candidate->n : 1.0;
        sum += n * middles.value(cohort);
        weight += n;
    }
    return sum / weight;
}

QString obstacleWords(statistics::ModeratorObstacle obstacle)
{
    switch (obstacle) {
    case statistics::ModeratorObstacle::None:
        break;
    case statistics::ModeratorObstacle::TooFewRows:
        return u"too few studies"_s;
    case statistics::ModeratorObstacle::OneGroup:
        return u"all studies gave the same dose"_s;
    case statistics::ModeratorObstacle::GroupAllZeroOrAll:
        return u"at one end of the doses no patient or every patient had the event"_s;
    case statistics::ModeratorObstacle::NotIdentified:
        return u"the variation between studies cannot be estimated"_s;
    }
    return {};
}

} // namespace

DoseTrendFit fitDoseTrend(const Library &library, const DoseSeries &series, const DosePanel &panel,
                          const QString &outcome, const RateOptions &options,
                          PossibleOverlap overlap)
{
    QHash<int, double> middles;
    QSet<int> studies;
    std::vector<int> cohorts;
    for (const DosePoint &point : panel.points) {
        const int cohort = series.rates.cohorts[point.row].cohort;
        middles.insert(cohort, point.middle());
        studies.insert(library.cohorts[static_cast<std::size_t>(cohort)].study);
        cohorts.push_back(cohort);
    }
    const auto none = [&](const QString &why) {
        return DoseTrendFit{{}, {u"%1: no line is fitted%2."_s.arg(panel.title, why)}};
    };
    const auto tooFew = [&](qsizetype count) {
        return none(u", as there are fewer than ten independent studies (%1)"_s.arg(count));
    };
    if (studies.size() < fewestTrendStudies)
        return tooFew(studies.size());
    GuardOptions guard;
    guard.showInferred = options.showInferred;
    guard.possibleOverlap = overlap;
    const GuardedPool pool = guardPool(library, cohorts, outcome, guard);
    if (!pool.refused.isEmpty())
        return {{}, {panel.title + u": no line is fitted. "_s + pool.refused}};
    if (pool.k() < fewestTrendStudies)
        return tooFew(pool.k());

    std::vector<statistics::ModeratedRow> rows;
    for (const PoolRow &row : pool.rows)
        rows.push_back({{row.events, row.n}, doseOf(row, pool, middles)});
    const auto fit = statistics::poolWithModerator(rows, options.level / 100.0);
    if (fit.obstacle != statistics::ModeratorObstacle::None || !fit.slope)
        return none(u", because "_s + obstacleWords(fit.obstacle));

    const auto [first, last] = std::ranges::minmax(rows, {}, &statistics::ModeratedRow::moderator);
    DoseTrend trend;
    trend.studies = pool.k();
    for (int i = 0; i <= lineSteps; ++i) {
        const double dose = first.moderator + (last.moderator - first.moderator) * i / lineSteps;
        const auto rate = fit.estimateAt(dose);
        const auto interval = fit.rateAt(dose);
        if (rate && interval)
            trend.line.push_back(
                {dose, 100.0 * *rate, 100.0 * interval->low, 100.0 * interval->high});
    }
    DoseTrendFit result;
    result.trend = std::move(trend);
    result.notes << u"%1: the dashed line is the median rate of %2 independent studies with its "
                    u"%3\u00a0% interval, from a "
                    "random-intercept logistic model of the rate on the dose. It is ecological: it "
                    "compares studies, not "
                    "patients within a study, and proves no effect of the dose."_s.arg(panel.title)
                        .arg(pool.k())
                        .arg(plainNumber(options.level));
    for (const QString &warning : pool.warnings)
        result.notes << panel.title + u": "_s + warning;
    return result;
}

} // namespace anakinra
