// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/Pages.h"
#include "models/evidence/LibraryReader.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/MarkedView.h"
#include "views/export/FigureExporter.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

/// All charts of the window on one library, as they are behind its tabs.
struct Charts
{
    LibrarySession session;
    PageStack stack{figurePages(), session, nullptr};
    QAbstractScrollArea *area = nullptr; ///< of the chart in front
    MarkedView *view = nullptr;          ///< the same

    explicit Charts(std::shared_ptr<const Library> library)
    {
        session.setLibrary(std::move(library));
        stack.resize(1100, 600);
        stack.refresh();
        stack.show();
    }

    [[nodiscard]] FigurePage *page() const
    {
        return qobject_cast<FigurePage *>(stack.currentPage());
    }

    /// Waits for what is computed aside.
    void show(const QString &code)
    {
        stack.setCurrent(code);
        for (auto *candidate : page()->findChildren<QAbstractScrollArea *>()) {
            if (auto *marked = dynamic_cast<MarkedView *>(candidate)) {
                area = candidate;
                view = marked;
            }
        }
        QVERIFY(view);
        area->setFocus();
    }
};

QStringList codes()
{
    QStringList all;
    for (const PageSpec &spec : figurePages())
        all << spec.code;
    return all;
}

std::shared_ptr<const Library> shipped()
{
    return readLibrary(u":/evidence/anakinra-car-t.json"_s).library;
}

/// Reads again what an edit made of the invented evidence.
std::shared_ptr<const Library> synthetic(int cohorts, const std::function<void(Library &)> &edit = {})
{
    const auto read =
        readLibrary(anakinra::test::syntheticLibrary(cohorts), u"synthetic.json"_s).library;
    if (!edit || !read)
        return read;
    auto edited = std::make_shared<Library>(*read);
    edit(*edited);
    return edited;
}

} // namespace

