// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/FigureView.h"

#include <QAccessible>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

constexpr qreal rowHeight = 40.0;

/// A figure of rows, each with a box on its left that requests something.
class RowsBody final : public FigureBody
{
public:
    RowsBody(QStringList cohorts, qreal narrowest)
        : m_cohorts(std::move(cohorts)), m_narrowest(narrowest)
    {
    }

    [[nodiscard]] qreal minimumWidth() const override { return m_narrowest; }
    void setWidth(qreal width) override { m_width = width; }
    [[nodiscard]] qreal minimumHeight() const override
    {
        return rowHeight * static_cast<qreal>(m_cohorts.size());
    }
    [[nodiscard]] qreal naturalHeight() const override { return minimumHeight(); }
    void build(MarkedScene &into, const QRectF &area) override
    {
        qreal y = area.top();
        for (const QString &cohort : m_cohorts) {
            const QRectF row(area.left(), y, m_width, rowHeight);
            into.scene->addRect(row.adjusted(2, 2, -2, -2), QPen(Qt::black), Qt::gray);
            into.marks.push_back({row.adjusted(0, 0, 30 - m_width, 0), u"Box of "_s + cohort,
                                  cohort, u"toggle:"_s + cohort});
            into.marks.push_back({row.adjusted(30, 0, 0, 0), u"Row of "_s + cohort, cohort, {}});
            y += rowHeight;
        }
    }

private:
    QStringList m_cohorts;
    qreal m_narrowest;
    qreal m_width = 0.0;
};

class RowsFigure final : public ChartFigure
{
public:
    explicit RowsFigure(QStringList cohorts, qreal narrowest = 100.0)
        : ChartFigure({}), m_cohorts(std::move(cohorts)), m_narrowest(narrowest)
    {
    }
    [[nodiscard]] QString name() const override { return u"Rows"_s; }
    [[nodiscard]] QString summary() const override { return u"%1 rows"_s.arg(m_cohorts.size()); }
    [[nodiscard]] bool isEmpty() const override { return m_cohorts.isEmpty(); }
    [[nodiscard]] FigureTable table() const override { return {}; }

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &, std::shared_ptr<const FigureFonts>) const override
    {
        return std::make_unique<RowsBody>(m_cohorts, m_narrowest);
    }

private:
    QStringList m_cohorts;
    qreal m_narrowest;
};

std::shared_ptr<const ChartFigure> figureOf(const QStringList &cohorts, qreal narrowest = 100.0)
{
    return std::make_shared<const RowsFigure>(cohorts, narrowest);
}

QStringList manyCohorts(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << u"c/%1"_s.arg(i);
    return names;
}

struct Shown
{
    explicit Shown(std::shared_ptr<const ChartFigure> figure, const QString &emptyText = {})
    {
        view.resize(400, 300);
        view.setFigure(std::move(figure), emptyText);
        view.show();
        view.activateWindow();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window does not become active");
        view.setFocus(Qt::TabFocusReason);
    }
    void click(int mark, bool twice = false)
    {
        const QPoint at = view.markRect(mark).center();
        if (twice)
            QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
        else
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    }
    FigureView view;
};

} // namespace

