// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortColumns.h"
#include "models/output/CohortCsv.h"
#include "models/output/ListText.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

namespace {

CohortTable tableOf(const Library &library, const std::vector<int> &cohorts,
                    const FilterResult &result = {}, const RateOptions &options = {})
{
    FigureContext context;
    context.filterWords = u"Anakinra cohorts; route SC"_s;
    context.libraryLine = u"Small library 1.2.3"_s;
    context.counts = u"1 of 4 studies"_s;
    return makeCohortTable(library, result, cohorts, allCohortColumns(), options, context);
}

std::size_t columnOf(const CohortTable &table, const QString &key)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key)
            return i;
    }
    qFatal("no column %s", qPrintable(key));
}

TableCell cell(const CohortTable &table, const QString &key, std::size_t row = 0)
{
    return table.rows[row][columnOf(table, key)];
}

CohortTable oneCell(const QString &text)
{
    return {{{u"key"_s, u"Title"_s, u"meaning"_s}}, {{TableCell(text)}}, {}};
}

QByteArray lastLine(const QByteArray &csv)
{
    return csv.trimmed().split('\n').last();
}

const TableCell empty;

} // namespace

class TestCohortCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rateHasNumbersAndItsSource();
    void findingsStandBesideTheirNumber();
    void missingIsEmptyForMachinesAndNrForPeople();
    void inferredCountsSayTheirStatus();
    void rowsKeepTheGivenOrderAndSayWhyTheyAreListed();
    void severalStartingDosesAreNotMadeOne();
    void columnsKeepTheGivenOrder();
    void headerStatesFilterLibraryMethodAndMeanings();
    void specialCharactersAreQuoted();
    void formulasAreDefused();
    void numbersAreNotTouchedByTheFormulaGuard();
    void linesEndAsRfc4180Says();
    void byteOrderMarkOnRequest();
    void listTextAlignsAndNamesTheUnjudged();
    void narrowListTextCutsNothing();
};

void TestCohortCsv::rateHasNumbersAndItsSource()
{
    const Library library = smallLibrary();
    const CohortTable table = tableOf(library, {TrialSc});
    QCOMPARE(cell(table, u"crs.any.events"_s), TableCell(8.0));
    QCOMPARE(cell(table, u"crs.any.n"_s), TableCell(15.0));
    QCOMPARE(cell(table, u"crs.any.percent"_s), TableCell(100.0 * 8 / 15));
    QVERIFY(std::abs(std::get<double>(cell(table, u"crs.any.ci.low"_s)) - 30.116980025498396) <
            1e-9);
    QVERIFY(std::abs(std::get<double>(cell(table, u"crs.any.ci.high"_s)) - 75.19046463426261) <
            1e-9);
    QCOMPARE(cell(table, u"crs.any.ci.method"_s), TableCell(u"wilson 95"_s));
    QCOMPARE(cell(table, u"crs.any.status"_s), TableCell(u"derived"_s));
    QCOMPARE(cell(table, u"crs.any.printed"_s), TableCell(u"53%"_s));
    QCOMPARE(cell(table, u"crs.any.report"_s), TableCell(u"r1"_s));
    QCOMPARE(cell(table, u"crs.any.locator"_s), TableCell(u"Results, sentence 2"_s));
    QCOMPARE(cell(table, u"parent.id"_s), TableCell(u"beta/all"_s));
    QCOMPARE(cell(table, u"n"_s), TableCell(15.0));
}

void TestCohortCsv::findingsStandBesideTheirNumber()
{
    Library library = smallLibrary();
    const CohortTable table = tableOf(library, {TrialAll, Prophylaxis});
    const QString id = u"grim.impossible:beta/all:response.orr"_s;
    const QString orr = std::get<QString>(cell(table, u"response.orr.findings"_s));
    QVERIFY(orr.startsWith(u"Cannot be as printed: "_s));
    QVERIFY(orr.contains(u'[' + id + u']'));
    QVERIFY(std::get<QString>(cell(table, u"findings"_s)).split(u' ').contains(id));
    QCOMPARE(cell(table, u"crs.any.findings"_s, 1), empty);
    // Of other values only where their sources are asked for.
    const auto column = [](const CohortTable &of, const QString &key) {
        return std::ranges::find(of.columns, key, &TableColumn::key) != of.columns.end();
    };
    QVERIFY(!column(table, u"n.findings"_s));
    library.cohorts[TrialAll].n.source.locator.clear();
    const CohortTable full = makeCohortTable(library, {}, std::vector<int>{TrialAll}, allCohortColumns(),
                                             {}, {}, TableSources::All);
    QVERIFY(std::get<QString>(cell(full, u"n.findings"_s)).contains(u"locator.missing"_s));
}

