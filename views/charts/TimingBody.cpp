// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/TimingBody.h"

#include "views/charts/ChartDress.h"
#include "views/charts/FigureLegend.h"
#include "views/charts/RateLooks.h"
#include "views/charts/RateOverlay.h"
#include "views/charts/RatePanelLayout.h"

#include <QChart>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal narrowestLabels = 66.0;
constexpr qreal widestLabels = 0.26; ///< of the whole width
constexpr qreal narrowestDays = 96.0;
constexpr qreal narrowestRates = 36.0;
constexpr qreal widestRates = 0.2; ///< of the whole width
constexpr qreal columnGap = 8.0;
constexpr qreal partIndent = 8.0;
constexpr qreal rowPadding = 3.0; ///< above and below
constexpr qreal barHeight = 8.0;
constexpr qreal startingLane = 14.0;
constexpr qreal stepUpLane = 9.0;
constexpr qreal tickLength = 3.0;
constexpr qreal legendGap = 6.0;
constexpr qreal wordsInset = 2.0; ///< of words on the grid, on either side

/// An axis without labels: those are placed by hand, so that none is left out or elided.
void addAxis(QChart &chart, const DayAxis &range, Qt::Alignment side, const FigureStyle &style,
             bool visible)
{
    auto *axis = new QValueAxis;
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0.0);
    axis->setTickInterval(range.step);
    axis->setRange(range.min, range.max);
    chart.addAxis(axis, side);
    dressAxis(*axis, style);
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setVisible(visible);
}

/// Grid of one column of a figure.
QChart *addGrid(QGraphicsScene &scene, const QRectF &plot, const DayAxis &range,
                const FigureStyle &style)
{
    QChart *chart = addDressedChart(scene, scene.sceneRect(), plot);
    addAxis(*chart, range, Qt::AlignBottom, style, true);
    addAxis(*chart, {0.0, 1.0, 1.0}, Qt::AlignLeft, style, false);
    layOut(*chart);
    return chart;
}

qreal along(double value, const DayAxis &axis, const QRectF &plot)
{
    return plot.left() + (value - axis.min) / (axis.max - axis.min) * plot.width();
}

constexpr DayAxis percentAxis{0.0, 100.0, 50.0};

} // namespace

TimingBody::TimingBody(const TimingSeries &series, const RateOptions &options,
                       const Library &library, const FigureStyle &style,
                       std::shared_ptr<const FigureFonts> fonts)
    : m_series(series), m_options(options), m_library(library), m_style(style),
      m_fonts(std::move(fonts))
{
    for (std::size_t i = 0; i < series.rows.size(); ++i) {
        const RateCohort &cohort = series.rates.cohorts[i];
        m_widestLabel =
            std::max(m_widestLabel, m_fonts->label.width(cohort.label) + indentOf(cohort));
        for (const QString &text : {markedCell(rate(i)), rate(i).intervalText()})
            m_textWidth = std::max(m_textWidth, m_fonts->small.width(text));
    }
}

TimingBody::~TimingBody() = default;

const Rate &TimingBody::rate(std::size_t row) const
{
    return m_series.rates.panels.front().rates[row].front();
}

qreal TimingBody::indentOf(const RateCohort &cohort) const
{
    return cohort.partOfShown ? partIndent : 0.0;
}

qreal TimingBody::minimumWidth() const
{
    return std::min(narrowestLabels, m_widestLabel) + narrowestDays + narrowestRates + m_textWidth +
           3.0 * columnGap + 1.0;
}

void TimingBody::setWidth(qreal width)
{
    m_legend = std::make_unique<FigureLegend>(legendKeys(), m_style, m_fonts, width);
    m_width.text = m_textWidth;
    m_width.rate = std::max(narrowestRates, std::min(widestRates * width, 90.0));
    const qreal rest = width - m_width.text - m_width.rate - 3.0 * columnGap;
    m_width.label = std::min(
        {m_widestLabel, std::max(narrowestLabels, widestLabels * width), rest - narrowestDays});
    m_width.days = rest - m_width.label;
    m_daysHead = m_fonts->bold.wrapped(u"Days from CAR T infusion (day 0)"_s, m_width.days);
    m_rateHead = m_fonts->bold.wrapped(m_series.rates.panels.front().title,
                                       m_width.rate + columnGap + m_width.text);
    m_rows.clear();
    m_rows.reserve(m_series.rows.size());
    for (std::size_t i = 0; i < m_series.rows.size(); ++i)
        m_rows.push_back(layOutRow(i));
}

