// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ForestRows.h"
#include "views/charts/FigureText.h"

#include <QGraphicsItem>

#include <optional>

namespace anakinra {

/// Columns of a forest plot from left to right, in scene units.
struct ForestColumns
{
    qreal box = 0.0;     ///< left edge of the tick boxes
    qreal boxSize = 0.0; ///< 0 = none are drawn
    qreal label = 0.0;
    qreal labelWidth = 0.0;
    qreal countsRight = 0.0;
    qreal plot = 0.0;
    qreal plotWidth = 0.0;
    qreal estimateRight = 0.0; ///< right edge of the estimates
    qreal right = 0.0;  ///< right edge of the probabilities, if there are any, and of the figure
    qreal indent = 0.0; ///< of parts and arms
};

/// The place of a row: its texts broken into lines, from `top` on. Beside what it says about itself
/// stands its mark, in the middle of the first `block` units; the reason follows below.
struct ForestLine
{
    qreal top = 0.0;
    qreal height = 0.0;
    qreal block = 0.0;
    QStringList label;
    QStringList estimate;
    QStringList reason;
};

/// The mark of a row. Horizontal places are already cut at the axis.
struct ForestMark
{
    QPointF centre;           ///< y of the mark; x of the rate, or of the axis end it lies beyond
    std::optional<qreal> low; ///< ends of the interval
    std::optional<qreal> high;
    bool cutLow = false; ///< it goes on beyond the axis: an arrow
    bool cutHigh = false;
    bool isRateOnAxis = false;
    qreal side = 0.0;  ///< of the square, 0 = none
    QPolygonF diamond; ///< of a pooled rate, cut at the axis
};

/// Everything of a forest plot but axis and grid in one item. Texts and marks are put in place when
/// they are painted, so that of many thousand rows only those in view cost anything.
class ForestOverlay : public QGraphicsItem
{
public:
    ForestOverlay(std::shared_ptr<const ForestRows> rows, const FigureStyle &style,
                  std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds);

    ForestColumns columns;
    std::vector<ForestLine> lines; ///< by row, from top to bottom
    double axisEnd = 100.0;        ///< percent
    qreal plotTop = 0.0;
    std::vector<PlacedText> heads; ///< column heads and axis labels
    std::vector<QLineF> rules;     ///< below the heads, axes and ticks

    [[nodiscard]] const ForestRows &rows() const { return *m_rows; }
    [[nodiscard]] const ForestRow &row(int index) const
    {
        return m_rows->rows[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] ForestMark markOf(int index) const;
    [[nodiscard]] QRectF boxOf(int index) const; ///< null = none
    [[nodiscard]] std::vector<PlacedText> textsOf(int index) const;
    /// Of a value in percent, cut at the axis.
    [[nodiscard]] qreal xOf(double percent) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    [[nodiscard]] const ForestLine &line(int index) const
    {
        return lines[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] bool isAcrossPlot(int index) const; ///< text that runs through the plot's column
    void paintReferenceLine(QPainter &painter, double percent, const QPen &pen, int first,
                            int last) const;
    void paintRow(QPainter &painter, int index) const;
    void paintBox(QPainter &painter, const QRectF &box, bool ticked) const;
    void paintSquare(QPainter &painter, const ForestRow &row, const ForestMark &mark) const;
    void paintInterval(QPainter &painter, const ForestRow &row, const ForestMark &mark) const;

    std::shared_ptr<const ForestRows> m_rows;
    FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

} // namespace anakinra
