// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "views/charts/OverlapFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makeOverlap(const Arguments &, const Selection &selection, const FigureChoices &choices, Console &console,
                     FigureRecipe &recipe)
{
    OverlapGraph graph = overlapGraph(*selection.library, selection.result.cohorts);
    if (graph.edges.empty()) {
        return console.fault({{}, {}, {},
                              u"not written: no overlap is recorded for ("_s + selection.context.filterWords + u')'});
    }
    recipe = figureRecipe(std::make_shared<const OverlapFigure>(
        selection.library, std::move(graph), selection.criteria.excludePossibleOverlaps,
        FigureCaption{choices.title, selection.context, {}, choices.withFooter}));
    return Success;
}

} // namespace

ChartKind overlapChart()
{
    return {u"overlap"_s, u"Which cohorts and reports share participants or may, with the grounds."_s, {}, &makeOverlap};
}

} // namespace anakinra::cli
