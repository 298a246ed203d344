// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "tests/support/LibraryInvariants.h"
#include "tests/support/SyntheticLibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anakinra;

/// The generator that other tests and the benchmark rely on keeps its word.
class TestSyntheticLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void hasExactlyTheCohortsAskedFor_data();
    void hasExactlyTheCohortsAskedFor();
    void sameSeedGivesTheSameBytes();
    void fitsTheSchemaAndTheReader();
    void partsAddUpToTheirParent();
    void printedPercentagesFitTheirCounts();
    void everyFeatureOccurs();

private:
    std::shared_ptr<const Library> m_library;
};

void TestSyntheticLibrary::initTestCase()
{
    const LoadReport report = readLibrary(test::syntheticLibrary(2000, 7), u"synthetic"_s,
                                          {ReadOptions::Schema::Always});
    QCOMPARE(report.problems, std::vector<Problem>());
    m_library = report.library;
}

void TestSyntheticLibrary::hasExactlyTheCohortsAskedFor_data()
{
    QTest::addColumn<int>("cohorts");
    for (const int cohorts : {1, 2, 3, 4, 5, 17, 999})
        QTest::addRow("%d", cohorts) << cohorts;
}

void TestSyntheticLibrary::hasExactlyTheCohortsAskedFor()
{
    QFETCH(int, cohorts);
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const LoadReport report = readLibrary(test::syntheticLibrary(cohorts, seed), u"synthetic"_s,
                                              {ReadOptions::Schema::Never});
        QVERIFY(report.isUsable() && report.problems.empty());
        QCOMPARE(report.library->cohorts.size(), std::size_t(cohorts));
    }
}

void TestSyntheticLibrary::sameSeedGivesTheSameBytes()
{
    QCOMPARE(test::syntheticLibrary(300, 5), test::syntheticLibrary(300, 5));
    QVERIFY(test::syntheticLibrary(300, 5) != test::syntheticLibrary(300, 6));
}

void TestSyntheticLibrary::fitsTheSchemaAndTheReader()
{
    QVERIFY(m_library && !m_library->partial);
    QCOMPARE(test::brokenInvariants(*m_library), QStringList());
}

void TestSyntheticLibrary::partsAddUpToTheirParent()
{
    int checked = 0;
    for (const Cohort &cohort : m_library->cohorts) {
        int sum = 0;
        int parts = 0;
        for (const int child : cohort.children) {
            const Cohort &part = m_library->cohorts[std::size_t(child)];
            if (part.role != Role::Anakinra)
                continue;
            sum += *part.n.value;
            ++parts;
        }
        if (parts == 0)
            continue;
        ++checked;
        QCOMPARE(parts, 2);
        QCOMPARE(sum, *cohort.n.value);
    }
    QVERIFY(checked > 100);
}

void TestSyntheticLibrary::printedPercentagesFitTheirCounts()
{
    for (const Cohort &cohort : m_library->cohorts) {
        for (const Observation &outcome : cohort.outcomes) {
            const Figure &figure = outcome.figure;
            if (figure.hasCounts())
                QVERIFY(std::abs(100.0 * *figure.events / *figure.n - *figure.percent) <= 0.5);
        }
        const Observation *any = cohort.find(u"crs.any");
        const Observation *severe = cohort.find(u"crs.ge3");
        if (any && severe && any->figure.events && severe->figure.events)
            QVERIFY(*severe->figure.events <= *any->figure.events);
    }
}

void TestSyntheticLibrary::everyFeatureOccurs()
{
    int perKg = 0, perDay = 0, noDose = 0, stepUp = 0, comparators = 0, mixed = 0, percentOnly = 0,
        noStartDay = 0, subgroups = 0;
    for (const Cohort &cohort : m_library->cohorts) {
        comparators += isComparator(cohort.role);
        subgroups += cohort.role == Role::Subgroup;
        mixed += cohort.products.size() > 1;
        noStartDay += !cohort.startDay.isReported();
        for (const Regimen &regimen : cohort.regimens) {
            stepUp += regimen.kind == RegimenKind::StepUp;
            noDose += !regimen.dose;
            perKg += regimen.dose && regimen.dose->unit == DoseUnit::MgPerKgPerDay;
            perDay += regimen.dose && regimen.dose->unit == DoseUnit::MgPerDay;
        }
        for (const Observation &outcome : cohort.outcomes)
            percentOnly += outcome.figure.source.status == Status::PercentOnly;
    }
    for (const int count : {perKg, perDay, noDose, stepUp, comparators, mixed, percentOnly,
                            noStartDay, subgroups})
        QVERIFY(count > 20);
}

QTEST_APPLESS_MAIN(TestSyntheticLibrary)
#include "tst_syntheticlibrary.moc"
