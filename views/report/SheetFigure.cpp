// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateFigure.h"
#include "views/report/SheetFlow.h"
#include "views/report/SheetSections.h"

#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal gapAbove = sheetMm(2.5);
constexpr std::size_t fewCohorts = 6;
constexpr qreal barsMm = 56.0;

qreal inMm(qreal units)
{
    return units / sheetUnitsPerInch * 25.4;
}

/// The figure of the cohorts [from, to) of `whole`.
RateFigure slice(const RateFigure &whole, std::size_t from, std::size_t to)
{
    RateFigure part = whole;
    const auto keep = [&](auto &values) {
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(to), values.end());
        values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(from));
    };
    keep(part.series.cohorts);
    for (RatePanel &panel : part.series.panels)
        keep(panel.rates);
    return part;
}

/// Bars of a few cohorts are drawn lower than on a figure of their own: a sheet has more to say.
QSizeF sizeOf(const RateFigure &figure, qreal widthMm, const FigureStyle &style)
{
    const QSizeF natural = naturalSizeMm(figure, widthMm, style);
    if (figure.series.cohorts.size() > fewCohorts)
        return natural;
    const QSizeF smallest = smallestSizeMm(figure, widthMm, style);
    return {natural.width(), std::max(smallest.height(), std::min(natural.height(), barsMm))};
}

/// Whether there is anything to draw but "NR".
bool drawsAnything(const RateSeries &series)
{
    return std::ranges::any_of(series.panels, [](const RatePanel &panel) {
        return std::ranges::any_of(panel.rates, [](const std::vector<Rate> &rates) {
            return std::ranges::any_of(rates, [](const Rate &rate) {
                return rate.kind != RateKind::NotReported;
            });
        });
    });
}

void addPart(const RateFigure &figure, SheetFlow &flow, const FigureStyle &style)
{
    const QSizeF sizeMm = sizeOf(figure, inMm(flow.width()), style);
    const std::shared_ptr<QGraphicsScene> scene = makeRateScene(figure, sizeMm, style);
    if (!scene)
        return;
    const QSizeF size(sheetMm(sizeMm.width()), sheetMm(sizeMm.height()));
    flow.space(gapAbove);
    flow.box(size.height(), [scene, size](QPainter &painter, QPointF at) {
        painter.save();
        scene->render(&painter, QRectF(at, size), scene->sceneRect(), Qt::IgnoreAspectRatio);
        painter.restore();
    });
}

} // namespace

void addSheetFigure(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.series.cohorts.empty())
        return;
    if (!drawsAnything(sheet.series)) {
        flow.space(gapAbove);
        flow.text(SheetTextBlock({{u"No figure: none of the listed cohorts reports a rate that could be "
                                   "drawn."_s,
                                   SheetSpan::Plain}},
                                 7.5, flow.width()));
        return;
    }
    const FigureStyle style = FigureStyle::light();
    RateFigure figure;
    figure.series = sheet.series;
    figure.options = sheet.options;
    figure.context = sheet.context;
    figure.withFooter = false;

    // A figure taller than a page is divided into parts of about equal numbers of cohorts.
    const std::size_t cohorts = sheet.series.cohorts.size();
    const qreal room = inMm(flow.pageHeight());
    std::size_t parts = 1;
    const auto tallest = [&](std::size_t count) {
        qreal height = 0.0;
        for (std::size_t i = 0; i < count; ++i)
            height = std::max(height, sizeOf(slice(figure, cohorts * i / count,
                                                   cohorts * (i + 1) / count),
                                             inMm(flow.width()), style)
                                          .height());
        return height;
    };
    while (parts < cohorts && tallest(parts) > room)
        ++parts;
    for (std::size_t i = 0; i < parts; ++i)
        addPart(slice(figure, cohorts * i / parts, cohorts * (i + 1) / parts), flow, style);
}

} // namespace anakinra
