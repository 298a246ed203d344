// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/CompareSides.h"
#include "app/cli/charts/ChartKind.h"
#include "models/comparison/SuggestedPair.h"
#include "models/output/ComparisonReproduction.h"
#include "views/charts/CompareFigure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makeCompare(const Arguments &arguments, const Selection &selection,
                     const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const Library &library = *selection.library;
    AskedComparison asked;
    if (const ExitCode failed = makeComparison(u"chart"_s, arguments, {}, library, selection.options,
                                               console, asked);
        failed != Success)
        return failed;
    const ComparisonSeries series = asked.cohorts ? comparisonSeries(library, *asked.cohorts)
                                                  : comparisonSeries(library, *asked.filters);
    if (series.isEmpty())
        return console.fault({{}, {}, {}, u"neither side reports an outcome, so there is nothing to draw"_s});
    const FigureTable table = asked.cohorts ? comparisonTable(*asked.cohorts)
                                            : comparisonTable(library, *asked.filters);
    recipe = figureRecipe(std::make_shared<const CompareFigure>(
        std::make_shared<const ComparisonSeries>(series), table,
        FigureCaption{choices.title, asked.context, {}, choices.withFooter},
        [shared = selection.library, asked] {
            return asked.cohorts ? comparisonReproduction(*shared, *asked.cohorts)
                                 : comparisonReproduction(*shared, *asked.filters);
        }));
    return Success;
}

/// The page holds two ids, or two filters: a pair made of the filter, or the filter against one that
/// was kept.
void readView(const QJsonObject &options, const FilterCriteria &filter, Arguments &arguments)
{
    QString a = options["a"_L1].toString();
    QString b = options["b"_L1].toString();
    if (options["filters"_L1].toBool()) {
        a = sideOf(filter);
        b = sideOf(FilterCriteria::fromJson(options["kept"_L1].toObject()));
        const auto pairs = filterPairs(filter);
        const auto pair = std::ranges::find(pairs, options["pair"_L1].toString(), &FilterPair::code);
        if (pair != pairs.end()) {
            a = sideOf(pair->a);
            b = sideOf(pair->b);
        }
    }
    if (a.isEmpty() || b.isEmpty())
        return;
    arguments.setDefault(u"a"_s, {a});
    arguments.setDefault(u"b"_s, {b});
}

void writeView(const Arguments &arguments, const Library &library, QJsonObject &options,
               FilterCriteria &filter)
{
    const QString a = arguments.value(u"a"_s).value_or(QString());
    const QString b = arguments.value(u"b"_s).value_or(QString());
    const auto filterA = sideFilter(a, library);
    const auto filterB = sideFilter(b, library);
    if (!filterA || !filterB || a.isEmpty() || b.isEmpty())
        return;
    if (!*filterA || !*filterB) {
        options.insert(u"filters"_s, false);
        options.insert(u"a"_s, a);
        options.insert(u"b"_s, b);
        return;
    }
    filter = **filterA;
    options.insert(u"filters"_s, true);
    options.insert(u"pair"_s, u"kept"_s);
    options.insert(u"kept"_s, (*filterB)->toJson());
}

} // namespace

ChartKind compareChart()
{
    return {u"compare"_s,
            u"Two cohorts or two filters side by side, outcome by outcome, with a descriptive "
            "difference and what else differs; needs --a and --b, which stand in the place of the FILTER."_s,
            compareOptionSpecs(u"difference"_s),
            &makeCompare,
            {{u"outcome"_s, u"outcome"_s}, {u"difference"_s, u"difference"_s}},
            &readView,
            &writeView};
}

} // namespace anakinra::cli