void TestCohortCsv::missingIsEmptyForMachinesAndNrForPeople()
{
    const Library library = smallLibrary();
    const CohortTable table = tableOf(library, {TrialSc, TrialControl, PreEmptive});
    QCOMPARE(cell(table, u"icans.any"_s), TableCell(u"NR"_s));
    for (const QString &key : {u"icans.any.events"_s, u"icans.any.n"_s, u"icans.any.percent"_s,
                               u"icans.any.ci.low"_s, u"icans.any.ci.method"_s, u"start-day.min"_s})
        QVERIFY2(cell(table, key) == empty, qPrintable(key));
    QCOMPARE(cell(table, u"icans.any.status"_s), TableCell(u"not-reported"_s));
    QCOMPARE(cell(table, u"timing"_s, 1), TableCell(u"n/a"_s));
    QCOMPARE(cell(table, u"n.value"_s, 1), empty);
    QCOMPARE(cell(table, u"crs.any.percent"_s, 1), TableCell(63.0));
    QCOMPARE(cell(table, u"crs.any.events"_s, 1), empty);
    QCOMPARE(cell(table, u"n.max"_s, 2), TableCell(9.0));
    // An incidence among people who already had the toxicity is none.
    QCOMPARE(cell(table, u"icans.ge3.events"_s, 2), empty);
}

void TestCohortCsv::inferredCountsSayTheirStatus()
{
    RateOptions options;
    options.showInferred = true;
    const Library library = smallLibrary();
    const CohortTable table = tableOf(library, {TrialAll}, {}, options);
    QCOMPARE(cell(table, u"response.orr.events"_s), TableCell(14.0));
    QCOMPARE(cell(table, u"response.orr.status"_s), TableCell(u"inferred"_s));
    QCOMPARE(cell(tableOf(library, {TrialAll}), u"response.orr.events"_s), empty);
}

void TestCohortCsv::rowsKeepTheGivenOrderAndSayWhyTheyAreListed()
{
    FilterResult result;
    result.cohorts = {Prophylaxis, TrialControl, PreEmptive};
    result.comparators = {TrialControl};
    result.unjudged = {{PreEmptive, {u"route not reported"_s}}};
    const Library library = smallLibrary();
    const CohortTable table = tableOf(library, {PreEmptive, Prophylaxis, TrialControl}, result);
    QCOMPARE(table.rows.size(), 3);
    QCOMPARE(cell(table, u"id"_s, 0), TableCell(u"delta/delta"_s));
    QCOMPARE(cell(table, u"listed.as"_s, 0), TableCell(u"unjudged"_s));
    QCOMPARE(cell(table, u"listed.as"_s, 1), TableCell(u"match"_s));
    QCOMPARE(cell(table, u"listed.as"_s, 2), TableCell(u"comparator"_s));
}

void TestCohortCsv::severalStartingDosesAreNotMadeOne()
{
    const Library library = smallLibrary();
    const CohortTable table = tableOf(library, {Resolvers, TrialIv});
    QCOMPARE(cell(table, u"dose.min"_s, 0), empty);
    QCOMPARE(cell(table, u"dose.unit"_s, 0), empty);
    QCOMPARE(cell(table, u"dose.min"_s, 1), TableCell(200.0)); // not the step-up's 8 mg/kg/day
    QCOMPARE(cell(table, u"dose.unit"_s, 1), TableCell(u"mg/day"_s));
}

void TestCohortCsv::columnsKeepTheGivenOrder()
{
    const Library library = smallLibrary();
    const std::vector<int> columns{cohortColumnIndex(u"crs.any"), cohortColumnIndex(u"study")};
    const CohortTable table =
        makeCohortTable(library, {}, std::vector<int>{TrialSc}, columns, {}, {});
    QCOMPARE(table.columns[0].key, u"crs.any"_s);
    QCOMPARE(table.columns[1].key, u"study"_s);
    for (const TableColumn &column : table.columns)
        QVERIFY2(!column.key.startsWith(u"icans"), qPrintable(column.key));
}

void TestCohortCsv::headerStatesFilterLibraryMethodAndMeanings()
{
    const Library library = smallLibrary();
    const QByteArray csv = cohortCsv(tableOf(library, {TrialSc}));
    QVERIFY(csv.startsWith("# Filter: Anakinra cohorts; route SC\r\n"));
    QVERIFY(csv.contains("# Library: Small library 1.2.3\r\n"));
    QVERIFY(csv.contains("Wilson"));
    QVERIFY(csv.contains(
        "# Columns crs.any.events, crs.ge3.events, icans.any.events, icans.ge3.events, "
        "response.orr.events, response.cr.events: participants with the event"));
    QCOMPARE(csv.count("participants with the event"), 1);
    QVERIFY(csv.contains("# Column dose.unit: "));
    QVERIFY(csv.contains("\r\nstudy,cohort,role,"));
}

