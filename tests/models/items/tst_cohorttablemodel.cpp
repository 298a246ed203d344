// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/Audit.h"
#include "models/items/CohortTableModel.h"

#include "tests/support/SmallLibrary.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>
#include <random>

using namespace anakinra;
using namespace anakinra::test;

namespace {

std::vector<int> everyCohort(const Library &library)
{
    std::vector<int> cohorts(library.cohorts.size());
    std::iota(cohorts.begin(), cohorts.end(), 0);
    return cohorts;
}

/// One cohort per study with random sizes and rates, a fifth of them not reported.
std::shared_ptr<const Library> randomLibrary(int count)
{
    auto library = std::make_shared<Library>(smallLibrary());
    std::mt19937 random(7);
    const auto upTo = [&random](int limit) {
        return std::uniform_int_distribution<int>(0, limit)(random);
    };
    for (int i = 0; i < count; ++i) {
        const int study = addStudy(*library, u"s%1"_s.arg(i), u"Study %1"_s.arg(upTo(count)));
        const int n = 1 + upTo(59);
        Cohort &c = addCohort(*library, study, u"all"_s, u"Cohort %1"_s.arg(i), n);
        if (upTo(4) > 0)
            c.outcomes.push_back(counted(u"crs.any"_s, upTo(n), n, {}));
    }
    return library;
}

} // namespace

