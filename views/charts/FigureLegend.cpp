// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/FigureLegend.h"

#include "models/figures/RateFindings.h"
#include "views/charts/Whisker.h"

#include <algorithm>

namespace anakinra {

namespace {

constexpr qreal keyWidth = 15.0;
constexpr qreal keyGap = 5.0;
constexpr qreal entryGap = 14.0;
constexpr qreal lineGap = 2.0;

} // namespace

FigureLegend::FigureLegend(std::vector<LegendKey> keys, const FigureStyle &style,
                           std::shared_ptr<const FigureFonts> fonts, qreal width)
    : m_keys(std::move(keys)), m_fonts(std::move(fonts)), m_width(width)
{
    const FigureText &font = m_fonts->label;
    const qreal before = keyWidth + keyGap;
    qreal x = 0.0;
    qreal y = 0.0;
    for (const LegendKey &key : m_keys) {
        const qreal whole = before + font.width(key.text);
        if (x > 0.0 && x + whole > width) {
            x = 0.0;
            y = m_height + lineGap;
        }
        m_boxes.emplace_back(x, y + font.lineHeight() * 0.14, keyWidth, font.lineHeight() * 0.72);
        const qreal bottom =
            placeLines(m_texts, font, font.wrapped(key.text, width - before),
                       QRectF(x + before, y, width - before, 0.0), Qt::AlignLeft, style.ink);
        m_height = std::max(m_height, bottom);
        x += whole + entryGap;
    }
}

void FigureLegend::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        m_keys[i].paint(*painter, m_boxes[i]);
    for (const PlacedText &text : m_texts)
        text.draw(*painter);
    painter->restore();
}

LegendKey wordKey(const QString &word, const QString &meaning, const FigureStyle &style,
                  std::shared_ptr<const FigureFonts> fonts)
{
    return {[word, colour = style.softInk, fonts = std::move(fonts)](QPainter &painter,
                                                                     const QRectF &box) {
                painter.setPen(colour);
                const FigureText &font = fonts->label;
                font.draw(painter,
                          {box.left(), box.center().y() - font.lineHeight() / 2.0 + font.ascent()},
                          word);
            },
            meaning};
}

std::vector<LegendKey> findingKeys(const RateSeries &series, const FigureStyle &style,
                                   const std::shared_ptr<const FigureFonts> &fonts)
{
    std::vector<LegendKey> keys;
    for (const QString &mark : marksOf(series))
        keys.push_back(wordKey(mark, markMeaning(mark), style, fonts));
    return keys;
}

LegendKey shapeKey(const MarkLook &look, const QString &meaning, const FigureStyle &style,
                   bool hollow)
{
    return {[look, style, hollow](QPainter &painter, const QRectF &box) {
                drawShape(painter, box.center(), ptToUnits(6.0), look, style, hollow);
            },
            meaning};
}

LegendKey whiskerKey(const QString &meaning, const FigureStyle &style)
{
    return {[style](QPainter &painter, const QRectF &box) {
                const qreal half = ptToUnits(style.linePt) / 2.0;
                const QPointF left(box.left() + half, box.center().y());
                const QPointF right(box.right() - half, box.center().y());
                drawWhisker(painter, {QLineF(left, right), false, false, 6.0}, style.ink, style);
            },
            meaning};
}

} // namespace anakinra