void TestCohortCsv::specialCharactersAreQuoted()
{
    QCOMPARE(lastLine(cohortCsv(oneCell(u"a, b"_s))), QByteArray("\"a, b\""));
    QCOMPARE(lastLine(cohortCsv(oneCell(u"say \"x\""_s))), QByteArray("\"say \"\"x\"\"\""));
    QCOMPARE(lastLine(cohortCsv(oneCell(u"no #1"_s))), QByteArray("\"no #1\""));
    QVERIFY(cohortCsv(oneCell(u"two\nlines"_s)).endsWith("\"two\nlines\"\r\n"));
    QCOMPARE(lastLine(cohortCsv(oneCell(u"≥3 – ä"_s))), u"≥3 – ä"_s.toUtf8());
}

void TestCohortCsv::formulasAreDefused()
{
    for (const char16_t start : {u'=', u'+', u'-', u'@'}) {
        const QString text = QString(QChar(start)) + u"SUM(A1)"_s;
        QCOMPARE(lastLine(cohortCsv(oneCell(text))), QByteArray("'") + text.toUtf8());
    }
    QCOMPARE(lastLine(cohortCsv(oneCell(u"=1,2"_s))), QByteArray("\"'=1,2\""));
}

void TestCohortCsv::numbersAreNotTouchedByTheFormulaGuard()
{
    CohortTable table = oneCell({});
    table.rows = {{TableCell(-1.0)}};
    QCOMPARE(lastLine(cohortCsv(table)), QByteArray("-1"));
    table.rows = {{TableCell(100.0 / 3)}};
    QCOMPARE(lastLine(cohortCsv(table)).toDouble() - 100.0 / 3, 0.0);
}

void TestCohortCsv::linesEndAsRfc4180Says()
{
    const Library library = smallLibrary();
    const QByteArray csv = cohortCsv(tableOf(library, {TrialSc, TrialAll}));
    QCOMPARE(csv.count('\n'), csv.count("\r\n"));
    QVERIFY(csv.endsWith("\r\n"));
}

void TestCohortCsv::byteOrderMarkOnRequest()
{
    QVERIFY(!cohortCsv(oneCell(u"x"_s)).startsWith("\xEF\xBB\xBF"));
    QVERIFY(cohortCsv(oneCell(u"x"_s), ByteOrderMark::With).startsWith("\xEF\xBB\xBF"));
}

void TestCohortCsv::listTextAlignsAndNamesTheUnjudged()
{
    FilterResult result;
    result.cohorts = {Prophylaxis, TrialControl};
    result.comparators = {TrialControl};
    result.unjudged = {{PreEmptive, {u"route not reported"_s}}};
    FigureContext context;
    context.counts = u"1 of 4 studies"_s;
    context.filterWords = u"route SC"_s;
    const QStringList lines =
        listText(smallLibrary(), result, {}, context, std::nullopt).split(u'\n');
    QVERIFY(lines[0].startsWith(u"Cohort"));
    QVERIFY(lines[2].startsWith(u"alpha/cohort-1 "));
    QVERIFY(lines[3].startsWith(u"beta/control (comparator)"));
    // The titles stand above their cells.
    QCOMPARE(lines[2].mid(lines[0].indexOf(u"CRS any"), 5), u"23/31"_s);
    QCOMPARE(lines[3].mid(lines[0].indexOf(u"CRS any"), 2), u"63"_s);
    QVERIFY(lines.contains(u"1 of 4 studies"_s));
    QVERIFY(lines.contains(u"Filter: route SC"_s));
    QVERIFY(lines.contains(u"  delta/delta: route not reported"_s));
}

void TestCohortCsv::narrowListTextCutsNothing()
{
    FilterResult result;
    result.cohorts = {Prophylaxis};
    const QString text = listText(smallLibrary(), result, {}, {}, 50);
    for (const QString &line : text.split(u'\n'))
        QVERIFY2(line.size() <= 50, qPrintable(line));
    QVERIFY(text.contains(u"23/31"_s));
    QVERIFY(text.contains(u"20/31"_s));
}

QTEST_APPLESS_MAIN(TestCohortCsv)
#include "tst_cohortcsv.moc"