qreal TimingBody::textHeight(const QStringList &label, const QStringList &small) const
{
    return static_cast<qreal>(label.size()) * m_fonts->label.lineHeight() +
           static_cast<qreal>(small.size()) * m_fonts->small.lineHeight();
}

TimingBody::Row TimingBody::layOutRow(std::size_t index) const
{
    const RateCohort &cohort = m_series.rates.cohorts[index];
    const TimingRow &timing = m_series.rows[index];
    Row row;
    const qreal labelWidth = m_width.label - indentOf(cohort);
    row.label = m_fonts->label.wrapped(
        cohort.unjudged ? cohort.label + u" (not judged)"_s : cohort.label, labelWidth);
    QString below = cohort.nText;
    if (cohort.comparator)
        below += u", comparator"_s;
    else
        below += cohort.timing == Timing::NotReported ? u", timing NR"_s
                                                      : u", "_s + labelOf(cohort.timing).toLower();
    row.below = m_fonts->small.wrapped(below, labelWidth);
    const auto addBlock = [&](const QString &words, qreal lane) {
        Block block{m_fonts->small.wrapped(words, m_width.days - 2.0 * wordsInset), lane, 0.0};
        block.height = lane + textHeight({}, block.lines);
        row.blocks.push_back(block);
    };
    for (const TimingWindow &window : timing.windows)
        addBlock(window.words, window.kind == RegimenKind::StepUp ? stepUpLane : startingLane);
    if (!timing.unreported.isEmpty())
        addBlock(timing.unreported, 0.0);
    row.rate = {markedCell(rate(index))};
    if (rate(index).interval)
        row.rate << rate(index).intervalText();
    qreal blocks = 0.0;
    for (const Block &block : row.blocks)
        blocks += block.height;
    row.height =
        std::max({textHeight(row.label, row.below), blocks, textHeight({}, row.rate), barHeight}) +
        2.0 * rowPadding;
    return row;
}

qreal TimingBody::rowsHeight() const
{
    qreal height = 0.0;
    for (const Row &row : m_rows)
        height += row.height;
    return height;
}

qreal TimingBody::axisHeight() const
{
    return tickLength + 1.0 + m_fonts->small.lineHeight();
}

qreal TimingBody::minimumHeight() const
{
    const auto heads = static_cast<qreal>(std::max(m_daysHead.size(), m_rateHead.size()));
    return m_legend->boundingRect().height() + legendGap + heads * m_fonts->bold.lineHeight() +
           2.0 + axisHeight() * (repeatsAxis() ? 2.0 : 1.0) + rowsHeight();
}

QString TimingBody::spokenRow(std::size_t row) const
{
    const RateCohort &cohort = m_series.rates.cohorts[row];
    QString words = cohort.label + u", "_s + cohort.nText;
    if (cohort.comparator)
        return words + u", comparator"_s;
    return words + (cohort.timing == Timing::NotReported
                        ? u", timing not reported"_s
                        : u", "_s + labelOf(cohort.timing).toLower());
}

