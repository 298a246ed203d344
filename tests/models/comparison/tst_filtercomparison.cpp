// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonSeries.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace anakinra;
using namespace anakinra::test;

namespace {

/// Studies with one cohort each, whose rates are 50 % in the first three and 25 % in the next three.
Library sixStudies()
{
    Library library = smallLibrary();
    library.studies.clear();
    library.cohorts.clear();
    library.studyIndex.clear();
    library.cohortIndex.clear();
    const std::pair<int, int> counts[]{{10, 20}, {20, 40}, {5, 10}, {5, 20}, {10, 40}, {3, 12}};
    for (const auto &[events, n] : counts) {
        const QString id = u"s%1"_s.arg(library.studies.size());
        Cohort &cohort = addCohort(library, addStudy(library, id, id), u"all"_s, u"All"_s, n);
        cohort.timing = Timing::Prophylactic;
        cohort.outcomes = {counted(u"crs.any"_s, events, n, u"printed"_s)};
    }
    return library;
}

ComparedFilter side(const std::vector<int> &cohorts)
{
    return {u"a filter"_s, cohorts, 0};
}

FilterOutcome crs(const Library &library, const std::vector<int> &a, const std::vector<int> &b)
{
    return compareFilters(library, side(a), side(b), {}, u"crs.any"_s).outcomes.at(0);
}

const std::vector<int> firstThree{0, 1, 2};
const std::vector<int> lastThree{3, 4, 5};

} // namespace

