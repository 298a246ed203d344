// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ForestPage.h"
#include "models/evidence/LibraryReader.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/FigureView.h"
#include "views/export/FigureBundle.h"
#include "views/filter/OutcomeChooser.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <numeric>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Library> shippedLibrary()
{
    static const auto library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
    return library;
}

std::shared_ptr<const Library> largeLibrary()
{
    static const auto library = readLibrary(test::syntheticLibrary(10'000), u"synthetic.json"_s,
                                            {ReadOptions::Schema::Never})
                                    .library;
    return library;
}

/// The page over a session, as the window has it.
struct Driver
{
    Driver() : Driver(shippedLibrary()) { settle(); }
    /// Comes back while a large library is still being pooled.
    explicit Driver(const std::shared_ptr<const Library> &library)
    {
        session.setLibrary(library);
        page.resize(900, 600);
        page.show();
        page.refresh();
    }

    template<typename T>
    T *find(const char *name)
    {
        return page.findChild<T *>(QString::fromLatin1(name));
    }
    FigureView *view() { return page.view(); }

    /// As a reader chooses from the list.
    void choose(const char *box, const char *code)
    {
        auto *choice = find<QComboBox>(box);
        const int index = choice->findData(QString::fromLatin1(code));
        QVERIFY2(index >= 0, code);
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
        settle();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!page.isPooling(), 200'000); }

    int markOf(const QString &request)
    {
        const auto &marks = view()->marks();
        const auto found = std::ranges::find(marks, request, &FigureMark::request);
        return found == marks.end() ? -1 : static_cast<int>(found - marks.begin());
    }
    void click(const QString &request)
    {
        const int mark = markOf(request);
        QVERIFY2(mark >= 0, qPrintable(request));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->markRect(mark).center());
        settle();
    }
    QString spoken()
    {
        QString all;
        for (const FigureMark &mark : view()->marks())
            all += mark.spoken + u'\n';
        return all;
    }

    LibrarySession session;
    ForestPage page{session, nullptr};
};

} // namespace

class TestForestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedLibrary()); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void theUsualOutcomeIsPooledUnasked()
    {
        Driver drive;
        QVERIFY(!drive.view()->marks().empty());
        QVERIFY(drive.view()->summary().contains(u"ICANS, any grade: 2 studies, 15 of 56"_s));
        QVERIFY(!drive.view()->isOutdated());
    }

    void anOutcomeIsChosenFromThoseReported()
    {
        Driver drive;
        auto *outcome = drive.find<QComboBox>("outcome");
        QVERIFY(outcome->findData(u"crs.any"_s) >= 0);
        QVERIFY(outcome->itemText(outcome->findData(u"crs.any"_s)).endsWith(u"(4)"_s));
        drive.choose("outcome", "crs.any");
        QVERIFY(drive.spoken().contains(u"23 of 31"_s));
        QVERIFY(drive.view()->summary().contains(u"CRS, any grade: 2 studies, 40 of 56"_s));
    }

    void aClickOnABoxTakesACohortOutAndPoolsAnew()
    {
        Driver drive;
        QSignalSpy changed(&drive.page, &EvidencePage::optionsChanged);
        const auto before = drive.session.result().cohorts;
        drive.click(u"exclude:park-2023/cohort-1"_s);
        QVERIFY(drive.view()->summary().contains(u"1 study, 9 of 25"_s));
        QVERIFY(drive.spoken().contains(u"left out by hand"_s));
        QCOMPARE(drive.page.options()[u"notPooled"_s].toArray(),
                 QJsonArray{u"park-2023/cohort-1"_s});
        QCOMPARE(drive.session.result().cohorts, before); // the filter does not change
        QCOMPARE(changed.size(), 1);
        drive.click(u"include:park-2023/cohort-1"_s);
        QVERIFY(drive.view()->summary().contains(u"2 studies, 15 of 56"_s));
        QVERIFY(!drive.page.options().contains(u"notPooled"_s));
    }

    void aPartCanBePooledInsteadOfItsParent()
    {
        Driver drive;
        drive.choose("outcome", "crs.any");
        QVERIFY(!drive.find<QToolButton>("poolAllAgain")->isEnabled());
        drive.click(u"include:liang-2025/sc"_s);
        // the other arm, which is disjoint, comes in with it: 8/15 and 9/10
        QVERIFY(drive.spoken().contains(u"Liang 2025, arms added: 17/25"_s));
        QCOMPARE(drive.page.options()[u"preferred"_s].toArray(), QJsonArray{u"liang-2025/sc"_s});
        drive.find<QToolButton>("poolAllAgain")->click();
        drive.settle();
        QVERIFY(!drive.spoken().contains(u"arms added"_s));
        QVERIFY(drive.view()->summary().contains(u"2 studies, 40 of 56"_s));
    }

    void theKeyboardTicksBoxes()
    {
        Driver drive;
        drive.view()->setFocus(Qt::TabFocusReason);
        while (drive.view()->currentMark() != drive.markOf(u"exclude:park-2023/cohort-1"_s)) {
            const int before = drive.view()->currentMark();
            QTest::keyClick(drive.view(), Qt::Key_Down);
            QVERIFY(drive.view()->currentMark() != before);
        }
        QTest::keyClick(drive.view(), Qt::Key_Space);
        drive.settle();
        QCOMPARE(drive.page.options()[u"notPooled"_s].toArray(),
                 QJsonArray{u"park-2023/cohort-1"_s});
        drive.view()->grab();
        QCOMPARE(drive.view()->currentMark(), drive.markOf(u"include:park-2023/cohort-1"_s));
    }

    void groupsOrderReferenceAndModelAreChosen()
    {
        Driver drive;
        drive.choose("outcome", "crs.any");
        drive.choose("groupBy", "route");
        QVERIFY(drive.spoken().contains(u"Subcutaneous (SC)"_s));
        drive.choose("reference", "liang-2025/historical-control");
        QVERIFY(drive.spoken().contains(u"Comparator: never pooled"_s));
        drive.choose("method", "reml-hk");
        drive.choose("order", "name");
        drive.choose("axisEnd", "50");
        drive.settle();
        const QJsonObject kept = drive.page.options();
        Driver other;
        other.page.setOptions(kept);
        other.settle();
        QCOMPARE(other.page.options(), kept);
        QCOMPARE(other.spoken(), drive.spoken());
        other.page.setOptions({});
        other.settle();
        QCOMPARE(other.page.options(), QJsonObject());
    }

    void whatIsExportedIsWhatIsShownWithoutBoxes()
    {
        Driver drive;
        drive.click(u"exclude:park-2023/cohort-1"_s);
        const ExportableFigure figure = drive.page.figure();
        QCOMPARE(figure.fileName, u"forest"_s);
        const FigureRecipe recipe = figure.recipe(figure.choices);
        QVERIFY(!recipe.empty);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"forest.svg"_s);
        QVERIFY(exportFigure(recipe, ExportSpec{}, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        QVERIFY(svg.contains(u"left out by hand"_s));
        QVERIFY(svg.contains(u"6/31"_s));
        QVERIFY(svg.contains(u"All anakinra cohorts"_s));
        QCOMPARE(drive.page.table().rows[0][1], u"6/31"_s);
    }

    void theProbabilityOfAThresholdStandsInItsOwnColumn()
    {
        Driver drive;
        drive.choose("outcome", "icans.any");
        QCOMPARE(drive.page.table().headers.size(), 5);
        drive.find<QSpinBox>("threshold")->setValue(30);
        drive.settle();
        const FigureTable table = drive.page.table();
        QCOMPARE(table.headers.last(), u"P(rate\u00a0<\u00a030\u00a0%)"_s);
        // 6/31: Beta(6.5, 25.5) below 0.3 is 0.90604, integrated by Simpson's rule elsewhere
        const auto park = std::ranges::find_if(
            table.rows, [](const QStringList &row) { return row[1] == u"6/31"; });
        QVERIFY(park != table.rows.end());
        QCOMPARE(park->last(), u"90.6\u00a0%"_s);
        QCOMPARE(drive.page.options()[u"threshold"].toInt(), 30);
        // of responses more is better, so it is the chance of more
        drive.choose("outcome", "response.cr");
        QCOMPARE(drive.page.table().headers.last(), u"P(rate\u00a0>\u00a030\u00a0%)"_s);
        drive.page.setOptions({});
        drive.settle();
        QCOMPARE(drive.page.table().headers.size(), 5);
    }

    void theMethodsTextIsCopiedWithItsReferences()
    {
        Driver drive;
        QVERIFY(drive.find<QToolButton>("copyMethods")->isEnabled());
        drive.find<QToolButton>("copyMethods")->click();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(u"random-intercept logistic model"_s), qPrintable(text));
        QVERIFY2(text.contains(u"\n1. "_s), qPrintable(text));
        QVERIFY2(text.contains(u"Anakinra Evidence Browser "_s), qPrintable(text));
    }

    void theBundleIsOfThePoolThatIsShown()
    {
        Driver drive;
        drive.choose("outcome", "crs.any");
        drive.click(u"exclude:park-2023/cohort-1"_s);
        const ExportableFigure figure = drive.page.figure();
        const auto bundle = figureBundle(figure.recipe(figure.choices));
        QVERIFY(bundle.hasValue());
        QByteArray content;
        for (const BundleFile &file : *bundle)
            content += file.name.toUtf8() + '\n' + file.bytes;
        for (const char *words : {"reproduce.R\n", "rma.glmm", "%PDF-", "<svg",
                                  "23,31,no,left out by hand", "table.csv\nStudy"})
            QVERIFY2(content.contains(words), words);
    }

    void aSelectionIsShownAndTold()
    {
        Driver drive;
        QSignalSpy selected(&drive.page, &EvidencePage::cohortSelected);
        drive.page.selectCohort(u"park-2023/cohort-1"_s);
        QCOMPARE(selected.size(), 0);
        const auto &marks = drive.view()->marks();
        for (int i = 0; i < static_cast<int>(marks.size()); ++i) {
            QCOMPARE(drive.view()->isMarkSelected(i),
                     marks[std::size_t(i)].cohort == u"park-2023/cohort-1"_s);
        }
    }

    void withoutARateItIsSaidWhy()
    {
        Driver drive;
        drive.choose("outcome", "icans.any");
        drive.session.edit(
            [](FilterCriteria &c) { c.setValues(Facet::Timing, {u"refractory"_s}); });
        drive.page.refresh();
        drive.settle();
        QVERIFY(drive.view()->marks().empty());
        QVERIFY(drive.view()->summary().contains(u"reports ICANS, any grade"_s));
        QVERIFY(drive.page.figure().recipe({}).empty);
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Study, {u"nobody"_s}); });
        drive.page.refresh();
        drive.settle();
        QCOMPARE(drive.view()->summary(), u"No cohort matches this filter"_s);
    }

    void tenThousandCohortsArePooledAside()
    {
        QVERIFY(largeLibrary());
        Driver drive(largeLibrary());
        // It came back while the pool was still being made; the window lives on.
        QVERIFY(drive.page.isPooling());
        QVERIFY(drive.find<QLabel>("pooling")->isVisible());
        drive.settle();
        QVERIFY(!drive.view()->isOutdated());
        QVERIFY(drive.view()->summary().contains(u"narrow the filter")); // more than can be drawn
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Product, {u"axi-cel"_s}); });
        drive.page.refresh();
        drive.settle();
        QVERIFY(drive.view()->markCount() > 1000);
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Product, {}); });
        drive.page.refresh();
        QVERIFY(drive.page.isPooling());
        QVERIFY(drive.view()->isOutdated());
        QVERIFY(drive.view()->markCount() > 1000); // the old figure, until the new one comes
        drive.settle();
        QVERIFY(!drive.view()->isOutdated());
    }

    void aNewerRequestReplacesTheOlderOne()
    {
        ForestJob job;
        QSignalSpy finished(&job, &ForestJob::finished);
        ForestInput input;
        input.library = largeLibrary();
        QVERIFY(input.library);
        input.cohorts.resize(input.library->cohorts.size());
        std::iota(input.cohorts.begin(), input.cohorts.end(), 0);
        QString outcome;
        connect(
            &job, &ForestJob::finished, &job,
            [&](const std::shared_ptr<const ForestResult> &result) { outcome = result->outcome; });
        input.outcome = u"crs.any"_s;
        job.start(input);
        QVERIFY(job.isRunning());
        input.outcome = u"icans.any"_s;
        job.start(input);
        job.finishNow();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(outcome, u"icans.any"_s);
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
    }

    void whatLeavesTheProgramIsNeverOutdated()
    {
        Driver drive(largeLibrary());
        QVERIFY(drive.page.isPooling());
        QVERIFY(!drive.page.table().rows.empty());
        QVERIFY(!drive.page.isPooling());
    }

    void closingDoesNotWaitForTheResult()
    {
        auto drive = std::make_unique<Driver>(largeLibrary());
        QVERIFY(drive->page.isPooling());
        drive.reset(); // must neither crash nor deliver to what is gone
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestForestPage)
#include "tst_forestpage.moc"
