// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateOverlay.h"

#include "views/charts/Whisker.h"

#include <QStyleOptionGraphicsItem>

namespace anakinra {

RateOverlay::RateOverlay(Form form, const FigureStyle &style,
                         std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
    : m_form(form), m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
{
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(4.5); // between the series (4) and the legend (5) of a chart
}

void RateOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const QRectF seen = option->exposedRect;
    painter->save();
    painter->setPen(QPen(m_style.grid, ptToUnits(0.5)));
    painter->drawLines(grid.data(), static_cast<int>(grid.size()));
    for (const RateMark &mark : marks) {
        if (mark.look.highlighted)
            paintHighlight(*painter, mark);
    }
    for (const RateMark &mark : marks) {
        if (m_form == Form::Bars)
            paintBar(*painter, mark);
        else if (mark.slot.intersects(seen))
            paintRow(*painter, mark);
    }
    painter->setPen(QPen(m_style.ink, ptToUnits(m_style.linePt)));
    painter->drawLines(ticks.data(), static_cast<int>(ticks.size()));
    for (const PlacedText &text : texts)
        text.draw(*painter);
    painter->restore();
}

void RateOverlay::paintHighlight(QPainter &painter, const RateMark &mark) const
{
    QColor band = m_style.highlight;
    band.setAlphaF(0.18F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(band);
    painter.drawRect(mark.slot);
}

void RateOverlay::paintBar(QPainter &painter, const RateMark &mark) const
{
    if (!mark.value)
        return;
    const qreal line = ptToUnits(m_style.linePt);
    if (mark.kind == RateKind::PercentOnly) {
        // a level without a bar: nothing fills the space below, because no count stands behind it
        const qreal half = mark.bar ? mark.bar->width() / 2.0 : mark.slot.width() / 2.0;
        const QRectF level(mark.value->x() - half, mark.value->y() - line * 1.5, half * 2.0, line * 3.0);
        painter.setPen(mark.look.comparator ? QPen(mark.look.line, line) : QPen(Qt::NoPen));
        painter.setBrush(mark.look.fill);
        painter.drawRect(level);
        return;
    }
    if (mark.bar)
        drawBar(painter, *mark.bar, mark.look, m_style, mark.kind == RateKind::Inferred);
    paintWhisker(painter, mark, mark.bar ? mark.bar->width() / 3.0 : 4.0, true);
}

void RateOverlay::paintRow(QPainter &painter, const RateMark &mark) const
{
    if (!mark.value)
        return;
    const qreal size = std::min(mark.slot.height() * 0.4, ptToUnits(5.0));
    if (mark.kind == RateKind::PercentOnly) {
        const qreal line = ptToUnits(m_style.linePt);
        painter.setPen(QPen(mark.look.comparator ? mark.look.line : mark.look.fill, line * 2.5,
                            Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(*mark.value - QPointF(0.0, size * 0.7), *mark.value + QPointF(0.0, size * 0.7));
        return;
    }
    paintWhisker(painter, mark, size * 0.75, false);
    drawShape(painter, *mark.value, size, mark.look, m_style, mark.kind == RateKind::Inferred);
}

void RateOverlay::paintWhisker(QPainter &painter, const RateMark &mark, qreal cap, bool onBar) const
{
    if (!mark.low || !mark.high)
        return;
    const bool soft = !onBar && mark.look.comparator;
    drawWhisker(painter, {QLineF(*mark.low, *mark.high), mark.cutLow, mark.cutHigh, cap},
                soft ? mark.look.line : m_style.ink, m_style);
}

} // namespace anakinra
