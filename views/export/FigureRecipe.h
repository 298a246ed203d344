// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/ChartFigure.h"
#include "views/charts/RateFigure.h"

#include <QGraphicsScene>
#include <QSizeF>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace anakinra {

/// Any figure, as the exporter sees it: how to make it afresh for a size, how much room it needs,
/// and what it says about itself. Every kind of figure makes one; the exporter knows no kind.
struct FigureRecipe
{
    QString title;       ///< plain text, may be ""
    QString description; ///< the facts of the footer, one per line, also where no footer is drawn
    QString source;      ///< library title, version and date
    QByteArray view;     ///< leads back to the figure, see SavedView::toMetadata; may be ""
    bool empty = false;  ///< nothing to draw
    QString whyEmpty;    ///< "" = no cohort matches
    using Size = std::function<QSizeF(qreal widthMm, const FigureStyle &style)>;
    using Scene = std::function<std::unique_ptr<QGraphicsScene>(QSizeF sizeMm, const FigureStyle &style)>;
    Size naturalSizeMm;  ///< for an automatic height
    Size smallestSizeMm; ///< the size that would do
    Scene scene;         ///< gives null where the size is too small
    /// Its numbers as a table, with what others need to compute them again. May be null.
    std::function<Reproduction()> numbers;

    /// Of a figure that has nothing to draw.
    [[nodiscard]] static FigureRecipe nothing(const QString &why = {})
    {
        FigureRecipe recipe;
        recipe.empty = true;
        recipe.whyEmpty = why;
        return recipe;
    }
};

/// The figure is copied into the recipe, without the highlight of the screen.
[[nodiscard]] FigureRecipe figureRecipe(const RateFigure &figure);
[[nodiscard]] FigureRecipe figureRecipe(std::shared_ptr<const ChartFigure> figure);

/// What a reader may choose about a figure besides its size and style.
struct FigureChoices
{
    std::optional<RateGrouping> grouping; ///< nullopt: this figure has no groups to choose
    QString title;                        ///< "" = none
    bool withFooter = true;
    QString note = {};                    ///< the reader's own line below the figure, "" = none
    std::optional<LegendPlace> legend = std::nullopt; ///< nullopt: no legend that could be moved
    std::optional<bool> lettered = std::nullopt; ///< A, B … on its panels; nullopt: one panel only
};

/// The figure as chosen.
[[nodiscard]] RateFigure withChoices(const RateFigure &figure, const FigureChoices &choices);

/// "A", "B" … "Z", "AA".
[[nodiscard]] QString panelLetter(std::size_t position);
/// The title of a panel with its letter before it.
[[nodiscard]] QString letteredTitle(std::size_t position, const QString &title);

/// A figure that is about to leave the program: its recipe for what the reader will choose.
struct ExportableFigure
{
    std::function<FigureRecipe(const FigureChoices &choices)> recipe;
    FigureChoices choices; ///< to begin with
    QString fileName;      ///< suggestion without suffix: "rates"
};

[[nodiscard]] ExportableFigure exportable(const RateFigure &figure);

} // namespace anakinra
