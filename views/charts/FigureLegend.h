// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "views/charts/FigureText.h"
#include "views/charts/MarkLook.h"

#include <functional>

namespace anakinra {

/// A kind of mark in a legend: what it looks like inside a box, and what it means.
struct LegendKey
{
    std::function<void(QPainter &painter, const QRectF &box)> paint;
    QString text;
};

/// The keys of a figure one after the other, over as many lines as they need; nothing is cut.
class FigureLegend : public QGraphicsItem
{
public:
    FigureLegend(std::vector<LegendKey> keys, const FigureStyle &style,
                 std::shared_ptr<const FigureFonts> fonts, qreal width);

    [[nodiscard]] const std::vector<PlacedText> &texts() const { return m_texts; }
    [[nodiscard]] QRectF boundingRect() const override { return {0.0, 0.0, m_width, m_height}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::vector<LegendKey> m_keys;
    std::vector<QRectF> m_boxes; ///< of the keys' marks
    std::vector<PlacedText> m_texts;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_width;
    qreal m_height = 0.0;
};

/// "NR" and other words that stand in a figure themselves.
[[nodiscard]] LegendKey wordKey(const QString &word, const QString &meaning,
                                const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts);
/// What the marks of findings that occur in a series say.
[[nodiscard]] std::vector<LegendKey> findingKeys(const RateSeries &series, const FigureStyle &style,
                                                 const std::shared_ptr<const FigureFonts> &fonts);
/// `hollow`: an inferred count.
[[nodiscard]] LegendKey shapeKey(const MarkLook &look, const QString &meaning,
                                 const FigureStyle &style, bool hollow = false);
[[nodiscard]] LegendKey whiskerKey(const QString &meaning, const FigureStyle &style);

} // namespace anakinra
