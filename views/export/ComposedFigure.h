// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/export/FigureRecipe.h"

#include <vector>

namespace anakinra {

/// Figures of any kind on one page, row by row.
struct ComposedFigure
{
    QString title;                    ///< above all panels, "" = none
    std::vector<FigureRecipe> panels; ///< without footers of their own; empty ones are left out
    int across = 1;                   ///< panels side by side
    QStringList footer;               ///< below all panels
    QString source;                   ///< for the metadata
};

/// The page as a recipe. Panels of one row are equally wide and high; what the page has to spare in
/// height goes to the rows that can use it.
[[nodiscard]] FigureRecipe figureRecipe(ComposedFigure figure);

/// The descriptions of the panels as one footer: what all say is said once, the rest with the
/// letters of those that say it.
[[nodiscard]] QStringList commonFooter(const std::vector<FigureRecipe> &panels);

/// The same figure with a note of the reader's own below it; "" changes nothing.
[[nodiscard]] FigureRecipe withNote(const FigureRecipe &figure, const QString &note);

} // namespace anakinra
