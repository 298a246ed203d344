// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureRecipe.h"

using namespace Qt::StringLiterals;

namespace anakinra {

FigureRecipe figureRecipe(const RateFigure &figure)
{
    auto kept = std::make_shared<RateFigure>(figure);
    kept->highlighted = -1;

    FigureRecipe recipe;
    recipe.title = figure.title.isEmpty()
        ? u"Rates of toxicity and response: "_s + figure.context.filterWords
        : figure.title;
    recipe.description = (figure.context.footerLines() + figure.series.notes).join(u'\n');
    recipe.source = figure.context.libraryLine;
    recipe.empty = figure.series.cohorts.empty();
    recipe.naturalSizeMm = [kept](qreal widthMm, const FigureStyle &style) {
        return naturalSizeMm(*kept, widthMm, style);
    };
    recipe.smallestSizeMm = [kept](qreal widthMm, const FigureStyle &style) {
        return smallestSizeMm(*kept, widthMm, style);
    };
    recipe.scene = [kept](QSizeF sizeMm, const FigureStyle &style) {
        return makeRateScene(*kept, sizeMm, style);
    };
    return recipe;
}

FigureRecipe figureRecipe(std::shared_ptr<const ChartFigure> figure)
{
    const FigureCaption &caption = figure->caption();
    FigureRecipe recipe;
    recipe.title = caption.title.isEmpty() ? figure->name() + u": "_s + caption.context.filterWords
                                           : caption.title;
    recipe.description = (caption.context.footerLines() + caption.notes).join(u'\n');
    recipe.source = caption.context.libraryLine;
    recipe.empty = figure->isEmpty();
    recipe.naturalSizeMm = [figure](qreal widthMm, const FigureStyle &style) {
        return unitsToMm(figure->naturalSize(mmToUnits(widthMm), style));
    };
    recipe.smallestSizeMm = [figure](qreal widthMm, const FigureStyle &style) {
        return unitsToMm(figure->smallestSize(mmToUnits(widthMm), style));
    };
    recipe.scene = [figure](QSizeF sizeMm, const FigureStyle &style) {
        return figure->compose(QSizeF(mmToUnits(sizeMm.width()), mmToUnits(sizeMm.height())), style).scene;
    };
    return recipe;
}

ExportableFigure exportable(const RateFigure &figure)
{
    ExportableFigure result;
    result.recipe = [figure](const FigureChoices &choices) {
        RateFigure chosen = figure;
        chosen.grouping = choices.grouping.value_or(figure.grouping);
        chosen.title = choices.title;
        chosen.withFooter = choices.withFooter;
        return figureRecipe(chosen);
    };
    result.choices = {figure.grouping, figure.title, true};
    result.fileName = u"rates"_s;
    return result;
}

} // namespace anakinra
