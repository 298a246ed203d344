// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/CompareBody.h"

#include "models/comparison/ComparisonText.h"
#include "views/charts/ChartDress.h"

#include <QChart>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal tickLength = 3.0;
constexpr qreal roomyAxis = 150.0; ///< from this width on every tick has its number

} // namespace

/// A chart with one axis across, and the heights of rows downwards.
struct CompareBody::Axis
{
    Axis(QGraphicsScene &scene, const QRectF &plot, double low, double high, const FigureStyle &style)
        : m_plot(plot), m_low(low), m_high(high)
    {
        m_chart = addDressedChart(scene, scene.sceneRect(), plot);
        auto *across = new QValueAxis;
        across->setRange(low, high);
        across->setTickCount(5);
        across->setLabelsVisible(false); // written into the overlay, to stay inside the figure
        auto *down = new QValueAxis;
        down->setRange(0.0, plot.height());
        down->setTickCount(2);
        m_chart->addAxis(across, Qt::AlignBottom);
        m_chart->addAxis(down, Qt::AlignLeft);
        dressAxis(*across, style);
        across->setLabelsVisible(false);
        across->setLineVisible(false);
        down->setVisible(false);
        m_series = layOut(*m_chart);
    }

    [[nodiscard]] QPointF at(double value, qreal y) const
    {
        return m_chart->mapToPosition(
            QPointF(std::clamp(value, m_low, m_high), m_plot.bottom() - y), m_series);
    }

    void drawTicks(CompareOverlay &overlay, const FigureText &small, const QColor &ink,
                   const QString &unit) const
    {
        overlay.rules.emplace_back(m_plot.bottomLeft(), m_plot.bottomRight());
        for (int tick = 0; tick <= 4; ++tick) {
            const double value = m_low + tick * (m_high - m_low) / 4.0;
            const qreal x = at(value, m_plot.bottom()).x();
            overlay.rules.emplace_back(x, m_plot.bottom(), x, m_plot.bottom() + tickLength);
            if (tick % 2 == 1 && m_plot.width() < roomyAxis)
                continue;
            QString number = QString::number(std::abs(value));
            if (value < 0.0)
                number.prepend(u'−');
            const QString text = tick == 4 ? number + unit : number;
            placeLines(overlay.texts, small, {text},
                       QRectF(x - small.width(number) / 2.0, m_plot.bottom() + tickLength + 1.0, 0.0,
                              0.0),
                       Qt::AlignLeft, ink);
        }
    }

private:
    QRectF m_plot;
    double m_low;
    double m_high;
    QChart *m_chart = nullptr;
    QAbstractSeries *m_series = nullptr;
};

CompareBody::CompareBody(std::shared_ptr<const ComparisonSeries> series, const FigureStyle &style,
                         std::shared_ptr<const FigureFonts> fonts)
    : m_series(std::move(series)), m_style(style),
      m_fonts(std::make_shared<const CompareFonts>(style, std::move(fonts))),
      m_layout(*m_series, style, *m_fonts)
{
}

void CompareBody::setWidth(qreal width)
{
    m_layout.setWidth(width);
}

void CompareBody::build(MarkedScene &into, const QRectF &area)
{
    const QPointF origin = area.topLeft();
    auto overlay = std::make_unique<CompareOverlay>(m_style, m_fonts, into.scene->sceneRect());
    overlay->texts = m_layout.texts;
    for (PlacedText &text : overlay->texts)
        text.rect.translate(origin);
    for (const QLineF &line : m_layout.hairlines)
        overlay->hairlines.push_back(line.translated(origin));
    overlay->marks = m_layout.legend;
    for (CompareMark &mark : overlay->marks)
        mark.value += origin;
    const auto say = [&](const std::vector<CompareSaying> &sayings) {
        for (const CompareSaying &saying : sayings)
            into.marks.push_back({saying.area.translated(origin), saying.spoken, {}, {}, saying.columns,
                                  m_series->cohorts});
    };
    say(m_layout.before);
    if (m_layout.plotBottom > m_layout.plotTop) {
        buildRates(into, *overlay, origin);
        if (m_layout.columns.pointsWidth > 0.0)
            buildPoints(into, *overlay, origin);
        for (const CompareSpan &span : m_layout.spans)
            into.marks.push_back({span.slot.translated(origin), span.block->spoken, {}, {},
                                  {span.block->outcome}, m_series->cohorts});
    }
    say(m_layout.after);
    into.scene->addItem(overlay.release());
}

void CompareBody::buildRates(MarkedScene &into, CompareOverlay &overlay, QPointF origin) const
{
    const QRectF plot(origin.x() + m_layout.columns.rates, origin.y() + m_layout.plotTop,
                      m_layout.columns.ratesWidth, m_layout.plotBottom - m_layout.plotTop);
    const Axis axis(*into.scene, plot, 0.0, 100.0, m_style);
    for (const CompareRow &row : m_layout.rows) {
        const ComparedLine &line = *row.line;
        into.marks.push_back({row.slot.translated(origin), line.spoken, line.cohort, {}, {line.outcome}});
        if (!line.percent)
            continue;
        const qreal y = origin.y() + row.y;
        CompareMark mark;
        mark.form = line.pooled                           ? CompareMark::Form::Diamond
            : line.kind == RateKind::PercentOnly ? CompareMark::Form::Level
                                                          : CompareMark::Form::Shape;
        mark.value = axis.at(*line.percent, y);
        if (line.interval) {
            mark.low = axis.at(line.interval->low, y).x();
            mark.high = axis.at(line.interval->high, y).x();
        }
        mark.look = m_layout.lookOf(line.side, line.comparator);
        mark.hollow = line.kind == RateKind::Inferred;
        overlay.marks.push_back(mark);
    }
    axis.drawTicks(overlay, m_fonts->common->small, m_style.ink, u"\u00a0%"_s);
}

void CompareBody::buildPoints(MarkedScene &into, CompareOverlay &overlay, QPointF origin) const
{
    const QRectF plot(origin.x() + m_layout.columns.points, origin.y() + m_layout.plotTop,
                      m_layout.columns.pointsWidth, m_layout.plotBottom - m_layout.plotTop);
    const Axis axis(*into.scene, plot, -100.0, 100.0, m_style);
    const qreal zero = axis.at(0.0, plot.top()).x();
    overlay.rules.emplace_back(zero, plot.top(), zero, plot.bottom());
    for (const CompareSpan &span : m_layout.spans) {
        const auto &difference = span.block->difference;
        if (!difference)
            continue;
        const qreal y = origin.y() + span.y;
        CompareMark mark;
        mark.value = axis.at(difference->points, y);
        mark.low = axis.at(difference->interval.low, y).x();
        mark.high = axis.at(difference->interval.high, y).x();
        mark.look.fill = mark.look.line = m_style.ink;
        mark.look.shape = MarkShape::Diamond;
        overlay.marks.push_back(mark);
    }
    axis.drawTicks(overlay, m_fonts->common->small, m_style.ink, {});
}

} // namespace anakinra
