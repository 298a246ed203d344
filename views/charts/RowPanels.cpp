// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ChartDress.h"
#include "views/charts/RateLooks.h"
#include "views/charts/RatePanelLayout.h"

#include <QChart>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal narrowestPlot = 27.0; ///< of one outcome column, about 7 mm
constexpr qreal narrowestLabels = 106.0;
constexpr qreal widestLabels = 0.27;  ///< of the whole width
constexpr qreal panelGap = 14.0;
constexpr qreal stackGap = 12.0;
constexpr qreal textGap = 6.0;        ///< between plot and events/n
constexpr qreal columnGap = 6.0;
constexpr qreal rowPadding = 3.0;
constexpr qreal partIndent = 12.0;
constexpr qreal tickLength = 3.0;
constexpr qreal loosest = 1.7;        ///< rows are stretched no further to fill a given height

class RowPanels final : public RatePanelLayout
{
public:
    RowPanels(const RateFigure &figure, const FigureStyle &style,
              std::shared_ptr<const FigureFonts> fonts, bool scrolls)
        : RatePanelLayout(figure, style, std::move(fonts)), m_scrolls(scrolls)
    {
        measureTexts();
    }

    [[nodiscard]] qreal minimumWidth() const override { return widthFor(m_mayStack); }
    void setColumn(qreal left, qreal width, qreal heightLimit) override;
    [[nodiscard]] qreal minimumHeight() const override { return heightFor(rowsHeight()); }
    [[nodiscard]] qreal naturalHeight() const override { return minimumHeight(); }
    void build(RateScene &into, qreal top, qreal height) override;

private:
    struct Row
    {
        int cohort = 0;
        QStringList lines;
        qreal height = 0.0;
    };

    [[nodiscard]] int columns(bool stacked) const
    {
        int count = 0;
        for (const RatePanel &panel : m_figure.series.panels) {
            const int own = static_cast<int>(panel.outcomes.size());
            count = stacked ? std::max(count, own) : count + own;
        }
        return count;
    }
    [[nodiscard]] qreal gaps(bool stacked) const
    {
        return stacked ? panelGap : panelGap * static_cast<qreal>(m_figure.series.panels.size());
    }
    [[nodiscard]] qreal widthFor(bool stacked) const
    {
        return columns(stacked) * narrowestColumn() + gaps(stacked) + m_nWidth
            + std::min(narrowestLabels, m_widestLabel) + 1.0;
    }
    [[nodiscard]] qreal narrowestColumn() const { return narrowestPlot + textGap + m_countWidth + columnGap; }
    [[nodiscard]] int panelRows() const
    {
        return m_stacked ? static_cast<int>(m_figure.series.panels.size()) : 1;
    }
    [[nodiscard]] qreal heightFor(qreal rows) const
    {
        return panelRows() * (chromeHeight() + rows) + (panelRows() - 1) * stackGap;
    }
    [[nodiscard]] qreal chromeHeight() const
    {
        return m_titleHeight + m_headHeight + tickLength + 2.0 + m_fonts->small.lineHeight();
    }
    [[nodiscard]] qreal rowsHeight() const;
    [[nodiscard]] int cohortCount() const { return static_cast<int>(m_figure.series.cohorts.size()); }
    [[nodiscard]] qreal indentOf(const RateCohort &cohort) const { return cohort.partOfShown ? partIndent : 0.0; }
    void measureTexts();
    void buildLabels(RateScene &into, qreal top, qreal stretch);
    void buildPanel(RateScene &into, int panelIndex, const QRectF &plot, qreal top, qreal stretch);
    void placeHeads(RateOverlay &overlay, const RatePanel &panel, const QRectF &plot, qreal top) const;

    bool m_scrolls;
    bool m_stacked = false; ///< one panel below the other, where they find no room side by side
    qreal m_countWidth = 0.0;
    qreal m_nWidth = 0.0;
    qreal m_widestLabel = 0.0;
    qreal m_left = 0.0;
    qreal m_labelWidth = 0.0;
    qreal m_columnWidth = 0.0; ///< of one outcome: plot, gap, events/n, gap
    qreal m_titleHeight = 0.0;
    qreal m_headHeight = 0.0;
    std::vector<Row> m_rows;
};

