// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/CohortComparison.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;

namespace {

Cohort &cohortOf(Library &library, int index)
{
    return library.cohorts[std::size_t(index)];
}

Observation &observationOf(Library &library, int cohort, const QString &outcome)
{
    auto &outcomes = cohortOf(library, cohort).outcomes;
    return *std::ranges::find(outcomes, outcome, &Observation::outcome);
}

OutcomeComparison one(const Library &library, int a, int b, const QString &outcome,
                      const CompareOptions &options = {})
{
    const CohortComparison comparison = compareCohorts(library, a, b, options, outcome);
    return comparison.outcomes.at(0);
}

/// A further group of the study of `TrialAll`.
int addGroup(Library &library, const QString &name, Role role, int events, int n, int parent = -1)
{
    Cohort &cohort = addCohort(library, cohortOf(library, TrialAll).study, name, name, n, role, parent);
    cohort.outcomes = {counted(u"crs.any"_s, events, n, u"printed"_s)};
    return int(library.cohorts.size()) - 1;
}

bool contains(const QStringList &sentences, const QString &words)
{
    return std::ranges::any_of(sentences, [&](const QString &s) { return s.contains(words); });
}

} // namespace

class tst_CohortComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The numbers are from closed formulas and exact sums computed apart from the program.
    void armsOfOneStudyHaveADifferenceAPValueAndRatios()
    {
        const Library library = smallLibrary();
        const OutcomeComparison crs = one(library, TrialSc, TrialIv, u"crs.any"_s);
        QVERIFY(crs.difference);
        QVERIFY(std::abs(crs.difference->points + 110.0 / 3.0) < 1e-12);
        QVERIFY(std::abs(crs.difference->interval.low + 61.29271435342056) < 1e-10);
        QVERIFY(std::abs(crs.difference->interval.high - 0.7873928823529108) < 1e-10);
        QVERIFY(crs.test);
        QVERIFY(std::abs(crs.test->fisherP - 0.08753900561680883) < 1e-12);
        QVERIFY(std::abs(crs.test->midP - 0.071395881006865) < 1e-12);
        QVERIFY(std::abs(*crs.test->boschlooP - 0.06301246915323133) < 1e-9);
        QVERIFY(std::abs(*crs.test->riskRatio.estimate - (8.0 / 15.0) / (9.0 / 10.0)) < 1e-12);
        QVERIFY(crs.test->oddsRatio.interval.low < *crs.test->oddsRatio.estimate);
        QVERIFY(crs.noDifference.isNone());
        QCOMPARE(crs.noTest, QString());
    }

    void theOtherIntervalIsMiettinenAndNurminens()
    {
        const Library library = smallLibrary();
        const auto crs = one(library, TrialSc, TrialIv, u"crs.any"_s,
                             {{}, DifferenceMethod::MiettinenNurminen, 0});
        QVERIFY(std::abs(crs.difference->interval.low + 63.8607603097072) < 1e-7);
        QVERIFY(std::abs(crs.difference->interval.high - 1.5942838580442955) < 1e-7);
    }

    void exchangingTheSidesTurnsTheDifferenceRound()
    {
        const Library library = smallLibrary();
        const auto forth = one(library, TrialSc, TrialIv, u"crs.any"_s).difference;
        const auto back = one(library, TrialIv, TrialSc, u"crs.any"_s).difference;
        QCOMPARE(back->points, -forth->points);
        QVERIFY(std::abs(back->interval.low + forth->interval.high) < 1e-9);
    }

    void aPartAndItsParentHaveNoDifference()
    {
        const Library library = smallLibrary();
        for (const auto &[a, b] : {std::pair(TrialAll, TrialSc), std::pair(TrialSc, TrialAll)}) {
            const CohortComparison comparison = compareCohorts(library, a, b, {});
            const OutcomeComparison &crs = comparison.outcomes.front();
            QCOMPARE(crs.outcome, u"crs.any"_s);
            QVERIFY(crs.a.interval && crs.b.interval);
            QVERIFY(!crs.difference && !crs.test);
            QCOMPARE(crs.noDifference.brief, u"shared participants"_s);
            QVERIFY(contains(comparison.warnings, u"part of the other"_s));
        }
    }

    void acrossStudiesThereIsADifferenceAndNothingElse()
    {
        const Library library = smallLibrary();
        const OutcomeComparison crs = one(library, Prophylaxis, TrialSc, u"crs.any"_s);
        QVERIFY(crs.difference);
        QVERIFY(!crs.test);
        QVERIFY(crs.noTest.contains(u"different studies"));
        QVERIFY(crs.relation.statement.contains(u"different studies"));
        QVERIFY(!crs.relation.randomised);
    }

    void aRecordedOverlapForbidsTheDifference()
    {
        Library library = smallLibrary();
        library.overlaps = {{u"o"_s, u"alpha/cohort-1"_s, u"beta/sc"_s, OverlapLevel::SubsetAssumed,
                             u"the same centre and period"_s, {}}};
        const OutcomeComparison crs = one(library, Prophylaxis, TrialSc, u"crs.any"_s);
        QVERIFY(!crs.difference);
        QVERIFY(crs.noDifference.full.contains(u"the same centre and period"));
    }

    void anOverlapRecordedForAReportConcernsItsFigures()
    {
        Library library = smallLibrary();
        observationOf(library, TrialSc, u"crs.any"_s).figure.source.report = u"r2"_s;
        library.overlaps = {{u"o"_s, u"alpha/cohort-1"_s, u"r2"_s, OverlapLevel::Same,
                             u"a later report"_s, {}}};
        QVERIFY(!one(library, Prophylaxis, TrialSc, u"crs.any"_s).difference);
        QVERIFY(one(library, Prophylaxis, TrialIv, u"crs.any"_s).difference);
    }

    void anOverlapThatCannotBeExcludedIsSaid()
    {
        Library library = smallLibrary();
        library.overlaps = {{u"o"_s, u"alpha/cohort-1"_s, u"beta/sc"_s, OverlapLevel::CannotBeExcluded,
                             u"no centre is named"_s, {}},
                            {u"p"_s, u"beta/iv"_s, u"beta/sc"_s, OverlapLevel::CannotBeExcluded,
                             u"some changed the route"_s, {}}};
        const OutcomeComparison across = one(library, Prophylaxis, TrialSc, u"crs.any"_s);
        QVERIFY(across.difference);
        QVERIFY(contains(across.warnings, u"no centre is named"_s));
        const OutcomeComparison within = one(library, TrialSc, TrialIv, u"crs.any"_s);
        QVERIFY(within.difference && !within.test);
        QVERIFY(within.noTest.contains(u"cannot be excluded"));
    }

    void aControlWithoutNShowsItsRateAndSaysWhy()
    {
        const Library library = smallLibrary();
        const CohortComparison comparison = compareCohorts(library, TrialAll, TrialControl, {});
        const OutcomeComparison &crs = comparison.outcomes.front();
        QCOMPARE(crs.b.percent, std::optional(63.0));
        QVERIFY(!crs.b.interval && !crs.difference && !crs.test);
        QCOMPARE(crs.noDifference.brief, u"no events/n for B"_s);
        QVERIFY(contains(crs.warnings, u"the number of patients is not"_s));
        QVERIFY(contains(comparison.warnings, u"historical control"_s));
    }

    void aHistoricalControlWithCountsIsStillNoGroupOfTheStudy()
    {
        Library library = smallLibrary();
        cohortOf(library, TrialControl).n.value = 100;
        cohortOf(library, TrialControl).outcomes = {counted(u"crs.any"_s, 63, 100, u"63%"_s)};
        const OutcomeComparison crs = one(library, TrialAll, TrialControl, u"crs.any"_s);
        QVERIFY(crs.difference);
        QVERIFY(!crs.test);
        QVERIFY(crs.noTest.contains(u"historical control"));
    }

    void groupsQuotedFromElsewhereAreNotTested_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("difference");
        QTest::newRow("another trial") << int(Role::ExternalReference) << true;
        QTest::newRow("nobody knows who") << int(Role::UnnamedComparator) << false;
    }

    void groupsQuotedFromElsewhereAreNotTested()
    {
        QFETCH(int, role);
        QFETCH(bool, difference);
        Library library = smallLibrary();
        const int other = addGroup(library, u"other"_s, static_cast<Role>(role), 40, 100);
        const OutcomeComparison crs = one(library, TrialAll, other, u"crs.any"_s);
        QCOMPARE(crs.difference.has_value(), difference);
        QVERIFY(!crs.test);
    }

    void anUntreatedGroupOfTheStudyIsTested()
    {
        Library library = smallLibrary();
        const int untreated = addGroup(library, u"untreated"_s, Role::UntreatedGroup, 20, 30);
        QVERIFY(one(library, TrialAll, untreated, u"crs.any"_s).test);
        QVERIFY(one(library, untreated, TrialSc, u"crs.any"_s).test);
        QVERIFY(!one(library, Prophylaxis, untreated, u"crs.any"_s).test);
    }

    void subgroupsAreSeparateOnlyWhereTheStudyComparesThem()
    {
        Library library = smallLibrary();
        const int young = addGroup(library, u"young"_s, Role::Subgroup, 5, 12, TrialAll);
        const int low = addGroup(library, u"low"_s, Role::Subgroup, 4, 13, TrialAll);
        const OutcomeComparison unknown = one(library, young, low, u"crs.any"_s);
        QVERIFY(!unknown.difference && !unknown.test);
        QVERIFY(unknown.noDifference.full.contains(u"may share participants"));

        Comparison printed;
        printed.groups = {{u"beta/young"_s, {}}, {u"beta/low"_s, {}}};
        library.studies[1].comparisons = {printed};
        const OutcomeComparison compared = one(library, low, young, u"crs.any"_s);
        QVERIFY(compared.difference && compared.test);
        QVERIFY(!one(library, young, TrialSc, u"crs.any"_s).difference);
    }

    void theSelectedAreNotSetAgainstEveryoneInfused()
    {
        const Library library = smallLibrary();
        const OutcomeComparison icans = one(library, Prophylaxis, PreEmptive, u"icans.ge3"_s);
        QCOMPARE(icans.b.countText(), u"1/7"_s);
        QVERIFY(!icans.difference && !icans.test);
        QCOMPARE(icans.noDifference.brief, u"different populations"_s);
        QVERIFY(contains(icans.warnings, u"B: participants who already had a toxicity"_s));
    }

    void twoSelectedGroupsAreComparedAndItIsSaid()
    {
        Library library = smallLibrary();
        for (const int arm : {int(TrialSc), int(TrialIv)})
            observationOf(library, arm, u"crs.any"_s).population = Population::Selected;
        const OutcomeComparison crs = one(library, TrialSc, TrialIv, u"crs.any"_s);
        QVERIFY(crs.difference && crs.test);
        QVERIFY(contains(crs.warnings, u"A and B: participants who already had a toxicity"_s));
    }

    void whatIsMeasuredOtherwiseIsSaid()
    {
        Library library = smallLibrary();
        Observation &sc = observationOf(library, TrialSc, u"crs.any"_s);
        sc.criterion = u"ASTCT"_s;
        sc.window = u"day 30"_s;
        sc.denominator = Denominator::Treated;
        const OutcomeComparison crs = one(library, TrialSc, TrialIv, u"crs.any"_s);
        QVERIFY(crs.difference);
        QVERIFY(contains(crs.warnings, u"The criterion differs: A “ASTCT”, B not stated."_s));
        QVERIFY(contains(crs.warnings, u"The time window differs: A “day 30”, B not stated."_s));
        QVERIFY(contains(crs.warnings, u"The denominator differs"_s));
    }

    void differentTargetsHaveNoDifference()
    {
        Library library = smallLibrary();
        observationOf(library, TrialSc, u"crs.any"_s).target = u"icans"_s;
        observationOf(library, TrialIv, u"crs.any"_s).target = u"mixed"_s;
        const OutcomeComparison crs = one(library, TrialSc, TrialIv, u"crs.any"_s);
        QVERIFY(!crs.difference && !crs.test);
        QCOMPARE(crs.noDifference.brief, u"different targets"_s);
    }

    void inferredCountsAreShownWithoutATest()
    {
        Library library = smallLibrary();
        const int untreated = addGroup(library, u"untreated"_s, Role::UntreatedGroup, 20, 30);
        cohortOf(library, untreated).outcomes
            = {counted(u"response.orr"_s, 20, 30, u"67%"_s, Population::NotApplicable)};
        const auto off = one(library, TrialAll, untreated, u"response.orr"_s);
        QVERIFY(!off.difference);
        CompareOptions options;
        options.rates.showInferred = true;
        const auto on = one(library, TrialAll, untreated, u"response.orr"_s, options);
        QVERIFY(std::abs(on.difference->points - (1400.0 / 19.0 - 200.0 / 3.0)) < 1e-9);
        QVERIFY(!on.test);
        QVERIFY(contains(on.warnings, u"Inferred counts are used for A"_s));
    }

    void eventsWithoutADenominatorAreNoRate()
    {
        const Library library = smallLibrary();
        const OutcomeComparison icans = one(library, Prophylaxis, TrialIv, u"icans.ge3"_s);
        QCOMPARE(icans.b.cellText(), u"0/NR"_s);
        QCOMPARE(icans.noDifference.brief, u"no events/n for B"_s);
        QVERIFY(contains(icans.warnings, u"B: no interval, because the denominator is not printed."_s));
    }

    void valuesThatAreNoRatesStandSideBySide()
    {
        Library library = smallLibrary();
        Observation dose;
        dose.outcome = u"steroid.cumulative"_s;
        dose.figure.value = Continuous{398.0, {}, {}, u"mg"_s, {}};
        dose.figure.source = at(u"398 mg"_s);
        cohortOf(library, TrialSc).outcomes.push_back(dose);
        const CohortComparison comparison = compareCohorts(library, TrialSc, TrialIv, {});
        const OutcomeComparison &last = comparison.outcomes.back();
        QVERIFY(!last.isRate());
        QCOMPARE(last.textA(), u"398 mg"_s);
        QCOMPARE(last.textB(), u"NR"_s);
        QVERIFY(!last.difference);
    }

    void outcomesOfEitherCohortComeInTheOrderOfTheVocabulary()
    {
        const Library library = smallLibrary();
        QStringList codes;
        for (const auto &outcome : compareCohorts(library, TrialIv, Prophylaxis, {}).outcomes)
            codes << outcome.outcome;
        QCOMPARE(codes, (QStringList{u"crs.any"_s, u"crs.ge3"_s, u"icans.any"_s, u"icans.ge3"_s,
                                     u"response.orr"_s, u"response.cr"_s}));
    }

    void anOutcomeThatIsAskedForIsListedEvenIfNobodyReportsIt()
    {
        const Library library = smallLibrary();
        const OutcomeComparison orr = one(library, TrialSc, TrialIv, u"response.orr"_s);
        QCOMPARE(orr.textA(), u"NR"_s);
        QCOMPARE(orr.noDifference.brief, u"A and B not reported"_s);
    }

    void armsOfARandomisedStudyAreSaidToBeOfOne()
    {
        Library library = smallLibrary();
        QVERIFY(!one(library, TrialSc, TrialIv, u"crs.any"_s).relation.randomised);
        library.studies[1].design.codes = {u"randomised-trial"_s};
        QVERIFY(one(library, TrialSc, TrialIv, u"crs.any"_s).relation.randomised);
        QVERIFY(!one(library, TrialSc, Prophylaxis, u"crs.any"_s).relation.randomised);
        QVERIFY(!one(library, TrialAll, TrialControl, u"crs.any"_s).relation.randomised);
        library.studies[1].design.codes = {u"non-randomised-trial"_s};
        QVERIFY(!one(library, TrialSc, TrialIv, u"crs.any"_s).relation.randomised);
    }

    void aWarningOfSeveralOutcomesIsSaidOnce()
    {
        const Library library = smallLibrary();
        const QStringList warnings = compareCohorts(library, TrialAll, TrialControl, {}).warnings;
        QCOMPARE(std::ranges::count_if(warnings, [](const QString &w) {
            return w.contains(u"B: no interval");
        }), 1);
        QVERIFY(contains(warnings, u"CRS any, ICANS any. B: no interval"_s));
    }
};

QTEST_APPLESS_MAIN(tst_CohortComparison)
#include "tst_cohortcomparison.moc"
