// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/OverlapGraph.h"
#include "views/charts/FigureText.h"

namespace anakinra {

/// A node of the graph with its name under its mark, in a column that starts at 0, 0.
struct OverlapPlace
{
    QPointF centre;     ///< of the mark
    QRectF box;         ///< mark and name together; no two boxes touch
    QStringList lines;  ///< name, then the number of participants
};

/// The nodes at a width, and how high that is. Places follow the graph's layout; a name that would
/// cover another one moves down.
struct OverlapPlaces
{
    std::vector<OverlapPlace> places; ///< as OverlapGraph::nodes
    qreal height = 0.0;

    static constexpr qreal markRadius = 5.0;

    OverlapPlaces() = default;
    OverlapPlaces(const OverlapGraph &graph, const FigureText &font, qreal width);

    /// The narrowest width that breaks no word.
    [[nodiscard]] static qreal minimumWidth(const OverlapGraph &graph, const FigureText &font);
};

} // namespace anakinra