std::vector<LegendKey> TimingBody::legendKeys() const
{
    std::vector<LegendKey> keys;
    const auto bar = [this](const MarkLook &look, bool stepUp, TimingPiece::Kind kind, bool later) {
        return [look, stepUp, kind, later, style = m_style](QPainter &painter, const QRectF &box) {
            TimingBar sample;
            sample.y = box.center().y();
            sample.height = barHeight;
            sample.look = look;
            sample.stepUp = stepUp;
            sample.pieces = {
                {kind, box.left(), box.right() - (later ? 7.0 : 0.0), false, later, true, true}};
            sample.draw(painter, style);
        };
    };
    const auto &cohorts = m_series.rates.cohorts;
    for (const auto &timing : CodeList<Timing>::entries) {
        const bool occurs = std::ranges::any_of(cohorts, [&](const RateCohort &cohort) {
            return !cohort.comparator && cohort.timing == timing.value;
        });
        if (occurs)
            keys.push_back(
                {bar(timingBarLook(timing.value, m_style), false, TimingPiece::Given, false),
                 timing.value == Timing::NotReported ? u"Timing not reported"_s
                                                     : timing.label.toString()});
    }
    bool unknown = false;
    bool possible = false;
    bool open = false;
    bool stepUp = false;
    bool median = false;
    for (const TimingRow &row : m_series.rows) {
        for (const TimingWindow &window : row.windows) {
            median = median || window.start.median || window.stop.median;
            if (window.kind == RegimenKind::StepUp && window.hasNoDay()) {
                stepUp = true;
                continue;
            }
            for (const TimingPiece &piece : timingPieces(window, m_series.axis)) {
                unknown = unknown || piece.kind == TimingPiece::Unknown;
                possible = possible || piece.kind == TimingPiece::Possible;
                open = open || piece.earlier || piece.later;
            }
        }
    }
    MarkLook plain;
    plain.fill = m_style.softInk;
    plain.line = m_style.paper;
    if (open)
        keys.push_back({bar(plain, false, TimingPiece::Given, true), u"or earlier, or later"_s});
    if (possible)
        keys.push_back(
            {bar(plain, false, TimingPiece::Possible, false), u"range of first or last day"_s});
    if (unknown)
        keys.push_back({bar(plain, false, TimingPiece::Unknown, false),
                        u"day not reported, or set by an event"_s});
    if (stepUp)
        keys.push_back(
            {bar(plain, true, TimingPiece::Unknown, false), u"step-up, only if needed"_s});
    if (median) {
        MarkLook diamond = plain;
        diamond.fill = m_style.ink;
        diamond.shape = MarkShape::Diamond;
        keys.push_back(shapeKey(diamond, u"median day"_s, m_style));
    }
    if (hasKind(m_series.rates, RateKind::Counted))
        keys.push_back(whiskerKey(methodText(m_options), m_style));
    if (hasKind(m_series.rates, RateKind::Inferred))
        keys.push_back(shapeKey(plain, u"hollow: inferred count, not proven"_s, m_style, true));
    if (hasKind(m_series.rates, RateKind::PercentOnly)) {
        keys.push_back({[colour = m_style.softInk,
                         line = ptToUnits(m_style.linePt)](QPainter &painter, const QRectF &box) {
                            painter.setPen(QPen(colour, line * 2.5, Qt::SolidLine, Qt::FlatCap));
                            painter.drawLine(box.center() - QPointF(0.0, 4.5),
                                             box.center() + QPointF(0.0, 4.5));
                        },
                        u"percentage only, count unknown"_s});
    }
    if (hasKind(m_series.rates, RateKind::NotReported))
        keys.push_back(wordKey(u"NR"_s, u"not reported"_s, m_style, m_fonts));
    std::ranges::move(findingKeys(m_series.rates, m_style, m_fonts), std::back_inserter(keys));
    return keys;
}

void TimingBody::placeHeads(TimingOverlay &overlay, qreal bottom) const
{
    const qreal days = m_left + m_width.label + columnGap;
    const auto place = [&](const QStringList &lines, qreal left) {
        const qreal height = static_cast<qreal>(lines.size()) * m_fonts->bold.lineHeight();
        placeLines(overlay.texts, m_fonts->bold, lines, QRectF(left, bottom - height, 0.0, 0.0),
                   Qt::AlignLeft, m_style.ink);
    };
    place(m_daysHead, days);
    place(m_rateHead, days + m_width.days + columnGap);
}

