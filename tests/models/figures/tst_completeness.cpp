// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/CompletenessWords.h"
#include "models/figures/MissingList.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <numeric>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

std::size_t item(const QString &key)
{
    const auto items = completenessItems();
    const auto it = std::ranges::find(items, key, &CompletenessItem::key);
    return std::size_t(it - items.begin());
}

CompletenessCell cell(const Library &library, int cohort, const QString &key,
                      const RateOptions &options = {})
{
    const Completeness matrix = makeCompleteness(library, std::vector<int>{cohort}, options);
    return matrix.rows.at(0).cells.at(item(key));
}

/// "derived: 23/31 74.2 %", blanks plain.
QString dump(const CompletenessCell &cell)
{
    QString text = codeOf(cell.reporting) + u": "_s + cell.text;
    if (!cell.remark.isEmpty())
        text += u" ("_s + cell.remark + u')';
    return text.replace(QChar::Nbsp, u' ');
}

} // namespace

class TestCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsCell_data()
    {
        QTest::addColumn<int>("cohort");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("expected");
        const auto row = [](int cohort, const QString &key, const QString &expected) {
            QTest::addRow("%d %s", cohort, qPrintable(key)) << cohort << key << expected;
        };
        row(Prophylaxis, u"n"_s, u"reported: 31"_s);
        row(Prophylaxis, u"crs.any"_s, u"derived: 23/31 74.2 %"_s);
        row(Prophylaxis, u"dose"_s, u"reported: 200 mg/day"_s);
        row(Prophylaxis, u"start-day"_s, u"reported: ≤ 2"_s);
        row(Prophylaxis, u"stop"_s, u"not-reported: NR"_s);
        row(Prophylaxis, u"age"_s, u"not-reported: NR"_s);
        row(Prophylaxis, u"resolution"_s,
            u"not-applicable: n/a (anakinra was given before any toxicity)"_s);
        row(Prophylaxis, u"product-shares"_s, u"percent-only: axi-cel 23, brexu-cel 4, tisa-cel 4 %"_s);
        row(Prophylaxis, u"criterion.icans"_s, u"reported: ASTCT"_s);
        row(Prophylaxis, u"criterion.crs"_s, u"not-reported: NR (not stated)"_s);
        row(TrialAll, u"response.orr"_s, u"percent-only: 74 %"_s);
        row(TrialAll, u"icans.any"_s, u"not-reported: NR"_s);
        row(TrialAll, u"criterion.icans"_s, u"not-applicable: n/a (no such outcome is reported)"_s);
        row(TrialAll, u"product-shares"_s, u"not-applicable: n/a (everyone had the same product)"_s);
        row(TrialControl, u"n"_s, u"not-reported: NR"_s);
        row(TrialControl, u"dose"_s, u"not-applicable: n/a (comparator, not given anakinra)"_s);
        row(TrialControl, u"crs.any"_s, u"percent-only: 63 %"_s);
        row(TrialIv, u"icans.ge3"_s, u"reported: 0/NR (denominator not reported)"_s);
        row(TrialIv, u"response.orr"_s,
            u"not-reported: NR (printed only for Beta 2025, All anakinra)"_s);
        row(TrialSc, u"products"_s, u"reported: liso-cel (as for the whole cohort)"_s);
        row(Resolvers, u"resolution"_s,
            u"derived: ICANS resolution 31/42 73.8 %; CRS/ICANS resolution 73 %"_s);
        row(Resolvers, u"crs.any"_s,
            u"not-applicable: n/a (anakinra was given after a toxicity had begun)"_s);
        row(Resolvers, u"icans.any"_s, u"derived: 40/42 95.2 %"_s); // printed all the same
        row(PreEmptive, u"icans.ge3"_s,
            u"derived: 1/7 14.3 % (among patients who already had a toxicity)"_s);
        row(PreEmptive, u"n"_s, u"reported: 8 or 9"_s);
    }

    void everyStateHasItsCell()
    {
        QFETCH(int, cohort);
        QFETCH(QString, key);
        QFETCH(QString, expected);
        QCOMPARE(dump(cell(smallLibrary(), cohort, key)), expected);
    }

    void inferredCountsShowOnlyWhenAskedFor()
    {
        RateOptions options;
        options.showInferred = true;
        QCOMPARE(dump(cell(smallLibrary(), TrialAll, u"response.orr"_s, options)),
                 u"inferred: 14/19 73.7 %"_s);
    }

    void characteristicsAreFoundByTheirCodes()
    {
        Library library = smallLibrary();
        Characteristic age{u"age"_s, u"Age"_s, {}};
        age.figure.value = Continuous{61, 20, 79, u"years"_s, u"median, range"_s};
        age.figure.source = at(u"61 (20–79)"_s);
        Characteristic male{u"sex.male"_s, u"Men"_s, {}};
        male.figure.events = 20;
        male.figure.n = 25;
        male.figure.source = at(u"20"_s);
        library.cohorts[TrialAll].characteristics = {age, male};
        QCOMPARE(dump(cell(library, TrialAll, u"age"_s)),
                 u"reported: 61 (20–79) years, median, range"_s);
        QCOMPARE(dump(cell(library, TrialAll, u"sex"_s)), u"reported: 20/25 80.0 %"_s);
        QCOMPARE(dump(cell(library, TrialSc, u"sex"_s)),
                 u"not-reported: NR (printed only for Beta 2025, All anakinra)"_s);
    }

    void rowsCountWhatIsKnownOfWhatApplies()
    {
        const Completeness matrix =
            makeCompleteness(smallLibrary(), std::vector<int>{Prophylaxis, TrialControl}, {});
        for (const CompletenessRow &row : matrix.rows) {
            int known = 0;
            int applicable = 0;
            for (const CompletenessCell &c : row.cells) {
                known += c.text != u"NR" && c.text != u"n/a" ? 1 : 0;
                applicable += c.text != u"n/a" ? 1 : 0;
            }
            QCOMPARE(row.known, known);
            QCOMPARE(row.applicable, applicable);
            QVERIFY(row.known > 0 && row.known < row.applicable);
        }
    }

    void sortsByOneItemOrByWhatIsKnown()
    {
        const ReportingStates states = reportingStates(
            smallLibrary(), std::vector<int>{PreEmptive, Prophylaxis, TrialAll}, {});
        QCOMPARE(sortedByReporting(states, int(item(u"response.orr"_s))), (std::vector<int>{1, 2, 0}));
        QCOMPARE(sortedByReporting(states, int(item(u"response.orr"_s)), true),
                 (std::vector<int>{0, 2, 1}));
        QCOMPARE(sortedByReporting(states, -1).front(), 1);
        QCOMPARE(sortedByReporting(states, -1).back(), 0);
    }

    void aFindingIsMarkedAtItsNumberAndNotAtTheCriterionBehindIt()
    {
        const Library library = smallLibrary(); // 74 % and 42 % of 25 are no counts
        const Completeness matrix = makeCompleteness(library, std::vector<int>{TrialAll}, {});
        for (std::size_t i = 0; i < completenessItems().size(); ++i) {
            const QString &key = completenessItems()[i].key;
            const bool impossible = key == u"response.orr" || key == u"response.cr";
            QVERIFY2(matrix.rows[0].cells[i].findingMark == (impossible ? u"!"_s : QString()),
                     qPrintable(key));
        }
        QVERIFY(spokenCell(library, matrix.rows[0], item(u"response.orr"_s))
                    .contains(u"Cannot be as printed"_s));
        QCOMPARE(completenessTable(matrix).headers.last(), u"Findings"_s);
        QVERIFY(completenessTable(matrix).rows[0].last().startsWith(u"ORR: Cannot be as printed"_s));
    }

    void statesAreThoseOfTheMatrix()
    {
        const Library library = smallLibrary();
        std::vector<int> all(smallCohortCount);
        std::iota(all.begin(), all.end(), 0);
        const Completeness matrix = makeCompleteness(library, all, {});
        const ReportingStates states = reportingStates(library, all, {});
        QCOMPARE(states.rows(), matrix.rows.size());
        for (std::size_t row = 0; row < states.rows(); ++row) {
            for (std::size_t i = 0; i < completenessItems().size(); ++i)
                QCOMPARE(states.at(row, i), matrix.rows[row].cells[i].reporting);
            QCOMPARE(states.knownShare[row],
                     double(matrix.rows[row].known) / matrix.rows[row].applicable);
        }
    }

    void aStoppedMatrixIsLeftUnfinished()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(makeCompleteness(smallLibrary(), std::vector<int>{Prophylaxis}, {}, stop.get_token())
                     .rows.size(),
                 std::size_t(0));
    }

    void everyKnownFieldLeadsToANumber()
    {
        const Library library = smallLibrary();
        for (int cohort = 0; cohort < smallCohortCount; ++cohort) {
            const CompletenessRow row = completenessRow(library, cohort, {});
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const QString &key = completenessItems()[i].key;
                if (row.cells[i].reporting < Reporting::NotReported)
                    QVERIFY2(!numbersOfItem(library, cohort, key).empty(), qPrintable(key));
            }
        }
    }

    void spokenCellNamesThePlace()
    {
        const Library library = smallLibrary();
        const Completeness matrix = makeCompleteness(library, std::vector<int>{Prophylaxis}, {});
        const QString words = spokenCell(library, matrix.rows[0], item(u"crs.any"_s));
        QVERIFY(words.startsWith(u"Alpha 2023, Cohort 1, CRS any: derived"_s));
        QVERIFY(words.contains(u"Place: Results, sentence 2"_s));
    }

    void authorsAreAskedForWhatIsMissingAndNothingElse()
    {
        const Library library = smallLibrary();
        const MissingList list = missingList(library, 1);
        const QString text = QString(list.text(library)).replace(QChar::Nbsp, u' ');
        QVERIFY(text.startsWith(u"Questions on Beta 2025\n"_s));
        // Missing for everyone: asked of the whole.
        QVERIFY(text.contains(u"All anakinra (n = 25)\n"_s));
        QVERIFY(text.contains(u"- how many of how many patients had ICANS of any grade\n"_s));
        QVERIFY(text.contains(u"(overall response) (printed: “74%”, without a count that can be "
                              "established)\n"_s));
        // Printed for the whole only: asked of the part.
        QVERIFY(text.contains(u"SC arm (n = 15)\n"_s));
        QVERIFY(text.contains(u"complete response or remission (printed for the whole group only)\n"_s));
        // Events without their denominator.
        QVERIFY(text.contains(u"(printed: 0/NR, without the number of patients it refers to)\n"_s));
        // The comparator is asked who it was and for the counts behind its rates, no more.
        const auto control = std::ranges::find(list.groups, int(TrialControl), &MissingGroup::cohort);
        QVERIFY(control != list.groups.end());
        QCOMPARE(control->items.size(), 3);
        QCOMPARE(control->items[0], u"the number of patients in this group"_s);
        // Known: not asked.
        const auto whole = std::ranges::find(list.groups, int(TrialAll), &MissingGroup::cohort);
        QVERIFY(!whole->items.contains(u"the daily dose of anakinra"_s));
        QVERIFY(!whole->items.join(u' ').contains(u"CRS of any grade"_s));
    }

    void theShippedTrialIsAskedForItsStartDayAndCounts()
    {
        const auto library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(library);
        const MissingList list = missingList(*library, library->studyIndex.value(u"liang-2025"_s));
        const QString text = list.text(*library);
        QVERIFY(text.contains(u"the day of the first dose"_s)); // not printed in the news report
        QVERIFY(text.contains(u"“74%”"_s));                      // impossible of 25
        QVERIFY(text.contains(u"by which criteria CRS was graded"_s));
        QVERIFY(!text.contains(u"the daily dose of anakinra"_s)); // printed
    }
};

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
