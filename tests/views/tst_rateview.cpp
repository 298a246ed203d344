// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/views/RateFixtures.h"
#include "views/charts/RateView.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

namespace {

/// A library with as many cohorts as the figure has: the view needs their ids and names.
std::shared_ptr<const Library> libraryFor(const RateFigure &figure)
{
    auto library = std::make_shared<Library>();
    Study study;
    study.id = u"s"_s;
    study.label = u"Study"_s;
    for (std::size_t i = 0; i < figure.series.cohorts.size(); ++i) {
        Cohort cohort;
        cohort.id = u"s/%1"_s.arg(i);
        cohort.label = figure.series.cohorts[i].label;
        cohort.study = 0;
        library->cohortIndex.insert(cohort.id, static_cast<int>(i));
        library->cohorts.push_back(cohort);
        study.cohorts.push_back(static_cast<int>(i));
    }
    library->studies.push_back(study);
    for (const RatePanel &panel : figure.series.panels) {
        for (std::size_t i = 0; i < panel.outcomes.size(); ++i)
            library->vocabulary.outcomes.push_back({panel.outcomes[i], panel.labels[i], panel.labels[i],
                                                    Domain::ToxicityIncidence, panel.direction, {}});
    }
    return library;
}

struct ShownView
{
    explicit ShownView(const RateFigure &figure, QSize size = {760, 400})
    {
        view.resize(size);
        view.setFigure(figure, libraryFor(figure));
        view.show();
        view.activateWindow();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window does not become active");
        view.setFocus(Qt::TabFocusReason);
    }
    RateView view;
};

} // namespace

