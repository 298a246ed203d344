// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/MainWindow.h"
#include "app/pages/ComparePage.h"
#include "models/evidence/LibraryReader.h"
#include "views/charts/FigureView.h"

#include <QAction>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

/// The page alone on a session with the shipped evidence.
struct Driver
{
    LibrarySession session;
    std::unique_ptr<ComparePage> page;

    explicit Driver(const LoadReport &library, const QJsonObject &options = {})
    {
        session.setLibrary(library.library);
        page = std::make_unique<ComparePage>(session, nullptr);
        page->resize(800, 500);
        if (!options.isEmpty())
            page->setOptions(options);
        page->refresh();
        page->show();
    }

    template<typename T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString option(const QString &key) const { return page->options()[key].toString(); }
    [[nodiscard]] FigureView *view() const { return find<FigureView>("compareView"); }
    [[nodiscard]] bool says(const QString &words) const
    {
        return std::ranges::any_of(view()->marks(),
                                   [&](const FigureMark &m) { return m.spoken.contains(words); });
    }
    /// Chooses an entry as with the keyboard.
    void choose(const char *box, const QString &entry) const
    {
        auto *combo = find<QComboBox>(box);
        const int row = combo->findText(entry, Qt::MatchStartsWith);
        QVERIFY2(row >= 0, qPrintable(entry));
        combo->setFocus();
        combo->setCurrentIndex(0);
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentIndex(), row);
    }
    void search(const char *box, const QString &words) const
    {
        auto *combo = find<QComboBox>(box);
        combo->setFocus();
        combo->lineEdit()->selectAll();
        QTest::keyClicks(combo->lineEdit(), words);
        QAbstractItemView *popup = combo->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
    }
};

} // namespace