class TestCohortTableModel : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> library = std::make_shared<const Library>(smallLibrary());
    static int column(QStringView key) { return cohortColumnIndex(key); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isEmptyBeforeAFilterListsAnything()
    {
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 18);
        model.setLibrary(library);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOfCohort(0), -1);
        QCOMPARE(model.rowOfCohort(-1), -1);
        QCOMPARE(model.rowOfCohort(1000), -1);
    }

    void listsExactlyTheVisibleCohorts()
    {
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(library);
        model.setVisible({Resolvers, Prophylaxis, TrialControl}, {TrialControl}, {Resolvers});
        QCOMPARE(model.rows(), (std::vector<int>{Prophylaxis, TrialControl, Resolvers}));
        QCOMPARE(model.rowOfCohort(Resolvers), 2);
        QCOMPARE(model.rowOfCohort(TrialSc), -1);
        QCOMPARE(model.cohortAt(1), int(TrialControl));
        QCOMPARE(model.index(0, 0).data(CohortTableModel::CohortIdRole), u"alpha/cohort-1"_s);
        QCOMPARE(model.index(0, column(u"icans.any")).data(), u"6/31 19.4\u00a0%"_s);
        QCOMPARE(model.index(1, 0).data(CohortTableModel::ComparatorRole), true);
        QCOMPARE(model.index(2, 0).data(CohortTableModel::ComparatorRole), false);
        QCOMPARE(model.index(2, 0).data(CohortTableModel::UnjudgedRole), true);
        QCOMPARE(model.index(0, 0).data(CohortTableModel::UnjudgedRole), false);
    }

    void partsAreMarkedOnlyBesideTheirWhole()
    {
        CohortTableModel model;
        model.setLibrary(library);
        model.setVisible({TrialAll, TrialSc});
        QCOMPARE(model.index(1, 0).data(CohortTableModel::PartRole), true);
        QCOMPARE(model.index(0, 0).data(CohortTableModel::PartRole), false);
        model.setVisible({TrialSc});
        QCOMPARE(model.index(0, 0).data(CohortTableModel::PartRole), false);
    }

    void rolesServeTheViewAndTheScreenReader()
    {
        CohortTableModel model;
        model.setLibrary(library);
        model.setVisible({Prophylaxis, TrialControl});
        const QModelIndex crs = model.index(0, column(u"crs.ge3"));
        QVERIFY(crs.data(Qt::ToolTipRole).toString().contains(u"Printed: “6.4%”"_s));
        QCOMPARE(crs.data(CohortTableModel::FlaggedRole), true);
        QVERIFY(qAbs(crs.data(CohortTableModel::SortRole).toDouble() - 200.0 / 31.0) < 1e-12);
        QCOMPARE(crs.data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
                 Qt::AlignRight | Qt::AlignVCenter);
        QCOMPARE(crs.data(Qt::AccessibleTextRole), u"CRS ≥3: 2/31 6.5\u00a0%, with a note"_s);
        QCOMPARE(model.index(1, column(u"n")).data(Qt::AccessibleTextRole), u"n: not reported"_s);
        QCOMPARE(model.index(1, column(u"dose")).data(Qt::AccessibleTextRole),
                 u"Dose per day: not applicable"_s);
        QVERIFY(!model.index(1, column(u"n")).data(CohortTableModel::SortRole).isValid());
        QCOMPARE(model.headerData(column(u"n"), Qt::Horizontal), u"n"_s);
        QVERIFY(!model.headerData(column(u"n"), Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(!model.headerData(99, Qt::Horizontal).isValid());
    }

    void aNewFilterIsOneReset()
    {
        CohortTableModel model;
        model.setLibrary(library);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setVisible({Prophylaxis});
        QCOMPARE(resets.count(), 1);
        model.setVisible({Prophylaxis});
        QCOMPARE(resets.count(), 1); // nothing changed
        model.setVisible({Prophylaxis}, {}, {Prophylaxis});
        QCOMPARE(resets.count(), 2); // now unjudged
        model.setVisible({});
        QCOMPARE(resets.count(), 3);
        QCOMPARE(model.rowCount(), 0);
    }

    void marksOfCohortsThatAreNotListedAreIgnored()
    {
        CohortTableModel model;
        model.setLibrary(library);
        model.setVisible({Prophylaxis}, {TrialControl}, {Resolvers});
        QCOMPARE(model.rows(), (std::vector<int>{Prophylaxis}));
    }

    void sortingKeepsPersistentIndexes()
    {
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(library);
        model.setVisible(everyCohort(*library));
        const QPersistentModelIndex selected(model.index(model.rowOfCohort(TrialIv), 3));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
        model.sort(column(u"crs.any"), Qt::DescendingOrder);
        QCOMPARE(layouts.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.rows(), (std::vector<int>{TrialIv, Prophylaxis, TrialAll, TrialControl,
                                                 TrialSc, Resolvers, PreEmptive}));
        QCOMPARE(selected.row(), 0);
        QCOMPARE(selected.column(), 3);
        QCOMPARE(selected.data(CohortTableModel::CohortIdRole), u"beta/iv"_s);
        model.sort(-1);
        QCOMPARE(model.rows(), everyCohort(*library));
        QCOMPARE(selected.row(), int(TrialIv));
    }

    void sortingIsStable()
    {
        CohortTableModel model;
        model.setLibrary(library);
        model.setVisible(everyCohort(*library));
        model.sort(column(u"n"), Qt::DescendingOrder);
        QCOMPARE(model.rows(), (std::vector<int>{Resolvers, Prophylaxis, TrialAll, TrialSc, TrialIv,
                                                 PreEmptive, TrialControl}));
        // Within one timing the order by n stays.
        model.sort(column(u"timing"), Qt::AscendingOrder);
        QCOMPARE(model.rows(), (std::vector<int>{Prophylaxis, TrialAll, TrialSc, TrialIv, PreEmptive,
                                                 Resolvers, TrialControl}));
    }

    void filteringKeepsTheSortOrder()
    {
        CohortTableModel model;
        model.setLibrary(library);
        model.setVisible({Prophylaxis, TrialSc});
        model.sort(column(u"crs.any"), Qt::AscendingOrder);
        QCOMPARE(model.rows(), (std::vector<int>{TrialSc, Prophylaxis}));
        model.setVisible(everyCohort(*library));
        QCOMPARE(model.rows(), (std::vector<int>{TrialSc, TrialControl, TrialAll, Prophylaxis,
                                                 TrialIv, Resolvers, PreEmptive}));
    }

    void anotherLibraryKeepsTheSortColumn()
    {
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(library);
        model.setVisible(everyCohort(*library));
        model.sort(column(u"n"), Qt::DescendingOrder);
        auto changed = std::make_shared<Library>(*library);
        changed->cohorts[PreEmptive].n.value = 500;
        model.setLibrary(changed);
        QCOMPARE(model.rowCount(), 0);
        model.setVisible(everyCohort(*changed));
        QCOMPARE(model.cohortAt(0), int(PreEmptive));
    }

    void valuesWithFindingsAreMarkedWhenTheAuditIsDone()
    {
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(library);
        model.setVisible(everyCohort(*library));
        // 74 % of 25 cannot be; 2/31 is printed as 6.4 %.
        const QModelIndex orr = model.index(model.rowOfCohort(TrialAll), column(u"response.orr"));
        const QModelIndex crs = model.index(model.rowOfCohort(Prophylaxis), column(u"crs.ge3"));
        const QModelIndex n = model.index(model.rowOfCohort(TrialAll), column(u"n"));
        QCOMPARE(orr.data(CohortTableModel::FindingRole), QVariant(QString()));
        const QString text = orr.data().toString();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setFindings(std::make_shared<const FindingIndex>(audit(*library)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(orr.data(CohortTableModel::FindingRole), QVariant(u"!"_s));
        QCOMPARE(crs.data(CohortTableModel::FindingRole), QVariant(u"*"_s));
        QVERIFY(orr.data(Qt::ToolTipRole).toString().startsWith(
            u"Cannot be as printed: 74\u00a0% cannot be a share of all 25 patients"));
        QVERIFY(crs.data(Qt::AccessibleTextRole).toString().contains(u"Worth knowing: 6.4\u00a0% is cut off"));
        QCOMPARE(n.data(CohortTableModel::FindingRole), QVariant(QString()));
        QCOMPARE(orr.data().toString(), text); // what is copied and exported stays as it is
        model.setLibrary(library);
        model.setVisible(everyCohort(*library));
        QCOMPARE(model.index(model.rowOfCohort(TrialAll), column(u"response.orr"))
                     .data(CohortTableModel::FindingRole),
                 QVariant(QString()));
    }

    void inferredCountsReorderAndAnnounceTheRates()
    {
        auto changed = std::make_shared<Library>(*library);
        // Shown: 1/19 = 5.3 %; hidden: the printed 74 %.
        changed->cohorts[TrialAll].outcomes[1].figure.inferred->events = 1;
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(changed);
        model.setVisible({Prophylaxis, TrialAll});
        model.sort(column(u"response.orr"), Qt::DescendingOrder);
        QCOMPARE(model.rows(), (std::vector<int>{Prophylaxis, TrialAll}));
        model.sort(column(u"response.orr"), Qt::AscendingOrder);
        QCOMPARE(model.rows(), (std::vector<int>{TrialAll, Prophylaxis}));
        model.sort(column(u"response.orr"), Qt::DescendingOrder);
        changed->cohorts[Prophylaxis].outcomes[4].figure.events = 1; // 3.2 %, cached as 77.4
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        RateOptions shown;
        shown.showInferred = true;
        model.setOptions(shown);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(model.rows(), (std::vector<int>{TrialAll, Prophylaxis}));
        QCOMPARE(model.index(0, column(u"response.orr")).data(), u"1/19 5.3\u00a0%"_s);
        model.setOptions(shown);
        QCOMPARE(changes.count(), 1);
    }

    void anotherIntervalMethodChangesTheToolTips()
    {
        CohortTableModel model;
        model.setLibrary(library);
        model.setVisible({Prophylaxis});
        const QModelIndex rate = model.index(0, column(u"icans.any"));
        QVERIFY(rate.data(Qt::ToolTipRole).toString().contains(u"9.2 to 36.3 (Wilson score)"_s));
        RateOptions exact;
        exact.method = statistics::IntervalMethod::ClopperPearson;
        model.setOptions(exact);
        QVERIFY(rate.data(Qt::ToolTipRole).toString().contains(u"7.5 to 37.5 (Clopper–Pearson"_s));
    }

    void everyColumnSortsWithTheMissingLast()
    {
        CohortTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(randomLibrary(300));
        std::vector<int> all(307);
        std::iota(all.begin(), all.end(), 0);
        model.setVisible(all);
        for (int c = 0; c < model.columnCount(); ++c) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                model.sort(c, order);
                bool missing = false;
                QVariant previous;
                for (int row = 0; row < model.rowCount(); ++row) {
                    const QVariant key = model.index(row, c).data(CohortTableModel::SortRole);
                    QVERIFY(!(missing && key.isValid()));
                    missing = !key.isValid();
                    if (!missing && previous.isValid()) {
                        const auto difference = QVariant::compare(previous, key);
                        QVERIFY(difference == QPartialOrdering::Equivalent
                                || difference == (order == Qt::AscendingOrder
                                                      ? QPartialOrdering::Less
                                                      : QPartialOrdering::Greater));
                    }
                    previous = key;
                    QCOMPARE(model.rowOfCohort(model.cohortAt(row)), row);
                }
            }
        }
    }

    void holdsAHundredThousandCohorts()
    {
        const auto large = randomLibrary(100'000);
        CohortTableModel model;
        model.setLibrary(large);
        std::vector<int> half;
        for (int i = 0; i < int(large->cohorts.size()); i += 2)
            half.push_back(i);
        model.setVisible(half);
        QCOMPARE(model.rowCount(), int(half.size()));
        model.sort(column(u"crs.any"), Qt::DescendingOrder);
        model.setVisible(everyCohort(*large));
        QCOMPARE(model.rowCount(), int(large->cohorts.size()));
        QVERIFY(!model.index(model.rowCount() - 1, column(u"crs.any"))
                     .data(CohortTableModel::SortRole).isValid());
    }
};

QTEST_GUILESS_MAIN(TestCohortTableModel)
#include "tst_cohorttablemodel.moc"
