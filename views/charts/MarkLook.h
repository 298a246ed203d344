// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureStyle.h"

#include <QPainter>

namespace anakinra {

/// The second code beside colour. Drawn as lines that end at the edge of the area, because SVG does
/// not clip and a brush pattern would become a bitmap.
enum class Hatch { None, Rising, Falling, Level, Cross, Upright };

/// Shapes for marks without bars.
enum class MarkShape { Disc, Square, Diamond, Triangle, Wedge };

/// How a cohort (or a timing) looks.
struct MarkLook
{
    QColor fill;
    QColor line;        ///< outline and hatch
    Hatch hatch = Hatch::None;
    MarkShape shape = MarkShape::Disc;
    bool comparator = false;
    bool part = false;  ///< part of the cohort before it: drawn narrower
    bool highlighted = false;
};

void drawHatch(QPainter &painter, const QRectF &area, Hatch hatch, const QColor &colour,
               qreal lineWidth);

/// A bar or legend swatch. `hollow`: an inferred count.
void drawBar(QPainter &painter, const QRectF &area, const MarkLook &look, const FigureStyle &style,
             bool hollow);

/// A line with a paper-coloured halo, so that it stays visible on a mark of any colour.
void drawHaloLine(QPainter &painter, const QLineF &line, const QColor &ink, const QColor &paper,
                  qreal width);

/// The end of a whisker: a cap, or an arrow head where the interval goes on beyond the axis.
/// `outward`: unit vector along the whisker.
void drawWhiskerEnd(QPainter &painter, QPointF end, QPointF outward, qreal cap, bool arrow,
                    const QColor &ink, qreal width);

/// A mark of the given width around `centre`.
void drawShape(QPainter &painter, QPointF centre, qreal width, const MarkLook &look,
               const FigureStyle &style, bool hollow);

} // namespace anakinra
