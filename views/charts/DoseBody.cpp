// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/DoseBody.h"

#include "models/figures/RateFindings.h"
#include "views/charts/ChartDress.h"
#include "views/charts/FigureLegend.h"
#include "views/charts/RateLooks.h"
#include "views/charts/RatePanelLayout.h"

#include <QChart>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal narrowestPlot = 150.0;
constexpr qreal naturalPlot = 200.0; ///< height, about 53 mm
constexpr qreal lowestPlot = 120.0;
constexpr qreal panelGap = 16.0;
constexpr qreal tickLength = 3.0;
constexpr qreal largestRadius = 11.0; ///< of the cohort with most patients
constexpr qreal smallestRadius = 2.0;
constexpr qreal markGap = 2.0;         ///< between a mark and its number
constexpr qreal sameDose = 0.5;        ///< doses closer than this cannot be told apart
constexpr qreal whiskerDistance = 7.0; ///< between marks of one dose ...
constexpr qreal widestGroup = 28.0;    ///< ... but no further from the first to the last

qreal across(double dose, const DosePanel &panel, const QRectF &plot)
{
    return plot.left() + dose / panel.max * plot.width();
}

/// 0 and 100 % stand off the edges, so that a mark on them covers nothing outside its panel.
qreal up(double percent, const QRectF &plot)
{
    const QRectF inner = plot.adjusted(0.0, largestRadius, 0.0, -largestRadius);
    return inner.bottom() - std::clamp(percent, 0.0, 100.0) / 100.0 * inner.height();
}

void addAxis(QChart &chart, double min, double max, double step, Qt::Alignment side,
             const FigureStyle &style)
{
    auto *axis = new QValueAxis;
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0.0);
    axis->setTickInterval(step);
    axis->setRange(min, max);
    chart.addAxis(axis, side);
    dressAxis(*axis, style);
    axis->setLabelsVisible(false); // placed by hand, so that none is left out
    axis->setLineVisible(false);
}

QColor blended(const QColor &colour, const QColor &paper)
{
    const auto mix = [](int a, int b) { return (a * 45 + b * 55) / 100; };
    return {mix(colour.red(), paper.red()), mix(colour.green(), paper.green()),
            mix(colour.blue(), paper.blue())};
}

MarkLook routeLook(DoseRoute route, const FigureStyle &style)
{
    static constexpr std::array shapes{MarkShape::Disc, MarkShape::Square, MarkShape::Diamond,
                                       MarkShape::Wedge};
    static constexpr std::array<std::size_t, 4> colours{0, 5, 2, 0};
    const auto index = static_cast<std::size_t>(route);
    MarkLook look;
    look.shape = shapes[index];
    look.fill = route == DoseRoute::NotReported
                    ? style.softInk
                    : style.series[colours[index] % style.series.size()];
    look.line = style.paper;
    return look;
}

} // namespace

