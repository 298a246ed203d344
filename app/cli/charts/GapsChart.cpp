// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "views/charts/CompletenessFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makeGaps(const Arguments &, const Selection &selection, const FigureChoices &choices, Console &,
                  FigureRecipe &recipe)
{
    recipe = figureRecipe(std::make_shared<const CompletenessFigure>(
        selection.library, makeCompleteness(*selection.library, selection.result.cohorts, selection.options),
        FigureCaption{choices.title, selection.context, {}, choices.withFooter}));
    return Success;
}

} // namespace

ChartKind gapsChart()
{
    return {u"gaps"_s, u"What is reported of each cohort and what is not."_s, {}, &makeGaps};
}

} // namespace anakinra::cli
