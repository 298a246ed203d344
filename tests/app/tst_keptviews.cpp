// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/KeptViews.h"
#include "app/MainWindow.h"
#include "app/SheetDialog.h"
#include "app/cli/charts/ViewBatch.h"
#include "app/pages/PageStack.h"
#include "models/kept/ViewReader.h"
#include "models/output/SaveFile.h"
#include "views/export/FigureExporter.h"
#include "views/table/CohortTableView.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

/// A window whose dialogs answer what the test says.
struct Driver
{
    QTemporaryDir folder;
    QString openAnswer;
    QString saveAnswer;
    QString folderAnswer;
    QString textAnswer;
    bool confirmAnswer = true;
    QStringList asked;
    QStringList warnings;
    std::vector<ExportableFigure> figures;
    PanelChoice panels;
    QStringList offered; ///< charts for a page
    std::optional<SheetChoices> sheetAnswer;
    SheetChoices sheetOffered;
    std::vector<SheetDocument> sheets;
    std::unique_ptr<MainWindow> window;

    explicit Driver(const LoadReport &library)
    {
        Dialogs dialogs;
        dialogs.openFile = [this](auto...) { return openAnswer; };
        dialogs.saveFile = [this](auto...) { return saveAnswer; };
        dialogs.chooseFolder = [this](auto...) { return folderAnswer; };
        dialogs.askText = [this](auto...) { return textAnswer; };
        dialogs.confirm = [this](QWidget *, const QString &, const QString &text, const QString &) {
            asked << text;
            return confirmAnswer;
        };
        dialogs.warn = [this](QWidget *, const QString &, const QString &text, const QString &) {
            warnings << text;
        };
        dialogs.exportFigure = [this](QWidget *, const ExportableFigure &figure) {
            figures.push_back(figure);
        };
        dialogs.choosePanels = [this](QWidget *, const auto &charts, const QStringList &) {
            for (const auto &[code, title] : charts)
                offered << code;
            return std::optional(panels);
        };
        dialogs.chooseSheet = [this](QWidget *, const auto &, const SheetChoices &now) {
            sheetOffered = now;
            return sheetAnswer;
        };
        dialogs.printSheet = [this](QWidget *, const SheetDocument &sheet) {
            sheets.push_back(sheet);
            return Result<PrintEnd>(PrintEnd::Printed);
        };
        dialogs.previewSheet = [this](QWidget *, const SheetDocument &sheet) {
            sheets.push_back(sheet);
        };
        window = std::make_unique<MainWindow>(library, dialogs, path(u"window.json"_s));
        window->resize(1366, 768);
        window->show();
        window->finishStart();
    }

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    template<typename T>
    T *find(const char *name)
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *name) { find<QAction>(name)->trigger(); }
    LibrarySession &session() { return *window->session(); }
    QListWidget *list()
    {
        find<QTabWidget>("sideTabs")->setCurrentIndex(1);
        return find<QListWidget>("viewsList");
    }
    QStringList names()
    {
        QStringList texts;
        for (int i = 0; i < list()->count(); ++i)
            texts << list()->item(i)->text();
        return texts;
    }
    void choose(const QString &name)
    {
        const auto found = list()->findItems(name, Qt::MatchExactly);
        QVERIFY2(!found.isEmpty(), qPrintable(name));
        list()->setCurrentItem(found.front());
    }
    void drop(const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
    }
    /// Something else than what a window starts with, in every part of a view.
    void lookElsewhere()
    {
        session().edit([](FilterCriteria &c) {
            c.setValues(Facet::Timing, {u"prophylactic"_s});
            c.excluded = {u"liang-2025/all"_s};
        });
        trigger("groupByCohort");
        trigger("clopperPearson");
        trigger("level90");
        trigger("resolutionPanel");
        find<CohortTableView>("cohortTable")->setOrder(TableOrder{u"n"_s, true});
    }
    SavedView now() { return window->findChild<KeptViews *>()->current(); }
};

} // namespace

class TestKeptViews : public QObject
{
    Q_OBJECT

