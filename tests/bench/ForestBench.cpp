// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ForestBench.h"

#include "Measure.h"

#include "models/figures/ForestRows.h"
#include "tests/support/LibraryBuilder.h"
#include "views/charts/FigureView.h"
#include "views/charts/ForestFigure.h"
#include "views/export/FigureExporter.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <numeric>
#include <stdexcept>

namespace anakinra::bench {

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Library> libraryOf(int studies)
{
    test::LibraryBuilder make;
    for (int i = 0; i < studies; ++i) {
        const int n = 8 + i * 7 % 60;
        make.cohort(qPrintable(u"study-%1/anakinra"_s.arg(i)), n, [&](Cohort &cohort) {
            Observation observation;
            observation.outcome = u"icans.any"_s;
            observation.population = Population::AllInfused;
            observation.figure.events = i * 3 % (n / 2 + 1);
            observation.figure.n = n;
            cohort.outcomes.push_back(observation);
        });
    }
    return make.build();
}

std::shared_ptr<const ForestRows> rowsOf(const Library &library)
{
    std::vector<int> cohorts(library.cohorts.size());
    std::iota(cohorts.begin(), cohorts.end(), 0);
    return std::make_shared<const ForestRows>(
        makeForestRows(library, analysePool(library, cohorts, u"icans.any"_s, {}), {}));
}

QJsonObject measure(int studies)
{
    const auto library = libraryOf(studies);
    std::shared_ptr<const ForestRows> rows;
    const QJsonObject pool = timed(5, [&](int) { rows = rowsOf(*library); });
    FigureView view;
    view.resize(900, 700);
    view.show();
    QCoreApplication::processEvents();
    const QJsonObject redraw = timed(20, [&](int) {
        view.setFigure(
            std::make_shared<const ForestFigure>(rows, FigureCaption(), ForestDress{100, true}));
        view.viewport()->repaint();
        if (view.markCount() < studies)
            throw std::runtime_error("a forest plot lacks rows");
    });
    QTemporaryDir directory;
    const FigureRecipe recipe =
        figureRecipe(std::make_shared<const ForestFigure>(rows, FigureCaption()));
    QJsonObject exported;
    if (studies <= 60) { // a longer one is no picture any more
        exported = timed(3, [&](int) {
            if (!exportFigure(recipe, ExportSpec{}, directory.filePath(u"forest.png"_s)))
                throw std::runtime_error("the forest plot could not be written");
        });
    }
    return {{u"studies"_s, studies},
            {u"poolAndRows"_s, pool},
            {u"redraw"_s, redraw},
            {u"png300dpi"_s, exported}};
}

} // namespace

QJsonArray measureForest()
{
    return {measure(12), measure(60), measure(1000)};
}

} // namespace anakinra::bench
