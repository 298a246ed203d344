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

qreal between(qreal least, qreal best, qreal share)
{
    return least + std::max(0.0, best - least) * share;
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
QSizeF sizeOf(const RateFigure &figure, qreal widthMm, const FigureStyle &style, qreal share)
{
    QSizeF best = naturalSizeMm(figure, widthMm, style);
    const QSizeF smallest = smallestSizeMm(figure, widthMm, style);
    if (figure.series.cohorts.size() <= fewCohorts)
        best.setHeight(std::max(smallest.height(), std::min(best.height(), barsMm)));
    return {best.width(), between(smallest.height(), best.height(), share)};
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

void addScene(const std::shared_ptr<QGraphicsScene> &scene, QSizeF sizeMm, SheetFlow &flow)
{
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

/// A figure that its kind makes. It is as wide as the sheet and no higher than a page.
void addRecipe(const FigureRecipe &recipe, SheetFlow &flow, const FigureStyle &style, qreal share)
{
    if (recipe.empty)
        return;
    const qreal width = inMm(flow.width());
    const qreal room = inMm(flow.pageHeight());
    const QSizeF smallest = recipe.smallestSizeMm(width, style);
    constexpr qreal tolerance = 0.1; // mm
    if (smallest.width() > width + tolerance || smallest.height() > room) {
        flow.space(gapAbove);
        flow.text(SheetTextBlock(
            {{u"%1: this figure does not fit on the paper; export it by itself."_s.arg(
                  recipe.title),
              SheetSpan::Plain}},
            7.5, flow.width()));
        return;
    }
    const qreal best = recipe.naturalSizeMm(width, style).height();
    const QSizeF size(width, std::min(room, between(smallest.height(), best, share)));
    addScene(recipe.scene(size, style), size, flow);
}

void addRates(const SummarySheet &sheet, SheetFlow &flow, qreal share);

} // namespace

void addSheetFigures(const SheetDocument &document, SheetFlow &flow, qreal share)
{
    if (document.sheet.choices.figures.contains(u"rates"_s))
        addRates(document.sheet, flow, share);
    const FigureStyle style = FigureStyle::light();
    for (const FigureRecipe &recipe : document.figures)
        addRecipe(recipe, flow, style, share);
}

namespace {

void addRates(const SummarySheet &sheet, SheetFlow &flow, qreal share)
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
            height = std::max(height,
                              sizeOf(slice(figure, cohorts * i / count, cohorts * (i + 1) / count),
                                     inMm(flow.width()), style, share)
                                  .height());
        return height;
    };
    while (parts < cohorts && tallest(parts) > room)
        ++parts;
    for (std::size_t i = 0; i < parts; ++i) {
        const RateFigure part = slice(figure, cohorts * i / parts, cohorts * (i + 1) / parts);
        const QSizeF sizeMm = sizeOf(part, inMm(flow.width()), style, share);
        addScene(makeRateScene(part, sizeMm, style), sizeMm, flow);
    }
}

} // namespace

} // namespace anakinra
