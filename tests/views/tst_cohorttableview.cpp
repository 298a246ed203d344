// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/items/CohortTableModel.h"
#include "models/items/TableText.h"
#include "views/table/CohortTableView.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestCohortTableView : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;

    struct Bench
    {
        CohortTableModel model;
        QAbstractItemModelTester tester{&model};
        CohortTableView view;

        explicit Bench(const std::shared_ptr<const Library> &library)
        {
            view.setCohortModel(&model);
            model.setLibrary(library);
            std::vector<int> all(library->cohorts.size());
            std::iota(all.begin(), all.end(), 0);
            model.setVisible(all);
            view.resize(900, 400);
            view.show();
        }
        QRect cell(const Library &library, const QString &cohort, int column)
        {
            const int row = model.rowOfCohort(library.cohortIndex.value(cohort, -1));
            view.scrollTo(model.index(row, column));
            return view.visualRect(model.index(row, column));
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        const LoadReport report = readLibrary(QStringLiteral(SHIPPED_LIBRARY));
        QVERIFY(report.isUsable());
        m_library = report.library;
    }

    void aClickTellsTheCohort()
    {
        Bench bench(m_library);
        QSignalSpy selected(&bench.view, &CohortTableView::cohortSelected);
        const QRect cell = bench.cell(*m_library, u"liang-2025/sc"_s, 0);
        QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.at(0).at(0).toString(), u"liang-2025/sc"_s);
    }

    void aSelectionFromElsewhereIsShownAndNotTold()
    {
        Bench bench(m_library);
        QSignalSpy selected(&bench.view, &CohortTableView::cohortSelected);
        bench.view.selectCohort(u"park-2023/cohort-1"_s);
        QCOMPARE(selected.count(), 0);
        const QModelIndexList rows = bench.view.selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.front().data(CohortTableModel::CohortIdRole).toString(),
                 u"park-2023/cohort-1"_s);
    }

    void theSelectionSurvivesFilteringAndSorting()
    {
        Bench bench(m_library);
        const int park = m_library->cohortIndex.value(u"park-2023/cohort-1"_s);
        bench.view.selectCohort(u"park-2023/cohort-1"_s);
        bench.view.sortByColumn(cohortColumnIndex(u"n"), Qt::DescendingOrder);
        QCOMPARE(bench.view.currentIndex().row(), bench.model.rowOfCohort(park));
        bench.model.setVisible({0, 1});
        QVERIFY(!bench.view.selectionModel()->hasSelection());
        bench.model.setVisible({0, park});
        QCOMPARE(bench.view.currentIndex().row(), bench.model.rowOfCohort(park));
        QVERIFY(bench.view.selectionModel()->isRowSelected(bench.model.rowOfCohort(park)));
    }

    void copyHasHeadersAndTheSelectedRowsInShownOrder()
    {
        Bench bench(m_library);
        bench.view.selectCohort(u"liang-2025/sc"_s);
        bench.view.setFocus();
        QTest::keySequence(&bench.view, QKeySequence::Copy);
        const QStringList lines
            = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        const QStringList headers = lines.at(0).split(u'\t');
        const QStringList cells = lines.at(1).split(u'\t');
        QCOMPARE(headers.size(), cells.size());
        QCOMPARE(headers.at(0), u"Study"_s);
        QCOMPARE(cells.at(headers.indexOf(u"n"_s)), u"15"_s);
        QVERIFY(cells.at(headers.indexOf(u"CRS any"_s)).startsWith(u"8/15"_s));
        bench.view.selectionModel()->clear();
        QCOMPARE(bench.view.selectionAsText().count(u'\n'),
                 static_cast<qsizetype>(m_library->cohorts.size() + 1));
    }

    void rowsAreCopiedWithHeadersAndAwkwardFieldsAreQuoted()
    {
        QStandardItemModel model(2, 3);
        model.setHorizontalHeaderLabels({u"A"_s, u"B"_s, u"C"_s});
        const QStringList texts{u"a\tb"_s, u"say \"no\""_s, u"two\nlines"_s, u"plain"_s, u"comma, only"_s, {}};
        for (int i = 0; i < 6; ++i)
            model.setItem(i / 3, i % 3, new QStandardItem(texts[i]));
        const std::array rows{0, 1};
        const std::array columns{2, 0};
        QCOMPARE(tableText(model, rows, columns), u"C\tA\n\"two\nlines\"\t\"a\tb\"\n\tplain\n"_s);
        const std::array second{1};
        QCOMPARE(tableText(model, rows, second, u',', false), u"\"say \"\"no\"\"\"\n\"comma, only\"\n"_s);
    }

    void hiddenColumnsAreNotCopied()
    {
        Bench bench(m_library);
        bench.view.setColumnHidden(cohortColumnIndex(u"design"), true);
        QVERIFY(!bench.view.selectionAsText().section(u'\n', 0, 0).contains(u"Design"_s));
    }

    void aLayoutComesBackByColumnKey()
    {
        Bench first(m_library);
        QHeaderView *header = first.view.horizontalHeader();
        const int orr = cohortColumnIndex(u"response.orr");
        const int role = cohortColumnIndex(u"role");
        header->moveSection(header->visualIndex(orr), 0);
        header->resizeSection(orr, 171);
        first.view.setColumnHidden(role, true);
        first.view.sortByColumn(orr, Qt::DescendingOrder);
        const QByteArray layout = first.view.saveLayout();

        Bench second(m_library);
        QVERIFY(second.view.restoreLayout(layout));
        QCOMPARE(second.view.horizontalHeader()->visualIndex(orr), 0);
        QCOMPARE(second.view.columnWidth(orr), 171);
        QVERIFY(second.view.isColumnHidden(role));
        QCOMPARE(second.model.sortColumn(), orr);
        QCOMPARE(second.model.sortOrder(), Qt::DescendingOrder);
    }

    void aBrokenLayoutLeavesTheTableUsable()
    {
        Bench bench(m_library);
        QVERIFY(!bench.view.restoreLayout("not json"));
        QVERIFY(!bench.view.restoreLayout("{\"columns\": 7}"));
        bench.view.restoreLayout("{\"columns\":[{\"key\":\"nonsense\"},{\"key\":3},"
                                 "{\"key\":\"n\",\"width\":-9},{\"key\":\"n\",\"width\":1e9}]}");
        QCOMPARE(bench.view.shownColumns().size(), cohortColumns().size());
        QByteArray allHidden("{\"columns\":[");
        for (const CohortColumn &column : cohortColumns())
            allHidden += "{\"hidden\":true,\"key\":\"" + column.key.toUtf8() + "\"},";
        allHidden.chop(1);
        bench.view.restoreLayout(allHidden + "]}");
        QCOMPARE(bench.view.shownColumns().size(), cohortColumns().size());
    }

    void theColumnMenuHidesAndShows()
    {
        Bench bench(m_library);
        QMenu menu;
        bench.view.fillColumnMenu(&menu);
        QAction *study = nullptr;
        for (QAction *action : menu.actions())
            study = action->text() == u"Study"_s ? action : study;
        QVERIFY(study && study->isChecked());
        study->trigger();
        QVERIFY(bench.view.isColumnHidden(cohortColumnIndex(u"study")));
    }
};

QTEST_MAIN(TestCohortTableView)
#include "tst_cohorttableview.moc"
