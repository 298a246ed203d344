// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/MainWindow.h"
#include "models/items/CohortTableModel.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/RateView.h"
#include "views/details/DetailsPane.h"
#include "views/export/FigureExporter.h"
#include "views/filter/FacetModel.h"
#include "views/filter/FacetPanel.h"
#include "views/table/CohortTableView.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

/// A window whose dialogs answer what the test says and note what they were told.
struct Driver
{
    QTemporaryDir folder;
    QString openAnswer;
    QString saveAnswer;
    QStringList warnings;
    QStringList details;
    QStringList informed;
    std::vector<ExportableFigure> figures;
    std::vector<SummarySheet> sheets;
    std::unique_ptr<MainWindow> window;

    explicit Driver(const LoadReport &library, const QByteArray &state = {})
    {
        if (!state.isEmpty()) {
            QFile file(statePath());
            if (file.open(QIODevice::WriteOnly))
                file.write(state);
        }
        start(library);
    }

    void start(const LoadReport &library)
    {
        Dialogs dialogs;
        dialogs.openFile = [this](auto...) { return openAnswer; };
        dialogs.saveFile = [this](auto...) { return saveAnswer; };
        dialogs.warn = [this](QWidget *, const QString &, const QString &text,
                              const QString &more) {
            warnings << text;
            details << more;
        };
        dialogs.inform = [this](QWidget *, const QString &, const QString &html) {
            informed << html;
        };
        dialogs.exportFigure = [this](QWidget *, const ExportableFigure &figure) {
            figures.push_back(figure);
        };
        dialogs.chooseSheet = [](QWidget *, const auto &, const SheetChoices &now) {
            return std::optional(now);
        };
        dialogs.printSheet = [this](QWidget *, const SummarySheet &sheet) {
            sheets.push_back(sheet);
            return Result<PrintEnd>(PrintEnd::Printed);
        };
        dialogs.previewSheet = [this](QWidget *, const SummarySheet &sheet) {
            sheets.push_back(sheet);
        };
        window = std::make_unique<MainWindow>(library, dialogs, statePath());
        window->resize(1366, 768);
        window->show();
        window->finishStart();
    }

    [[nodiscard]] QString statePath() const { return folder.filePath(u"window.json"_s); }
    template<typename T>
    T *find(const char *name)
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *name) { find<QAction>(name)->trigger(); }
    CohortTableView *table() { return window->findChild<CohortTableView *>(); }
    CohortTableModel *model() { return window->findChild<CohortTableModel *>(); }
    RateView *rates() { return window->findChild<RateView *>(); }
    DetailsPane *pane() { return window->findChild<DetailsPane *>(); }
    QString counts() { return find<QLabel>("countsLine")->text(); }

    /// Clicks a value in the tree of facets.
    void tick(Facet facet, const char *code)
    {
        auto *panel = window->findChild<FacetPanel *>();
        const QModelIndex index = panel->model()->indexOf(facet, QString::fromLatin1(code));
        QVERIFY2(index.isValid(), code);
        panel->view()->expand(index.parent());
        panel->view()->scrollTo(index);
        QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, {},
                          panel->view()->visualRect(index).center());
    }
    QStringList listed()
    {
        QStringList ids;
        for (int row = 0; row < model()->rowCount(); ++row)
            ids << model()->index(row, 0).data(CohortTableModel::CohortIdRole).toString();
        return ids;
    }
    void clickRow(const QString &cohort)
    {
        const int row = static_cast<int>(listed().indexOf(cohort));
        QVERIFY(row >= 0);
        const int first = table()->shownColumns().front();
        table()->scrollTo(model()->index(row, first));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(model()->index(row, first)).center());
    }
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write test file");
        return file.fileName();
    }
};

