// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureRecipe.h"

using namespace Qt::StringLiterals;

namespace anakinra {

FigureRecipe figureRecipe(const RateFigure &figure)
{
    auto kept = std::make_shared<RateFigure>(figure);
    kept->highlighted = -1;
    const FigureStyle style = FigureStyle::light();

    FigureRecipe recipe;
    recipe.title = figure.title.isEmpty()
        ? u"Rates of toxicity and response: "_s + figure.context.filterWords
        : figure.title;
    recipe.description = (figure.context.footerLines() + figure.series.notes).join(u'\n');
    recipe.source = figure.context.libraryLine;
    recipe.empty = figure.series.cohorts.empty();
    recipe.naturalSizeMm = [kept, style](qreal widthMm) { return naturalSizeMm(*kept, widthMm, style); };
    recipe.smallestSizeMm = [kept, style](qreal widthMm) { return smallestSizeMm(*kept, widthMm, style); };
    recipe.scene = [kept, style](QSizeF sizeMm) { return makeRateScene(*kept, sizeMm, style); };
    return recipe;
}

} // namespace anakinra
