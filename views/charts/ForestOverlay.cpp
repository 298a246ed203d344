// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ForestOverlay.h"

#include "views/charts/MarkLook.h"

#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace anakinra {

namespace {

constexpr qreal smallestSide = 2.0;

/// Rows that are not of the pool speak softly.
bool isSoft(ForestRowKind kind)
{
    return kind == ForestRowKind::LeftOut || kind == ForestRowKind::Arm ||
           kind == ForestRowKind::Comparator;
}

} // namespace

ForestOverlay::ForestOverlay(std::shared_ptr<const ForestRows> rows, const FigureStyle &style,
                             std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
    : m_rows(std::move(rows)), m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
{
    setZValue(4.5);                       // between the series (4) and the legend (5) of a chart
    setFlag(ItemUsesExtendedStyleOption); // to be told what is exposed
}

qreal ForestOverlay::xOf(double percent) const
{
    return columns.plot + columns.plotWidth * std::clamp(percent / axisEnd, 0.0, 1.0);
}

QRectF ForestOverlay::boxOf(int index) const
{
    if (columns.boxSize <= 0.0 || row(index).box == ForestBox::None)
        return {};
    const ForestLine &place = line(index);
    return {columns.box, place.top + (place.block - columns.boxSize) / 2.0, columns.boxSize,
            columns.boxSize};
}

ForestMark ForestOverlay::markOf(int index) const
{
    const ForestRow &of = row(index);
    const ForestLine &place = line(index);
    ForestMark mark;
    mark.centre.setY(place.top + place.block / 2.0);
    if (of.percent) {
        mark.centre.setX(xOf(*of.percent));
        mark.isRateOnAxis = *of.percent <= axisEnd;
        mark.cutHigh = !mark.isRateOnAxis;
    }
    if (of.interval) {
        mark.low = xOf(of.interval->low);
        mark.high = xOf(of.interval->high);
        mark.cutLow = of.interval->low < 0.0;
        mark.cutHigh = of.interval->high > axisEnd;
    }
    const qreal line = m_fonts->label.lineHeight();
    if (of.kind == ForestRowKind::Pooled && of.percent && of.interval) {
        // beyond the axis the shape goes on; what lies there is cut off, not squeezed
        const auto at = [this](double percent) {
            return columns.plot + columns.plotWidth * percent / axisEnd;
        };
        const qreal half = line * 0.42;
        const qreal y = mark.centre.y();
        const QPolygonF whole({QPointF(at(of.interval->low), y), QPointF(at(*of.percent), y - half),
                               QPointF(at(of.interval->high), y),
                               QPointF(at(*of.percent), y + half)});
        mark.diamond =
            mark.cutHigh
                ? whole.intersected(QRectF(columns.plot, y - line, columns.plotWidth, 2.0 * line))
                : whole;
    } else if (of.n && mark.isRateOnAxis) {
        const qreal largest = line * 0.9;
        mark.side = std::max(smallestSide,
                             largest * std::sqrt(static_cast<qreal>(*of.n) / m_rows->largestN));
    }
    return mark;
}

bool ForestOverlay::isAcrossPlot(int index) const
{
    const ForestRowKind kind = row(index).kind;
    return kind == ForestRowKind::Words || kind == ForestRowKind::Heading;
}

std::vector<PlacedText> ForestOverlay::textsOf(int index) const
{
    const ForestRow &of = row(index);
    const ForestLine &place = line(index);
    std::vector<PlacedText> texts;
    const qreal indent = of.indented ? columns.indent : 0.0;
    const bool bold = of.kind == ForestRowKind::Heading || of.kind == ForestRowKind::Pooled;
    const FigureText &font = of.kind == ForestRowKind::Words ? m_fonts->small
                             : bold                          ? m_fonts->bold
                                                             : m_fonts->label;
    const QColor colour = isSoft(of.kind) ? m_style.softInk : m_style.ink;
    const auto put = [&](const FigureText &in, const QStringList &words, qreal left, qreal right,
                         Qt::Alignment alignment, const QColor &ink) {
        const qreal height = static_cast<qreal>(words.size()) * in.lineHeight();
        return placeLines(texts, in, words,
                          QRectF(left, place.top + (place.block - height) / 2.0, right - left, 0.0),
                          alignment, ink);
    };
    const qreal left = columns.label + indent;
    const qreal labelRight =
        isAcrossPlot(index) ? columns.right : columns.label + columns.labelWidth;
    put(font, place.label, left, labelRight, Qt::AlignLeft, colour);
    if (!of.countText.isEmpty())
        put(m_fonts->label, {of.markedCount()}, left, columns.countsRight, Qt::AlignRight, colour);
    put(font, place.estimate, columns.plot + columns.plotWidth, columns.estimateRight,
        Qt::AlignRight, colour);
    if (!of.thresholdText.isEmpty())
        put(m_fonts->label, {of.thresholdText}, columns.estimateRight, columns.right,
            Qt::AlignRight, colour);
    placeLines(texts, m_fonts->small, place.reason,
               QRectF(left, place.top + place.block, columns.countsRight - left, 0.0),
               Qt::AlignLeft, m_style.softInk);
    return texts;
}

void ForestOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const QRectF exposed = option->exposedRect.isEmpty() ? m_bounds : option->exposedRect;
    const auto from = std::ranges::lower_bound(
        lines, exposed.top(), {}, [](const ForestLine &each) { return each.top + each.height; });
    const auto to = std::ranges::upper_bound(lines, exposed.bottom(), {}, &ForestLine::top);
    const int first = static_cast<int>(from - lines.begin());
    const int last = static_cast<int>(to - lines.begin());
    painter->save();
    // Grid lines would run through text that needs the whole width.
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_style.paper);
    for (int i = first; i < last; ++i) {
        if (!isAcrossPlot(i))
            continue;
        const qreal top = i > 0 ? line(i - 1).top + line(i - 1).height : plotTop;
        painter->drawRect(QRectF(columns.plot - 1.0, top, columns.plotWidth + 2.0,
                                 line(i).top + line(i).height - top));
    }
    const qreal width = ptToUnits(m_style.linePt);
    if (m_rows->pooled)
        paintReferenceLine(*painter, *m_rows->pooled,
                           QPen(m_style.series[5], width, Qt::DotLine, Qt::FlatCap), first, last);
    if (m_rows->reference)
        paintReferenceLine(*painter, *m_rows->reference,
                           QPen(m_style.softInk, width * 1.3, Qt::DashLine, Qt::FlatCap), first,
                           last);
    for (int i = first; i < last; ++i)
        paintRow(*painter, i);
    painter->setPen(QPen(m_style.ink, width));
    painter->drawLines(rules.data(), static_cast<int>(rules.size()));
    for (const PlacedText &text : heads)
        text.draw(*painter);
    painter->restore();
}