    LoadReport m_shipped;

private Q_SLOTS:
    void initTestCase()
    {
        m_shipped = readLibrary(u":/evidence/anakinra-car-t.json"_s);
        QVERIFY(m_shipped.isUsable());
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void theReadyViewsAreThere()
    {
        Driver drive(m_shipped);
        QVERIFY(!drive.find<QListWidget>("viewsList")); // built when looked at
        QCOMPARE(drive.names().mid(0, 6),
                 QStringList({u"For the tumour board"_s, u"Prophylactic anakinra"_s,
                              u"Refractory ICANS"_s, u"SC against IV"_s,
                              u"200 mg/day against 8 mg/kg/day"_s, u"Paediatric"_s}));
    }

    void aReadyViewIsOneStepOfUndo()
    {
        Driver drive(m_shipped);
        drive.choose(u"Refractory ICANS"_s);
        drive.trigger("restoreView");
        QCOMPARE(drive.session().criteria().values(Facet::Indication), QStringList(u"icans"_s));
        QCOMPARE(drive.session().panels(), RatePanels::ToxicityResponseAndResolution);
        QVERIFY(drive.find<QAction>("resolutionPanel")->isChecked());
        QVERIFY(drive.warnings.isEmpty());
        drive.trigger("undo");
        QVERIFY(drive.session().criteria().isEmpty());
        QVERIFY(!drive.find<QAction>("undo")->isEnabled());
    }

    void aReadyPairOpensTheComparisonOfItsTwoFilters()
    {
        Driver drive(m_shipped);
        drive.choose(u"200 mg/day against 8 mg/kg/day"_s);
        drive.trigger("restoreView");
        QVERIFY(drive.warnings.isEmpty());
        const SavedView now = drive.now();
        QCOMPARE(now.chart, u"compare"_s);
        QVERIFY(now.options[u"filters"].toBool());
        QCOMPARE(now.options[u"pair"].toString(), u"200-8"_s);
    }

    void enterOpensTheCurrentView()
    {
        Driver drive(m_shipped);
        drive.choose(u"Paediatric"_s);
        QTest::keyClick(drive.list(), Qt::Key_Return);
        QCOMPARE(drive.session().criteria().values(Facet::AgeGroup), QStringList(u"paediatric"_s));
    }

    void whatIsKeptComesBackWhole()
    {
        Driver drive(m_shipped);
        drive.lookElsewhere();
        const SavedView then = drive.now();
        drive.textAnswer = u"  My   board "_s;
        drive.trigger("keepView");
        QVERIFY(drive.warnings.isEmpty());

        drive.trigger("clearFilter");
        drive.trigger("groupByOutcome");
        drive.trigger("wilson");
        drive.trigger("level95");
        drive.trigger("resolutionPanel");
        drive.find<CohortTableView>("cohortTable")->setOrder(std::nullopt);
        QVERIFY(drive.now() != then);

        drive.choose(u"My board"_s);
        drive.trigger("restoreView");
        QVERIFY(drive.now() == then);
        QVERIFY(drive.find<QAction>("groupByCohort")->isChecked());
        QVERIFY(drive.find<QAction>("clopperPearson")->isChecked());
        QVERIFY(drive.find<QAction>("level90")->isChecked());
        QVERIFY(drive.warnings.isEmpty());
    }

    void aViewIsRenamedExportedAndDeleted()
    {
        Driver drive(m_shipped);
        drive.textAnswer = u"First"_s;
        drive.trigger("keepView");
        drive.choose(u"First"_s);
        drive.textAnswer = u"Second"_s;
        drive.trigger("renameView");
        QVERIFY(drive.names().contains(u"Second"_s));
        QVERIFY(!drive.names().contains(u"First"_s));

        drive.choose(u"Second"_s);
        drive.saveAnswer = drive.path(u"mailed"_s);
        drive.trigger("exportView");
        QCOMPARE(readViewFile(drive.path(u"mailed.anakinra-view"_s)).view->name, u"Second"_s);

        drive.confirmAnswer = false;
        drive.trigger("removeView");
        QVERIFY(drive.names().contains(u"Second"_s));
        drive.confirmAnswer = true;
        drive.trigger("removeView");
        QVERIFY(!drive.names().contains(u"Second"_s));
        QCOMPARE(drive.asked.size(), 2);
    }

    void readyViewsCannotBeRenamedOrDeleted()
    {
        Driver drive(m_shipped);
        drive.choose(u"Paediatric"_s);
        QVERIFY(!drive.find<QAction>("renameView")->isEnabled());
        QVERIFY(!drive.find<QAction>("removeView")->isEnabled());
        QVERIFY(drive.find<QAction>("exportView")->isEnabled());
    }

    void replacingIsAskedFor()
    {
        Driver drive(m_shipped);
        drive.textAnswer = u"Board"_s;
        drive.trigger("keepView");
        drive.lookElsewhere();
        drive.confirmAnswer = false;
        drive.trigger("keepView");
        drive.trigger("clearFilter");
        drive.choose(u"Board"_s);
        drive.trigger("restoreView");
        QVERIFY(drive.session().criteria().isEmpty()); // the first one, of everything
        QCOMPARE(drive.asked.size(), 1);
    }

    void aBrokenFileIsToldBesideTheList()
    {
        Driver drive(m_shipped);
        QVERIFY(QDir(drive.folder.path()).mkdir(u"views"_s));
        QVERIFY(saveFile(drive.path(u"views/bad.anakinra-view"_s), "{"));
        QCOMPARE(drive.names().size(), 8);
        const auto *problems = drive.find<QLabel>("viewProblems");
        QVERIFY(!problems->isHidden());
        QVERIFY(problems->text().contains(u"bad.anakinra-view"));
    }

    void anExportedFigureLeadsBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << u"figure.png"_s;
        QTest::newRow("svg") << u"figure.svg"_s;
        QTest::newRow("pdf") << u"figure.pdf"_s;
    }
    void anExportedFigureLeadsBack()
    {
        QFETCH(QString, name);
        Driver drive(m_shipped);
        drive.lookElsewhere();
        const SavedView then = drive.now();
        drive.trigger("exportFigure");
        const ExportableFigure &figure = drive.figures.front();
        QVERIFY(exportFigure(figure.recipe(figure.choices), {}, drive.path(name)));
        drive.trigger("clearFilter");
        drive.trigger("groupByOutcome");
        drive.drop(drive.path(name));
        QVERIFY(drive.now() == then);
        drive.trigger("clearFilter");
        drive.openAnswer = drive.path(name);
        drive.trigger("openView");
        QVERIFY(drive.now() == then);
        QVERIFY(drive.warnings.isEmpty());
    }

