// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/TimingRows.h"
#include "views/charts/FigureText.h"
#include "views/charts/MarkLook.h"

namespace anakinra {

/// The look of a timing as a bar: its colour with a hatch of its own.
[[nodiscard]] MarkLook timingBarLook(Timing timing, const FigureStyle &style);

/// A window at its place; lengths in scene units.
struct TimingBar
{
    struct Piece
    {
        TimingPiece::Kind kind = TimingPiece::Given;
        qreal left = 0.0;
        qreal right = 0.0;
        bool earlier = false; ///< arrow at the left end
        bool later = false;   ///< arrow at the right end
        bool openLeft =
            false; ///< an Unknown piece that begins at the edge of the axis: no cap there
        bool openRight = false;
    };
    qreal y = 0.0; ///< the middle
    qreal height = 0.0;
    MarkLook look;
    bool stepUp = false;
    std::vector<Piece> pieces;
    std::vector<qreal> medians; ///< printed medians of the first or last day

    void draw(QPainter &painter, const FigureStyle &style) const;
    [[nodiscard]] QRectF bounds() const;
};

/// Rows of windows with their texts: everything in a timing figure that is not axis, grid or rate.
/// Draws only what is exposed.
class TimingOverlay : public QGraphicsItem
{
public:
    TimingOverlay(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts,
                  const QRectF &bounds);

    std::vector<TimingBar> bars;
    std::vector<PlacedText> texts;
    std::vector<PlacedText> words;  ///< over the grid: with paper behind them
    std::vector<QLineF> separators; ///< between rows
    std::vector<QLineF> ticks;
    QLineF dayZero;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

} // namespace anakinra