void ForestOverlay::paintReferenceLine(QPainter &painter, double percent, const QPen &pen,
                                       int first, int last) const
{
    if (percent > axisEnd)
        return;
    const qreal x = xOf(percent);
    painter.setPen(pen);
    for (int i = first; i < last; ++i) {
        if (isAcrossPlot(i))
            continue;
        const qreal top = line(i).top;
        int end = i;
        while (end + 1 < last && !isAcrossPlot(end + 1))
            ++end;
        painter.drawLine(QPointF(x, top), QPointF(x, line(end).top + line(end).height));
        i = end;
    }
}

void ForestOverlay::paintRow(QPainter &painter, int index) const
{
    const ForestRow &of = row(index);
    if (const QRectF box = boxOf(index); !box.isNull())
        paintBox(painter, box, of.box == ForestBox::In);
    const ForestMark mark = markOf(index);
    if (!mark.diamond.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.series[5]);
        painter.drawPolygon(mark.diamond);
        if (mark.cutHigh)
            drawWhiskerEnd(painter, {*mark.high, mark.centre.y()}, {1.0, 0.0}, 0.0, true,
                           m_style.ink, ptToUnits(m_style.linePt));
    } else {
        paintInterval(painter, of, mark);
        paintSquare(painter, of, mark);
    }
    for (const PlacedText &text : textsOf(index))
        text.draw(painter);
}

void ForestOverlay::paintBox(QPainter &painter, const QRectF &box, bool ticked) const
{
    const qreal width = ptToUnits(m_style.linePt);
    painter.setPen(QPen(m_style.softInk, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(m_style.paper);
    painter.drawRect(box);
    if (!ticked)
        return;
    painter.setPen(QPen(m_style.ink, width * 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter.drawPolyline(QPolygonF({at(0.2, 0.55), at(0.42, 0.77), at(0.82, 0.25)}));
}

void ForestOverlay::paintInterval(QPainter &painter, const ForestRow &row,
                                  const ForestMark &mark) const
{
    const qreal width = ptToUnits(m_style.linePt);
    const QColor ink = isSoft(row.kind) ? m_style.softInk : m_style.ink;
    const qreal y = mark.centre.y();
    if (mark.low && mark.high) {
        const bool prediction = row.kind == ForestRowKind::Prediction;
        const QColor colour = prediction ? m_style.series[5] : ink;
        drawHaloLine(painter, {*mark.low, y, *mark.high, y}, colour, m_style.paper,
                     prediction ? width * 1.6 : width);
        const qreal cap = m_fonts->label.lineHeight() * (prediction ? 0.5 : 0.25);
        drawWhiskerEnd(painter, {*mark.low, y}, {-1.0, 0.0}, cap, mark.cutLow, colour, width);
        drawWhiskerEnd(painter, {*mark.high, y}, {1.0, 0.0}, cap, mark.cutHigh, colour, width);
    } else if (row.percent && mark.cutHigh) {
        drawWhiskerEnd(painter, mark.centre, {1.0, 0.0}, 0.0, true, ink, width);
    }
}

void ForestOverlay::paintSquare(QPainter &painter, const ForestRow &row,
                                const ForestMark &mark) const
{
    if (!mark.isRateOnAxis)
        return;
    const qreal width = ptToUnits(m_style.linePt);
    const QColor ink =
        isSoft(row.kind) && row.kind != ForestRowKind::Arm ? m_style.softInk : m_style.series[0];
    if (row.rate == RateKind::PercentOnly) {
        const QPointF half(0.0, m_fonts->label.lineHeight() * 0.35);
        painter.setPen(QPen(ink, width * 2.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(mark.centre - half, mark.centre + half);
        return;
    }
    if (mark.side <= 0.0)
        return;
    const QRectF square(mark.centre.x() - mark.side / 2.0, mark.centre.y() - mark.side / 2.0,
                        mark.side, mark.side);
    const bool hollow = row.rate == RateKind::Inferred || row.kind == ForestRowKind::Comparator;
    const QColor fill = hollow                               ? m_style.paper
                        : row.kind == ForestRowKind::LeftOut ? m_style.grid
                                                             : ink;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRect(square);
    if (row.kind == ForestRowKind::Comparator)
        drawHatch(painter, square, Hatch::Falling, ink, width);
    if (fill == ink)
        return;
    painter.setPen(QPen(ink, width, row.rate == RateKind::Inferred ? Qt::DashLine : Qt::SolidLine,
                        Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    const qreal inside = std::min(width, mark.side) / 2.0; // the outline does not add to the area
    painter.drawRect(square.adjusted(inside, inside, -inside, -inside));
}

} // namespace anakinra
