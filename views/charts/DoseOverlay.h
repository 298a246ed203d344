// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "views/charts/FigureText.h"
#include "views/charts/MarkLook.h"
#include "views/charts/Whisker.h"

#include <optional>

namespace anakinra {

/// A cohort at its place in a dose panel; lengths in scene units.
struct DoseMark
{
    QPointF centre;
    qreal radius = 0.0; ///< of the disc of the same area
    MarkLook look;
    RateKind kind = RateKind::Counted;
    QLineF range; ///< printed range of doses; null = one dose
    std::optional<Whisker> whisker;

    void draw(QPainter &painter, const FigureStyle &style) const;
};

/// A fitted line at its place.
struct DoseTrendShape
{
    QPolygonF band;
    QPolygonF line;
};

/// Everything inside one dose panel that is not axis or grid.
class DoseOverlay : public QGraphicsItem
{
public:
    DoseOverlay(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts,
                const QRectF &bounds);

    std::vector<DoseMark> marks; ///< drawn in this order
    std::optional<DoseTrendShape> trend;
    std::vector<PlacedText> texts;
    std::vector<PlacedText> numbers; ///< beside marks: with paper behind them
    std::vector<QLineF> ticks;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

/// The band of a fitted line, and the line, as in a figure and its legend.
void drawTrend(QPainter &painter, const DoseTrendShape &trend, const FigureStyle &style);
void drawTrendLine(QPainter &painter, const DoseTrendShape &trend, const FigureStyle &style);

} // namespace anakinra
