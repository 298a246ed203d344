// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/Whisker.h"

#include "views/charts/MarkLook.h"

#include <cmath>

namespace anakinra {

void drawWhisker(QPainter &painter, const Whisker &whisker, const QColor &ink,
                 const FigureStyle &style)
{
    const qreal width = ptToUnits(style.linePt);
    drawHaloLine(painter, whisker.line, ink, style.paper, width);
    const bool upright = std::abs(whisker.line.dy()) > std::abs(whisker.line.dx());
    const QPointF up = upright ? QPointF(0.0, -1.0) : QPointF(1.0, 0.0);
    drawWhiskerEnd(painter, whisker.line.p1(), -up, whisker.cap, whisker.cutLow, style.ink, width);
    drawWhiskerEnd(painter, whisker.line.p2(), up, whisker.cap, whisker.cutHigh, style.ink, width);
}

} // namespace anakinra
