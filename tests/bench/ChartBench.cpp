// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChartBench.h"

#include "Measure.h"

#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/DoseFigure.h"
#include "views/charts/FigureView.h"
#include "views/charts/TimingFigure.h"
#include "views/export/FigureExporter.h"

#include <QJsonArray>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace anakinra::bench {

namespace {

struct Evidence
{
    std::shared_ptr<const Library> library;
    FilterCriteria criteria;
    FilterResult result;
};

FigureCaption captionOf(const Evidence &evidence)
{
    return {{},
            makeFigureContext(*evidence.library, evidence.criteria, evidence.result, {},
                              QDate(2026, 1, 1)),
            {},
            true};
}

using MakeFigure = std::shared_ptr<const ChartFigure> (*)(const Evidence &evidence);

struct Chart
{
    QString name;
    MakeFigure make;
};

const std::vector<Chart> charts{
    {u"timing"_s,
     [](const Evidence &e) -> std::shared_ptr<const ChartFigure> {
         return std::make_shared<const TimingFigure>(
             captionOf(e), makeTimingSeries(*e.library, e.criteria, e.result, {}, u"icans.any"_s),
             RateOptions(), e.library);
     }},
    {u"dose"_s,
     [](const Evidence &e) -> std::shared_ptr<const ChartFigure> {
         return std::make_shared<const DoseFigure>(
             captionOf(e), makeDoseSeries(*e.library, e.criteria, e.result, {}, u"icans.any"_s),
             RateOptions(), e.library);
     }},
};

QJsonObject measure(const Chart &chart, const Evidence &evidence, int runs)
{
    std::shared_ptr<const ChartFigure> figure;
    const QJsonObject values = timed(runs, [&](int) { figure = chart.make(evidence); });
    FigureView view;
    view.resize(1000, 500);
    const QJsonObject redraw = timed(runs, [&](int) {
        view.setFigure(figure);
        if (view.grab().isNull() || view.markCount() == 0)
            throw std::runtime_error("a chart was not drawn");
    });
    QJsonObject result{{u"cohorts"_s, int(evidence.result.cohorts.size())},
                       {u"values"_s, values},
                       {u"redraw"_s, redraw}};
    for (const auto &[name, format] :
         {std::pair(u"png"_s, FigureFormat::Png), std::pair(u"svg"_s, FigureFormat::Svg)}) {
        QString refused;
        const QJsonObject times = timed(3, [&](int) {
            const auto bytes = renderFigure(figureRecipe(figure), {}, format);
            if (!bytes)
                refused = bytes.problem().message; // a thousand rows are no bitmap
        });
        result.insert(name, refused.isEmpty() ? QJsonValue(times) : QJsonValue(refused));
    }
    return result;
}

} // namespace

QJsonObject measureCharts()
{
    QJsonObject all;
    for (const int cohorts : {12, 60, 1000}) {
        Evidence evidence;
        evidence.library =
            readLibrary(test::syntheticLibrary(cohorts), u"synthetic.json"_s).library;
        if (!evidence.library)
            throw std::runtime_error("a library of the benchmark cannot be read");
        evidence.criteria.setValues(Facet::Role, {u"anakinra"_s, u"subgroup"_s,
                                                  u"untreated-group"_s, u"historical-control"_s});
        evidence.result = FilterEngine(evidence.library).apply(evidence.criteria);
        for (const Chart &chart : charts) {
            QJsonArray rows = all[chart.name].toArray();
            rows.append(measure(chart, evidence, 11));
            all[chart.name] = rows;
        }
    }
    return all;
}

} // namespace anakinra::bench
