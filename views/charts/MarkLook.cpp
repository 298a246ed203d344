// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/MarkLook.h"

#include <algorithm>

namespace anakinra {

namespace {

constexpr qreal hatchSpacing = 5.0;

void slantedLines(QPainter &painter, const QRectF &area, bool rising)
{
    // Lines x + y = c (rising) or x - y = c (falling), cut at the edges of the area. Anchored at
    // the bottom left so that bars of one cohort carry the same pattern.
    const qreal step = hatchSpacing * 1.4142;
    const qreal length = area.width() + area.height();
    for (qreal c = step / 2.0; c < length; c += step) {
        const qreal inX = std::min(c, area.width());   // how far the line runs along the bottom
        const qreal inY = std::min(c, area.height());  // ... and up the side it starts from
        if (rising) {
            // from the top/left side down to the bottom/right side, counted from the top left
            painter.drawLine(QPointF(area.left() + c - inY, area.top() + inY),
                             QPointF(area.left() + inX, area.top() + c - inX));
        } else {
            painter.drawLine(QPointF(area.left() + c - inY, area.bottom() - inY),
                             QPointF(area.left() + inX, area.bottom() - (c - inX)));
        }
    }
}

} // namespace

void drawHatch(QPainter &painter, const QRectF &area, Hatch hatch, const QColor &colour,
               qreal lineWidth)
{
    if (hatch == Hatch::None || area.width() <= 0.0 || area.height() <= 0.0)
        return;
    painter.setPen(QPen(colour, lineWidth, Qt::SolidLine, Qt::FlatCap));
    if (hatch == Hatch::Rising || hatch == Hatch::Cross)
        slantedLines(painter, area, true);
    if (hatch == Hatch::Falling || hatch == Hatch::Cross)
        slantedLines(painter, area, false);
    if (hatch == Hatch::Level) {
        for (qreal y = area.bottom() - hatchSpacing / 2.0; y > area.top(); y -= hatchSpacing)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    if (hatch == Hatch::Upright) {
        for (qreal x = area.left() + hatchSpacing / 2.0; x < area.right(); x += hatchSpacing)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void drawBar(QPainter &painter, const QRectF &area, const MarkLook &look, const FigureStyle &style,
             bool hollow)
{
    const qreal line = ptToUnits(style.linePt);
    if (hollow) {
        painter.setPen(QPen(look.comparator ? style.softInk : look.fill, line * 1.5, Qt::DashLine));
        painter.setBrush(style.paper);
        painter.drawRect(area.adjusted(line, 0.0, -line, 0.0));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.fill);
    painter.drawRect(area);
    drawHatch(painter, area, look.hatch, look.line, line);
    if (look.comparator) {
        painter.setPen(QPen(look.line, line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(line / 2, line / 2, -line / 2, 0.0));
    }
}

void drawHaloLine(QPainter &painter, const QLineF &line, const QColor &ink, const QColor &paper,
                  qreal width)
{
    painter.setPen(QPen(paper, width * 2.2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
}

void drawWhiskerEnd(QPainter &painter, QPointF end, QPointF outward, qreal cap, bool arrow,
                    const QColor &ink, qreal width)
{
    const QPointF across(outward.y(), outward.x());
    if (!arrow) {
        painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(end - across * cap / 2.0, end + across * cap / 2.0);
        return;
    }
    const qreal head = std::max(cap, 4.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({end, end - outward * head + across * head / 2.0,
                                   end - outward * head - across * head / 2.0}));
}

void drawShape(QPainter &painter, QPointF centre, qreal width, const MarkLook &look,
               const FigureStyle &style, bool hollow)
{
    const qreal line = ptToUnits(style.linePt);
    const QColor colour = look.comparator ? look.line : look.fill;
    const bool open = hollow || look.comparator ;
    painter.setPen(QPen(colour, line * 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(open ? style.paper : colour);
    const qreal r = width / 2.0;
    switch (look.shape) {
    case MarkShape::Disc:
        painter.drawEllipse(centre, r, r);
        break;
    case MarkShape::Square:
        painter.drawRect(QRectF(centre.x() - r * 0.88, centre.y() - r * 0.88, r * 1.76, r * 1.76));
        break;
    case MarkShape::Diamond:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -r * 1.2), centre + QPointF(r * 1.2, 0),
                                       centre + QPointF(0, r * 1.2), centre + QPointF(-r * 1.2, 0)}));
        break;
    case MarkShape::Wedge:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, r * 1.1), centre + QPointF(r * 1.1, -r * 0.85),
                                       centre + QPointF(-r * 1.1, -r * 0.85)}));
        break;
    case MarkShape::Triangle:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -r * 1.1), centre + QPointF(r * 1.1, r * 0.85),
                                       centre + QPointF(-r * 1.1, r * 0.85)}));
        break;
    }
}

} // namespace anakinra
