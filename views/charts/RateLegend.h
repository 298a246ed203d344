// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureText.h"
#include "views/charts/RateLooks.h"

namespace anakinra {

/// The legend of a rate figure: all cohorts with their n (bars) or the timings (rows), then a key
/// for every kind of mark that occurs. Flows over as many lines as it needs; nothing is cut.
class RateLegend : public QGraphicsItem
{
public:
    RateLegend(const RateFigure &figure, const FigureStyle &style,
               std::shared_ptr<const FigureFonts> fonts, qreal width);

    /// Areas of the cohorts' entries, in item coordinates; `first` = index into RateSeries::cohorts.
    [[nodiscard]] std::vector<std::pair<int, QRectF>> cohortAreas() const;
    [[nodiscard]] std::vector<PlacedText> texts() const;

    [[nodiscard]] QRectF boundingRect() const override { return {0.0, 0.0, m_width, m_height}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    enum class Key { Bar, Part, Hollow, Shape, HollowShape, Level, Tick, Whisker, Word };
    struct Entry
    {
        Key key = Key::Bar;
        MarkLook look;
        QString text;
        int cohort = -1;
        QRectF area;
        std::vector<PlacedText> lines;
        QString word = {}; ///< of Key::Word, as it stands in the figure
    };

    void collect(const RateFigure &figure);
    void flow();
    void paintKey(QPainter &painter, const Entry &entry) const;

    FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_width;
    qreal m_height = 0.0;
    std::vector<Entry> m_entries;
};

} // namespace anakinra