    /// The grouping can be changed in the dialog of the export; the file then leads to that.
    void theViewFollowsTheChoicesOfTheExport()
    {
        Driver drive(m_shipped);
        drive.trigger("exportFigure");
        const ExportableFigure &figure = drive.figures.front();
        FigureChoices choices = figure.choices;
        choices.grouping = RateGrouping::ByCohort;
        const ViewReport report = readView(figure.recipe(choices).view, {});
        QCOMPARE(report.view->options["groupBy"_L1].toString(), u"cohort"_s);
    }

    void whatHasChangedIsSaid()
    {
        Driver drive(m_shipped);
        SavedView view = drive.now();
        view.library.version = u"0.1"_s;
        view.filter.setValues(Facet::Product, {u"old-cel"_s});
        view.chart = u"pie"_s;
        QVERIFY(saveFile(drive.path(u"old.json"_s), view.toFile()));
        drive.drop(drive.path(u"old.json"_s));
        QCOMPARE(drive.warnings.size(), 1);
        QVERIFY(drive.warnings.front().contains(u"version 0.1"));
        QVERIFY(drive.warnings.front().contains(u"old-cel"));
        QVERIFY(drive.warnings.front().contains(u"\"pie\""));
    }

    void aPictureWithoutAViewAndALibraryAreTold()
    {
        Driver drive(m_shipped);
        QImage plain(8, 8, QImage::Format_RGB32);
        plain.fill(Qt::white);
        QVERIFY(plain.save(drive.path(u"plain.png"_s)));
        drive.drop(drive.path(u"plain.png"_s));
        QCOMPARE(drive.warnings.size(), 1);
        QVERIFY(drive.warnings.front().contains(u"carries no view"));
        // A library still opens as a library.
        QVERIFY(saveFile(drive.path(u"broken.json"_s), "{\"format\": "));
        drive.drop(drive.path(u"broken.json"_s));
        QTRY_COMPARE(drive.warnings.size(), 2);
        QVERIFY(drive.warnings.back().contains(u"what was open stays open"));
    }

    void viewsOfMoreCohortsThanCanBeDrawnAreLeftOutButSumsAreNot()
    {
        QTemporaryDir folder;
        SavedView rates;
        rates.name = u"rates"_s;
        rates.chart = u"rates"_s;
        SavedView map = rates;
        map.name = u"map"_s;
        map.chart = u"map"_s;
        cli::BatchSpec spec{folder.path(), FigureFormat::Svg, {}, {}};
        spec.mostCohorts = 1;
        cli::ViewBatch batch({rates, map}, m_shipped.library, spec);
        const auto left = batch.next();
        QVERIFY(left.problem && left.problem->message.contains(u"narrow the filter"));
        QVERIFY(left.file.isEmpty());
        QVERIFY(QFile::exists(batch.next().file));
    }

