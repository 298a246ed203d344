// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "views/charts/FigureText.h"
#include "views/charts/MarkLook.h"

#include <QGraphicsObject>
#include <QPointF>

#include <optional>

namespace anakinra {

/// One rate at its place in the scene. Points are in scene units; `low` and `high` are the ends of
/// the interval, already cut at the axis.
struct RateMark
{
    int cohort = -1;  ///< index into RateSeries::cohorts
    int panel = -1;
    int outcome = -1; ///< index into RatePanel::outcomes
    RateKind kind = RateKind::NotReported;
    MarkLook look;
    QRectF slot;      ///< what belongs to this mark: to hit with the pointer, to highlight
    std::optional<QRectF> bar;      ///< bars only: from 0 % to the rate
    std::optional<QPointF> value;   ///< the rate; nullopt = not reported
    std::optional<QPointF> low;
    std::optional<QPointF> high;
    bool cutLow = false;  ///< the interval goes on beyond the axis: an arrow instead of a cap
    bool cutHigh = false;
};

/// Everything inside one panel that is not axis or grid, in one item over its chart: bars with
/// hatch, whiskers, marks, labels, highlight. One item however many rates there are.
class RateOverlay : public QGraphicsObject
{
    Q_OBJECT

public:
    enum class Form { Bars, Rows };

    RateOverlay(Form form, const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts,
                const QRectF &bounds);

    std::vector<RateMark> marks;
    std::vector<PlacedText> texts;
    std::vector<QLineF> ticks; ///< short axis ticks of row columns
    std::vector<QLineF> grid;  ///< behind everything

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintHighlight(QPainter &painter, const RateMark &mark) const;
    void paintBar(QPainter &painter, const RateMark &mark) const;
    void paintRow(QPainter &painter, const RateMark &mark) const;
    void paintWhisker(QPainter &painter, const RateMark &mark, qreal cap, bool onBar) const;

    Form m_form;
    FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

} // namespace anakinra
