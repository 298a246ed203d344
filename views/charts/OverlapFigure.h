// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/OverlapGraph.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// Who shares participants with whom: a graph of numbered lines, and below it the list that says why
/// and what each means for the totals.
class OverlapFigure : public ChartFigure
{
public:
    /// `excludePossible`: as FilterCriteria::excludePossibleOverlaps.
    OverlapFigure(std::shared_ptr<const Library> library, OverlapGraph graph, bool excludePossible,
                  FigureCaption caption);

    [[nodiscard]] const OverlapGraph &graph() const { return m_graph; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override { return m_graph.edges.empty(); }
    [[nodiscard]] FigureTable table() const override;

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    std::shared_ptr<const Library> m_library;
    OverlapGraph m_graph;
    std::vector<OverlapLine> m_lines; ///< as the edges
};

} // namespace anakinra
