// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints one JSON object of measured times (milliseconds) and the peak memory (MiB). Run it on
// demand, on a quiet machine, and under X11 for the start-up figures:
//   xvfb-run -a build/release/tests/bench/anakinra-bench
// With --charts it measures only how charts are drawn and written.
// Nothing here passes or fails: speed is a figure to read, not a test.

#include "ForestBench.h"
#include "ChartBench.h"
#include "Measure.h"
#include "PoolBench.h"

#include "app/Dialogs.h"
#include "app/MainWindow.h"
#include "models/evidence/LibraryReader.h"
#include "models/figures/SummarySheet.h"
#include "models/filter/FilterEngine.h"
#include "models/integrity/Audit.h"
#include "models/integrity/FindingIndex.h"
#include "models/items/CohortTableModel.h"
#include "models/statistics/Pooling.h"
#include "models/statistics/ProportionInterval.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/RateView.h"
#include "views/export/FigureExporter.h"
#include "views/report/SheetPrinter.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPaintEvent>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cstdio>
#include <random>
#include <stdexcept>
#include <vector>

using namespace anakinra;
using namespace anakinra::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView shippedPath = u":/evidence/anakinra-car-t.json";

/// The gestures that are timed: a click on, a click off, a range, a search-free combination.
std::vector<FilterCriteria> gestures()
{
    FilterCriteria none;
    FilterCriteria route;
    route.setValues(Facet::Route, {u"SC"_s});
    FilterCriteria both = route;
    both.setValues(Facet::Timing, {u"prophylactic"_s, u"treatment"_s});
    FilterCriteria dose = both;
    dose.dose = DoseRange{{100.0, 400.0}, DoseUnit::MgPerDay};
    FilterCriteria product;
    product.setValues(Facet::Product, {u"axi-cel"_s});
    return {none, route, both, dose, product, dose, both, route};
}

/// Milliseconds from exec to the first painted window, as the program itself reports them.
double startMilliseconds(const QString &program)
{
    QProcess process;
    process.start(QStringLiteral(LAUNCH_STAMPED), {program});
    if (!process.waitForFinished(30000) || process.exitStatus() != QProcess::NormalExit)
        return -1.0;
    return QString::fromLatin1(process.readAllStandardOutput()).trimmed().toDouble();
}

QJsonObject measureStart()
{
    std::vector<double> bare;
    std::vector<double> program;
    for (int i = 0; i < 10; ++i) { // in turn, so that a slow spell hits both; the first is warm-up
        const double b = startMilliseconds(QStringLiteral(BARE_WINDOW));
        const double p = startMilliseconds(QStringLiteral(PROGRAM));
        if (i == 0)
            continue;
        bare.push_back(b);
        program.push_back(p);
    }
    const QJsonObject bareTimes = summary(bare);
    const QJsonObject programTimes = summary(program);
    return {{u"platform"_s, QGuiApplication::platformName()},
            {u"bareWindow"_s, bareTimes},
            {u"program"_s, programTimes},
            {u"ratio"_s, programTimes[u"median"].toDouble() / bareTimes[u"median"].toDouble()}};
}

/// Counts paint events, so that a figure of "until repainted" cannot be of nothing.
class PaintCounter : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++paints;
        return false;
    }
    int paints = 0;
};