class TestRateView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void everyRateOfAShortFigureIsAMark()
    {
        ShownView shown(twoCohorts());
        QCOMPARE(shown.view.marks().size(), std::size_t(12));
        for (int i = 0; i < 12; ++i)
            QVERIFY(shown.view.viewport()->rect().contains(shown.view.markRect(i).center()));
    }

    void clickOnABarSelectsItsCohortOnce()
    {
        ShownView shown(twoCohorts());
        QSignalSpy selected(&shown.view, &RateView::cohortSelected);
        QSignalSpy activated(&shown.view, &RateView::cohortActivated);
        const QPoint second = shown.view.markRect(6).center(); // first rate of the second cohort
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.at(0).at(0).toString(), u"s/1"_s);
        QCOMPARE(shown.view.selectedCohort(), u"s/1"_s);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(selected.size(), 1);
        QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(activated.size(), 1);
    }

    void selectionFromOutsideIsShownAndNotEchoed()
    {
        ShownView shown(twoCohorts());
        QSignalSpy selected(&shown.view, &RateView::cohortSelected);
        const QImage before = shown.view.grab().toImage();
        shown.view.setSelectedCohort(u"s/0"_s);
        QVERIFY(shown.view.grab().toImage() != before);
        QCOMPARE(selected.size(), 0);
        shown.view.setSelectedCohort(u"nobody"_s);
        QCOMPARE(selected.size(), 0);
    }

    void keysWalkThroughMarksAndEnterSelects()
    {
        ShownView shown(twoCohorts());
        QCOMPARE(shown.view.currentMark(), 0); // focus came by keyboard
        QSignalSpy selected(&shown.view, &RateView::cohortSelected);
        QSignalSpy activated(&shown.view, &RateView::cohortActivated);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.currentMark(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Down); // same outcome, next cohort
        QCOMPARE(shown.view.currentMark(), 7);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.at(0).at(0).toString(), u"s/1"_s);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.currentMark(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.view.currentMark(), 0);
    }

    void keysReachEveryRowOfALongFigure()
    {
        ShownView shown(manyCohorts(60), {760, 300});
        for (int i = 0; i < 59; ++i)
            QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.markCohortId(shown.view.currentMark()), u"s/59"_s);
        QCOMPARE(shown.view.verticalScrollBar()->value(), shown.view.verticalScrollBar()->maximum());
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.markCohortId(shown.view.currentMark()), u"s/0"_s);
        QTest::keyClick(&shown.view, Qt::Key_PageDown);
        QVERIFY(shown.view.currentMark() > 0);
    }

    void onlyRowsInViewAreComputed()
    {
        const RateFigure all = manyCohorts(3000);
        int most = 0;
        RateRows rows;
        for (int i = 0; i < 3000; ++i)
            rows.cohorts.push_back(i);
        rows.series = [&](int first, int count) {
            most = std::max(most, count);
            RateSeries part;
            part.cohorts.assign(all.series.cohorts.begin() + first, all.series.cohorts.begin() + first + count);
            for (RatePanel panel : all.series.panels) {
                panel.rates = {panel.rates.begin() + first, panel.rates.begin() + first + count};
                part.panels.push_back(panel);
            }
            return part;
        };
        RateView view;
        view.resize(760, 400);
        view.setFigure(all, rows, libraryFor(all));
        view.show();
        view.grab();
        QVERIFY(most > 5 && most <= 40);
        QVERIFY(view.marks().size() <= std::size_t(40 * 6));
        view.setSelectedCohort(u"s/2990"_s);
        QVERIFY(most <= 40);
        bool inView = false;
        for (int i = 0; i < static_cast<int>(view.marks().size()); ++i)
            inView = inView || view.markCohortId(i) == u"s/2990"_s;
        QVERIFY(inView);
    }

    void scrollingToTheEndShowsTheLastRow()
    {
        ShownView shown(manyCohorts(60), {760, 300});
        QVERIFY(!shown.view.marks().empty());
        for (int i = 0; i < 5; ++i) { // rows differ in height: the end is known when it is reached
            shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum());
            QVERIFY(!shown.view.marks().empty());
        }
        const int last = static_cast<int>(shown.view.marks().size()) - 1;
        QCOMPARE(shown.view.markCohortId(last), u"s/59"_s);
        QVERIFY(shown.view.markRect(last).bottom() <= shown.view.viewport()->height());
    }

    void accessibilitySeesAChartWithOneChildPerMark()
    {
        ShownView shown(twoCohorts());
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QVERIFY(!chart->text(QAccessible::Name).isEmpty());
        const QString summary = chart->text(QAccessible::Description);
        QVERIFY(summary.contains(u"Toxicity (lower is better)"));
        QCOMPARE(chart->childCount(), 12);
        QAccessibleInterface *six = chart->child(2);
        QVERIFY(six);
        QCOMPARE(six->text(QAccessible::Name), shown.view.spokenMark(2));
        QVERIFY2(six->text(QAccessible::Name).contains(u"6 of 31"), qPrintable(six->text(QAccessible::Name)));
        QVERIFY(six->text(QAccessible::Name).contains(u"Müller 2023"));
        QCOMPARE(six->parent(), chart);
        QCOMPARE(chart->indexOfChild(six), 2);
        QVERIFY(!six->rect().isEmpty());
        QCOMPARE(chart->childAt(six->rect().center().x(), six->rect().center().y()), six);
        QVERIFY(!chart->child(12));
    }

    void screenReaderCanSelect()
    {
        ShownView shown(twoCohorts());
        QSignalSpy selected(&shown.view, &RateView::cohortSelected);
        QAccessibleInterface *mark = QAccessible::queryAccessibleInterface(&shown.view)->child(6);
        QVERIFY(mark->actionInterface());
        mark->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(selected.size(), 1);
        QVERIFY(mark->state().selected);
    }

    void tooltipSaysTheRate()
    {
        ShownView shown(twoCohorts());
        const QPoint at = shown.view.markRect(0).center();
        QHelpEvent help(QEvent::ToolTip, at, shown.view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(shown.view.viewport(), &help);
        QVERIFY2(QToolTip::text().contains(u"23 of 31"), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void emptyFigureSaysSo()
    {
        ShownView shown(emptyFigure());
        const QImage plain = shown.view.grab().toImage();
        shown.view.setEmptyText(u"Nothing here."_s);
        QVERIFY(shown.view.grab().toImage() != plain);
        QCOMPARE(shown.view.summary(), u"Nothing here."_s);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(shown.view.currentMark(), -1);
        QCOMPARE(QAccessible::queryAccessibleInterface(&shown.view)->childCount(), 0);
    }

    void fewerCohortsAfterScrollingAreShownFromTheTop()
    {
        ShownView shown(manyCohorts(60), {760, 300});
        shown.view.grab();
        shown.view.verticalScrollBar()->setValue(30);
        shown.view.grab();
        const RateFigure two = twoCohorts();
        shown.view.setFigure(two, libraryFor(two));
        QCOMPARE(shown.view.marks().size(), std::size_t(12));
        QCOMPARE(shown.view.markCohortId(0), u"s/0"_s);
        QCOMPARE(shown.view.verticalScrollBar()->value(), 0);
    }

    void scrollBarsAreSeenWhileThereIsMoreThanFits()
    {
        const RateFigure two = twoCohorts();
        ShownView shown(two, {760, 300});
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QTRY_VERIFY(!shown.view.verticalScrollBar()->isVisible());
        const RateFigure many = manyCohorts(60);
        shown.view.setFigure(many, libraryFor(many));
        QTRY_VERIFY(shown.view.verticalScrollBar()->isVisible());
        QVERIFY(shown.view.verticalScrollBar()->maximum() > 0);
        shown.view.setFigure(two, libraryFor(two));
        QTRY_VERIFY(!shown.view.verticalScrollBar()->isVisible());
    }

    void smallWindowScrollsInsteadOfCutting()
    {
        ShownView shown(sixCohorts(), {360, 220});
        shown.view.grab();
        QVERIFY(shown.view.horizontalScrollBar()->maximum() > 0);
        QCOMPARE(shown.view.marks().size(), std::size_t(36));
        QTest::keyClick(&shown.view, Qt::Key_Left); // none before the first
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&shown.view, Qt::Key_Right);
        QVERIFY(shown.view.viewport()->rect().contains(shown.view.markRect(5).center()));
    }

    void darkPaletteGivesADarkPicture()
    {
        ShownView shown(twoCohorts());
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(30, 30, 30));
        dark.setColor(QPalette::WindowText, Qt::white);
        dark.setColor(QPalette::Base, QColor(25, 25, 25));
        dark.setColor(QPalette::Text, Qt::white);
        shown.view.setPalette(dark);
        const QImage image = shown.view.grab().toImage();
        QCOMPARE(image.pixelColor(2, image.height() / 2), QColor(25, 25, 25));
    }
};

QTEST_MAIN(TestRateView)
#include "tst_rateview.moc"
