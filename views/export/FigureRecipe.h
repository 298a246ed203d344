// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/RateFigure.h"

#include <QGraphicsScene>
#include <QSizeF>
#include <QString>

#include <functional>
#include <memory>

namespace anakinra {

/// Any figure, as the exporter sees it: how to make it afresh for a size, how much room it needs,
/// and what it says about itself. Every kind of figure makes one; the exporter knows no kind.
/// Exports are always in the light style.
struct FigureRecipe
{
    QString title;       ///< plain text, may be ""
    QString description; ///< the facts of the footer, one per line, also where no footer is drawn
    QString source;      ///< library title, version and date
    bool empty = false;  ///< nothing to draw
    std::function<QSizeF(qreal widthMm)> naturalSizeMm;  ///< for an automatic height
    std::function<QSizeF(qreal widthMm)> smallestSizeMm; ///< the size that would do
    std::function<std::unique_ptr<QGraphicsScene>(QSizeF sizeMm)> scene; ///< null = too small
};

/// The figure is copied into the recipe, without the highlight of the screen.
[[nodiscard]] FigureRecipe figureRecipe(const RateFigure &figure);

} // namespace anakinra
