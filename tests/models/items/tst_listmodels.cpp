// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/integrity/Audit.h"
#include "models/items/CompletenessTableModel.h"
#include "models/items/FindingTableModel.h"
#include "models/items/ReportTableModel.h"
#include "tests/support/LibraryBuilder.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

/// The lists of findings, reports and gaps of the shipped library. What is expected was counted in
/// its documents: see tst_shippedfindings for the findings.
class TestListModels : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;
    std::shared_ptr<const FindingIndex> m_findings;
    int m_park = -1;
    int m_liang = -1;

    static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static QString cohortId(const QAbstractItemModel &model, int row)
    {
        return model.index(row, 0).data(Qt::UserRole).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
        m_findings = std::make_shared<const FindingIndex>(audit(*m_library));
        m_park = m_library->cohortIndex.value(u"park-2023/cohort-1"_s, -1);
        m_liang = m_library->cohortIndex.value(u"liang-2025/all"_s, -1);
        QVERIFY(m_park >= 0 && m_liang >= 0);
    }

    void theGravestFindingsComeFirst()
    {
        FindingTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(m_library, m_findings);
        QCOMPARE(model.rowCount(), 13);
        for (int row = 0; row < 13; ++row) {
            QCOMPARE(text(model, row, FindingTableModel::AtSeverity),
                     row < 5 ? u"! Cannot be as printed"_s : u"* Worth knowing"_s);
        }
    }

    void findingsAreFilteredBySeverityWordsAndCohorts()
    {
        FindingTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(m_library, m_findings);
        model.setFilter({Severity::Note, {}, {}});
        QCOMPARE(model.rowCount(), 8);
        model.setFilter({Severity::Error, {}, {}});
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({{}, u"PARK tisa-cel cannot"_s, {}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.findingAt(0).id, u"grim.impossible:park-2023/cohort-1:product.tisa-cel"_s);
        QCOMPARE(cohortId(model, 0), u"park-2023/cohort-1"_s);
        model.setFilter({{}, {}, std::vector<int>{m_park}});
        QCOMPARE(model.rowCount(), 3);
        model.setFilter({{}, {}, std::vector<int>{m_liang, m_park}}); // in any order
        QCOMPARE(model.rowCount(), 5);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 13);
    }

    void findingsAreSortedAndKeepThePlaceOfTheReader()
    {
        FindingTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(m_library, m_findings);
        const QPersistentModelIndex kept = model.index(0, FindingTableModel::AtText);
        const QString id = model.findingAt(0).id;
        model.sort(FindingTableModel::AtStudy, Qt::AscendingOrder);
        QCOMPARE(text(model, 0, FindingTableModel::AtStudy), u"Gazeau"_s);
        QCOMPARE(text(model, 12, FindingTableModel::AtStudy), u"Shah / Lichtenstein"_s);
        QCOMPARE(model.findingAt(kept.row()).id, id);
        model.sort(FindingTableModel::AtStudy, Qt::DescendingOrder);
        QCOMPARE(text(model, 0, FindingTableModel::AtStudy), u"Shah / Lichtenstein"_s);
        model.sort(FindingTableModel::AtSeverity, Qt::DescendingOrder);
        QCOMPARE(text(model, 12, FindingTableModel::AtSeverity), u"! Cannot be as printed"_s);
        model.sort(-1);
        QCOMPARE(model.findingAt(0).id, id);
        QCOMPARE(kept.row(), 0);
    }

    void anotherLibraryWithoutFindingsEmptiesTheList()
    {
        FindingTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(m_library, m_findings);
        model.setFindings(m_library, nullptr);
        QCOMPARE(model.rowCount(), 0);
        model.sort(FindingTableModel::AtStudy);
    }

    void reportsSayWhatTheyAreAndLeadToTheirStudy()
    {
        ReportTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(m_library);
        QCOMPARE(model.rowCount(), 0);
        const std::vector<int> park{m_park};
        model.setListed(citedReports(*m_library, park), park);
        QCOMPARE(model.rowCount(), 2); // the abstract page, and the row of the review's table
        model.sort(ReportTableModel::AtValues, Qt::DescendingOrder);
        QCOMPARE(text(model, 0, ReportTableModel::AtReport), u"Nat Med 2023 (abstract page)"_s);
        for (int row = 0; row < 2; ++row) {
            QCOMPARE(text(model, row, ReportTableModel::AtStudy), u"Park 2023"_s);
            QCOMPARE(cohortId(model, row), u"park-2023/cohort-1"_s);
        }
        QVERIFY(text(model, 0, ReportTableModel::AtReference).contains(u"Nat Med"_s));
        model.setListed(allReports(*m_library), {});
        QCOMPARE(model.rowCount(), static_cast<int>(m_library->reports.size()));
        QCOMPARE(cohortId(model, 0), QString()); // nothing is listed
    }

    void contributionsAreCountedInWords()
    {
        ReportContribution contribution;
        QCOMPARE(contributionWords(contribution), QString());
        contribution.outcomes = 12;
        contribution.regimens = 1;
        contribution.others = 2;
        QCOMPARE(contributionWords(contribution), u"12 outcomes, 1 regimen, 2 other values"_s);
    }

    void gapsShowSignAndValueOfEveryItem()
    {
        CompletenessTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCohorts(m_library, {m_liang, m_park}, {});
        QCOMPARE(model.rowCount(), 2);
        const auto column = [](const QString &key) {
            const auto items = completenessItems();
            return CompletenessTableModel::AtFirstItem
                + int(std::ranges::find(items, key, &CompletenessItem::key) - items.begin());
        };
        // 74 % of 31 is 23/31 and no other count; no sex is printed; 74 % of 25 is no count at all.
        QCOMPARE(text(model, 1, column(u"crs.any"_s)), u"D  23/31 74.2\u00a0%"_s);
        QCOMPARE(text(model, 1, column(u"n"_s)), u"R  31"_s);
        QCOMPARE(text(model, 1, column(u"sex"_s)), u"–  NR"_s);
        QVERIFY(text(model, 0, column(u"response.orr"_s)).startsWith(u"!\u00a0%  "_s));
        QVERIFY(model.index(1, column(u"crs.any"_s)).data(Qt::ToolTipRole).toString().contains(u"derived"_s));
        // From what is known best to what is not reported.
        model.sort(column(u"response.orr"_s));
        QCOMPARE(cohortId(model, 0), u"park-2023/cohort-1"_s);
        model.sort(column(u"response.orr"_s), Qt::DescendingOrder);
        QCOMPARE(cohortId(model, 0), u"liang-2025/all"_s);
        model.sort(CompletenessTableModel::AtKnown); // the fuller one first
        QCOMPARE(cohortId(model, 0), u"park-2023/cohort-1"_s);
        QCOMPARE(model.sortedCohorts(), (std::vector<int>{m_park, m_liang}));
        model.sort(-1);
        QCOMPARE(cohortId(model, 0), u"liang-2025/all"_s);
    }

    void manyGapsAreSortedOnceTheirStatesAreThere()
    {
        LibraryBuilder make;
        const int count = int(CompletenessTableModel::computedAtOnce) + 1;
        for (int i = 0; i < count; ++i) // every other one says its size
            make.cohort(qPrintable(u"s%1/all"_s.arg(i, 5, 10, QChar(u'0'))), i % 2 == 0 ? -1 : 10);
        const auto library = make.build();
        std::vector<int> cohorts(library->cohorts.size());
        std::iota(cohorts.begin(), cohorts.end(), 0);
        CompletenessTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCohorts(library, cohorts, {});
        QVERIFY(!model.waitsForStates());
        model.sort(CompletenessTableModel::AtCohort, Qt::DescendingOrder); // needs no states
        QVERIFY(!model.waitsForStates());
        QCOMPARE(model.cohortAt(0), count - 1);
        model.sort(CompletenessTableModel::AtFirstItem);
        QVERIFY(model.waitsForStates());
        QCOMPARE(model.cohortAt(0), 0); // as given until then
        model.setStates(reportingStates(*library, cohorts, {}));
        QVERIFY(!model.waitsForStates());
        QCOMPARE(model.cohortAt(0), 1);
        QCOMPARE(model.cohortAt(count - 1), count - 1);
        model.setCohorts(library, cohorts, {}); // other rows need other states
        QVERIFY(model.waitsForStates());
    }
};

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
