// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makeRates(const Arguments &arguments, const Selection &selection,
                   const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const auto grouping = choice(arguments, u"group"_s, {u"outcome"_s, u"cohort"_s});
    if (!grouping)
        return console.usage(u"chart"_s, grouping.problem());
    RateFigure figure;
    figure.series = makeRateSeries(*selection.library, selection.criteria, selection.result,
                                   selection.options, selection.panels);
    figure.options = selection.options;
    figure.grouping = *grouping == u"cohort" ? RateGrouping::ByCohort : RateGrouping::ByOutcome;
    figure.context = selection.context;
    figure.library = selection.library;
    FigureChoices chosen = choices;
    chosen.grouping = figure.grouping;
    recipe = figureRecipe(withChoices(figure, chosen));
    return Success;
}

} // namespace

ChartKind ratesChart()
{
    return {
        u"rates"_s,
        u"CRS, CRS >=3, ICANS, ICANS >=3 beside ORR and CR, with intervals and events/n on every "
        "bar; \"NR\" where nothing is reported."_s,
        {{u"group"_s,
          {},
          u"outcome|cohort"_s,
          u"Bars side by side for each outcome (default) or cohort."_s}},
        &makeRates,
        {{u"group"_s, u"groupBy"_s}}};
}

} // namespace anakinra::cli
