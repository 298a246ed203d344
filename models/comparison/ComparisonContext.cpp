// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonContext.h"

#include "models/figures/SourceText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

FigureContext contextOf(const Library &library, const CompareOptions &options,
                        const QString &sides, const QString &differences, QDate date)
{
    FigureContext context = makeFigureContext(library, {}, {}, options.rates, date);
    context.filterWords = sides;
    context.counts.clear(); // of a filter's result
    if (!differences.isEmpty())
        context.methodLine += u"; "_s + differences;
    return context;
}

QString levelText(const CompareOptions &options)
{
    return plainNumber(options.rates.level) + u"\u00a0%"_s;
}

} // namespace

FigureContext comparisonContext(const Library &library, const CohortComparison &comparison,
                                QDate date)
{
    const bool any = std::ranges::any_of(comparison.outcomes, [](const OutcomeComparison &o) {
        return o.difference.has_value();
    });
    const QString differences = u"A − B: percentage points with the %1 %2 interval"_s.arg(
        levelText(comparison.options), labelOf(comparison.options.difference));
    return contextOf(library, comparison.options,
                     u"Compared: A = %1; B = %2"_s.arg(cohortTitle(library, comparison.a),
                                                       cohortTitle(library, comparison.b)),
                     any ? differences : QString(), date);
}

FigureContext comparisonContext(const Library &library, const FilterComparison &comparison,
                                QDate date)
{
    const bool any = std::ranges::any_of(comparison.outcomes, [](const FilterOutcome &o) {
        return o.a.pool.isFitted() || o.b.pool.isFitted();
    });
    const QString pools = u"diamonds: median rate of a random-intercept logistic model with the %1 "
                          "t(k − 1) interval"_s.arg(levelText(comparison.options));
    return contextOf(library, comparison.options,
                     u"Compared: A = %1; B = %2"_s.arg(comparison.a.words, comparison.b.words),
                     any ? pools : QString(), date);
}

ComparedFilter comparedFilter(const Library &library, const FilterCriteria &criteria,
                              const FilterResult &result)
{
    return {describe(criteria, library), figureOrder(library, result.cohorts),
            criteria.keepUnjudged ? 0 : static_cast<int>(result.unjudged.size())};
}

} // namespace anakinra
