// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/CompareSides.h"
#include "app/cli/charts/ChartKind.h"
#include "models/output/ComparisonReproduction.h"
#include "views/charts/CompareFigure.h"

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

} // namespace

ChartKind compareChart()
{
    return {u"compare"_s,
            u"Two cohorts or two filters side by side, outcome by outcome, with a descriptive "
            "difference and what else differs; needs --a and --b, which stand in the place of the FILTER."_s,
            compareOptionSpecs(u"difference"_s),
            &makeCompare};
}

} // namespace anakinra::cli
