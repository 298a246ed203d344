// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/DoseOverlay.h"

namespace anakinra {

void drawTrend(QPainter &painter, const DoseTrendShape &trend, const FigureStyle &style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.grid);
    painter.drawPolygon(trend.band);
    drawTrendLine(painter, trend, style);
}

void drawTrendLine(QPainter &painter, const DoseTrendShape &trend, const FigureStyle &style)
{
    painter.setPen(QPen(style.ink, ptToUnits(style.linePt) * 1.5, Qt::DashLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(trend.line);
}

void DoseMark::draw(QPainter &painter, const FigureStyle &style) const
{
    const qreal line = ptToUnits(style.linePt);
    if (!range.isNull()) {
        painter.setPen(QPen(look.fill, line * 2.0, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(range);
        for (const QPointF &end : {range.p1(), range.p2()})
            painter.drawLine(end - QPointF(0.0, 3.0), end + QPointF(0.0, 3.0));
    }
    if (kind == RateKind::PercentOnly) {
        painter.setPen(QPen(look.fill, line * 3.0, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(centre - QPointF(radius, 0.0), centre + QPointF(radius, 0.0));
        return;
    }
    drawShape(painter, centre, 2.0 * radius, look, style, kind == RateKind::Inferred);
    if (whisker)
        drawWhisker(painter, *whisker, style.ink, style);
}

DoseOverlay::DoseOverlay(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts,
                         const QRectF &bounds)
    : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
{
    setZValue(4.5); // between the series (4) and the legend (5) of a chart
}

void DoseOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    if (trend)
        drawTrend(*painter, *trend, m_style);
    painter->setPen(QPen(m_style.ink, ptToUnits(m_style.linePt), Qt::SolidLine, Qt::FlatCap));
    painter->drawLines(ticks.data(), static_cast<int>(ticks.size()));
    for (const DoseMark &mark : marks)
        mark.draw(*painter, m_style);
    if (trend)
        drawTrendLine(*painter, *trend, m_style); // many marks would hide it
    QColor paper = m_style.paper;
    paper.setAlphaF(0.75F);
    for (const PlacedText &number : numbers)
        painter->fillRect(number.rect, paper);
    for (const auto *block : {&numbers, &texts}) {
        for (const PlacedText &text : *block)
            text.draw(*painter);
    }
    painter->restore();
}

} // namespace anakinra
