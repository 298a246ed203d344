// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/TimingOverlay.h"

#include "views/charts/RateLooks.h"

#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace anakinra {

namespace {

constexpr qreal arrowLength = 7.0;
constexpr qreal leastLength = 2.0; ///< of a bar of one day

void drawArrow(QPainter &painter, QPointF base, qreal direction, qreal height, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(
        QPolygonF({base + QPointF(0.0, -height * 0.8), base + QPointF(direction * arrowLength, 0.0),
                   base + QPointF(0.0, height * 0.8)}));
}

} // namespace

MarkLook timingBarLook(Timing timing, const FigureStyle &style)
{
    MarkLook look = timingLook(timing, style);
    switch (timing) {
    case Timing::Prophylactic:
        look.hatch = Hatch::None;
        break;
    case Timing::PreEmptive:
        look.hatch = Hatch::Rising;
        break;
    case Timing::Treatment:
        look.hatch = Hatch::Upright;
        break;
    case Timing::Refractory:
        look.hatch = Hatch::Cross;
        break;
    case Timing::NotReported:
        look.hatch = Hatch::Falling;
        break;
    }
    return look;
}

QRectF TimingBar::bounds() const
{
    QRectF all;
    for (const Piece &piece : pieces)
        all |= QRectF(piece.left - arrowLength, y - height,
                      piece.right - piece.left + 2.0 * arrowLength, 2.0 * height);
    return all;
}

void TimingBar::draw(QPainter &painter, const FigureStyle &style) const
{
    const qreal line = ptToUnits(style.linePt);
    for (const Piece &piece : pieces) {
        if (piece.kind == TimingPiece::Unknown) {
            QPen pen(look.fill, line * (stepUp ? 1.5 : 2.0), Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern(stepUp ? QList<qreal>{1.0, 1.5} : QList<qreal>{4.0, 2.5});
            painter.setPen(pen);
            painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y));
            painter.setPen(QPen(look.fill, line * 2.0, Qt::SolidLine, Qt::FlatCap));
            for (const auto &[x, open] : {std::pair(piece.left, piece.openLeft || piece.earlier),
                                          std::pair(piece.right, piece.openRight || piece.later)}) {
                if (!open)
                    painter.drawLine(QPointF(x, y - height / 2.0), QPointF(x, y + height / 2.0));
            }
        } else {
            const qreal length = std::max(leastLength, piece.right - piece.left);
            const QRectF area((piece.left + piece.right - length) / 2.0, y - height / 2.0, length,
                              height);
            drawBar(painter, area, look, style, piece.kind == TimingPiece::Possible);
        }
        if (piece.earlier)
            drawArrow(painter, {piece.left, y}, -1.0, height, look.fill);
        if (piece.later)
            drawArrow(painter, {piece.right, y}, 1.0, height, look.fill);
    }
    MarkLook diamond;
    diamond.fill = style.ink;
    diamond.shape = MarkShape::Diamond;
    for (const qreal x : medians)
        drawShape(painter, {x, y}, height, diamond, style, false);
}

TimingOverlay::TimingOverlay(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts,
                             const QRectF &bounds)
    : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
{
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(4.5); // between the series (4) and the legend (5) of a chart
}

void TimingOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const QRectF seen = option->exposedRect;
    const qreal line = ptToUnits(m_style.linePt);
    painter->save();
    painter->setPen(QPen(m_style.grid, ptToUnits(0.5)));
    for (const QLineF &separator : separators) {
        if (separator.y1() >= seen.top() && separator.y1() <= seen.bottom())
            painter->drawLine(separator);
    }
    painter->setPen(QPen(m_style.ink, line, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(dayZero);
    painter->drawLines(ticks.data(), static_cast<int>(ticks.size()));
    for (const TimingBar &bar : bars) {
        if (bar.bounds().intersects(seen))
            bar.draw(*painter, m_style);
    }
    for (const PlacedText &text : words) {
        if (text.rect.intersects(seen))
            painter->fillRect(text.rect.adjusted(-1.0, 0.0, 1.0, 0.0), m_style.paper);
    }
    for (const auto *block : {&words, &texts}) {
        for (const PlacedText &text : *block) {
            if (text.rect.intersects(seen))
                text.draw(*painter);
        }
    }
    painter->restore();
}

} // namespace anakinra