DoseBody::DoseBody(const DoseSeries &series, const RateOptions &options, const Library &library,
                   const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
    : m_series(series), m_options(options), m_library(library), m_style(style),
      m_fonts(std::move(fonts))
{
    for (const DosePanel &panel : series.panels) {
        for (const DosePoint &point : panel.points)
            m_mostPatients = std::max(m_mostPatients, rate(point.row).n.value_or(1));
    }
}

DoseBody::~DoseBody() = default;

const Rate &DoseBody::rate(std::size_t row) const
{
    return m_series.rates.panels.front().rates[row].front();
}

const QString &DoseBody::cohortId(std::size_t row) const
{
    return m_library.cohorts[static_cast<std::size_t>(m_series.rates.cohorts[row].cohort)].id;
}

QString DoseBody::spokenPoint(const DosePoint &point) const
{
    const QString route = point.route == DoseRoute::NotReported ? u"route not reported"_s
                                                                : doseRouteText(point.route);
    return u"Dose %1, %2. "_s.arg(point.dose, route) +
           spokenRate(m_library, rate(point.row), m_options);
}

MarkLook DoseBody::lookOf(const DosePoint &point) const
{
    MarkLook look = routeLook(point.route, m_style);
    if (m_series.rates.cohorts[point.row].partOfShown)
        look.fill = blended(look.fill, m_style.paper);
    return look;
}

qreal DoseBody::radiusOf(const DosePoint &point) const
{
    const auto n = rate(point.row).n;
    if (rate(point.row).kind == RateKind::PercentOnly || !n)
        return largestRadius * 0.5;
    return std::max(smallestRadius, largestRadius * std::sqrt(double(*n) / m_mostPatients));
}

bool DoseBody::isListed() const
{
    std::size_t points = 0;
    for (const DosePanel &panel : m_series.panels)
        points += panel.points.size();
    return points <= mostListed;
}

qreal DoseBody::axisWidth() const
{
    return m_fonts->small.width(u"100\u00a0%"_s) + tickLength + 2.0;
}

qreal DoseBody::minimumWidth() const
{
    return axisWidth() + narrowestPlot + m_fonts->small.width(u"100"_s);
}

int DoseBody::panelRows() const
{
    return m_stacked ? static_cast<int>(m_series.panels.size()) : 1;
}

void DoseBody::setWidth(qreal width)
{
    m_width = width;
    m_legend = std::make_unique<FigureLegend>(legendKeys(), m_style, m_fonts, width);
    m_head = m_fonts->bold.wrapped(m_series.rates.panels.front().title, width);
    m_stacked = width < 2.0 * (axisWidth() + narrowestPlot) + panelGap;
    layOutList();
    layOutOmitted();
}

qreal DoseBody::chromeHeight() const
{
    return m_fonts->small.lineHeight() * 1.5 + tickLength + 2.0 + m_fonts->label.lineHeight();
}

qreal DoseBody::heightWithPlots(qreal plotHeight) const
{
    qreal height = m_legend->boundingRect().height() + blockGap +
                   static_cast<qreal>(m_head.size()) * m_fonts->bold.lineHeight() +
                   panelRows() * (chromeHeight() + plotHeight) + (panelRows() - 1) * blockGap;
    if (!m_list.empty())
        height += blockGap;
    for (const Entry &entry : m_list)
        height += entry.height;
    if (!m_omitted.empty())
        height += blockGap + m_fonts->small.lineHeight() + m_omittedHeight;
    return height;
}

qreal DoseBody::minimumHeight() const
{
    return heightWithPlots(lowestPlot);
}

qreal DoseBody::naturalHeight() const
{
    return heightWithPlots(naturalPlot);
}

std::vector<LegendKey> DoseBody::legendKeys() const
{
    std::vector<LegendKey> keys;
    std::array<bool, 4> routes{};
    bool parts = false;
    bool ranges = false;
    bool trend = false;
    std::array<bool, 4> kinds{};
    for (const DosePanel &panel : m_series.panels) {
        trend = trend || panel.trend;
        for (const DosePoint &point : panel.points) {
            routes[static_cast<std::size_t>(point.route)] = true;
            kinds[static_cast<std::size_t>(rate(point.row).kind)] = true;
            parts = parts || m_series.rates.cohorts[point.row].partOfShown;
            ranges = ranges || point.min < point.max;
        }
    }
    const auto occurs = [&](RateKind kind) { return kinds[static_cast<std::size_t>(kind)]; };
    for (const DoseRoute route : {DoseRoute::Subcutaneous, DoseRoute::Intravenous, DoseRoute::Both,
                                  DoseRoute::NotReported}) {
        if (routes[static_cast<std::size_t>(route)])
            keys.push_back(shapeKey(routeLook(route, m_style), doseRouteText(route), m_style));
    }
    MarkLook plain = routeLook(DoseRoute::Subcutaneous, m_style);
    plain.fill = m_style.softInk;
    if (parts) {
        MarkLook lighter = plain;
        lighter.fill = blended(plain.fill, m_style.paper);
        keys.push_back(shapeKey(lighter, u"lighter: part of another cohort"_s, m_style));
    }
    if (occurs(RateKind::Counted) || occurs(RateKind::Inferred)) {
        keys.push_back(
            {[plain, style = m_style](QPainter &painter, const QRectF &box) {
                 drawShape(painter, {box.left() + 2.5, box.center().y()}, 3.5, plain, style, false);
                 drawShape(painter, {box.right() - 4.5, box.center().y()}, 9.0, plain, style,
                           false);
             },
             u"area by number of patients (largest: %1)"_s.arg(m_mostPatients)});
        keys.push_back(whiskerKey(methodText(m_options), m_style));
    }
    const auto sample = [this, plain](RateKind kind, bool range) {
        return [kind, range, plain, style = m_style](QPainter &painter, const QRectF &box) {
            DoseMark mark;
            mark.centre = box.center();
            mark.radius = range ? 2.5 : 5.0;
            mark.look = plain;
            mark.kind = kind;
            if (range)
                mark.range =
                    QLineF(box.left() + 1.0, box.center().y(), box.right() - 1.0, box.center().y());
            mark.draw(painter, style);
        };
    };
    if (ranges)
        keys.push_back({sample(RateKind::Counted, true), u"range of doses"_s});
    if (occurs(RateKind::Inferred))
        keys.push_back(shapeKey(plain, u"hollow: inferred count, not proven"_s, m_style, true));
    if (occurs(RateKind::PercentOnly))
        keys.push_back({sample(RateKind::PercentOnly, false), u"percentage only, count unknown"_s});
    if (trend) {
        keys.push_back({[style = m_style](QPainter &painter, const QRectF &box) {
                            drawTrend(painter,
                                      {QPolygonF(box.adjusted(0.0, -1.0, 0.0, 1.0)),
                                       QPolygonF({{box.left(), box.center().y()},
                                                  {box.right(), box.center().y()}})},
                                      style);
                        },
                        u"ecological: between studies, not within patients"_s});
    }
    std::ranges::move(findingKeys(m_series.rates, m_style, m_fonts), std::back_inserter(keys));
    return keys;
}

std::vector<qreal> DoseBody::spread(const DosePanel &panel, const QRectF &plot)
{
    // Marks of one dose stand side by side, so that no whisker hides another: closely, because the
    // place is the dose.
    std::vector<std::size_t> order(panel.points.size());
    std::vector<qreal> xs(panel.points.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        xs[i] = across(panel.points[i].middle(), panel, plot);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return xs[i]; });
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        const qreal dose = xs[order[first]];
        while (end < order.size() && xs[order[end]] - dose < sameDose)
            ++end;
        const auto steps = static_cast<qreal>(end - first - 1);
        const qreal distance = std::min(whiskerDistance, steps > 0.0 ? widestGroup / steps : 0.0);
        for (std::size_t i = first; i < end; ++i)
            xs[order[i]] = dose + (static_cast<qreal>(i - first) - steps / 2.0) * distance;
        first = end;
    }
    return xs;
}