void RowPanels::measureTexts()
{
    if (m_scrolls) {
        m_nWidth = m_fonts->label.width(u"n = 000"_s);
        m_countWidth = m_fonts->small.width(u"00/00\u00a0!"_s);
    }
    for (int i = 0; i < cohortCount(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        const RateCohort &cohort = m_figure.series.cohorts[index];
        m_widestLabel = std::max(m_widestLabel,
                                 m_fonts->bold.width(cohort.label) + indentOf(cohort) + columnGap);
        m_nWidth = std::max(m_nWidth, m_fonts->label.width(cohort.nText));
        for (const RatePanel &panel : m_figure.series.panels) {
            for (const Rate &rate : panel.rates[index])
                m_countWidth = std::max(m_countWidth, m_fonts->small.width(markText(rate)));
        }
    }
}

void RowPanels::setColumn(qreal left, qreal width, qreal heightLimit)
{
    m_left = left;
    m_stacked = m_mayStack && width < widthFor(false);
    const int count = std::max(1, columns(m_stacked));
    const qreal rest = width - gaps(m_stacked) - m_nWidth;
    const qreal forLabels = std::max(width * widestLabels,
                                     std::min(narrowestLabels, m_widestLabel));
    // In a window that scrolls, columns must not move with the length of the names in view.
    if (m_scrolls)
        m_widestLabel = std::max(m_widestLabel, 0.2 * width);
    m_labelWidth = std::min({m_widestLabel, forLabels, rest - narrowestColumn() * count});
    m_columnWidth = (rest - m_labelWidth) / count;

    m_titleHeight = 0.0;
    m_headHeight = 0.0;
    for (const RatePanel &panel : m_figure.series.panels) {
        const auto lines = m_fonts->bold.wrapped(
            panel.title, m_columnWidth * static_cast<qreal>(panel.outcomes.size())).size();
        m_titleHeight = std::max(m_titleHeight, static_cast<qreal>(lines) * m_fonts->bold.lineHeight() + 3.0);
        for (const QString &label : panel.labels) {
            const auto heads = m_fonts->label.wrapped(label, m_columnWidth - columnGap).size();
            m_headHeight = std::max(m_headHeight, static_cast<qreal>(heads) * m_fonts->label.lineHeight() + 3.0);
        }
    }

    m_rows.clear();
    qreal used = heightFor(0.0);
    for (int i = 0; i < cohortCount(); ++i) {
        const RateCohort &cohort = m_figure.series.cohorts[static_cast<std::size_t>(i)];
        Row row;
        row.cohort = i;
        QString label = cohort.label;
        if (cohort.unjudged)
            label += u" (not judged)"_s;
        row.lines = m_fonts->label.wrapped(label, m_labelWidth - columnGap - indentOf(cohort));
        row.height = static_cast<qreal>(std::max<qsizetype>(1, row.lines.size())) * m_fonts->label.lineHeight()
            + rowPadding;
        used += row.height * panelRows();
        if (heightLimit > 0.0 && used > heightLimit && !m_rows.empty())
            break;
        m_rows.push_back(row);
    }
}

qreal RowPanels::rowsHeight() const
{
    qreal height = 0.0;
    for (const Row &row : m_rows)
        height += row.height;
    return height;
}

void RowPanels::build(RateScene &into, qreal top, qreal height)
{
    const qreal rows = rowsHeight();
    const qreal stretch = rows > 0.0
        ? std::clamp((height - heightFor(0.0)) / (rows * panelRows()), 1.0, loosest)
        : 1.0;
    const qreal firstColumn = m_left + m_labelWidth + m_nWidth + panelGap;
    qreal x = firstColumn;
    for (std::size_t i = 0; i < m_figure.series.panels.size(); ++i) {
        const qreal width = m_columnWidth * static_cast<qreal>(m_figure.series.panels[i].outcomes.size());
        const QRectF plot(x, top + m_titleHeight + m_headHeight, width, rows * stretch);
        if (i == 0 || m_stacked)
            buildLabels(into, plot.top(), stretch);
        buildPanel(into, static_cast<int>(i), plot, top, stretch);
        if (m_stacked)
            top += chromeHeight() + rows * stretch + stackGap;
        else
            x += width + panelGap;
    }
    into.rowsShown = static_cast<int>(m_rows.size());
}

void RowPanels::buildLabels(RateScene &into, qreal top, qreal stretch)
{
    std::vector<PlacedText> texts;
    qreal y = top;
    for (const Row &row : m_rows) {
        const RateCohort &cohort = m_figure.series.cohorts[static_cast<std::size_t>(row.cohort)];
        const qreal height = row.height * stretch;
        const qreal line = m_fonts->label.lineHeight();
        const qreal textTop = y + (height - static_cast<qreal>(row.lines.size()) * line) / 2.0;
        const bool highlighted = m_looks[static_cast<std::size_t>(row.cohort)].highlighted;
        const qreal indent = indentOf(cohort);
        const QRectF area(m_left, y, m_labelWidth + m_nWidth, height);
        if (highlighted) {
            QColor band = m_style.highlight;
            band.setAlphaF(0.18F);
            into.scene->addRect(area.adjusted(0.0, 0.0, panelGap, 0.0), Qt::NoPen, band);
        }
        placeLines(texts, m_fonts->label, row.lines,
                   QRectF(m_left + indent, textTop, m_labelWidth - indent, 0.0), Qt::AlignLeft,
                   cohort.comparator ? m_style.softInk : m_style.ink);
        placeLines(texts, m_fonts->label, {cohort.nText},
                   QRectF(m_left + m_labelWidth, y + (height - line) / 2.0, m_nWidth, 0.0), Qt::AlignRight, m_style.softInk);
        into.cohortAreas.emplace_back(row.cohort, area);
        y += height;
    }
    into.scene->addItem(new FigureTextItem(m_fonts, std::move(texts)));
}

void RowPanels::buildPanel(RateScene &into, int panelIndex, const QRectF &plot, qreal top, qreal stretch)
{
    const RatePanel &panel = m_figure.series.panels[static_cast<std::size_t>(panelIndex)];
    const qreal plotWidth = m_columnWidth - textGap - m_countWidth - columnGap;
    const qreal stride = 100.0 * m_columnWidth / plotWidth; // axis units from one outcome's 0 % to the next
    const auto outcomes = static_cast<int>(panel.outcomes.size());

    // up to the last 100 %; the events/n beside it belong to no axis
    QChart *chart = addDressedChart(*into.scene, into.scene->sceneRect(),
                                    plot.adjusted(0.0, 0.0, plotWidth - m_columnWidth, 0.0));
    // One axis through all outcomes, one beside the other. Its grid and numbers come from the overlay:
    // an axis would lay out every number as a document of its own, a third of the time of the figure.
    auto *percent = new QValueAxis;
    percent->setTickCount(2);
    percent->setLabelsVisible(false);
    percent->setRange(0.0, (outcomes - 1) * stride + 100.0);
    auto *rowAxis = new QValueAxis;
    rowAxis->setRange(0.0, plot.height());
    rowAxis->setTickCount(2);
    rowAxis->setLabelsVisible(false);
    chart->addAxis(percent, Qt::AlignBottom);
    chart->addAxis(rowAxis, Qt::AlignLeft);
    percent->setVisible(false);
    rowAxis->setVisible(false);
    QAbstractSeries *series = layOut(*chart);

    auto overlay = std::make_unique<RateOverlay>(RateOverlay::Form::Rows, m_style, m_fonts,
                                                 into.scene->sceneRect());
    qreal y = 0.0;
    for (const Row &row : m_rows) {
        const auto cohort = static_cast<std::size_t>(row.cohort);
        const qreal height = row.height * stretch;
        const qreal centre = plot.height() - y - height / 2.0;
        for (int i = 0; i < outcomes; ++i) {
            const Rate &rate = panel.rates[cohort][static_cast<std::size_t>(i)];
            const auto at = [&](double value) {
                return chart->mapToPosition(QPointF(i * stride + std::clamp(value, 0.0, 100.0), centre), series);
            };
            RateMark mark;
            mark.cohort = row.cohort;
            mark.panel = panelIndex;
            mark.outcome = i;
            mark.kind = rate.kind;
            mark.look = m_looks[cohort];
            mark.slot = QRectF(plot.left() + i * m_columnWidth - columnGap / 2.0, plot.top() + y,
                               m_columnWidth, height);
            if (rate.kind != RateKind::NotReported && rate.percent) {
                mark.value = at(*rate.percent);
                if (rate.interval && rate.kind != RateKind::PercentOnly) {
                    const CutInterval cut = cutAtAxis(*rate.interval);
                    mark.low = at(cut.low);
                    mark.high = at(cut.high);
                    mark.cutLow = cut.cutLow;
                    mark.cutHigh = cut.cutHigh;
                }
            }
            const QRectF count(plot.left() + i * m_columnWidth + plotWidth + textGap,
                               plot.top() + y + (height - m_fonts->small.lineHeight()) / 2.0, m_countWidth, 0.0);
            placeLines(overlay->texts, m_fonts->small, {markText(rate)}, count, Qt::AlignLeft,
                       rate.kind == RateKind::NotReported ? m_style.softInk : m_style.ink);
            overlay->marks.push_back(mark);
            into.marks.push_back(mark);
        }
        y += height;
    }
    for (int i = 0; i < outcomes; ++i) {
        const qreal left = plot.left() + i * m_columnWidth;
        overlay->ticks.emplace_back(left, plot.bottom(), left + plotWidth, plot.bottom());
        const FigureText &small = m_fonts->small;
        const bool roomForHalf = plotWidth > small.width(u"50"_s) + small.width(u"100"_s) + 6.0;
        for (const double value : {0.0, 0.5, 1.0}) {
            const qreal x = left + value * plotWidth;
            overlay->grid.emplace_back(x, plot.top(), x, plot.bottom());
            overlay->ticks.emplace_back(x, plot.bottom(), x, plot.bottom() + tickLength);
            if (value == 0.5 && !roomForHalf)
                continue;
            const QString number = QString::number(value * 100.0);
            const QString label = value == 1.0 ? QString(number + u"\u00a0%"_s) : number;
            placeLines(overlay->texts, small, {label},
                       QRectF(x - small.width(number) / 2.0, plot.bottom() + tickLength + 1.0, 0.0, 0.0),
                       Qt::AlignLeft, m_style.ink);
        }
    }
    placeHeads(*overlay, panel, plot, top);
    overlay.release()->setParentItem(chart);
}

void RowPanels::placeHeads(RateOverlay &overlay, const RatePanel &panel, const QRectF &plot, qreal top) const
{
    placeLines(overlay.texts, m_fonts->bold, m_fonts->bold.wrapped(panel.title, plot.width()),
               QRectF(plot.left(), top, plot.width(), 0.0), Qt::AlignLeft, m_style.ink);
    for (std::size_t i = 0; i < panel.labels.size(); ++i) {
        const QStringList lines = m_fonts->label.wrapped(panel.labels[i], m_columnWidth - columnGap);
        const qreal height = static_cast<qreal>(lines.size()) * m_fonts->label.lineHeight();
        placeLines(overlay.texts, m_fonts->label, lines,
                   QRectF(plot.left() + static_cast<qreal>(i) * m_columnWidth, plot.top() - 3.0 - height,
                          m_columnWidth - columnGap, 0.0),
                   Qt::AlignLeft, m_style.ink);
    }
}

} // namespace

std::unique_ptr<RatePanelLayout> makeRowPanels(const RateFigure &figure, const FigureStyle &style,
                                               std::shared_ptr<const FigureFonts> fonts,
                                               bool scrolls)
{
    return std::make_unique<RowPanels>(figure, style, std::move(fonts), scrolls);
}

} // namespace anakinra
