// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChartBench.h"

#include "Measure.h"

#include "models/comparison/ComparisonContext.h"
#include "models/comparison/SuggestedPair.h"
#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/BenefitHarmFigure.h"
#include "views/charts/CompareFigure.h"
#include "views/charts/DoseFigure.h"
#include "views/charts/FigureView.h"
#include "views/charts/MapFigure.h"
#include "views/charts/PeopleFigure.h"
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
    std::shared_ptr<const FilterEngine> engine;
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
    {u"map"_s,
     [](const Evidence &e) -> std::shared_ptr<const ChartFigure> {
         return std::make_shared<const MapFigure>(
             makeEvidenceMap(*e.engine, e.criteria, MapAxis::Timing, MapAxis::Product),
             captionOf(e));
     }},
    {u"benefit-harm"_s,
     [](const Evidence &e) -> std::shared_ptr<const ChartFigure> {
         return std::make_shared<const BenefitHarmFigure>(
             e.library,
             makeBenefitHarm(*e.library, e.result.cohorts, u"icans.any"_s, u"response.cr"_s, {}),
             RateOptions(), captionOf(e));
     }},
    {u"people"_s,
     [](const Evidence &e) -> std::shared_ptr<const ChartFigure> {
         const auto choices = naturalFrequencyChoices(*e.library, e.result.cohorts, {});
         if (choices.empty())
             return nullptr; // twelve cohorts may all be too small for it
         const auto frequency = makeNaturalFrequency(*e.library, choices.front().cohort,
                                                     choices.front().outcome, {});
         return std::make_shared<const PeopleFigure>(*frequency, captionOf(e));
     }},
    {u"compare"_s,
     [](const Evidence &e) -> std::shared_ptr<const ChartFigure> {
         const auto pairs = filterPairs(e.criteria);
         const auto side = [&](const FilterCriteria &criteria) {
             return comparedFilter(*e.library, criteria, e.engine->apply(criteria));
         };
         CompareOptions options;
         options.longestSide = 200; // as the window has it
         const FilterComparison comparison = compareFilters(
             *e.library, side(pairs.front().a), side(pairs.front().b), options, u"icans.any"_s);
         return std::make_shared<const CompareFigure>(
             std::make_shared<const ComparisonSeries>(comparisonSeries(*e.library, comparison)),
             comparisonTable(*e.library, comparison), captionOf(e));
     }},
};

QJsonObject measure(const Chart &chart, const Evidence &evidence, int runs)
{
    std::shared_ptr<const ChartFigure> figure;
    const QJsonObject values = timed(runs, [&](int) { figure = chart.make(evidence); });
    if (!figure || figure->isEmpty())
        return {{u"cohorts"_s, int(evidence.result.cohorts.size())}, {u"empty"_s, true}};
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
        evidence.engine = std::make_shared<const FilterEngine>(evidence.library);
        evidence.result = evidence.engine->apply(evidence.criteria);
        for (const Chart &chart : charts) {
            QJsonArray rows = all[chart.name].toArray();
            rows.append(measure(chart, evidence, 11));
            all[chart.name] = rows;
        }
    }
    return all;
}

} // namespace anakinra::bench