void DoseBody::placeAxes(DoseOverlay &overlay, const DosePanel &panel, const QRectF &plot) const
{
    const FigureText &small = m_fonts->small;
    placeLines(overlay.texts, m_fonts->label, {panel.title},
               QRectF(plot.left(), plot.bottom() + tickLength + 2.0 + small.lineHeight(),
                      plot.width(), 0.0),
               Qt::AlignHCenter, m_style.ink);
    overlay.ticks.emplace_back(plot.topLeft(), plot.bottomLeft());
    overlay.ticks.emplace_back(plot.bottomLeft(), plot.bottomRight());
    for (const double percent : {0.0, 25.0, 50.0, 75.0, 100.0}) {
        const qreal y = up(percent, plot);
        overlay.ticks.emplace_back(plot.left() - tickLength, y, plot.left(), y);
        const QString label =
            QString::number(percent) + (percent == 100.0 ? u"\u00a0%"_s : QString());
        placeLines(overlay.texts, small, {label},
                   QRectF(plot.left() - tickLength - 2.0, y - small.lineHeight() / 2.0, 0.0, 0.0),
                   Qt::AlignRight, m_style.ink);
    }
    for (int i = 0; i * panel.step <= panel.max; ++i) {
        const qreal x = across(i * panel.step, panel, plot);
        overlay.ticks.emplace_back(x, plot.bottom(), x, plot.bottom() + tickLength);
        placeLines(overlay.texts, small, {QString::number(i * panel.step)},
                   QRectF(x, plot.bottom() + tickLength + 1.0, 0.0, 0.0), Qt::AlignHCenter,
                   m_style.ink);
    }
}

/// What stands beside the marks: on the first side where it covers nothing.
void DoseBody::placeNumbers(DoseOverlay &overlay, const DosePanel &panel, const QRectF &plot) const
{
    const FigureText &small = m_fonts->small;
    std::vector<QRectF> taken;
    for (const DoseMark &mark : overlay.marks) {
        taken.emplace_back(mark.centre - QPointF(mark.radius, mark.radius),
                           mark.centre + QPointF(mark.radius, mark.radius));
        if (mark.whisker)
            taken.push_back(QRectF(mark.whisker->line.p1(), mark.whisker->line.p2()).normalized()
                                .adjusted(-1.0, 0.0, 1.0, 0.0));
    }
    for (std::size_t i = 0; i < panel.points.size(); ++i) {
        const QString &found = rate(panel.points[i].row).findingMark;
        const QString text = isListed() ? withMark(QString::number(panel.points[i].number), found) : found;
        if (text.isEmpty())
            continue;
        const DoseMark &mark = overlay.marks[i];
        const QSizeF size(small.width(text), small.lineHeight());
        const qreal away = mark.radius + markGap;
        const std::array places{
            QRectF(mark.centre + QPointF(away, -size.height() / 2.0), size),
            QRectF(mark.centre - QPointF(away + size.width(), size.height() / 2.0), size),
            QRectF(mark.centre - QPointF(size.width() / 2.0, away + size.height()), size),
            QRectF(mark.centre + QPointF(-size.width() / 2.0, away), size)};
        const auto *place = std::ranges::find_if(places, [&](const QRectF &each) {
            return plot.contains(each) && std::ranges::none_of(taken, [&](const QRectF &other) {
                       return other.intersects(each);
                   });
        });
        const QRectF area = place == places.end() ? places.front() : *place;
        overlay.numbers.push_back({&small, text, area, m_style.ink});
        taken.push_back(area);
    }
}