    void severalChartsGoOnOnePageThatLeadsBack()
    {
        Driver drive(m_shipped);
        drive.lookElsewhere();
        drive.panels = PanelChoice{{u"rates"_s, u"map"_s}, 1};
        drive.trigger("composeFigure");
        QVERIFY(drive.warnings.isEmpty());
        QVERIFY(drive.offered.contains(u"map"_s));
        QVERIFY(!drive.offered.contains(u"compose"_s));
        const FigureRecipe page = drive.figures.front().recipe(drive.figures.front().choices);
        QVERIFY(exportFigure(page, {}, drive.path(u"page.svg"_s)));
        const SavedView then = drive.now();
        drive.trigger("clearFilter");
        drive.trigger("groupByOutcome");
        drive.drop(drive.path(u"page.svg"_s));
        QVERIFY(drive.now().filter == then.filter);
        QVERIFY(drive.now().options == then.options);
        QCOMPARE(drive.now().chart, u"rates"_s);
        QVERIFY(drive.warnings.isEmpty());
    }

    void theSheetHoldsWhatWasChosenAndRemembersIt()
    {
        Driver drive(m_shipped);
        SheetChoices chosen;
        chosen.form = SheetForm::Board;
        chosen.figures = {u"map"_s};
        drive.sheetAnswer = chosen;
        drive.trigger("printSheet");
        QCOMPARE(drive.sheets.size(), 1U);
        QCOMPARE(drive.sheets.front().sheet.choices, chosen);
        QCOMPARE(drive.sheets.front().figures.size(), 1U);
        QVERIFY(readView(drive.sheets.front().sheet.view, {}).view);
        drive.trigger("previewSheet");
        QCOMPARE(drive.sheetOffered, chosen);
        drive.sheetAnswer.reset();
        drive.trigger("printSheet");
        QCOMPARE(drive.sheets.size(), 2U);
    }

    void theDialogsGiveWhatIsTicked()
    {
        const std::vector<std::pair<QString, QString>> charts{{u"rates"_s, u"Rates"_s},
                                                              {u"map"_s, u"Map"_s}};
        ComposeDialog compose(charts, {u"map"_s});
        QCOMPARE(compose.choice().panels, QStringList(u"map"_s));
        auto *list = compose.findChild<QListWidget *>(u"panels"_s);
        list->item(0)->setCheckState(Qt::Checked);
        list->setCurrentRow(1);
        QTest::mouseClick(compose.findChild<QPushButton *>(u"moveUp"_s), Qt::LeftButton);
        QCOMPARE(compose.choice().panels, QStringList({u"map"_s, u"rates"_s}));
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY(!compose.findChild<QPushButton *>(u"continue"_s)->isEnabled());

        SheetChoices now;
        now.form = SheetForm::Board;
        now.set(SheetSection::Notes, false);
        now.figures = {u"map"_s, u"rates"_s};
        const SheetDialog sheet(charts, now);
        QCOMPARE(sheet.choices(), now);
    }

    void allViewsAreExportedWithTheirViewInside()
    {
        Driver drive(m_shipped);
        drive.lookElsewhere();
        drive.textAnswer = u"My board"_s;
        drive.trigger("keepView");
        drive.folderAnswer = drive.path(u"out"_s);
        QVERIFY(QDir(drive.folder.path()).mkdir(u"out"_s));
        drive.trigger("exportViews");
        QTRY_VERIFY(!drive.find<QWidget>("exportViewsProgress"));
        QVERIFY(drive.warnings.isEmpty());
        QCOMPARE(QDir(drive.folderAnswer).entryList(QDir::Files | QDir::Hidden),
                 QStringList({u"200-mg-day-against-8-mg-kg-day.png"_s, u"my-board.png"_s,
                              u"paediatric.png"_s, u"prophylactic-anakinra.png"_s,
                              u"refractory-icans.png"_s, u"sc-against-iv.png"_s}));
        const SavedView then = drive.now();
        drive.trigger("clearFilter");
        drive.drop(drive.path(u"out/my-board.png"_s));
        QVERIFY(drive.now().filter == then.filter);
        QVERIFY(drive.now().options == then.options);
    }
};

QTEST_MAIN(TestKeptViews)
#include "tst_keptviews.moc"
