// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureRecipe.h"

#include "models/output/RateReproduction.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

Reproduction withTable(Reproduction numbers, const FigureTable &table)
{
    numbers.files.insert(numbers.files.begin(), tableFile(table));
    return numbers;
}

} // namespace

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
    recipe.numbers = [kept] {
        return withTable(kept->library ? rateReproduction(*kept->library, ratesOf(kept->series),
                                                          kept->options)
                                       : Reproduction(),
                         rateTable(kept->series));
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
    recipe.numbers = [figure] { return withTable(figure->reproduction(), figure->table()); };
    return recipe;
}

RateFigure withChoices(const RateFigure &figure, const FigureChoices &choices)
{
    RateFigure chosen = figure;
    chosen.grouping = choices.grouping.value_or(figure.grouping);
    chosen.title = choices.title;
    chosen.withFooter = choices.withFooter;
    chosen.legend = choices.legend.value_or(figure.legend);
    if (choices.lettered.value_or(false)) {
        for (std::size_t i = 0; i < chosen.series.panels.size(); ++i)
            chosen.series.panels[i].title = letteredTitle(i, chosen.series.panels[i].title);
    }
    return chosen;
}

QString panelLetter(std::size_t position)
{
    QString letters;
    for (std::size_t rest = position + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + static_cast<char16_t>((rest - 1) % 26)));
    return letters;
}

QString letteredTitle(std::size_t position, const QString &title)
{
    // No-break spaces, so that the letter stays with its title.
    return panelLetter(position) + u"\u00a0\u00a0"_s + title;
}

ExportableFigure exportable(const RateFigure &figure)
{
    ExportableFigure result;
    result.recipe = [figure](const FigureChoices &choices) {
        return figureRecipe(withChoices(figure, choices));
    };
    result.choices = {figure.grouping, figure.title, true, {}, figure.legend, false};
    result.fileName = u"rates"_s;
    return result;
}

} // namespace anakinra