void DoseBody::buildPanel(MarkedScene &into, const DosePanel &panel, const QRectF &plot) const
{
    QChart *chart = addDressedChart(*into.scene, into.scene->sceneRect(), plot);
    const double standOff = 100.0 * largestRadius / (plot.height() - 2.0 * largestRadius);
    addAxis(*chart, 0.0, panel.max, panel.step, Qt::AlignBottom, m_style);
    addAxis(*chart, -standOff, 100.0 + standOff, 25.0, Qt::AlignLeft, m_style);
    layOut(*chart);
    auto overlay = std::make_unique<DoseOverlay>(m_style, m_fonts, into.scene->sceneRect());
    placeAxes(*overlay, panel, plot);
    if (panel.trend) {
        DoseTrendShape trend;
        for (const DoseTrend::At &at : panel.trend->line) {
            trend.line << QPointF(across(at.dose, panel, plot), up(at.rate, plot));
            trend.band << QPointF(across(at.dose, panel, plot), up(at.high, plot));
        }
        for (auto at = panel.trend->line.rbegin(); at != panel.trend->line.rend(); ++at)
            trend.band << QPointF(across(at->dose, panel, plot), up(at->low, plot));
        overlay->trend = trend;
    }
    const std::vector<qreal> xs = spread(panel, plot);
    for (std::size_t i = 0; i < panel.points.size(); ++i) {
        const DosePoint &point = panel.points[i];
        const Rate &shown = rate(point.row);
        DoseMark mark;
        mark.look = lookOf(point);
        mark.kind = shown.kind;
        mark.radius = radiusOf(point);
        mark.centre = QPointF(xs[i], up(*shown.percent, plot));
        if (point.min < point.max)
            mark.range = QLineF(across(point.min, panel, plot), mark.centre.y(),
                                across(point.max, panel, plot), mark.centre.y());
        if (shown.interval && shown.kind != RateKind::PercentOnly) {
            const CutInterval cut = cutAtAxis(*shown.interval);
            mark.whisker = Whisker{QLineF(xs[i], up(cut.low, plot), xs[i], up(cut.high, plot)),
                                   cut.cutLow, cut.cutHigh, 5.0};
        }
        const qreal reach = std::max(mark.radius, 4.0);
        into.marks.push_back(
            {QRectF(mark.centre - QPointF(reach, reach), mark.centre + QPointF(reach, reach)),
             spokenPoint(point),
             cohortId(point.row),
             {},
             {shown.outcome, u"dose"_s}});
        overlay->marks.push_back(mark);
    }
    placeNumbers(*overlay, panel, plot);
    // Large marks first, so that none hides a smaller one.
    std::ranges::stable_sort(overlay->marks, std::greater(), &DoseMark::radius);
    overlay.release()->setParentItem(chart);
}

void DoseBody::build(MarkedScene &into, const QRectF &area)
{
    const qreal others = heightWithPlots(0.0);
    const qreal plotHeight = std::max(lowestPlot, (area.height() - others) / panelRows());
    qreal y = area.top() + m_legend->boundingRect().height() + blockGap;
    m_legend->setPos(area.topLeft());
    into.scene->addItem(m_legend.release());
    std::vector<PlacedText> head;
    y = placeLines(head, m_fonts->bold, m_head, QRectF(area.left(), y, 0.0, 0.0), Qt::AlignLeft,
                   m_style.ink);
    into.scene->addItem(new FigureTextItem(m_fonts, std::move(head)));

    const auto count = m_stacked ? 1.0 : static_cast<qreal>(m_series.panels.size());
    const qreal right = m_fonts->small.width(u"100"_s) / 2.0; // of the last label on the dose axis
    const qreal width = (area.width() - (count - 1.0) * panelGap) / count;
    qreal x = area.left();
    for (const DosePanel &panel : m_series.panels) {
        const QRectF plot(x + axisWidth(), y + m_fonts->small.lineHeight() / 2.0,
                          width - axisWidth() - right, plotHeight);
        buildPanel(into, panel, plot);
        if (m_stacked)
            y += chromeHeight() + plotHeight + blockGap;
        else
            x += width + panelGap;
    }
    y = m_stacked ? y - blockGap : y + chromeHeight() + plotHeight;
    buildLists(into, {area.left(), y});
}

} // namespace anakinra
