// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "app/cli/charts/OutcomeArgument.h"
#include "views/charts/TimingFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makeTiming(const Arguments &arguments, const Selection &selection,
                    const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const auto outcome = outcomeArgument(arguments, selection);
    if (!outcome)
        return console.usage(u"chart"_s, outcome.problem());
    FigureCaption caption{choices.title, selection.context, {}, choices.withFooter};
    recipe = figureRecipe(std::make_shared<TimingFigure>(
        std::move(caption),
        makeTimingSeries(*selection.library, selection.criteria, selection.result,
                         selection.options, *outcome),
        selection.options, selection.library));
    return Success;
}

} // namespace

ChartKind timingChart()
{
    return {
        u"timing"_s,
        u"Days of anakinra relative to the CAR T infusion (day 0), with step-ups and events in "
        "words, beside the rate of --outcome (without it ICANS of any grade, where reported)."_s,
        {},
        &makeTiming,
        {{u"outcome"_s, u"outcome"_s}}};
}

} // namespace anakinra::cli