class TestFigureView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void everythingThatCanBePointedAtIsAMark()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        QCOMPARE(shown.view.markCount(), 4);
        QCOMPARE(shown.view.spokenMark(3), u"Row of b"_s);
        QCOMPARE(shown.view.spokenMark(4), QString());
        for (int i = 0; i < 4; ++i)
            QVERIFY(shown.view.viewport()->rect().contains(shown.view.markRect(i)));
    }

    void aClickSelectsOnceAndADoubleClickActivates()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        QSignalSpy selected(&shown.view, &FigureView::cohortSelected);
        QSignalSpy activated(&shown.view, &FigureView::cohortActivated);
        shown.click(3);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.at(0).at(0).toString(), u"b"_s);
        QVERIFY(shown.view.isMarkSelected(3));
        QVERIFY(!shown.view.isMarkSelected(1));
        shown.click(3);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(activated.size(), 0);
        shown.click(3, true);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toString(), u"b"_s);
    }

    void aBoxRequestsAndDoesNotSelect()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        QSignalSpy selected(&shown.view, &FigureView::cohortSelected);
        QSignalSpy requested(&shown.view, &FigureView::requested);
        shown.click(2);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.at(0).at(0).toString(), u"toggle:b"_s);
        QCOMPARE(selected.size(), 0);
        QVERIFY(shown.view.selectedCohort().isEmpty());
    }

    void aRequestMayReplaceTheFigure()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        connect(&shown.view, &FigureView::requested, &shown.view,
                [&] { shown.view.setFigure(figureOf({u"c"_s})); });
        shown.click(2);
        QCOMPARE(shown.view.markCount(), 2);
        QCOMPARE(shown.view.spokenMark(1), u"Row of c"_s);
    }

    void clicksBesideMarksDoNothing()
    {
        Shown shown(figureOf({u"a"_s}));
        QSignalSpy selected(&shown.view, &FigureView::cohortSelected);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {},
                          shown.view.viewport()->rect().bottomRight() - QPoint(3, 3));
        QCOMPARE(selected.size(), 0);
    }

    void keysWalkThroughTheMarks()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(shown.view.currentMark(), 0); // focus came by keyboard
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.view.currentMark(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.currentMark(), 1);
        QTest::keyClick(&shown.view, Qt::Key_End);
        QCOMPARE(shown.view.currentMark(), 5);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.currentMark(), 5);
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.currentMark(), 0);
    }

    void enterSelectsThenActivatesAndSpaceTicks()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        QSignalSpy selected(&shown.view, &FigureView::cohortSelected);
        QSignalSpy activated(&shown.view, &FigureView::cohortActivated);
        QSignalSpy requested(&shown.view, &FigureView::requested);
        QTest::keyClick(&shown.view, Qt::Key_Space);
        QCOMPARE(requested.size(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(activated.size(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
    }

    void theKeyboardStaysAtItsCohortWhenTheFigureChanges()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s, u"c"_s}));
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.spokenMark(shown.view.currentMark()), u"Box of c"_s);
        shown.view.setFigure(figureOf({u"x"_s, u"c"_s}));
        shown.view.grab();
        QCOMPARE(shown.view.spokenMark(shown.view.currentMark()), u"Box of c"_s);
        shown.view.setFigure(figureOf({u"x"_s}));
        shown.view.grab();
        QCOMPARE(shown.view.currentMark(), -1);
    }

    void screenReadersFindTheMarks()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Description), u"2 rows"_s);
        QCOMPARE(chart->childCount(), 4);
        QAccessibleInterface *row = chart->child(1);
        QCOMPARE(row->text(QAccessible::Name), u"Row of a"_s);
        QVERIFY(!row->state().selected);
        QSignalSpy selected(&shown.view, &FigureView::cohortSelected);
        row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(selected.size(), 1);
        QVERIFY(row->state().selected);
        QSignalSpy requested(&shown.view, &FigureView::requested);
        chart->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(requested.size(), 1);
        const QPoint centre = shown.view.viewport()->mapToGlobal(shown.view.markRect(2).center());
        QCOMPARE(chart->childAt(centre.x(), centre.y())->text(QAccessible::Name), u"Box of b"_s);
    }

    void aNewFigureHasNewChildren()
    {
        Shown shown(figureOf({u"a"_s, u"b"_s}));
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&shown.view);
        QCOMPARE(chart->child(1)->text(QAccessible::Name), u"Row of a"_s);
        shown.view.setFigure(figureOf({u"z"_s}));
        QCOMPARE(chart->childCount(), 2);
        QCOMPARE(chart->child(1)->text(QAccessible::Name), u"Row of z"_s);
        QVERIFY(!chart->child(2));
    }

    void aLongFigureScrolls()
    {
        Shown shown(figureOf(manyCohorts(50)));
        shown.view.grab();
        QScrollBar *bar = shown.view.verticalScrollBar();
        const int whole = bar->maximum() + shown.view.viewport()->height();
        QVERIFY(whole >= 50 * rowHeight);
        QVERIFY(whole < 51 * rowHeight);
        QCOMPARE(shown.view.horizontalScrollBar()->maximum(), 0);
        const QRect before = shown.view.markRect(1);
        bar->setValue(100);
        QCOMPARE(shown.view.markRect(1), before.translated(0, -100));
        QTest::keyClick(&shown.view, Qt::Key_End);
        QVERIFY(shown.view.viewport()->rect().contains(shown.view.markRect(99)));
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QVERIFY(shown.view.viewport()->rect().contains(shown.view.markRect(0)));
    }

    void scrollBarsAreSeenWhileThereIsMoreThanFits()
    {
        Shown shown(figureOf({u"a"_s}));
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QTRY_VERIFY(!shown.view.verticalScrollBar()->isVisible());
        shown.view.setFigure(figureOf(manyCohorts(50)));
        QTRY_VERIFY(shown.view.verticalScrollBar()->isVisible());
        shown.view.setFigure(figureOf({u"a"_s}));
        QTRY_VERIFY(!shown.view.verticalScrollBar()->isVisible());
    }

    void aWideFigureScrollsSideways()
    {
        Shown shown(figureOf({u"a"_s}, 900.0));
        shown.view.grab();
        QVERIFY(shown.view.horizontalScrollBar()->maximum() >=
                900 - shown.view.viewport()->width());
    }

    void aSelectionFromOutsideComesIntoViewAndIsNotEchoed()
    {
        Shown shown(figureOf(manyCohorts(50)));
        QSignalSpy selected(&shown.view, &FigureView::cohortSelected);
        shown.view.setSelectedCohort(u"c/40"_s);
        const QImage tinted = shown.view.grab().toImage();
        QVERIFY(shown.view.viewport()->rect().intersects(shown.view.markRect(81)));
        QCOMPARE(selected.size(), 0);
        shown.view.setSelectedCohort({});
        QVERIFY(shown.view.grab().toImage() != tinted);
    }

    void withoutAFigureTheReasonIsShown()
    {
        Shown shown(nullptr, u"No cohort matches this filter"_s);
        QCOMPARE(shown.view.markCount(), 0);
        QCOMPARE(shown.view.summary(), u"No cohort matches this filter"_s);
        const QImage said = shown.view.grab().toImage();
        shown.view.setFigure(nullptr, {});
        QVERIFY(shown.view.grab().toImage() != said);
        QTest::keyClick(&shown.view, Qt::Key_End);
        QCOMPARE(shown.view.currentMark(), -1);
        // a figure that has nothing to draw is none
        shown.view.setFigure(figureOf({}), u"Nothing to draw"_s);
        QCOMPARE(shown.view.summary(), u"Nothing to draw"_s);
    }

    void anOutdatedFigureLooksSoUntilTheNextOneComes()
    {
        Shown shown(figureOf({u"a"_s}));
        const QImage fresh = shown.view.grab().toImage();
        shown.view.setOutdated(true);
        QVERIFY(shown.view.isOutdated());
        QVERIFY(shown.view.grab().toImage() != fresh);
        shown.view.setFigure(figureOf({u"a"_s}));
        QVERIFY(!shown.view.isOutdated());
        QVERIFY(shown.view.grab().toImage() == fresh);
    }

    void theHoverCardSaysWhatTheMarkIs()
    {
        Shown shown(figureOf({u"a<b"_s}));
        const QPoint at = shown.view.markRect(1).center();
        QHelpEvent event(QEvent::ToolTip, at, shown.view.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(shown.view.viewport(), &event);
        QCOMPARE(QToolTip::text(), u"<p>Row of a&lt;b</p>"_s);
    }
};

QTEST_MAIN(TestFigureView)
#include "tst_figureview.moc"