/// What every chart of the window owes its readers, whichever kind it is.
class TestEveryChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void marksAreWalkedThroughByKeysAndSpoken_data() { everyChart(); }
    void marksAreWalkedThroughByKeysAndSpoken()
    {
        QFETCH(QString, code);
        Charts charts(shipped());
        charts.show(code);
        QTRY_VERIFY(charts.view->markCount() > 0);
        QTest::keyClick(charts.area, Qt::Key_Home);
        QStringList heard{charts.view->spokenMark(charts.view->currentMark())};
        for (int i = 1; i < charts.view->markCount(); ++i) {
            const int before = charts.view->currentMark();
            QTest::keyClick(charts.area, Qt::Key_Down);
            if (charts.view->currentMark() == before)
                QTest::keyClick(charts.area, Qt::Key_Right);
            heard << charts.view->spokenMark(charts.view->currentMark());
        }
        for (const QString &words : std::as_const(heard))
            QVERIFY(!words.trimmed().isEmpty());
        if (charts.view->markCount() > 1) // all people out of 100 are one mark
            QVERIFY2(QSet<QString>(heard.cbegin(), heard.cend()).size() > 1, qPrintable(heard.first()));
    }

    void screenReadersFindTheChartAndItsMarks_data() { everyChart(); }
    void screenReadersFindTheChartAndItsMarks()
    {
        QFETCH(QString, code);
        Charts charts(shipped());
        charts.show(code);
        QTRY_VERIFY(charts.view->markCount() > 0);
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(charts.area);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QVERIFY(!chart->text(QAccessible::Name).isEmpty());
        QVERIFY(!chart->text(QAccessible::Description).isEmpty());
        QVERIFY(chart->childCount() > 0);
        QStringList spoken;
        for (int i = 0; i < charts.view->markCount(); ++i)
            spoken << charts.view->spokenMark(i);
        for (int i = 0; i < chart->childCount(); ++i)
            QVERIFY(spoken.contains(chart->child(i)->text(QAccessible::Name)));
    }

    void aClickSelectsOrAsksAndADoubleClickOpensTheDetails_data() { everyChart(); }
    void aClickSelectsOrAsksAndADoubleClickOpensTheDetails()
    {
        QFETCH(QString, code);
        if (code == u"map" || code == u"gaps")
            QSKIP("fields of this chart are of many cohorts: a click filters or leads to the number");
        Charts charts(shipped());
        charts.show(code);
        QTRY_VERIFY(charts.view->markCount() > 0);
        QSignalSpy selected(&charts.stack, &PageStack::cohortSelected);
        QSignalSpy activated(&charts.stack, &PageStack::cohortActivated);
        for (int i = 0; i < charts.view->markCount() && selected.isEmpty(); ++i) {
            const QRect rect = charts.view->markRect(i);
            if (!charts.area->viewport()->rect().contains(rect.center()))
                continue;
            QTest::mouseClick(charts.area->viewport(), Qt::LeftButton, {}, rect.center());
            if (!selected.isEmpty())
                QTest::mouseDClick(charts.area->viewport(), Qt::LeftButton, {}, rect.center());
        }
        QVERIFY(!selected.isEmpty());
        QVERIFY(!activated.isEmpty());
        QCOMPARE(activated.first(), selected.first());
    }

    void theNumbersCanBeCopiedAsATable_data() { everyChart(); }
    void theNumbersCanBeCopiedAsATable()
    {
        QFETCH(QString, code);
        Charts charts(shipped());
        charts.show(code);
        QTRY_VERIFY(charts.view->markCount() > 0);
        const FigureTable table = charts.page()->table();
        QVERIFY(!table.rows.empty());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.headers.size());
    }

    void edgeLibrariesAreDrawnOrTheReasonIsSaid_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("library");
        for (const QString &code : codes()) {
            for (const QString &library :
                 {u"one cohort"_s, u"no dose"_s, u"60 cohorts"_s, u"long names"_s})
                QTest::newRow(qPrintable(code + u", "_s + library)) << code << library;
        }
    }

    void edgeLibrariesAreDrawnOrTheReasonIsSaid()
    {
        QFETCH(QString, code);
        QFETCH(QString, library);
        const auto evidence = [&] {
            if (library == u"one cohort")
                return synthetic(1);
            if (library == u"60 cohorts")
                return synthetic(60);
            return synthetic(12, [&](Library &of) {
                for (Cohort &cohort : of.cohorts) {
                    if (library == u"no dose")
                        cohort.regimens.clear();
                    else
                        cohort.label = QString(u"Sehr-lange-Bezeichnung-ohne-Leerzeichen "_s).repeated(6);
                }
            });
        }();
        QVERIFY(evidence);
        Charts charts(evidence);
        charts.show(code);
        // a reason, or at least one mark
        QTRY_VERIFY(!charts.view->summary().isEmpty());
        const ExportableFigure figure = charts.page()->figure();
        const FigureRecipe recipe = figure.recipe(figure.choices);
        if (recipe.empty)
            return;
        QVERIFY(!charts.page()->table().rows.empty());
        const auto svg = renderFigure(recipe, {}, FigureFormat::Svg);
        if (!svg) // never cut off: refused with the size that would do
            QVERIFY2(svg.problem().message.contains(u"would do"), qPrintable(svg.problem().message));
    }

    void aChartOfMoreCohortsThanAWindowCanDrawSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"forest", "dose", "timing", "benefit-harm", "people"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }

    void aChartOfMoreCohortsThanAWindowCanDrawSaysWhatToDo()
    {
        QFETCH(QString, code);
        static const auto evidence = synthetic(12'000);
        QVERIFY(evidence);
        Charts charts(evidence);
        charts.show(code);
        QTRY_VERIFY(charts.view->summary().contains(u"narrow the filter"));
        const ExportableFigure figure = charts.page()->figure();
        QVERIFY(figure.recipe(figure.choices).empty);
        charts.session.edit([](FilterCriteria &c) { c.setValues(Facet::Study, {u"study-000007"_s}); });
        charts.stack.refresh();
        QTRY_VERIFY(!charts.view->summary().contains(u"narrow the filter"));
    }

private:
    static void everyChart()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : codes())
            QTest::newRow(qPrintable(code)) << code;
    }
};

QTEST_MAIN(TestEveryChart)
#include "tst_everychart.moc"
