// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/MainWindow.h"
#include "app/pages/FindingsPage.h"
#include "app/pages/GapsPage.h"
#include "app/pages/OverlapPage.h"
#include "app/pages/PageStack.h"
#include "app/pages/ReportsPage.h"
#include "models/evidence/LibraryReader.h"
#include "models/items/CohortColumns.h"
#include "models/items/CompletenessTableModel.h"
#include "models/items/FindingTableModel.h"
#include "tests/support/LibraryBuilder.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/FigureView.h"
#include "views/charts/RateView.h"
#include "views/table/CohortTableView.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

/// A page alone on a session.
template<typename Page>
struct Driver
{
    LibrarySession session;
    std::unique_ptr<Page> page;
    std::vector<OfferedFile> files;

    explicit Driver(std::shared_ptr<const Library> library)
    {
        session.setLibrary(std::move(library));
        page = std::make_unique<Page>(session, nullptr);
        page->resize(1100, 400);
        page->refresh();
        page->show();
        QObject::connect(page.get(), &EvidencePage::fileOffered, page.get(),
                         [this](const OfferedFile &file) { files.push_back(file); });
        // As the window does after every change of the filter.
        QObject::connect(&session, &LibrarySession::resultChanged, page.get(), [this] { page->refresh(); });
    }

    template<typename T>
    T *find(const char *name) const
    {
        return page->template findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView *table() const { return page->template findChild<QTableView *>(); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    void press(const char *button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void click(int row, int column) const
    {
        table()->scrollTo(table()->model()->index(row, column));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(row, column)).center());
    }
    /// What the offered file holds in a format.
    [[nodiscard]] QByteArray written(const QString &suffix) const
    {
        for (const OfferedFormat &format : files.back().formats) {
            if (format.suffix != suffix)
                continue;
            if (const auto bytes = format.bytes())
                return *bytes;
        }
        return {};
    }
};

/// More cohorts than are audited at once, each with `events` of 10 patients.
std::shared_ptr<const Library> large(int events)
{
    LibraryBuilder make;
    for (std::size_t i = 0; i < LibrarySession::auditedAtOnce + 3000; ++i) {
        make.cohort(qPrintable(u"s%1/all"_s.arg(i)), 10, [events](Cohort &cohort) {
            Observation observation;
            observation.outcome = u"icans.any"_s;
            observation.figure.events = events;
            observation.figure.n = 10;
            cohort.outcomes = {observation};
        });
    }
    return make.build();
}

/// The window with answers instead of dialogs.
struct Window
{
    QTemporaryDir folder;
    QStringList informed;
    QStringList texts;
    QString saveAnswer;
    QStringList warnings;
    std::unique_ptr<MainWindow> window;

    explicit Window(const LoadReport &library)
    {
        Dialogs dialogs;
        dialogs.inform = [this](QWidget *, const QString &, const QString &html) { informed << html; };
        dialogs.showText = [this](QWidget *, const QString &, const QString &text) { texts << text; };
        dialogs.saveFile = [this](auto...) { return saveAnswer; };
        dialogs.warn = [this](QWidget *, const QString &, const QString &text, const QString &) { warnings << text; };
        window = std::make_unique<MainWindow>(library, dialogs, folder.filePath(u"window.json"_s));
        window->resize(1366, 768);
        window->show();
        window->finishStart();
    }
    void trigger(const char *action) const { window->findChild<QAction *>(QString::fromLatin1(action))->trigger(); }
    [[nodiscard]] PageStack *lists() const { return window->findChild<PageStack *>(u"listPages"_s); }
};

/// By the keyboard, from the first mark on.
void askWhereFrom(const Window &drive, FigureView *view, int mark)
{
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Home);
    while (view->currentMark() < mark)
        QTest::keyClick(view, Qt::Key_Down);
    drive.trigger("whereFrom");
}

} // namespace