class TestComparePage : public QObject
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

    void twoArmsAreThereToBeginWith()
    {
        const Driver drive(m_shipped);
        QCOMPARE(drive.option(u"a"_s), u"liang-2025/sc"_s);
        QCOMPARE(drive.option(u"b"_s), u"liang-2025/iv"_s);
        QVERIFY(drive.says(u"NOT RANDOMISED"_s));
        QVERIFY(drive.says(u"−36.7 points"_s));
    }

    void aCohortIsFoundByTypingAPartOfItsName()
    {
        const Driver drive(m_shipped);
        QSignalSpy changed(drive.page.get(), &EvidencePage::optionsChanged);
        drive.search("compareB", u"transc"_s);
        QCOMPARE(drive.option(u"b"_s), u"liang-2025/transcend"_s);
        QVERIFY(changed.count() > 0);
        QVERIFY(drive.says(u"number of patients is not"_s));
    }

    void whatMatchesNoCohortDoesNotStay()
    {
        const Driver drive(m_shipped);
        auto *a = drive.find<QComboBox>("compareA");
        const QString before = a->currentText();
        a->lineEdit()->selectAll();
        QTest::keyClicks(a->lineEdit(), u"zzz"_s);
        QTest::keyClick(a->lineEdit(), Qt::Key_Return);
        QCOMPARE(a->currentText(), before);
        QCOMPARE(drive.option(u"a"_s), u"liang-2025/sc"_s);
    }

    void theSelectedCohortIsTakenOver()
    {
        const Driver drive(m_shipped);
        auto *button = drive.find<QPushButton>("useSelectedA");
        drive.page->selectCohort({});
        QVERIFY(!button->isEnabled());
        drive.page->selectCohort(u"park-2023/cohort-1"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(drive.option(u"a"_s), u"park-2023/cohort-1"_s);
        QCOMPARE(drive.option(u"b"_s), u"liang-2025/iv"_s);
        QVERIFY(drive.says(u"different studies"_s));
        // A cohort is not compared with itself: the sides change places.
        QTest::mouseClick(drive.find<QPushButton>("useSelectedB"), Qt::LeftButton);
        QCOMPARE(drive.option(u"a"_s), u"liang-2025/iv"_s);
        QCOMPARE(drive.option(u"b"_s), u"park-2023/cohort-1"_s);
    }

    void theSidesAreSwapped()
    {
        const Driver drive(m_shipped);
        QTest::mouseClick(drive.find<QPushButton>("compareSwap"), Qt::LeftButton);
        QCOMPARE(drive.option(u"a"_s), u"liang-2025/iv"_s);
        QVERIFY(drive.says(u"+36.7 points"_s));
    }

    void theIntervalOfTheDifferenceIsChosen()
    {
        const Driver drive(m_shipped);
        QVERIFY(drive.says(u"(−61.3 to +0.8)"_s));
        drive.choose("compareMethod", u"Miettinen"_s);
        QVERIFY(drive.says(u"(−63.9 to +1.6)"_s));
    }

    void oneOutcomeIsChosen()
    {
        const Driver drive(m_shipped);
        QVERIFY(drive.says(u"38 %"_s) || drive.says(u"38\u00a0%"_s));
        drive.choose("compareOutcome", u"CRS, any grade"_s);
        QCOMPARE(drive.option(u"outcome"_s), u"crs.any"_s);
        QVERIFY(!drive.says(u"38\u00a0%"_s));
    }

    void readyMadeFiltersComeAside()
    {
        const Driver drive(m_shipped);
        drive.choose("compareMode", u"Two filters"_s);
        QTRY_VERIFY(drive.says(u"route SC"_s));
        QVERIFY(drive.says(u"Side B: Anakinra cohorts; route IV"_s));
        drive.choose("comparePair", u"Prophylactic against refractory"_s);
        QTRY_VERIFY(drive.says(u"timing refractory"_s));
    }

    void aFilterIsKeptAndComparedWithTheNextOne()
    {
        Driver drive(m_shipped);
        drive.choose("compareMode", u"Two filters"_s);
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Route, {u"IV"_s}); });
        QTest::mouseClick(drive.find<QPushButton>("keepFilter"), Qt::LeftButton);
        drive.session.edit([](FilterCriteria &c) { c.setValues(Facet::Route, {u"SC"_s}); });
        drive.page->refresh(); // as the window does after every change of the filter
        QTRY_VERIFY(drive.says(u"Side A: Anakinra cohorts; route SC"_s));
        QVERIFY(drive.says(u"Side B: Anakinra cohorts; route IV"_s));
    }

    void optionsBringTheSameComparisonBack()
    {
        const Driver drive(m_shipped);
        drive.search("compareB", u"transc"_s);
        drive.choose("compareMethod", u"Miettinen"_s);
        const QJsonObject options = drive.page->options();
        const Driver again(m_shipped, options);
        QCOMPARE(again.page->options(), options);
        QCOMPARE(again.find<QComboBox>("compareB")->currentText(),
                 drive.find<QComboBox>("compareB")->currentText());
    }

    void aClickOnARateSelectsItsCohort()
    {
        const Driver drive(m_shipped);
        QSignalSpy selected(drive.page.get(), &EvidencePage::cohortSelected);
        const auto &marks = drive.view()->marks();
        const auto mark = std::ranges::find(marks, u"liang-2025/iv"_s, &FigureMark::cohort);
        QVERIFY(mark != marks.end());
        const QRect area = drive.view()->markRect(static_cast<int>(mark - marks.begin()));
        QTest::mouseClick(drive.view()->viewport(), Qt::LeftButton, {}, area.center());
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected[0][0].toString(), u"liang-2025/iv"_s);
    }

    void theFigureLeavesWithItsFooterAndItsTable()
    {
        const Driver drive(m_shipped);
        const ExportableFigure figure = drive.page->figure();
        const FigureRecipe recipe = figure.recipe(figure.choices);
        QVERIFY(!recipe.empty);
        QVERIFY(recipe.description.contains(u"Compared: A = Liang 2025, SC group"));
        QVERIFY(recipe.description.contains(u"Newcombe"));
        QCOMPARE(figure.fileName, u"comparison"_s);
        QVERIFY(drive.page->table().toText().contains(u"8/15"));
    }

    void theToolBarPutsTheSelectedCohortOnSideA()
    {
        QTemporaryDir folder;
        MainWindow window(m_shipped, Dialogs(), folder.filePath(u"window.json"_s));
        window.resize(1366, 768);
        window.show();
        window.finishStart();
        window.selectCohort(u"park-2023/cohort-1"_s);
        window.findChild<QAction *>(u"compare"_s)->trigger();
        auto *page = window.findChild<ComparePage *>();
        QVERIFY(page && page->isVisible());
        QCOMPARE(page->options()["a"_L1].toString(), u"park-2023/cohort-1"_s);
        QVERIFY(!page->options()["b"_L1].toString().isEmpty());
        QVERIFY(page->options()["b"_L1].toString() != u"park-2023/cohort-1");
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