void TimingBody::placeAxes(TimingOverlay &overlay, const QRectF &days, const QRectF &rates,
                           bool above) const
{
    const FigureText &small = m_fonts->small;
    const auto place = [&](const QRectF &plot, qreal x, const QString &label, qreal shift) {
        const qreal y = above ? plot.top() : plot.bottom();
        overlay.ticks.emplace_back(x, y, x, above ? y - tickLength : y + tickLength);
        const qreal top = above ? y - tickLength - 1.0 - small.lineHeight() : y + tickLength + 1.0;
        placeLines(overlay.texts, small, {label}, QRectF(x - shift, top, 0.0, 0.0), Qt::AlignLeft,
                   m_style.ink);
    };
    for (const QRectF &plot : {days, rates}) {
        const qreal y = above ? plot.top() : plot.bottom();
        overlay.ticks.emplace_back(plot.left(), y, plot.right(), y);
    }
    const DayAxis &axis = m_series.axis;
    const auto labelOf = [](double day) { return QString::number(day).replace(u'-', u'\u2212'); };
    const qreal widest = std::max(small.width(labelOf(std::round(axis.min))),
                                  small.width(labelOf(std::round(axis.max))));
    double step = axis.step;
    while (step / (axis.max - axis.min) * days.width() < widest + 3.0)
        step *= 2.0;
    for (double day = std::ceil(axis.min / step) * step; day <= axis.max; day += step)
        place(days, along(day, axis, days), labelOf(day), small.width(labelOf(day)) / 2.0);
    const bool roomForHalf = rates.width() > small.width(u"50"_s) + small.width(u"100"_s) + 6.0;
    for (const double percent : {0.0, 50.0, 100.0}) {
        const QString number = QString::number(percent);
        if (percent == 50.0 && !roomForHalf)
            continue;
        place(rates, along(percent, percentAxis, rates),
              percent == 100.0 ? QString(number + u"\u00a0%"_s) : number,
              small.width(number) / 2.0);
    }
}

TimingBar TimingBody::placeWindow(const TimingWindow &window, Timing timing, const QRectF &days,
                                  qreal y) const
{
    const DayAxis &axis = m_series.axis;
    TimingBar bar;
    bar.y = y;
    bar.stepUp = window.kind == RegimenKind::StepUp;
    bar.height = bar.stepUp ? barHeight * 0.6 : barHeight;
    bar.look = timingBarLook(timing, m_style);
    for (const TimingPiece &piece : timingPieces(window, axis))
        bar.pieces.push_back({piece.kind, along(piece.from, axis, days),
                              along(piece.to, axis, days), piece.earlier, piece.later,
                              piece.from <= axis.min, piece.to >= axis.max});
    for (const auto &median : {window.start.median, window.stop.median}) {
        if (median)
            bar.medians.push_back(along(*median, axis, days));
    }
    return bar;
}

RateMark TimingBody::placeRate(std::size_t index, const QRectF &slot) const
{
    const RateCohort &cohort = m_series.rates.cohorts[index];
    const Rate &shown = rate(index);
    RateMark mark;
    mark.cohort = static_cast<int>(index);
    mark.panel = 0;
    mark.outcome = 0;
    mark.kind = shown.kind;
    mark.slot = slot;
    mark.look = timingLook(cohort.timing, m_style);
    if (cohort.comparator) {
        mark.look.comparator = true;
        mark.look.line = m_style.softInk;
        mark.look.shape = MarkShape::Square;
    }
    if (shown.kind == RateKind::NotReported || !shown.percent)
        return mark;
    const auto at = [&](double percent) {
        return QPointF(along(std::clamp(percent, 0.0, 100.0), percentAxis, slot),
                       slot.center().y());
    };
    mark.value = at(*shown.percent);
    if (shown.interval && shown.kind != RateKind::PercentOnly) {
        const CutInterval cut = cutAtAxis(*shown.interval);
        mark.low = at(cut.low);
        mark.high = at(cut.high);
        mark.cutLow = cut.cutLow;
        mark.cutHigh = cut.cutHigh;
    }
    return mark;
}

