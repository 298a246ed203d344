// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ComparisonReproduction.h"
#include "tests/support/RunR.h"
#include "tests/support/SmallLibrary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;

namespace {

/// The two arms of the small library with these counts of CRS.
CohortComparison arms(Library &library, statistics::EventsOfN a, statistics::EventsOfN b,
                      DifferenceMethod method)
{
    for (const auto &[arm, counts] : {std::pair(TrialSc, a), std::pair(TrialIv, b)}) {
        Cohort &cohort = library.cohorts[std::size_t(arm)];
        std::erase_if(cohort.outcomes,
                      [](const Observation &of) { return of.outcome == u"crs.any"; });
        cohort.outcomes.push_back(counted(u"crs.any"_s, counts.events, counts.n, u"printed"_s));
    }
    CompareOptions options;
    options.difference = method;
    return compareCohorts(library, TrialSc, TrialIv, options, u"crs.any"_s);
}

QByteArray content(const Reproduction &numbers, const QString &name)
{
    const auto it = std::ranges::find(numbers.files, name, &BundleFile::name);
    return it == numbers.files.end() ? QByteArray() : it->bytes;
}

RunOfR runR(const Reproduction &numbers)
{
    const QTemporaryDir folder;
    for (const BundleFile &file : numbers.files) {
        QFile out(folder.filePath(file.name));
        if (!out.open(QIODevice::WriteOnly) || out.write(file.bytes) != file.bytes.size())
            return {-1, "cannot write"};
    }
    return runScriptIn(folder.path());
}

} // namespace

class TestComparisonReproduction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothCountsAndAllThatIsComputedOfThemAreInTheData()
    {
        Library library = smallLibrary();
        const CohortComparison comparison =
            arms(library, {8, 15}, {9, 10}, DifferenceMethod::Newcombe);
        const Reproduction numbers = comparisonReproduction(library, comparison);
        QCOMPARE(numbers.needs, u"R alone"_s);
        const QByteArray contrasts = content(numbers, u"contrasts.csv"_s);
        QVERIFY2(contrasts.contains("\r\ncrs.any,8,15,9,10,-36.66666666"), contrasts.constData());
        QVERIFY(contrasts.contains(",0.0875390056168"));
        QVERIFY(content(numbers, u"rates.csv"_s).contains("crs.any,8,15,53.333333333"));
    }

    void rComputesTheSameForEveryKindOfTable_data()
    {
        QTest::addColumn<int>("x1");
        QTest::addColumn<int>("n1");
        QTest::addColumn<int>("x2");
        QTest::addColumn<int>("n2");
        QTest::newRow("usual") << 8 << 15 << 9 << 10;
        QTest::newRow("none against some") << 0 << 15 << 3 << 10;
        QTest::newRow("all against none") << 12 << 12 << 0 << 9;
        QTest::newRow("no events") << 0 << 15 << 0 << 10;
        QTest::newRow("only events") << 15 << 15 << 10 << 10;
        QTest::newRow("one patient a side") << 1 << 1 << 0 << 1;
        QTest::newRow("large") << 40 << 120 << 55 << 118;
    }

    void rComputesTheSameForEveryKindOfTable()
    {
        if (!hasR())
            QSKIP("Rscript with metafor and lme4 is not installed");
        QFETCH(int, x1);
        QFETCH(int, n1);
        QFETCH(int, x2);
        QFETCH(int, n2);
        for (const auto method : {DifferenceMethod::Newcombe, DifferenceMethod::MiettinenNurminen}) {
            Library library = smallLibrary();
            const CohortComparison comparison = arms(library, {x1, n1}, {x2, n2}, method);
            QVERIFY(comparison.outcomes.at(0).test.has_value());
            const RunOfR run = runR(comparisonReproduction(library, comparison));
            QVERIFY2(run.exitCode == 0, run.said.right(900).constData());
            QVERIFY2(run.said.count("agrees") >= 10, run.said.constData());
        }
    }

    void theScriptNoticesAWrongNumber()
    {
        if (!hasR())
            QSKIP("Rscript with metafor and lme4 is not installed");
        Library library = smallLibrary();
        CohortComparison comparison = arms(library, {8, 15}, {9, 10}, DifferenceMethod::Newcombe);
        comparison.outcomes[0].test->riskRatio.interval.high += 0.01;
        const RunOfR run = runR(comparisonReproduction(library, comparison));
        QVERIFY2(run.exitCode == 1 && run.said.count("DIFFERS") == 1, run.said.constData());
    }
};

QTEST_GUILESS_MAIN(TestComparisonReproduction)
#include "tst_comparisonreproduction.moc"