class TestListPages : public QObject
{
    Q_OBJECT

private:
    LoadReport m_shipped;

private Q_SLOTS:
    void initTestCase()
    {
        m_shipped = readLibrary(u":/evidence/anakinra-car-t.json"_s);
        QVERIFY(m_shipped.isUsable());
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void findingsAreNarrowedAsOneReads()
    {
        const Driver<FindingsPage> drive(m_shipped.library);
        QCOMPARE(drive.rows(), 13);
        auto *severity = drive.find<QComboBox>("findingSeverity");
        severity->setFocus();
        QTest::keyClick(severity, Qt::Key_End);
        QCOMPARE(drive.rows(), 8);
        QCOMPARE(drive.find<QLabel>("findingState")->text(), u"8 of 13 findings"_s);
        QTest::keyClick(severity, Qt::Key_Home);
        QTest::keyClicks(drive.find<QLineEdit>("findingWords"), u"tisa-cel cannot"_s);
        QCOMPARE(drive.rows(), 1);
    }

    void findingsFollowTheFilterOnRequest()
    {
        Driver<FindingsPage> drive(m_shipped.library);
        drive.session.edit([](FilterCriteria &c) { c.search = u"park"_s; });
        QCOMPARE(drive.rows(), 13);
        drive.find<QCheckBox>("findingsOfListed")->click();
        QVERIFY(drive.rows() >= 3 && drive.rows() < 13);
        drive.session.filter()->clear();
        // the earlier abstract and the groups by response are not listed without their roles
        QCOMPARE(drive.rows(), 11);
    }

    void aFindingLeadsToItsCohort()
    {
        const Driver<FindingsPage> drive(m_shipped.library);
        QSignalSpy selected(drive.page.get(), &EvidencePage::cohortSelected);
        QSignalSpy activated(drive.page.get(), &EvidencePage::cohortActivated);
        QTest::keyClicks(drive.find<QLineEdit>("findingWords"), u"tisa-cel cannot"_s);
        drive.click(0, FindingTableModel::AtNumber);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].toString(), u"park-2023/cohort-1"_s);
        QTest::keyClick(drive.table(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), u"park-2023/cohort-1"_s);
        const AskedNumber asked = drive.page->askedNumber();
        QCOMPARE(asked.numbers.size(), std::size_t(1));
        QCOMPARE(asked.numbers[0].kind, NumberKind::Product);
        QCOMPARE(asked.numbers[0].code, u"tisa-cel"_s);
    }

    void findingsAreWrittenAsShown()
    {
        const Driver<FindingsPage> drive(m_shipped.library);
        QTest::keyClicks(drive.find<QLineEdit>("findingWords"), u"tisa-cel cannot"_s);
        drive.press("exportFindings");
        const QByteArray csv = drive.written(u"csv"_s);
        QVERIFY(csv.contains("grim.impossible:park-2023/cohort-1:product.tisa-cel"));
        QVERIFY(!csv.contains("liang-2025"));
        QVERIFY(drive.written(u"xlsx"_s).startsWith("PK"));
    }

    void aLongAuditIsCancelledAndBegunAgain()
    {
        const Driver<FindingsPage> drive(large(11));
        QVERIFY(drive.session.isAuditing());
        QVERIFY(drive.find<QLabel>("findingState")->text().startsWith(u"Auditing 5000"_s));
        drive.press("auditButton");
        QVERIFY(!drive.session.isAuditing());
        QCOMPARE(drive.find<QLabel>("findingState")->text(), u"The audit was cancelled"_s);
        QCOMPARE(drive.rows(), 0);
        drive.press("auditButton");
        QTRY_VERIFY_WITH_TIMEOUT(drive.rows() >= 5000, 60'000);
        QVERIFY(!drive.find<QPushButton>("auditButton")->isVisible());
    }

    void reportsAreExportedForEveryReferenceManager()
    {
        Driver<ReportsPage> drive(m_shipped.library);
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Study, {u"park-2023"_s}); });
        QCOMPARE(drive.rows(), 2);
        drive.press("exportReferences");
        QVERIFY(drive.written(u"ris"_s).contains("TY  - "));
        QVERIFY(drive.written(u"bib"_s).contains("park-2023-abstract"));
        QVERIFY(drive.written(u"json"_s).startsWith('['));
        drive.find<QCheckBox>("reportsOfListed")->click();
        QCOMPARE(drive.rows(), 13);
        QVERIFY(drive.page->options()["all"_L1].toBool());
    }

    void manyReportsAreLookedUpAside()
    {
        const auto library = readLibrary(test::syntheticLibrary(10'000), u"synthetic.json"_s).library;
        QVERIFY(library && library->reports.size() > 2000);
        Driver<ReportsPage> drive(library);
        QCOMPARE(drive.rows(), 0);
        QVERIFY(drive.find<QProgressBar>("reportsProgress")->isVisible());
        QVERIFY(!drive.find<QPushButton>("exportReports")->isEnabled());
        // What the filter says when they are there holds, not what it said before.
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Study, {u"study-000007"_s}); });
        QTRY_COMPARE(drive.rows(), 1);
        QVERIFY(!drive.find<QProgressBar>("reportsProgress")->isVisible());
        QVERIFY(drive.find<QPushButton>("exportReports")->isEnabled());
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Study, {}); });
        QVERIFY(drive.rows() > 2000);
    }

    void aReportSelectsItsStudysCohort()
    {
        Driver<ReportsPage> drive(m_shipped.library);
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Study, {u"park-2023"_s}); });
        QSignalSpy selected(drive.page.get(), &EvidencePage::cohortSelected);
        drive.click(0, 0);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].toString(), u"park-2023/cohort-1"_s);
    }

    void gapsLeadToQuestionsTableAndFigure()
    {
        const Driver<GapsPage> drive(m_shipped.library);
        QCOMPARE(drive.rows(), 15);
        QSignalSpy texts(drive.page.get(), &EvidencePage::textOffered);
        QVERIFY(!drive.find<QPushButton>("questionsToAuthors")->isEnabled());
        drive.page->selectCohort(u"park-2023/cohort-1"_s);
        drive.press("questionsToAuthors");
        QCOMPARE(texts.size(), 1);
        QVERIFY(texts[0][1].toString().startsWith(u"Questions on Park 2023"_s));
        drive.press("exportGaps");
        QVERIFY(drive.written(u"csv"_s).contains("park-2023/cohort-1"));
        const ExportableFigure figure = drive.page->figure();
        QVERIFY(!figure.recipe(figure.choices).empty);
    }

    void aClickOnAGapSelectsTheCohortAndKeepsTheColumn()
    {
        const Driver<GapsPage> drive(m_shipped.library);
        QSignalSpy selected(drive.page.get(), &EvidencePage::cohortSelected);
        drive.click(3, CompletenessTableModel::AtFirstItem);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(drive.page->askedNumber().numbers.front().code, u"n"_s);
        drive.page->selectCohort(u"park-2023/cohort-1"_s);
        QCOMPARE(drive.table()->currentIndex().column(), int(CompletenessTableModel::AtFirstItem));
        QCOMPARE(selected.size(), 1); // the program's own move is not told
    }

    void possibleOverlapsAreCountedOnceOnRequestAndThatIsUndone()
    {
        Driver<OverlapPage> drive(m_shipped.library);
        const auto says = [&](const QString &words) {
            const auto &marks = drive.find<FigureView>("overlapView")->marks();
            return std::ranges::any_of(marks, [&](const FigureMark &m) { return m.spoken.contains(words); });
        };
        QVERIFY(says(u"totals add both"_s));
        auto *once = drive.find<QCheckBox>("possibleOverlapsOnce");
        once->click();
        QVERIFY(drive.session.criteria().excludePossibleOverlaps);
        QVERIFY(says(u"Treated as shared"_s));
        QVERIFY(!says(u"totals add both"_s));
        drive.session.filter()->undo();
        QVERIFY(!once->isChecked());
        QVERIFY(says(u"totals add both"_s));
    }

    void manyGapsAreSortedAsideAndThatCanBeCancelled()
    {
        const Driver<GapsPage> drive(large(1));
        const auto cohortAt = [&](int row) {
            return drive.table()->model()->index(row, 0).data(CompletenessTableModel::CohortIdRole).toString();
        };
        const QString first = cohortAt(0);
        const QHeaderView *header = drive.table()->horizontalHeader();
        const int icans = CompletenessTableModel::AtFirstItem
            + int(std::ranges::find(completenessItems(), u"icans.any"_s, &CompletenessItem::key)
                  - completenessItems().begin());
        drive.table()->sortByColumn(icans, Qt::DescendingOrder);
        QVERIFY(drive.find<QProgressBar>("gapsProgress")->isVisible());
        QCOMPARE(cohortAt(0), first); // the window does not wait
        drive.press("cancelGaps");
        QVERIFY(!drive.find<QProgressBar>("gapsProgress")->isVisible());
        QCOMPARE(header->sortIndicatorSection(), -1);
        drive.table()->sortByColumn(CompletenessTableModel::AtKnown, Qt::DescendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(!drive.find<QProgressBar>("gapsProgress")->isVisible(), 60'000);
        QCOMPARE(header->sortIndicatorSection(), int(CompletenessTableModel::AtKnown));
        QVERIFY(!drive.find<QPushButton>("exportGapsFigure")->isEnabled()); // nobody could read it
    }

    void manyGapsAreExportedAside()
    {
        const Driver<GapsPage> drive(large(1));
        drive.press("exportGaps");
        QVERIFY(drive.find<QProgressBar>("gapsProgress")->isVisible());
        QVERIFY(drive.files.empty());
        QTRY_COMPARE_WITH_TIMEOUT(drive.files.size(), std::size_t(1), 60'000);
        QVERIFY(drive.written(u"csv"_s).contains("More events than participants") || drive.written(u"csv"_s).contains("11"));
        QVERIFY(drive.written(u"csv"_s).contains("s0/all"));
        QVERIFY(!drive.find<QProgressBar>("gapsProgress")->isVisible());
    }

    void listsAreCopiedWithTheirHeaders_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("header");
        QTest::newRow("cohorts") << u"cohorts"_s << u"Study"_s;
        QTest::newRow("findings") << u"findings"_s << u"Severity"_s;
        QTest::newRow("reports") << u"reports"_s << u"Study"_s;
        QTest::newRow("gaps") << u"gaps"_s << u"Cohort"_s;
    }
    void listsAreCopiedWithTheirHeaders()
    {
        QFETCH(QString, page);
        QFETCH(QString, header);
        Window drive(m_shipped);
        drive.lists()->setCurrent(page);
        auto *table = drive.lists()->currentPage()->findChild<QTableView *>();
        table->selectionModel()->clear();
        const auto copied = [] {
            return QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        };
        drive.trigger("copyTable");
        QVERIFY(copied().size() > table->model()->rowCount()); // all rows, some of several lines
        QCOMPARE(copied().first().section(u'\t', 0, 0), header);
        table->selectRow(0);
        QTest::keySequence(table, QKeySequence::Copy);
        QCOMPARE(copied().first().section(u'\t', 0, 0), header);
        QVERIFY(copied().size() < table->model()->rowCount());
    }

    void listsComeBackAsTheyWereLeft()
    {
        QTemporaryDir folder;
        const QString state = folder.filePath(u"window.json"_s);
        const auto run = [&](const auto &look) {
            MainWindow window(m_shipped, {}, state);
            window.show();
            window.finishStart();
            auto *lists = window.template findChild<PageStack *>(u"listPages"_s);
            for (const QString &code : {u"findings"_s, u"reports"_s, u"gaps"_s})
                lists->setCurrent(code);
            look(window);
            window.close();
        };
        const auto indicator = [](const MainWindow &window, const char *table) {
            const QHeaderView *header
                = window.findChild<QTableView *>(QString::fromLatin1(table))->horizontalHeader();
            return std::pair(header->sortIndicatorSection(), header->sortIndicatorOrder());
        };
        run([](const MainWindow &window) {
            window.findChild<QComboBox *>(u"findingSeverity"_s)->setCurrentIndex(2);
            window.findChild<QLineEdit *>(u"findingWords"_s)->setText(u"cannot"_s);
            window.findChild<QCheckBox *>(u"findingsOfListed"_s)->setChecked(true);
            window.findChild<QCheckBox *>(u"reportsOfListed"_s)->setChecked(false);
            window.findChild<QTableView *>(u"findingsTable"_s)->sortByColumn(FindingTableModel::AtNumber, Qt::DescendingOrder);
            window.findChild<QTableView *>(u"gapsTable"_s)->sortByColumn(CompletenessTableModel::AtKnown, Qt::AscendingOrder);
        });
        run([&](const MainWindow &window) {
            QCOMPARE(window.findChild<QComboBox *>(u"findingSeverity"_s)->currentIndex(), 2);
            QCOMPARE(window.findChild<QLineEdit *>(u"findingWords"_s)->text(), u"cannot"_s);
            QVERIFY(window.findChild<QCheckBox *>(u"findingsOfListed"_s)->isChecked());
            QVERIFY(!window.findChild<QCheckBox *>(u"reportsOfListed"_s)->isChecked());
            QCOMPARE(indicator(window, "findingsTable"), std::pair(int(FindingTableModel::AtNumber), Qt::DescendingOrder));
            QCOMPARE(indicator(window, "gapsTable"), std::pair(int(CompletenessTableModel::AtKnown), Qt::AscendingOrder));
            QCOMPARE(indicator(window, "reportsTable").first, -1);
            QCOMPARE(window.findChild<QTableView *>(u"reportsTable"_s)->model()->rowCount(), 13);
        });
    }

    void findingsTellWhereTheirNumbersAreFrom_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("characteristic") << u"crs.any-at-start"_s
                                        << QStringList{u"42.6"_s, u"Status: "_s, u"Place: "_s, u"Report: "_s,
                                                       u"Reference: "_s, u"No count of 42 gives it"_s,
                                                       u"Cannot be as printed"_s};
        QTest::newRow("comparison") << u"p.recomputed"_s
                                    << QStringList{u"8/11"_s, u"8/31"_s, u"Place: "_s, u"Report: "_s,
                                                   u"recomputed from the counts"_s, u"as printed"_s,
                                                   u"Worth knowing"_s};
    }
    void findingsTellWhereTheirNumbersAreFrom()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, parts);
        Window drive(m_shipped);
        drive.lists()->setCurrent(u"findings"_s);
        auto *page = drive.window->findChild<FindingsPage *>();
        page->findChild<QLineEdit *>(u"findingWords"_s)->setText(words);
        auto *table = page->findChild<QTableView *>();
        QVERIFY(table->model()->rowCount() > 0);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        drive.trigger("whereFrom");
        QCOMPARE(drive.informed.size(), 1);
        for (const QString &part : parts)
            QVERIFY2(QString(drive.informed.last()).replace(QChar::Nbsp, u' ').contains(part),
                     qPrintable(part + u" not in "_s + drive.informed.last()));
    }

    void aComputedDifferenceTellsOfBothItsRates()
    {
        Window drive(m_shipped);
        auto *figures = drive.window->findChild<PageStack *>(u"figurePages"_s);
        drive.window->selectCohort(u"park-2023/cohort-1"_s);
        figures->setCurrent(u"compare"_s);
        drive.trigger("compare");
        drive.window->activateWindow();
        auto *view = figures->currentPage()->findChild<FigureView *>();
        const auto wanted = [view] {
            const auto &marks = view->marks();
            const auto found = std::ranges::find_if(marks, [](const FigureMark &mark) {
                return mark.others.size() == 2 && mark.columns == QStringList{u"icans.any"_s};
            });
            return found == marks.end() ? -1 : int(found - marks.begin());
        };
        QTRY_VERIFY(wanted() >= 0);
        askWhereFrom(drive, view, wanted());
        QVERIFY(!drive.informed.isEmpty());
        const QString html = drive.informed.last();
        QCOMPARE(html.count(u"<h4>"_s), 2);
        QVERIFY2(html.contains(u"<h4>Park 2023, Cohort 1"_s), qPrintable(html));
    }

    void theNumberInTheTableTellsWhereItIsFrom()
    {
        Window drive(m_shipped);
        drive.window->selectCohort(u"park-2023/cohort-1"_s);
        auto *table = drive.window->findChild<CohortTableView *>();
        table->setFocus();
        table->setCurrentIndex(table->currentIndex().siblingAtColumn(cohortColumnIndex(u"crs.ge3")));
        drive.trigger("whereFrom");
        QCOMPARE(drive.informed.size(), 1);
        const QString html = drive.informed.last();
        for (const QString &part : {u"Park 2023"_s, u"2/31"_s, u"6.4"_s, u"Nat Med 2023 (abstract page)"_s,
                                    u"Worth knowing"_s})
            QVERIFY2(html.contains(part) || html.contains(QString(part).replace(u' ', QChar(0xa0))), qPrintable(html));
    }

    void theBarInTheChartTellsWhereItIsFrom()
    {
        Window drive(m_shipped);
        auto *rates = drive.window->findChild<RateView *>();
        drive.window->activateWindow();
        rates->setFocus();
        QTRY_VERIFY(rates->hasFocus());
        int mark = 0;
        while (mark < rates->markCount()
               && !(rates->markCohortId(mark) == u"park-2023/cohort-1" && rates->markOutcome(mark) == u"crs.any"))
            ++mark;
        QVERIFY(mark < rates->markCount());
        QTest::mouseClick(rates->viewport(), Qt::LeftButton, {}, rates->markRect(mark).center());
        drive.trigger("whereFrom");
        QCOMPARE(drive.informed.size(), 1);
        QVERIFY2(drive.informed.last().contains(u"23/31"_s), qPrintable(drive.informed.last()));
    }

    void everyChartTellsWhereItsMarksAreFrom_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("printed"); // of Park 2023, ICANS of any grade, or its regimen
        for (const char *page : {"forest", "dose", "timing", "benefit-harm", "people", "compare"})
            QTest::newRow(page) << QString::fromLatin1(page) << u"Abstract"_s;
    }
    void everyChartTellsWhereItsMarksAreFrom()
    {
        QFETCH(QString, page);
        QFETCH(QString, printed);
        Window drive(m_shipped);
        auto *figures = drive.window->findChild<PageStack *>(u"figurePages"_s);
        drive.window->selectCohort(u"park-2023/cohort-1"_s);
        figures->setCurrent(page);
        if (page == u"compare")
            drive.trigger("compare");
        drive.window->activateWindow();
        auto *view = figures->currentPage()->findChild<FigureView *>();
        const auto parkMark = [view] {
            for (int i = 0; i < view->markCount(); ++i) {
                const FigureMark &mark = view->marks()[static_cast<std::size_t>(i)];
                if (mark.cohort == u"park-2023/cohort-1" && !mark.columns.isEmpty() && mark.request.isEmpty())
                    return i;
            }
            return -1;
        };
        QTRY_VERIFY(parkMark() >= 0);
        askWhereFrom(drive, view, parkMark());
        QVERIFY(!drive.informed.isEmpty());
        QVERIFY2(drive.informed.last().contains(u"<h4>Park 2023, Cohort 1"_s), qPrintable(drive.informed.last()));
        QVERIFY2(drive.informed.last().contains(printed), qPrintable(drive.informed.last()));
    }

    void theWindowWritesWhatAPageOffers()
    {
        Window drive(m_shipped);
        drive.lists()->setCurrent(u"findings"_s);
        auto *page = drive.window->findChild<FindingsPage *>();
        QVERIFY(page && page->isVisible());
        drive.saveAnswer = drive.folder.filePath(u"found"_s);
        QTest::mouseClick(page->findChild<QPushButton *>(u"exportFindings"_s), Qt::LeftButton);
        QVERIFY(QFile::exists(drive.saveAnswer + u".csv"_s));
        drive.saveAnswer = drive.folder.filePath(u"found.docx"_s);
        QTest::mouseClick(page->findChild<QPushButton *>(u"exportFindings"_s), Qt::LeftButton);
        QCOMPARE(drive.warnings.size(), 1);
        QVERIFY(drive.warnings[0].contains(u"not as .docx"_s));
        drive.lists()->setCurrent(u"gaps"_s);
        drive.window->selectCohort(u"park-2023/cohort-1"_s);
        QTest::mouseClick(drive.window->findChild<QPushButton *>(u"questionsToAuthors"_s), Qt::LeftButton);
        QCOMPARE(drive.texts.size(), 1);
    }
};

QTEST_MAIN(TestListPages)
#include "tst_listpages.moc"
