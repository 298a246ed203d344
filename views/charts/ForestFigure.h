// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ForestRows.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// Ends of the axis that can be chosen, in percent. What lies beyond is shown by an arrow.
inline constexpr std::array<int, 4> forestAxisEnds{100, 50, 25, 10};

/// How a forest plot is drawn.
struct ForestDress
{
    int axisEnd = 100;  ///< percent, one of forestAxisEnds
    bool boxes = false; ///< a tick box before every row that can be taken in or out: on screen
};

/// A forest plot of single proportions: study and cohort, events/n, the plot, the rate with its
/// interval; a square's area is in proportion to n. There is no line of no effect.
///
/// Its marks are the rows and, before them, the tick boxes, which request "exclude:COHORT" or
/// "include:COHORT".
class ForestFigure final : public ChartFigure
{
public:
    /// The notes of the rows follow those of the caption.
    ForestFigure(std::shared_ptr<const ForestRows> rows, FigureCaption caption,
                 ForestDress dress = {}, ReproductionMaker reproduction = {});

    [[nodiscard]] const ForestRows &rows() const { return *m_rows; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override { return m_rows->summary; }
    [[nodiscard]] bool isEmpty() const override { return m_rows->isEmpty(); }
    [[nodiscard]] FigureTable table() const override { return forestTable(*m_rows); }

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    std::shared_ptr<const ForestRows> m_rows;
    ForestDress m_dress;
};

} // namespace anakinra