class tst_FilterComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Equal rates inside each side leave no heterogeneity, so that the model is that of two totals,
    // 35/70 and 18/72: odds ratio 3, variance of its logarithm 1/35 + 1/35 + 1/18 + 1/54, t(4).
    void withThreeStudiesASideTheSideIsAModerator()
    {
        const Library library = sixStudies();
        const FilterOutcome outcome = crs(library, firstThree, lastThree);
        QVERIFY2(outcome.difference, qPrintable(outcome.noDifference));
        QVERIFY(std::abs(outcome.difference->oddsRatio - 3.0) < 1e-6);
        const double error = std::sqrt(2.0 / 35.0 + 1.0 / 18.0 + 1.0 / 54.0);
        const double t4 = 2.7764451051977987;
        QVERIFY(std::abs(outcome.difference->interval.low - 3.0 * std::exp(-t4 * error)) < 1e-5);
        QVERIFY(std::abs(outcome.difference->interval.high - 3.0 * std::exp(t4 * error)) < 1e-4);
        QCOMPARE(outcome.difference->fit.k, 6);
        QCOMPARE(outcome.noDifference, QString());
    }

    void bothMediansAreGiven()
    {
        const Library library = sixStudies();
        const FilterOutcome outcome = crs(library, firstThree, lastThree);
        QVERIFY(outcome.a.pool.isFitted() && outcome.b.pool.isFitted());
        QVERIFY(std::abs(*outcome.a.pool.pooled->median - 0.5) < 1e-6);
        QVERIFY(std::abs(*outcome.b.pool.pooled->median - 0.25) < 1e-6);
    }

    void withFewerStudiesThereIsNoDifference()
    {
        const Library library = sixStudies();
        const FilterOutcome outcome = crs(library, firstThree, {3, 4});
        QVERIFY(!outcome.difference);
        QVERIFY(outcome.noDifference.contains(u"at least 3 studies on each side (A has 3 studies, B 2"));
        QVERIFY(outcome.b.pool.isFitted());
    }

    void aCohortOnBothSidesForbidsTheDifference()
    {
        const Library library = sixStudies();
        const FilterComparison comparison = compareFilters(library, side({0, 1, 2, 3}), side(lastThree),
                                                           {}, u"crs.any"_s);
        QVERIFY(!comparison.outcomes[0].difference);
        QVERIFY(comparison.outcomes[0].noDifference.contains(u"s3, All is on both sides"));
        QVERIFY(comparison.warnings.contains(u"s3, All is on both sides."_s));
    }

    void aPartOfACohortOnTheOtherSideForbidsTheDifference()
    {
        Library library = sixStudies();
        Cohort &part = addCohort(library, 0, u"part"_s, u"Part"_s, 8, Role::Anakinra, 0);
        part.outcomes = {counted(u"crs.any"_s, 4, 8, u"printed"_s)};
        const FilterOutcome outcome = crs(library, firstThree, {3, 4, 5, 6});
        QVERIFY(!outcome.difference);
        QVERIFY(outcome.noDifference.contains(u"share participants"));
    }

    void aRecordedOverlapBetweenTheSidesForbidsTheDifference()
    {
        Library library = sixStudies();
        library.overlaps = {{u"o"_s, u"s1/all"_s, u"s4/all"_s, OverlapLevel::SubsetAssumed, {}, {}}};
        QVERIFY(!crs(library, firstThree, lastThree).difference);
        library.overlaps[0].level = OverlapLevel::CannotBeExcluded;
        const FilterOutcome outcome = crs(library, firstThree, lastThree);
        QVERIFY(outcome.difference);
        QVERIFY(outcome.warnings.join(u' ').contains(u"overlap cannot be excluded"));

        CompareOptions options;
        options.possibleOverlap = PossibleOverlap::Exclude;
        const FilterComparison strict = compareFilters(library, side(firstThree), side(lastThree),
                                                       options, u"crs.any"_s);
        QVERIFY(!strict.outcomes.at(0).difference);
        QVERIFY(strict.outcomes.at(0).noDifference.contains(u"share participants, or may"));
    }

    void armsOfOneStudyOnBothSidesAreSaid()
    {
        Library library = sixStudies();
        library.cohorts[5].outcomes.clear();
        for (const auto &[name, events] : {std::pair(u"sc"_s, 3), std::pair(u"iv"_s, 4)}) {
            Cohort &arm = addCohort(library, 5, name, name, 6, Role::Anakinra, 5);
            arm.outcomes = {counted(u"crs.any"_s, events, 6, u"printed"_s)};
        }
        const FilterOutcome outcome = crs(library, {0, 1, 2, 6}, {3, 4, 7});
        QVERIFY2(outcome.difference, qPrintable(outcome.noDifference));
        QVERIFY(outcome.warnings.join(u' ').contains(u"Groups of one study stand on both sides"));
    }

    void aSideWithoutEventsHasNoBoundedOddsRatio()
    {
        Library library = sixStudies();
        for (const int cohort : lastThree)
            library.cohorts[std::size_t(cohort)].outcomes[0].figure.events = 0;
        const FilterOutcome outcome = crs(library, firstThree, lastThree);
        QVERIFY(!outcome.difference);
        QVERIFY(outcome.noDifference.contains(u"no events"));
    }

    void endpointsOfDifferentTargetsAreNotContrasted()
    {
        Library library = sixStudies();
        for (std::size_t i = 0; i < 6; ++i)
            library.cohorts[i].outcomes[0].target = i < 3 ? u"crs"_s : u"mixed"_s;
        const FilterOutcome outcome = crs(library, firstThree, lastThree);
        QVERIFY(outcome.a.pool.isFitted() && outcome.b.pool.isFitted());
        QVERIFY(!outcome.difference);
        QVERIFY(outcome.noDifference.contains(u"different targets"));
    }

    void theSelectedAreNeitherShownNorSilent()
    {
        Library library = sixStudies();
        library.cohorts[2].outcomes[0].population = Population::Selected;
        const FilterOutcome outcome = crs(library, firstThree, lastThree);
        QCOMPARE(outcome.a.rates.size(), std::size_t(2));
        QCOMPARE(outcome.a.setAside, std::vector{2});
        QCOMPARE(outcome.a.notReporting, 0);
        QVERIFY(outcome.warnings.join(u' ').contains(u"A: s2, All is not shown"));
        QVERIFY(!outcome.difference);
    }

    void allOutcomesOfEitherSideAreListed()
    {
        Library library = sixStudies();
        library.cohorts[4].outcomes.push_back(percentOnly(u"icans.any"_s, 20, u"20%"_s));
        const FilterComparison comparison = compareFilters(library, side(firstThree),
                                                           side(lastThree), {});
        QCOMPARE(comparison.outcomes.size(), std::size_t(2));
        const FilterOutcome &icans = comparison.outcomes[1];
        QCOMPARE(icans.outcome, u"icans.any"_s);
        QCOMPARE(icans.a.notReporting, 3);
        QCOMPARE(icans.b.rates.size(), std::size_t(1));
        QVERIFY(!icans.b.rates[0].interval);
    }

    void whatIsNotListedIsCountedAndStillPooled()
    {
        const Library library = sixStudies();
        CompareOptions options;
        options.longestSide = 2;
        const FilterComparison comparison = compareFilters(library, side(firstThree),
                                                           side(lastThree), options, u"crs.any"_s);
        const FilterOutcome &outcome = comparison.outcomes.at(0);
        QCOMPARE(outcome.a.rates.size(), std::size_t(2));
        QCOMPARE(outcome.a.notListed, 1);
        QCOMPARE(outcome.a.pool.guard.k(), 3);
        QVERIFY(outcome.difference);
        const ComparisonSeries series = comparisonSeries(library, comparison);
        QVERIFY(std::ranges::any_of(series.blocks.at(0).lines, [](const ComparedLine &line) {
            return line.name == u"1 more cohort";
        }));
    }

    void anEmptySideIsSaid()
    {
        const Library library = sixStudies();
        const FilterComparison comparison = compareFilters(library, side(firstThree), side({}), {});
        QVERIFY(comparison.warnings.contains(u"B: no cohort matches."_s));
        QVERIFY(!comparison.outcomes.at(0).difference);
    }

    void aStoppedComparisonSaysSo()
    {
        const Library library = sixStudies();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(compareFilters(library, side(firstThree), side(lastThree), {}, {}, stop.get_token())
                    .cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_FilterComparison)
#include "tst_filtercomparison.moc"
