// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/FigureText.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int oversize = 16;

QFont pixelFont(const FigureStyle &style, qreal pt, bool bold)
{
    QFont font(style.fontFamily);
    font.setPixelSize(static_cast<int>(std::lround(ptToUnits(pt) * oversize)));
    font.setBold(bold);
    // Hinting would make widths depend on the device.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

FigureText::FigureText(const FigureStyle &style, qreal pt, bool bold)
    : m_font(pixelFont(style, pt, bold)), m_metrics(m_font)
{
}

qreal FigureText::width(const QString &text) const
{
    const auto known = m_widths.constFind(text);
    if (known != m_widths.constEnd())
        return *known;
    return *m_widths.insert(text, m_metrics.horizontalAdvance(text) / oversize);
}

qreal FigureText::lineHeight() const
{
    return m_metrics.height() / oversize;
}

qreal FigureText::ascent() const
{
    return m_metrics.ascent() / oversize;
}

bool FigureText::fits(const QString &line, qreal sumOfWords, qreal columnWidth) const
{
    // The sum is off by the kerning around blanks only, so that most lines need not be measured.
    constexpr qreal kerning = 1.0;
    if (std::abs(sumOfWords - columnWidth) > kerning)
        return sumOfWords < columnWidth;
    return width(line) <= columnWidth;
}

QStringList FigureText::wrapped(const QString &text, qreal columnWidth) const
{
    QStringList lines;
    QString line;
    qreal sum = 0.0; // of the words of the line and the blanks between them
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QString word : words) {
        const QString longer = line.isEmpty() ? word : QString(line + u' ' + word);
        const qreal longerSum = (line.isEmpty() ? 0.0 : sum + width(u" "_s)) + width(word);
        if (fits(longer, longerSum, columnWidth)) {
            line = longer;
            sum = longerSum;
            continue;
        }
        if (!line.isEmpty())
            lines.append(line);
        while (word.size() > 1 && width(word) > columnWidth) {
            qsizetype fitting = word.size() - 1;
            while (fitting > 1 && width(word.left(fitting)) > columnWidth)
                --fitting;
            lines.append(word.left(fitting));
            word = word.mid(fitting);
        }
        line = word;
        sum = width(word);
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

qreal FigureText::widestWord(const QString &text) const
{
    qreal widest = 0.0;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        widest = std::max(widest, width(word));
    return widest;
}

void FigureText::draw(QPainter &painter, QPointF baselineStart, const QString &text) const
{
    painter.save();
    painter.translate(baselineStart);
    painter.scale(1.0 / oversize, 1.0 / oversize);
    painter.setFont(m_font);
    painter.drawText(QPointF(0.0, 0.0), text);
    painter.restore();
}

FigureFonts::FigureFonts(const FigureStyle &style)
    : label(style, style.labelPt), bold(style, style.labelPt, true),
      title(style, style.titlePt, true), small(style, style.footerPt)
{
}

void PlacedText::draw(QPainter &painter) const
{
    painter.setPen(colour);
    if (!upright) {
        font->draw(painter, rect.topLeft() + QPointF(0.0, font->ascent()), text);
        return;
    }
    painter.save();
    painter.translate(rect.bottomLeft());
    painter.rotate(-90.0);
    font->draw(painter, QPointF(0.0, font->ascent()), text);
    painter.restore();
}

qreal placeLines(std::vector<PlacedText> &into, const FigureText &font, const QStringList &lines,
                 const QRectF &column, Qt::Alignment alignment, const QColor &colour)
{
    qreal y = column.top();
    for (const QString &line : lines) {
        const qreal width = font.width(line);
        qreal x = column.left();
        if (alignment & Qt::AlignRight)
            x = column.right() - width;
        else if (alignment & Qt::AlignHCenter)
            x = column.center().x() - width / 2.0;
        into.push_back({&font, line, QRectF(x, y, width, font.lineHeight()), colour});
        y += font.lineHeight();
    }
    return y;
}

FigureTextItem::FigureTextItem(std::shared_ptr<const FigureFonts> fonts, std::vector<PlacedText> texts)
    : m_fonts(std::move(fonts)), m_texts(std::move(texts))
{
}

QRectF FigureTextItem::boundingRect() const
{
    QRectF bounds;
    for (const PlacedText &text : m_texts)
        bounds |= text.rect;
    return bounds;
}

void FigureTextItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    for (const PlacedText &text : m_texts)
        text.draw(*painter);
}

} // namespace anakinra
