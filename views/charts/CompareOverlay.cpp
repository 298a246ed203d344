// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/CompareOverlay.h"

#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace anakinra {

namespace {

constexpr qreal headlinePt = 13.0;
constexpr qreal shapePt = 5.0;
constexpr qreal reach = 8.0; ///< no mark is higher above or below its value

} // namespace

CompareFonts::CompareFonts(const FigureStyle &style, std::shared_ptr<const FigureFonts> commonFonts)
    : common(std::move(commonFonts)), headline(style, headlinePt, true)
{
}

CompareOverlay::CompareOverlay(const FigureStyle &style, std::shared_ptr<const CompareFonts> fonts,
                               const QRectF &bounds)
    : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
{
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(4.5); // over the charts
}

void CompareOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const QRectF exposed = option->exposedRect.adjusted(0.0, -reach, 0.0, reach);
    const auto isSeen = [&](qreal top, qreal bottom) {
        return bottom >= exposed.top() && top <= exposed.bottom();
    };
    painter->save();
    painter->setPen(QPen(m_style.grid, ptToUnits(0.5)));
    for (const QLineF &line : hairlines) {
        if (isSeen(line.y1(), line.y2()))
            painter->drawLine(line);
    }
    painter->setPen(QPen(m_style.ink, ptToUnits(m_style.linePt)));
    for (const QLineF &line : rules) {
        if (isSeen(std::min(line.y1(), line.y2()), std::max(line.y1(), line.y2())))
            painter->drawLine(line);
    }
    for (const CompareMark &mark : marks) {
        if (isSeen(mark.value.y(), mark.value.y()))
            paintMark(*painter, mark);
    }
    for (const PlacedText &text : texts) {
        if (isSeen(text.rect.top(), text.rect.bottom()))
            text.draw(*painter);
    }
    painter->restore();
}

void CompareOverlay::paintMark(QPainter &painter, const CompareMark &mark) const
{
    if (mark.form == CompareMark::Form::Diamond) {
        paintDiamond(painter, mark);
        return;
    }
    const qreal line = ptToUnits(m_style.linePt);
    const qreal size = ptToUnits(shapePt);
    if (mark.form == CompareMark::Form::Level) {
        painter.setPen(QPen(mark.look.line, line * 2.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(mark.value - QPointF(0.0, size * 0.7), mark.value + QPointF(0.0, size * 0.7));
        return;
    }
    if (mark.low && mark.high) {
        painter.setPen(QPen(mark.look.line, line, Qt::SolidLine, Qt::FlatCap));
        const qreal y = mark.value.y();
        painter.drawLine(QPointF(*mark.low, y), QPointF(*mark.high, y));
        for (const qreal end : {*mark.low, *mark.high})
            painter.drawLine(QPointF(end, y - size * 0.4), QPointF(end, y + size * 0.4));
    }
    drawShape(painter, mark.value, size, mark.look, m_style, mark.hollow);
}

/// As wide as its interval, the way pooled rates are drawn in forest plots.
void CompareOverlay::paintDiamond(QPainter &painter, const CompareMark &mark) const
{
    const qreal half = ptToUnits(shapePt) * 0.55;
    const QPointF value = mark.value;
    painter.setPen(QPen(mark.look.line, ptToUnits(m_style.linePt)));
    painter.setBrush(mark.look.fill);
    painter.drawPolygon(QPolygonF({QPointF(mark.low.value_or(value.x() - half), value.y()),
                                   value - QPointF(0.0, half),
                                   QPointF(mark.high.value_or(value.x() + half), value.y()),
                                   value + QPointF(0.0, half)}));
}

} // namespace anakinra
