// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureStyle.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QHash>
#include <QPainter>
#include <QStringList>

#include <memory>
#include <vector>

namespace anakinra {

/// One size of text in a figure. Text is measured and drawn with a pixel font of 16 times the size
/// under a scale of 1/16, so that widths are the same on screen, in bitmaps, SVG and PDF. Lengths
/// are in scene units (1/96 inch).
class FigureText
{
public:
    FigureText(const FigureStyle &style, qreal pt, bool bold = false);

    [[nodiscard]] qreal width(const QString &text) const;
    [[nodiscard]] qreal lineHeight() const;
    [[nodiscard]] qreal ascent() const;
    /// The lines of `text` in a column; words wider than the column are broken, nothing is lost.
    [[nodiscard]] QStringList wrapped(const QString &text, qreal columnWidth) const;
    /// Width of the widest word: the narrowest column that breaks none.
    [[nodiscard]] qreal widestWord(const QString &text) const;
    void draw(QPainter &painter, QPointF baselineStart, const QString &text) const;

private:
    [[nodiscard]] bool fits(const QString &line, qreal sumOfWords, qreal columnWidth) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    mutable QHash<QString, qreal> m_widths; ///< measured before: a figure says "NR" many times
};

/// The sizes a figure uses.
struct FigureFonts
{
    explicit FigureFonts(const FigureStyle &style);

    FigureText label;
    FigureText bold;
    FigureText title;
    FigureText small; ///< footer, tick labels, crowded marks
};

/// A line of text at its place. `upright` text runs upwards: `rect` is where it is seen either way.
struct PlacedText
{
    const FigureText *font = nullptr;
    QString text;
    QRectF rect;
    QColor colour;
    bool upright = false;

    void draw(QPainter &painter) const;
};

/// Puts the lines of a block one below the other, each aligned inside `column`; returns the bottom.
qreal placeLines(std::vector<PlacedText> &into, const FigureText &font, const QStringList &lines,
                 const QRectF &column, Qt::Alignment alignment, const QColor &colour);

/// Text of a figure outside its charts.
class FigureTextItem : public QGraphicsItem
{
public:
    FigureTextItem(std::shared_ptr<const FigureFonts> fonts, std::vector<PlacedText> texts);

    [[nodiscard]] const std::vector<PlacedText> &texts() const { return m_texts; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::shared_ptr<const FigureFonts> m_fonts; ///< keeps what `font` points to
    std::vector<PlacedText> m_texts;
};

} // namespace anakinra
