// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ChartDress.h"
#include "views/charts/RateLooks.h"
#include "views/charts/RatePanelLayout.h"

#include <QBarCategoryAxis>
#include <QChart>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal groupGap = 0.8;      ///< between groups, in slots
constexpr qreal widestBar = 44.0;
constexpr qreal partWidth = 0.62;    ///< of a whole cohort's bar
constexpr qreal textGap = 3.0;       ///< between a whisker and its label
constexpr qreal panelGap = 18.0;
constexpr qreal stackGap = 10.0;
constexpr qreal shortestPlot = 84.0; ///< about 22 mm
constexpr qreal tickRoom = 9.0;

/// Which slot of which group a rate takes.
struct Place
{
    int group = 0;
    int slot = 0;
};

class BarPanels final : public RatePanelLayout
{
public:
    BarPanels(const RateFigure &figure, const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
        : RatePanelLayout(figure, style, std::move(fonts))
    {
        m_axisWidth = m_fonts->label.width(u"100\u00a0%"_s) + tickRoom;
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        return m_mayStack ? std::min(widthFor(false), widthFor(true)) : widthFor(false);
    }
    void setColumn(qreal left, qreal width, qreal heightLimit) override;
    [[nodiscard]] qreal minimumHeight() const override { return heightFor(shortestPlot); }
    [[nodiscard]] qreal naturalHeight() const override
    {
        return heightFor(std::clamp(m_width * 0.34, 150.0, 280.0));
    }
    void build(RateScene &into, qreal top, qreal height) override;

private:
    [[nodiscard]] bool byCohort() const { return m_figure.grouping == RateGrouping::ByCohort; }
    [[nodiscard]] int cohortCount() const { return static_cast<int>(m_figure.series.cohorts.size()); }
    [[nodiscard]] int groups(const RatePanel &panel) const
    {
        return byCohort() ? cohortCount() : static_cast<int>(panel.outcomes.size());
    }
    [[nodiscard]] int slotsPerGroup(const RatePanel &panel) const
    {
        return byCohort() ? static_cast<int>(panel.outcomes.size()) : cohortCount();
    }
    [[nodiscard]] qreal slotUnits(const RatePanel &panel) const
    {
        return groups(panel) * (slotsPerGroup(panel) + groupGap);
    }
    /// Width units shared by the bars: panels side by side add up, stacked ones each take the width.
    [[nodiscard]] qreal slotsInAll(bool stacked) const;
    [[nodiscard]] qreal chromeWidth(bool stacked) const;
    [[nodiscard]] qreal widthFor(bool stacked) const;
    [[nodiscard]] int panelRows() const
    {
        return m_stacked ? static_cast<int>(m_figure.series.panels.size()) : 1;
    }
    [[nodiscard]] qreal heightFor(qreal plotHeight) const
    {
        return panelRows() * (chromeHeight() + plotHeight) + (panelRows() - 1) * stackGap;
    }
    [[nodiscard]] qreal widestGroupWord() const;
    [[nodiscard]] qreal titleWidth(qreal plotWidth) const
    {
        return m_stacked ? m_width : plotWidth + m_axisWidth;
    }
    [[nodiscard]] qreal chromeHeight() const { return m_titleHeight + m_headroom + m_labelHeight; }
    [[nodiscard]] QString groupLabel(const RatePanel &panel, int group) const;
    [[nodiscard]] Place placeOf(int cohort, int outcome) const
    {
        return byCohort() ? Place{cohort, outcome} : Place{outcome, cohort};
    }
    void chooseMarkText();
    void buildPanel(RateScene &into, int panelIndex, const QRectF &plot, qreal top);
    void placeMarkText(RateOverlay &overlay, const Rate &rate, const RateMark &mark, qreal baseline) const;
    void placeAxisText(RateOverlay &overlay, const RatePanel &panel, const QRectF &plot) const;

    bool m_stacked = false; ///< one panel below the other, where they find no room side by side
    qreal m_axisWidth = 0.0;
    qreal m_left = 0.0;
    qreal m_width = 0.0;
    qreal m_slot = 0.0;
    const FigureText *m_markFont = nullptr;
    bool m_uprightMarks = false;
    bool m_percentLine = false;
    bool m_uprightSlots = false; ///< outcome labels below the bars, by cohort
    qreal m_titleHeight = 0.0;
    qreal m_headroom = 0.0;
    qreal m_slotLabelHeight = 0.0;
    qreal m_labelHeight = 0.0;
};

qreal BarPanels::slotsInAll(bool stacked) const
{
    qreal all = 0.0;
    for (const RatePanel &panel : m_figure.series.panels)
        all = stacked ? std::max(all, slotUnits(panel)) : all + slotUnits(panel);
    return all;
}

qreal BarPanels::chromeWidth(bool stacked) const
{
    const qreal panels = stacked ? 1.0 : static_cast<qreal>(m_figure.series.panels.size());
    return panels * m_axisWidth + (panels - 1.0) * panelGap;
}

qreal BarPanels::widthFor(bool stacked) const
{
    const qreal slot = std::max(m_fonts->small.lineHeight() * 1.02, widestGroupWord());
    return slot * slotsInAll(stacked) + chromeWidth(stacked) + 1.0;
}

qreal BarPanels::widestGroupWord() const
{
    // The slot width at which no word of an outcome's label is broken. Cohort names may be any
    // length and are broken rather than refused.
    qreal slot = 0.0;
    for (const RatePanel &panel : m_figure.series.panels) {
        const qreal perGroup = slotsPerGroup(panel) + groupGap;
        for (int group = 0; group < groups(panel); ++group) {
            qreal word = m_fonts->label.widestWord(groupLabel(panel, group)) + 2.0;
            if (byCohort())
                word = std::min(word, 40.0);
            slot = std::max(slot, word / perGroup);
        }
    }
    return slot;
}

QString BarPanels::groupLabel(const RatePanel &panel, int group) const
{
    const auto index = static_cast<std::size_t>(group);
    return byCohort() ? m_figure.series.cohorts[index].label : panel.labels[index];
}

void BarPanels::setColumn(qreal left, qreal width, qreal)
{
    m_left = left;
    m_width = width;
    m_stacked = m_mayStack && width < widthFor(false);
    m_slot = (width - chromeWidth(m_stacked)) / std::max(1.0, slotsInAll(m_stacked));
    chooseMarkText();

    m_titleHeight = 0.0;
    m_labelHeight = 0.0;
    m_slotLabelHeight = 0.0;
    m_uprightSlots = false;
    const qreal line = m_fonts->label.lineHeight();
    for (const RatePanel &panel : m_figure.series.panels) {
        const qreal plotWidth = m_slot * slotUnits(panel);
        const auto titleLines = m_fonts->bold.wrapped(panel.title, titleWidth(plotWidth)).size();
        m_titleHeight = std::max(m_titleHeight, static_cast<qreal>(titleLines) * m_fonts->bold.lineHeight() + 4.0);
        const qreal groupWidth = m_slot * (slotsPerGroup(panel) + groupGap) - 4.0;
        for (int group = 0; group < groups(panel); ++group) {
            const auto lines = m_fonts->label.wrapped(groupLabel(panel, group), groupWidth).size();
            m_labelHeight = std::max(m_labelHeight, static_cast<qreal>(lines) * line);
        }
        if (byCohort()) {
            for (const QString &label : panel.labels)
                m_uprightSlots = m_uprightSlots || m_fonts->small.widestWord(label) > m_slot - 2.0;
        }
    }
    if (byCohort()) {
        for (const RatePanel &panel : m_figure.series.panels) {
            for (const QString &label : panel.labels) {
                const qreal needed = m_uprightSlots
                    ? m_fonts->small.width(label)
                    : static_cast<qreal>(m_fonts->small.wrapped(label, m_slot - 1.0).size())
                        * m_fonts->small.lineHeight();
                m_slotLabelHeight = std::max(m_slotLabelHeight, needed + 3.0);
            }
        }
    }
    m_labelHeight += m_slotLabelHeight + tickRoom;
}

void BarPanels::chooseMarkText()
{
    qreal widestLabel = 0.0;
    qreal widestSmall = 0.0;
    qreal widestPercent = 0.0;
    for (const RatePanel &panel : m_figure.series.panels) {
        for (const auto &row : panel.rates) {
            for (const Rate &rate : row) {
                const QString text = markText(rate);
                widestLabel = std::max(widestLabel, m_fonts->label.width(text));
                widestSmall = std::max(widestSmall, m_fonts->small.width(text));
                widestPercent = std::max(widestPercent, m_fonts->small.width(rate.percentText()));
            }
        }
    }
    const qreal room = m_slot - 2.0;
    m_uprightMarks = widestSmall > room;
    m_markFont = widestLabel <= room ? &m_fonts->label : &m_fonts->small;
    m_percentLine = !m_uprightMarks && widestPercent <= room;

    // Labels stand above their whiskers: those near 100 % need room above the plot.
    m_headroom = 3.0;
    for (const RatePanel &panel : m_figure.series.panels) {
        for (const auto &row : panel.rates) {
            for (const Rate &rate : row) {
                const qreal text = m_uprightMarks
                    ? m_fonts->small.width(markText(rate))
                    : m_markFont->lineHeight() + (m_percentLine ? m_fonts->small.lineHeight() : 0.0);
                const double top = std::min(100.0, rate.interval ? rate.interval->high : rate.percent.value_or(0.0));
                m_headroom = std::max(m_headroom,
                                      text + textGap + 3.0 - (100.0 - top) / 100.0 * shortestPlot);
            }
        }
    }
}

void BarPanels::build(RateScene &into, qreal top, qreal height)
{
    qreal x = m_left;
    const qreal plotHeight = (height - heightFor(0.0)) / panelRows();
    for (std::size_t i = 0; i < m_figure.series.panels.size(); ++i) {
        const qreal plotWidth = m_slot * slotUnits(m_figure.series.panels[i]);
        const QRectF plot(x + m_axisWidth, top + m_titleHeight + m_headroom, plotWidth, plotHeight);
        buildPanel(into, static_cast<int>(i), plot, top);
        if (m_stacked)
            top = plot.bottom() + m_labelHeight + stackGap;
        else
            x = plot.right() + panelGap;
    }
}

void BarPanels::buildPanel(RateScene &into, int panelIndex, const QRectF &plot, qreal top)
{
    const RatePanel &panel = m_figure.series.panels[static_cast<std::size_t>(panelIndex)];
    QChart *chart = addDressedChart(*into.scene, into.scene->sceneRect(), plot);
    auto *categories = new QBarCategoryAxis;
    for (int group = 0; group < groups(panel); ++group)
        categories->append(QString::number(group)); // unique; the words are the overlay's
    auto *percent = new QValueAxis;
    percent->setRange(0.0, 100.0);
    percent->setTickCount(6);
    percent->setLabelFormat(u"%.0f %%"_s);
    chart->addAxis(categories, Qt::AlignBottom);
    chart->addAxis(percent, Qt::AlignLeft);
    dressAxis(*categories, m_style);
    dressAxis(*percent, m_style);
    categories->setLabelsVisible(false);
    categories->setGridLineVisible(false);
    QAbstractSeries *series = layOut(*chart);

    auto overlay = std::make_unique<RateOverlay>(RateOverlay::Form::Bars, m_style, m_fonts,
                                                 into.scene->sceneRect());
    const int slotCount = slotsPerGroup(panel);
    const qreal groupUnits = slotCount + groupGap; // slots in one category
    for (int cohort = 0; cohort < cohortCount(); ++cohort) {
        const auto &row = panel.rates[static_cast<std::size_t>(cohort)];
        for (int outcome = 0; outcome < static_cast<int>(row.size()); ++outcome) {
            const Rate &rate = row[static_cast<std::size_t>(outcome)];
            const Place place = placeOf(cohort, outcome);
            const qreal centre = place.group + (place.slot + 0.5 - slotCount / 2.0) / groupUnits;
            const auto at = [&](double value) {
                return chart->mapToPosition(QPointF(centre, std::clamp(value, 0.0, 100.0)), series);
            };
            RateMark mark;
            mark.cohort = cohort;
            mark.panel = panelIndex;
            mark.outcome = outcome;
            mark.kind = rate.kind;
            mark.look = m_looks[static_cast<std::size_t>(cohort)];
            const QPointF base = at(0.0);
            mark.slot = QRectF(base.x() - m_slot / 2.0, plot.top() - m_headroom, m_slot,
                               plot.height() + m_headroom);
            // Bars of one cohort have one colour and must not run into each other.
            const qreal width = std::min(m_slot * (byCohort() ? 0.86 : 1.0), widestBar)
                * (mark.look.part ? partWidth : 1.0);
            if (rate.kind != RateKind::NotReported && rate.percent) {
                mark.value = at(*rate.percent);
                mark.bar = QRectF(base.x() - width / 2.0, mark.value->y(), width,
                                  base.y() - mark.value->y());
                if (rate.interval && rate.kind != RateKind::PercentOnly) {
                    const CutInterval cut = cutAtAxis(*rate.interval);
                    mark.low = at(cut.low);
                    mark.high = at(cut.high);
                    mark.cutLow = cut.cutLow;
                    mark.cutHigh = cut.cutHigh;
                }
            }
            placeMarkText(*overlay, rate, mark, base.y());
            overlay->marks.push_back(mark);
            into.marks.push_back(mark);
        }
    }
    placeLines(overlay->texts, m_fonts->bold,
               m_fonts->bold.wrapped(panel.title, titleWidth(plot.width())),
               QRectF(plot.left() - m_axisWidth, top, titleWidth(plot.width()), 0.0), Qt::AlignLeft,
               m_style.ink);
    placeAxisText(*overlay, panel, plot);
    overlay.release()->setParentItem(chart);
}

void BarPanels::placeMarkText(RateOverlay &overlay, const Rate &rate, const RateMark &mark,
                              qreal baseline) const
{
    const QString text = markText(rate);
    const QColor colour = rate.kind == RateKind::NotReported ? m_style.softInk : m_style.ink;
    const qreal x = mark.slot.center().x();
    const qreal above = mark.high ? mark.high->y() : mark.value ? mark.value->y() : baseline;
    if (m_uprightMarks) {
        const qreal length = m_fonts->small.width(text);
        const qreal thick = m_fonts->small.lineHeight();
        overlay.texts.push_back({&m_fonts->small, text,
                                 QRectF(x - thick / 2.0, above - textGap - length, thick, length),
                                 colour, true});
        return;
    }
    const bool second = m_percentLine && rate.kind != RateKind::PercentOnly
        && rate.kind != RateKind::NotReported;
    const qreal second_height = second ? m_fonts->small.lineHeight() : 0.0;
    const qreal y = above - textGap - m_markFont->lineHeight() - second_height;
    const qreal bottom = placeLines(overlay.texts, *m_markFont, {text}, QRectF(x, y, 0.0, 0.0),
                                    Qt::AlignHCenter, colour);
    if (second)
        placeLines(overlay.texts, m_fonts->small, {rate.percentText()}, QRectF(x, bottom, 0.0, 0.0),
                   Qt::AlignHCenter, m_style.softInk);
}

void BarPanels::placeAxisText(RateOverlay &overlay, const RatePanel &panel, const QRectF &plot) const
{
    const int slotCount = slotsPerGroup(panel);
    const qreal groupWidth = m_slot * (slotCount + groupGap);
    for (int group = 0; group < groups(panel); ++group) {
        const qreal left = plot.left() + group * groupWidth;
        qreal y = plot.bottom() + tickRoom - 3.0;
        if (byCohort()) {
            for (int slot = 0; slot < slotCount; ++slot) {
                const QString &label = panel.labels[static_cast<std::size_t>(slot)];
                const qreal x = left + m_slot * (groupGap / 2.0 + slot);
                if (m_uprightSlots) {
                    const qreal thick = m_fonts->small.lineHeight();
                    overlay.texts.push_back({&m_fonts->small, label,
                                             QRectF(x + (m_slot - thick) / 2.0, y, thick,
                                                    m_fonts->small.width(label)),
                                             m_style.softInk, true});
                } else {
                    placeLines(overlay.texts, m_fonts->small, m_fonts->small.wrapped(label, m_slot - 1.0),
                               QRectF(x, y, m_slot, 0.0), Qt::AlignHCenter, m_style.softInk);
                }
            }
            y += m_slotLabelHeight;
        }
        placeLines(overlay.texts, m_fonts->label,
                   m_fonts->label.wrapped(groupLabel(panel, group), groupWidth - 4.0),
                   QRectF(left + 2.0, y, groupWidth - 4.0, 0.0), Qt::AlignHCenter, m_style.ink);
    }
}

} // namespace

RatePanelLayout::RatePanelLayout(const RateFigure &figure, const FigureStyle &style,
                                 std::shared_ptr<const FigureFonts> fonts)
    : m_figure(figure), m_style(style), m_fonts(std::move(fonts)), m_looks(cohortLooks(figure, style))
{
}

CutInterval cutAtAxis(const statistics::Interval &interval)
{
    // Rounding of a bound at exactly 0 or 100 % is no interval beyond the axis.
    constexpr double tolerance = 1e-6;
    return {std::clamp(interval.low, 0.0, 100.0), std::clamp(interval.high, 0.0, 100.0),
            interval.low < -tolerance, interval.high > 100.0 + tolerance};
}

std::unique_ptr<RatePanelLayout> makeBarPanels(const RateFigure &figure, const FigureStyle &style,
                                               std::shared_ptr<const FigureFonts> fonts)
{
    return std::make_unique<BarPanels>(figure, style, std::move(fonts));
}

} // namespace anakinra