QByteArray shippedBytes()
{
    QFile file(QStringLiteral(SHIPPED_LIBRARY));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestMainWindow : public QObject
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

    void theShippedEvidenceIsThereUnfiltered()
    {
        Driver drive(m_shipped);
        QVERIFY(drive.counts().startsWith(u"11 of 11 studies"_s));
        QCOMPARE(drive.find<QLabel>("filterWords")->text(), u"All anakinra cohorts"_s);
        QVERIFY(drive.find<QWidget>("banner")->isHidden());
        QVERIFY(!drive.find<QAction>("clearFilter")->isEnabled());
        QVERIFY(!drive.find<QAction>("undo")->isEnabled());
    }

    /// The two prophylaxis trials gave it under the skin: the SC arm of 15 and the cohort of 31.
    void clickingFacetsNarrowsTableChartAndCounts()
    {
        Driver drive(m_shipped);
        QAbstractItemModelTester tester(drive.window->findChild<FacetModel *>());
        drive.tick(Facet::Route, "SC");
        drive.tick(Facet::Timing, "prophylactic");
        QCOMPARE(drive.listed(), QStringList({u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
        QVERIFY(drive.counts().startsWith(u"2 of 11 studies · 2 cohorts · 46 participants"_s));
        QSet<QString> drawn;
        for (int i = 0; i < static_cast<int>(drive.rates()->marks().size()); ++i)
            drawn.insert(drive.rates()->markCohortId(i));
        QCOMPARE(drawn, QSet<QString>({u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
        QCOMPARE(drive.window->findChildren<QToolButton *>(u"chip"_s).size(), 2);
    }

    void aChipTakesItsRestrictionAway()
    {
        Driver drive(m_shipped);
        drive.tick(Facet::Route, "SC");
        drive.tick(Facet::Timing, "prophylactic");
        for (QToolButton *chip : drive.window->findChildren<QToolButton *>(u"chip"_s)) {
            if (chip->isVisible() && chip->text().contains(u"Route"_s)) {
                QTest::mouseClick(chip, Qt::LeftButton);
                break;
            }
        }
        const FilterCriteria &criteria = drive.window->session()->criteria();
        QVERIFY(criteria.values(Facet::Route).isEmpty());
        QCOMPARE(criteria.values(Facet::Timing), QStringList(u"prophylactic"_s));
    }

    void undoRedoAndClearWalkThroughTheFilter()
    {
        Driver drive(m_shipped);
        const QStringList all = drive.listed();
        drive.tick(Facet::Route, "IV");
        const QStringList iv = drive.listed();
        QVERIFY(iv.size() < all.size());
        drive.trigger("undo");
        QCOMPARE(drive.listed(), all);
        drive.trigger("redo");
        QCOMPARE(drive.listed(), iv);
        QTest::mouseClick(drive.find<QToolButton>("clearFilter"), Qt::LeftButton);
        QCOMPARE(drive.listed(), all);
        drive.trigger("lastFilter");
        QCOMPARE(drive.listed(), iv);
    }

    void searchFollowsTheTypingAndIsOneStep()
    {
        Driver drive(m_shipped);
        const QStringList all = drive.listed();
        auto *search = drive.find<QLineEdit>("search");
        QTest::keyClicks(search, u"dreyzin"_s);
        QTRY_COMPARE(drive.listed(), QStringList(u"dreyzin/all"_s));
        drive.trigger("undo");
        QCOMPARE(drive.listed(), all);
        QCOMPARE(search->text(), QString());
    }

    void aRowSelectsInChartAndDetails()
    {
        Driver drive(m_shipped);
        drive.clickRow(u"park-2023/cohort-1"_s);
        QCOMPARE(drive.window->selectedCohort(), u"park-2023/cohort-1"_s);
        QCOMPARE(drive.rates()->selectedCohort(), u"park-2023/cohort-1"_s);
        QTRY_VERIFY(drive.pane()->toPlainText().contains(u"6/31"_s));
    }

    void aBarSelectsInTableAndDetails()
    {
        Driver drive(m_shipped);
        drive.tick(Facet::Timing, "prophylactic");
        QCoreApplication::processEvents();
        int mark = -1;
        for (int i = 0; i < static_cast<int>(drive.rates()->marks().size()); ++i) {
            if (drive.rates()->markCohortId(i) == u"liang-2025/iv"_s)
                mark = i;
        }
        QVERIFY(mark >= 0);
        QTest::mouseClick(drive.rates()->viewport(), Qt::LeftButton, {},
                          drive.rates()->markRect(mark).center());
        QCOMPARE(drive.window->selectedCohort(), u"liang-2025/iv"_s);
        QCOMPARE(drive.table()->currentIndex().data(CohortTableModel::CohortIdRole).toString(),
                 u"liang-2025/iv"_s);
        QTRY_VERIFY(drive.pane()->toPlainText().contains(u"Selected cohort: IV group"_s));
    }

    /// The chart is drawn late: it must not look for a row of the list before.
    void aFilterRightAfterASelectionFarDownIsShown()
    {
        Driver drive(m_shipped);
        const LoadReport many = readLibrary(test::syntheticLibrary(2000), u"many.json"_s);
        QVERIFY(many.isUsable());
        LibrarySession *session = drive.window->session();
        session->setLibrary(many.library);
        drive.rates()->viewport()->repaint();
        const std::vector<int> &cohorts = session->result().cohorts;
        drive.window->selectCohort(many.library->cohorts[std::size_t(cohorts.back())].id);
        session->filter()->toggle(Facet::Route, u"IV"_s);
        drive.rates()->viewport()->repaint();
        QVERIFY(!drive.rates()->marks().empty());
        session->filter()->clear();
        drive.window->selectCohort(many.library->cohorts[std::size_t(cohorts.back())].id);
        session->filter()->toggle(Facet::Route, u"SC"_s);
        drive.rates()->viewport()->repaint();
        QVERIFY(!drive.rates()->marks().empty());
    }

    void aLinkInTheDetailsSelects()
    {
        Driver drive(m_shipped);
        drive.window->selectCohort(u"liang-2025/all"_s);
        Q_EMIT drive.pane()->anchorClicked(QUrl(u"cohort:liang-2025/sc"_s));
        QCOMPARE(drive.window->selectedCohort(), u"liang-2025/sc"_s);
    }

    void excludingACohortIsSaidAndCanBeUndone()
    {
        Driver drive(m_shipped);
        QVERIFY(!drive.find<QAction>("excludeCohort")->isEnabled());
        drive.clickRow(u"park-2023/cohort-1"_s);
        drive.trigger("excludeCohort");
        QVERIFY(!drive.listed().contains(u"park-2023/cohort-1"_s));
        QVERIFY(drive.find<QLabel>("filterWords")->text().contains(u"excluded"_s));
        drive.trigger("undo");
        QVERIFY(drive.listed().contains(u"park-2023/cohort-1"_s));
    }

    void theIntervalMethodReachesFigureAndTable()
    {
        Driver drive(m_shipped);
        drive.trigger("clopperPearson");
        drive.trigger("level90");
        drive.trigger("exportFigure");
        QCOMPARE(drive.figures.size(), 1U);
        const ExportableFigure &figure = drive.figures.front();
        QVERIFY(figure.choices.withFooter);
        QVERIFY(figure.recipe(figure.choices).description.contains(methodText(drive.model()->options())));
        QCOMPARE(drive.model()->options().method, statistics::IntervalMethod::ClopperPearson);
    }

    void theBundleOfTheShownFigureIsOneArchive()
    {
        Driver drive(m_shipped);
        drive.saveAnswer = drive.folder.filePath(u"bundle"_s);
        drive.trigger("saveBundle");
        QProcess unzip;
        unzip.start(u"unzip"_s, {u"-p"_s, drive.saveAnswer + u".zip"_s});
        QVERIFY(unzip.waitForFinished());
        const QByteArray content = unzip.readAllStandardOutput();
        for (const char *words : {"prop.test", "park-2023/cohort-1", "%PDF-", "<svg",
                                  "anakinra-evidence-view", "Run reproduce.R"})
            QVERIFY2(content.contains(words), words);
        drive.saveAnswer = drive.folder.filePath(u"no/such/bundle.zip"_s);
        drive.trigger("saveBundle");
        QCOMPARE(drive.warnings.size(), 1);
    }

    void comparatorsAndTheResolutionPanelComeOnRequest()
    {
        Driver drive(m_shipped);
        drive.trigger("withComparators");
        QVERIFY(drive.listed().contains(u"liang-2025/transcend"_s));
        drive.trigger("resolutionPanel");
        drive.trigger("groupByCohort");
        drive.trigger("exportFigure");
        const ExportableFigure &figure = drive.figures.front();
        QCOMPARE(figure.choices.grouping, RateGrouping::ByCohort);
        const auto svg = renderFigure(figure.recipe(figure.choices), {}, FigureFormat::Svg);
        QVERIFY(svg->contains("Toxicity resolution"));
    }

    void theTableIsExportedAsFiltered()
    {
        Driver drive(m_shipped);
        drive.tick(Facet::Route, "SC");
        drive.tick(Facet::Timing, "prophylactic");
        drive.saveAnswer = drive.folder.filePath(u"table.csv"_s);
        drive.trigger("exportTable");
        QFile file(drive.saveAnswer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(u"liang-2025/sc"_s));
        QVERIFY(!text.contains(u"liang-2025/iv"_s));
        drive.saveAnswer = drive.folder.filePath(u"table.xlsx"_s);
        drive.trigger("exportTable");
        QVERIFY(QFile::exists(drive.saveAnswer));
        QVERIFY(drive.warnings.isEmpty());
    }

    void aLongTableIsMadeAsideAndCanBeCancelled()
    {
        Driver drive(m_shipped);
        const LoadReport many = readLibrary(test::syntheticLibrary(30'000), u"many.json"_s);
        QVERIFY(many.isUsable());
        drive.window->session()->setLibrary(many.library);
        drive.saveAnswer = drive.folder.filePath(u"many.xlsx"_s);
        int seen = 0;
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            auto *progress = drive.window->findChild<QProgressDialog *>(u"exportProgress"_s);
            if (progress && progress->isVisible()) {
                ++seen;
                progress->findChild<QPushButton *>()->click();
            }
        });
        watch.start(20);
        drive.trigger("exportTable");
        QCOMPARE(seen, 1);
        QVERIFY(!QFile::exists(drive.saveAnswer));
        QVERIFY(drive.warnings.isEmpty());
        // Neither a sheet nor a chart is begun that would keep the window waiting.
        drive.saveAnswer = drive.folder.filePath(u"many.pdf"_s);
        drive.trigger("saveSheet");
        QVERIFY(drive.warnings.last().contains(u"narrow the filter"_s));
        QVERIFY(!QFile::exists(drive.saveAnswer));
        // What was cancelled does not come back, and the next one is made.
        watch.stop();
        drive.window->session()->edit(
            [](FilterCriteria &c) { c.setValues(Facet::Study, {u"study-000007"_s}); });
        drive.saveAnswer = drive.folder.filePath(u"few.csv"_s);
        drive.trigger("exportTable");
        QVERIFY(QFile::exists(drive.saveAnswer));
        QVERIFY(!QFile::exists(drive.folder.filePath(u"many.xlsx"_s)));
    }

    void anUnwritableFileIsSaidAndNothingIsLeft()
    {
        Driver drive(m_shipped);
        for (const auto &name : {u"no/such/folder/t.csv"_s, u"no/such/folder/t.xlsx"_s}) {
            drive.saveAnswer = drive.folder.filePath(name);
            drive.trigger("exportTable");
            QVERIFY(drive.warnings.last().contains(drive.saveAnswer));
            QVERIFY(!QFile::exists(drive.saveAnswer));
        }
        drive.saveAnswer = drive.folder.filePath(u"no/such/folder/t.pdf"_s);
        drive.trigger("saveSheet");
        QVERIFY(drive.warnings.last().contains(drive.saveAnswer));
        drive.saveAnswer = drive.folder.filePath(u"t.docx"_s);
        drive.trigger("exportTable");
        QVERIFY(drive.warnings.last().contains(u"not as .docx"_s));
        QCOMPARE(drive.warnings.size(), 4);
    }

    void cancelledDialogsDoNothing()
    {
        Driver drive(m_shipped);
        for (const char *action : {"exportTable", "saveSheet", "open"})
            drive.trigger(action);
        QVERIFY(drive.warnings.isEmpty());
    }

    void theSheetIsOfWhatIsShown()
    {
        Driver drive(m_shipped);
        drive.tick(Facet::Route, "SC");
        drive.tick(Facet::Timing, "prophylactic");
        drive.trigger("printSheet");
        drive.trigger("previewSheet");
        QCOMPARE(drive.sheets.size(), 2U);
        QCOMPARE(drive.sheets.front().cohorts.size(), 2U);
        drive.saveAnswer = drive.folder.filePath(u"sheet"_s);
        drive.trigger("saveSheet");
        QFile pdf(drive.saveAnswer + u".pdf"_s);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
    }

    void figureAndTableAreCopied()
    {
        Driver drive(m_shipped);
        drive.trigger("copyTable");
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Study\t"_s));
        drive.trigger("copyFigure");
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage()
                || QGuiApplication::clipboard()->mimeData()->hasFormat(u"image/png"_s));
        QVERIFY(drive.warnings.isEmpty());
    }

    void aBrokenLibraryIsSaidAndWhatWasOpenStays()
    {
        Driver drive(m_shipped);
        const QStringList before = drive.listed();
        drive.openAnswer = drive.write("broken.json", shippedBytes().left(4000));
        drive.trigger("open");
        QTRY_COMPARE(drive.warnings.size(), 1);
        QVERIFY(drive.warnings.front().contains(u"broken.json"_s));
        QCOMPARE(drive.listed(), before);
        QVERIFY(drive.find<QWidget>("banner")->isHidden());
    }

    void anotherLibraryHasABannerAndTheShippedOneIsOneClickAway()
    {
        Driver drive(m_shipped);
        drive.tick(Facet::Route, "SC");
        drive.openAnswer = drive.write("other.json", shippedBytes());
        drive.trigger("open");
        auto *banner = drive.find<QWidget>("banner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(drive.window->session()->criteria().isEmpty());
        auto *recent = drive.window->findChild<QMenu *>(u"recentMenu"_s);
        Q_EMIT recent->aboutToShow();
        QVERIFY(recent->actions().front()->text().contains(u"other.json"_s));
        QTest::mouseClick(drive.find<QToolButton>("openShippedButton"), Qt::LeftButton);
        QVERIFY(banner->isHidden());
    }

    void aLibraryWithFaultsOpensInPartAndListsThem()
    {
        Driver drive(m_shipped);
        QByteArray faulty = shippedBytes();
        const qsizetype at = faulty.indexOf("\"role\": \"anakinra\"");
        QVERIFY(at > 0);
        faulty.replace(at, 18, "\"role\": \"nonsense\"");
        drive.openAnswer = drive.write("partial.json", faulty);
        drive.trigger("open");
        QTRY_VERIFY(drive.find<QWidget>("banner")->isVisible());
        QVERIFY(drive.window->session()->library().partial);
        QTest::mouseClick(drive.find<QToolButton>("showProblemsButton"), Qt::LeftButton);
        QCOMPARE(drive.warnings.size(), 1);
        QVERIFY(drive.details.front().contains(u"partial.json"_s));
        QVERIFY(drive.details.front().contains(u"role"_s));
        drive.trigger("exportFigure");
        const ExportableFigure &figure = drive.figures.front();
        QVERIFY(figure.recipe(figure.choices).description.contains(drive.find<QLabel>("bannerText")->text().mid(2)));
    }

    void aBrokenStateFileNeverStopsTheStart()
    {
        Driver drive(m_shipped, "{\"docks\":\"AAAA\",\"geometry\":\"////\",\"table\":\"e30=\","
                                "\"splitter\":\"eA==\",\"lastFilter\":{\"selected\":5}}");
        QVERIFY(drive.counts().startsWith(u"11 of 11 studies"_s));
        QVERIFY(drive.table()->isVisible());
    }

    void layoutComesBackAndTheFilterOnlyOnRequest()
    {
        Driver drive(m_shipped);
        drive.tick(Facet::Route, "IV");
        const QStringList iv = drive.listed();
        drive.trigger("clopperPearson");
        drive.table()->setColumnHidden(cohortColumnIndex(u"role"), true);
        drive.window->close();
        drive.start(m_shipped);
        QVERIFY(drive.window->session()->criteria().isEmpty());
        QVERIFY(drive.find<QAction>("clopperPearson")->isChecked());
        QVERIFY(drive.table()->isColumnHidden(cohortColumnIndex(u"role")));
        drive.trigger("lastFilter");
        QCOMPARE(drive.listed(), iv);
    }

    void aboutSaysThatItIsNoMedicalAdvice()
    {
        Driver drive(m_shipped);
        drive.trigger("about");
        QVERIFY(drive.informed.front().contains(disclaimer().toHtmlEscaped()));
        drive.trigger("shortcuts");
        QVERIFY(drive.informed.last().contains(u"Ctrl+P"_s));
    }

    void everyActionHasTextAndTip()
    {
        Driver drive(m_shipped);
        for (const QAction *action : drive.window->findChildren<QAction *>()) {
            if (action->isSeparator() || action->menu()
                || qobject_cast<QLineEdit *>(action->parent()))
                continue;
            QVERIFY2(!action->text().isEmpty() || qobject_cast<QWidget *>(action->parent()),
                     qPrintable(action->objectName()));
            if (action->parent() == drive.window.get()) {
                QVERIFY2(!action->toolTip().isEmpty() && !action->statusTip().isEmpty(),
                         qPrintable(action->text()));
                QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
            }
        }
    }

    void noShortcutIsUsedTwice()
    {
        Driver drive(m_shipped);
        QStringList seen;
        for (const QAction *action :
             drive.window->findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
            const QString keys = action->shortcut().toString();
            QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys));
            seen << keys;
        }
    }

    void everyInputHasAnAccessibleName()
    {
        Driver drive(m_shipped);
        for (const QWidget *widget : drive.window->findChildren<QWidget *>()) {
            const bool input = qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget)
                || qobject_cast<const QTextEdit *>(widget);
            const bool inner = widget->parentWidget()
                && (qobject_cast<const QComboBox *>(widget->parentWidget())
                    || widget->inherits("QHeaderView")
                    || widget->parentWidget()->inherits("QComboBoxPrivateContainer"));
            if (input && !inner)
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            const auto *button = qobject_cast<const QToolButton *>(widget);
            if (button && button->isVisible())
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty()
                             || button->inherits("QToolBarExtension"),
                         qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