void TimingBody::buildRow(MarkedScene &into, TimingOverlay &overlay, std::vector<RateMark> &rates,
                          std::size_t index, const QRectF &area, const QRectF &days) const
{
    const Row &row = m_rows[index];
    const RateCohort &cohort = m_series.rates.cohorts[index];
    const TimingRow &timing = m_series.rows[index];
    const QString &id = m_library.cohorts[static_cast<std::size_t>(cohort.cohort)].id;
    const QString spoken = spokenRow(index);
    const QColor &ink = cohort.comparator ? m_style.softInk : m_style.ink;

    const qreal labelTop = area.center().y() - textHeight(row.label, row.below) / 2.0;
    const QRectF label(area.left() + indentOf(cohort), labelTop, 0.0, 0.0);
    const qreal belowTop =
        placeLines(overlay.texts, m_fonts->label, row.label, label, Qt::AlignLeft, ink);
    placeLines(overlay.texts, m_fonts->small, row.below, QRectF(label.left(), belowTop, 0.0, 0.0),
               Qt::AlignLeft, m_style.softInk);
    into.marks.push_back(
        {QRectF(area.left(), area.top(), m_width.label, area.height()), spoken, id, {}});

    qreal blocks = 0.0;
    for (const Block &block : row.blocks)
        blocks += block.height;
    qreal y = area.center().y() - blocks / 2.0;
    for (std::size_t i = 0; i < row.blocks.size(); ++i) {
        const Block &block = row.blocks[i];
        const QRectF slot(days.left(), y, days.width(), block.height);
        if (i < timing.windows.size())
            overlay.bars.push_back(
                placeWindow(timing.windows[i], cohort.timing, days, y + block.bar / 2.0));
        placeLines(overlay.words, m_fonts->small, block.lines,
                   QRectF(days.left() + wordsInset, y + block.bar, 0.0, 0.0), Qt::AlignLeft,
                   i < timing.windows.size() ? m_style.ink : m_style.softInk);
        const QString words =
            i < timing.windows.size() ? timing.windows[i].words : timing.unreported;
        into.marks.push_back({slot, spoken + u": "_s + words, id, {}, {u"start-day"_s, u"regimen"_s}});
        y += block.height;
    }

    const QRectF slot(days.right() + columnGap, area.top(), m_width.rate, area.height());
    rates.push_back(placeRate(index, slot));
    const QRectF text(slot.right() + columnGap, area.center().y() - textHeight({}, row.rate) / 2.0,
                      0.0, 0.0);
    placeLines(overlay.texts, m_fonts->small, row.rate, text, Qt::AlignLeft,
               rate(index).kind == RateKind::NotReported ? m_style.softInk : ink);
    into.marks.push_back({slot.adjusted(0.0, 0.0, columnGap + m_width.text, 0.0),
                          spokenRate(m_library, rate(index), m_options),
                          id,
                          {},
                          {rate(index).outcome}});
}

void TimingBody::build(MarkedScene &into, const QRectF &area)
{
    m_left = area.left();
    const auto heads = static_cast<qreal>(std::max(m_daysHead.size(), m_rateHead.size()));
    const qreal legendHeight = m_legend->boundingRect().height();
    const qreal headBottom =
        area.top() + legendHeight + legendGap + heads * m_fonts->bold.lineHeight();
    m_legend->setPos(area.topLeft());
    into.scene->addItem(m_legend.release());

    const QRectF days(m_left + m_width.label + columnGap, headBottom + 2.0 + axisHeight(),
                      m_width.days, rowsHeight());
    const QRectF rates(days.right() + columnGap, days.top(), m_width.rate, days.height());
    QChart *dayChart = addGrid(*into.scene, days, m_series.axis, m_style);
    QChart *rateChart = addGrid(*into.scene, rates, percentAxis, m_style);

    auto overlay = std::make_unique<TimingOverlay>(m_style, m_fonts, into.scene->sceneRect());
    auto rateOverlay = std::make_unique<RateOverlay>(RateOverlay::Form::Rows, m_style, m_fonts,
                                                     into.scene->sceneRect());
    placeHeads(*overlay, headBottom);
    placeAxes(*overlay, days, rates, true);
    if (repeatsAxis())
        placeAxes(*overlay, days, rates, false);
    const qreal zero = along(0.0, m_series.axis, days);
    overlay->dayZero = QLineF(zero, days.top(), zero, days.bottom());
    qreal y = days.top();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QRectF row(m_left, y, area.width(), m_rows[i].height);
        buildRow(into, *overlay, rateOverlay->marks, i, row, days);
        y = row.bottom();
        overlay->separators.emplace_back(row.left(), y, row.right(), y);
    }
    overlay.release()->setParentItem(dayChart);
    rateOverlay.release()->setParentItem(rateChart);
}

} // namespace anakinra