QJsonObject measureWindow(const std::shared_ptr<const Library> &library, int runs)
{
    LoadReport shipped;
    shipped.library = library;
    QTemporaryDir state;
    MainWindow window(shipped, Dialogs::native(), state.filePath(u"state.ini"_s));
    window.resize(1366, 768);
    window.show();
    QCoreApplication::processEvents();
    auto *table = window.findChild<QTableView *>();
    auto *rates = window.findChild<RateView *>();
    PaintCounter tablePaints;
    PaintCounter ratePaints;
    table->viewport()->installEventFilter(&tablePaints);
    rates->viewport()->installEventFilter(&ratePaints);
    const std::vector<FilterCriteria> steps = gestures();
    const QJsonObject repaint = timed(runs, [&](int run) {
        window.session()->filter()->set(steps[std::size_t(run + 1) % steps.size()]);
        const int seenTable = tablePaints.paints;
        const int seenRates = ratePaints.paints;
        QElapsedTimer guard;
        guard.start();
        while ((tablePaints.paints == seenTable || ratePaints.paints == seenRates)
               && guard.elapsed() < 5000)
            QCoreApplication::processEvents();
    });
    const int column = 4; // n
    const QJsonObject sorting = timed(5, [&](int run) {
        table->model()->sort(column, run % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
        table->viewport()->repaint();
    });
    return {{u"filterToRepainted"_s, repaint}, {u"sortToRepainted"_s, sorting}};
}

/// Reads as the window does: from a file, and the library before it is not freed in the meantime.
QJsonObject measureLibrary(const QByteArray &bytes, int runs)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        throw std::runtime_error("a library of the benchmark cannot be written");
    LoadReport report;
    const QJsonObject load = timed(
        5, [&](int) { report = readLibrary(file.fileName()); }, [&] { report = {}; });
    if (!report.library)
        throw std::runtime_error("a library of the benchmark cannot be read");
    std::unique_ptr<FilterEngine> engine;
    const QJsonObject columns = timed(3, [&](int) {
        engine = std::make_unique<FilterEngine>(report.library);
    });
    const std::vector<FilterCriteria> steps = gestures();
    const QJsonObject filter = timed(runs, [&](int run) {
        const FilterResult result = engine->apply(steps[std::size_t(run) % steps.size()]);
        if (result.facets.empty())
            throw std::runtime_error("no facets");
    });
    const QJsonObject auditing = timed(3, [&](int) {
        const FindingIndex findings(audit(*report.library));
        if (findings.all().size() > report.library->cohorts.size())
            throw std::runtime_error("more findings than cohorts in a consistent library");
    });
    QJsonObject json{{u"cohorts"_s, int(report.library->cohorts.size())},
                     {u"mebibytes"_s, double(bytes.size()) / 1048576.0},
                     {u"load"_s, load},
                     {u"columns"_s, columns},
                     {u"audit"_s, auditing},
                     {u"filterToResultsAndFacets"_s, filter}};
    const QJsonObject window = measureWindow(report.library, runs);
    for (auto it = window.begin(); it != window.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QJsonObject measureExports(const std::shared_ptr<const Library> &library)
{
    QTemporaryDir directory;
    FilterCriteria criteria;
    criteria.setValues(Facet::Route, {u"SC"_s});
    criteria.setValues(Facet::Timing, {u"prophylactic"_s});
    const FilterResult result = FilterEngine(library).apply(criteria);
    const RateOptions options;
    const QDate date = QDate::currentDate();
    const QJsonObject png = timed(5, [&](int) {
        RateFigure figure;
        figure.series = makeRateSeries(*library, result.cohorts, options);
        figure.options = options;
        figure.context = makeFigureContext(*library, criteria, result, options, date);
        if (!exportFigure(figure, ExportSpec{}, directory.filePath(u"figure.png"_s)))
            throw std::runtime_error("the figure could not be written");
    });
    const QJsonObject sheet = timed(5, [&](int) {
        const SummarySheet values = makeSummarySheet(*library, criteria, result, options, date);
        if (!saveSheetPdf(values, directory.filePath(u"sheet.pdf"_s), SheetPage::A4))
            throw std::runtime_error("the sheet could not be written");
    });
    return {{u"png300dpi"_s, png}, {u"sheetA4"_s, sheet}};
}

QJsonObject measureCommands()
{
    QTemporaryDir directory;
    const auto run = [](const QStringList &arguments) {
        return timed(5, [&](int) {
            QProcess process; // what it prints is none of the figures
            process.start(QStringLiteral(PROGRAM), arguments);
            if (!process.waitForFinished(-1) || process.exitCode() != 0)
                throw std::runtime_error("a command failed");
        });
    };
    const QStringList filter{u"--route"_s, u"SC"_s, u"--timing"_s, u"prophylactic"_s, u"-o"_s};
    QFile large(directory.filePath(u"large.json"_s));
    if (!large.open(QIODevice::WriteOnly) || large.write(test::syntheticLibrary(100'000)) < 0)
        throw std::runtime_error("the large library could not be written");
    large.close();
    return {{u"check100000Cohorts"_s, run({u"check"_s, large.fileName(), u"--format"_s, u"json"_s})},
            {u"chart"_s, run(QStringList{u"chart"_s, u"rates"_s} + filter
                             + QStringList{directory.filePath(u"c.png"_s)})},
            {u"sheet"_s, run(QStringList{u"sheet"_s} + filter
                             + QStringList{directory.filePath(u"s.pdf"_s)})}};
}

/// Single-arm rates as the library has them: small groups, rare to frequent, no two pools alike.
std::vector<statistics::EventsOfN> syntheticRates(int k)
{
    std::mt19937 random(20260101);
    std::normal_distribution<double> effect;
    std::uniform_int_distribution<int> size(5, 60);
    std::vector<statistics::EventsOfN> rows;
    for (int i = 0; i < k; ++i) {
        const int n = size(random);
        const double rate = statistics::expit(-1.0 + 0.8 * effect(random));
        rows.push_back({std::binomial_distribution<int>(n, rate)(random), n});
    }
    return rows;
}

QJsonObject measureStatistics()
{
    using namespace statistics;
    const std::vector<EventsOfN> many = syntheticRates(100'000);
    QJsonObject json;
    json[u"fourIntervalsOf100000"_s] = timed(3, [&](int) {
        double sum = 0.0; // used below, so that nothing is left out
        for (const EventsOfN &row : many) {
            for (const IntervalMethod method : {IntervalMethod::Wilson, IntervalMethod::ClopperPearson,
                                                IntervalMethod::Jeffreys, IntervalMethod::AgrestiCoull})
                sum += proportionInterval(row.events, row.n, 0.95, method).high;
        }
        if (!(sum > 0.0))
            throw std::runtime_error("no intervals");
    });
    for (const int k : {10, 50, 500}) {
        const std::vector<EventsOfN> rows = syntheticRates(k);
        json[u"glmmPool%1"_s.arg(k)] = timed(20, [&](int) {
            if (!poolRates(rows, PoolMethod::Glmm, 0.95).interval)
                throw std::runtime_error("no pool");
        });
    }
    const std::vector<EventsOfN> fifty = syntheticRates(50);
    json[u"leaveOneOut50"_s] = timed(10, [&](int) {
        if (leaveOneOut(fifty, PoolMethod::Glmm, 0.95).size() != fifty.size())
            throw std::runtime_error("no pools");
    });
    return json;
}

double peakMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1.0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
    }
    return -1.0;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    try {
        if (application.arguments().contains(u"--charts"_s)) {
            std::fputs(QJsonDocument(measureCharts()).toJson().constData(), stdout);
            return 0;
        }
        if (application.arguments().contains(u"--statistics"_s)) {
            std::fputs(QJsonDocument(measureStatistics()).toJson().constData(), stdout);
            return 0;
        }
        QJsonObject json{{u"start"_s, measureStart()}};
        QFile shipped(shippedPath.toString());
        if (!shipped.open(QIODevice::ReadOnly))
            throw std::runtime_error("the shipped library is missing");
        const QByteArray bytes = shipped.readAll();
        json[u"shipped"_s] = measureLibrary(bytes, 40);
        json[u"exports"_s] = measureExports(readLibrary(shippedPath.toString()).library);
        json[u"forest"_s] = measureForest();
        json[u"charts"_s] = measureCharts();
        json[u"commands"_s] = measureCommands();
        json[u"statistics"_s] = measureStatistics();
        json[u"poolGuard10000"_s] = measureGuard();
        json[u"peakMebibytesShipped"_s] = peakMebibytes();
        QJsonArray synthetic;
        for (const int cohorts : {1000, 10'000, 100'000}) {
            synthetic.append(measureLibrary(test::syntheticLibrary(cohorts), 24));
        }
        json[u"synthetic"_s] = synthetic;
        json[u"peakMebibytes"_s] = peakMebibytes();
        std::fputs(QJsonDocument(json).toJson().constData(), stdout);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "anakinra-bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
