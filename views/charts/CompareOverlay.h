// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureText.h"
#include "views/charts/MarkLook.h"

#include <QGraphicsItem>

#include <optional>

namespace anakinra {

/// The fonts of a comparison: those of every figure and a larger one.
struct CompareFonts
{
    CompareFonts(const FigureStyle &style, std::shared_ptr<const FigureFonts> common);

    std::shared_ptr<const FigureFonts> common;
    FigureText headline;
};

/// A rate, a pooled rate or a difference at its place, in scene units.
struct CompareMark
{
    enum class Form { Shape, Level, Diamond };

    Form form = Form::Shape; ///< Level: a percentage without a count; Diamond: pooled
    QPointF value;
    std::optional<qreal> low; ///< ends of the interval
    std::optional<qreal> high;
    MarkLook look;
    bool hollow = false; ///< an inferred count
};

/// Everything of a comparison but axes and grid in one item. Only what is exposed is drawn, so that
/// filters with thousands of cohorts scroll.
class CompareOverlay : public QGraphicsItem
{
public:
    CompareOverlay(const FigureStyle &style, std::shared_ptr<const CompareFonts> fonts,
                   const QRectF &bounds);

    std::vector<CompareMark> marks;
    std::vector<PlacedText> texts;
    std::vector<QLineF> rules; ///< axes, ticks, the line at no difference
    std::vector<QLineF> hairlines; ///< between the rows of tables

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintMark(QPainter &painter, const CompareMark &mark) const;
    void paintDiamond(QPainter &painter, const CompareMark &mark) const;

    FigureStyle m_style;
    std::shared_ptr<const CompareFonts> m_fonts;
    QRectF m_bounds;
};

} // namespace anakinra
