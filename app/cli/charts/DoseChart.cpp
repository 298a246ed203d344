// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "app/cli/charts/OutcomeArgument.h"
#include "views/charts/DoseFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makeDose(const Arguments &arguments, const Selection &selection,
                  const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const auto outcome = outcomeArgument(arguments, selection);
    if (!outcome)
        return console.usage(u"chart"_s, outcome.problem());
    const DoseSeries series = makeDoseSeries(*selection.library, selection.criteria,
                                             selection.result, selection.options, *outcome);
    if (series.panels.empty()) {
        return console.fault(
            {{},
             {},
             {},
             u"not written: no matching cohort reports both a daily dose and %1"_s.arg(
                 outcome->isEmpty() ? u"a rate"_s : *outcome)});
    }
    FigureCaption caption{choices.title, selection.context, {}, choices.withFooter};
    recipe = figureRecipe(std::make_shared<DoseFigure>(std::move(caption), series,
                                                       selection.options, selection.library));
    return Success;
}

} // namespace

ChartKind doseChart()
{
    return {u"dose"_s,
            u"The rate of --outcome against the daily dose: mg/day and mg/kg/day apart, on one "
            u"axis only "
            "with --body-weight. Cohorts without a dose or a rate are listed with the reason."_s,
            {},
            &makeDose,
            {{u"outcome"_s, u"outcome"_s}}};
}

} // namespace anakinra::cli
