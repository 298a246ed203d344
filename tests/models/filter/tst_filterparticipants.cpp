// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterEngine.h"
#include "tests/models/filter/FilterDump.h"
#include "tests/support/LibraryBuilder.h"

#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

/// The participants part of the counts line.
QString participants(const std::shared_ptr<const Library> &library, const FilterCriteria &criteria = {})
{
    return countsLine(FilterEngine(library).apply(criteria).counts, *library).split(u" · "_s).at(2);
}

LibraryBuilder::EditCohort as(Role role)
{
    return [role](Cohort &cohort) { cohort.role = role; };
}

FilterCriteria without(const QStringList &cohorts, const QStringList &roles = {})
{
    FilterCriteria criteria = with(Facet::Role, roles);
    criteria.excluded = cohorts;
    return criteria;
}

const QStringList allParts{u"anakinra"_s, u"subgroup"_s, u"report-sample"_s};

} // namespace

class TestFilterParticipants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void partsInsideAListedParentDoNotAdd()
    {
        LibraryBuilder make;
        make.cohort("s/all", 25).cohort("s/sc", 15, "s/all").cohort("s/iv", 10, "s/all");
        make.cohort("s/iv-high", 4, "s/iv").cohort("t/all", 31);
        const auto library = make.build();
        QCOMPARE(participants(library), u"56 participants, each counted once"_s);
        QCOMPARE(participants(library, without({u"s/iv"_s})), u"56 participants, each counted once"_s);
        QCOMPARE(participants(library, without({u"s/all"_s})), u"56 participants, each counted once"_s);
        QCOMPARE(participants(library, without({u"s/all"_s, u"s/iv"_s})),
                 u"50 participants, each counted once"_s);
    }

    void oneParticipantIsSingular()
    {
        LibraryBuilder make;
        make.cohort("s/a", 1);
        const auto library = make.build();
        QCOMPARE(countsLine(FilterEngine(library).apply({}).counts, *library),
                 u"1 of 1 study · 1 cohort · 1 participant, each counted once"
                 " · 0 cohorts could not be judged"_s);
    }

    void partsOfAnUnlistedParentNeverExceedIt()
    {
        LibraryBuilder make;
        make.cohort("s/all", 42);
        make.cohort("s/responders", 31, "s/all", as(Role::Subgroup));
        make.cohort("s/non-responders", 11, "s/all", as(Role::Subgroup));
        make.cohort("s/axi-cel", 36, "s/all", as(Role::Subgroup));
        const auto library = make.build();
        QCOMPARE(participants(library, without({u"s/axi-cel"_s}, {u"subgroup"_s})),
                 u"42 participants, each counted once"_s);
        QCOMPARE(participants(library, without({}, {u"subgroup"_s})),
                 u"42 participants, each counted once"_s);
    }

    void partsOfDifferentRolesCutTheSameParentAndDoNotAdd()
    {
        LibraryBuilder make;
        make.cohort("s/all", 43).cohort("s/high", 10, "s/all").cohort("s/low", 12, "s/all");
        make.cohort("s/sample", 26, "s/all", as(Role::ReportSample));
        const auto library = make.build();
        QCOMPARE(participants(library, without({}, allParts)), u"43 participants, each counted once"_s);
        // 22 in dose groups, 26 in the sample, not both; and it cannot be told how they overlap.
        QCOMPARE(participants(library, without({u"s/all"_s}, allParts)),
                 u"at least 26 participants, each counted once"_s);
        QCOMPARE(participants(library, without({u"s/all"_s, u"s/sample"_s}, allParts)),
                 u"22 participants, each counted once"_s);
    }

    void numbersOfAnakinraRecipientsCountAndNotStudySizes()
    {
        LibraryBuilder make;
        make.cohort("shah/all", 58, [](Cohort &c) {
            c.role = Role::StudyPopulation;
            c.nAnakinra = count(8);
        });
        make.cohort("hines/all", 27, as(Role::StudyPopulation));
        make.cohort("hines/anakinra", 4, "hines/all");
        const auto library = make.build();
        QCOMPARE(participants(library, with(Facet::Role, {u"study-population"_s})),
                 u"at least 8 participants, each counted once; n not reported in 1 cohort"_s);
        QCOMPARE(participants(library, with(Facet::Role, {u"study-population"_s, u"anakinra"_s})),
                 u"at least 12 participants, each counted once; n not reported in 1 cohort"_s);
    }

    void aMissingNumberMakesTheTotalALowerBound()
    {
        LibraryBuilder make;
        make.cohort("s/all", 13).cohort("t/all", -1).cohort("u/all", -1);
        const auto library = make.build();
        const FilterResult result = FilterEngine(library).apply({});
        QCOMPARE(ids(*library, result.counts.participantsUnknownIn), u"t/all u/all"_s);
        QVERIFY(result.counts.participantsAtLeast);
        QCOMPARE(participants(library),
                 u"at least 13 participants, each counted once; n not reported in 2 cohorts"_s);
    }

    void aMissingNumberInsideACountedParentIsNamedButLosesNobody()
    {
        LibraryBuilder make;
        make.cohort("s/all", 43).cohort("s/high", -1, "s/all");
        const auto library = make.build();
        QCOMPARE(participants(library),
                 u"43 participants, each counted once; n not reported in 1 cohort"_s);
        QCOMPARE(participants(library, without({u"s/all"_s})),
                 u"at least 0 participants, each counted once; n not reported in 1 cohort"_s);
    }

    void theSmallerOfTwoPrintedNumbersCounts()
    {
        LibraryBuilder make;
        make.cohort("s/all", 8, [](Cohort &c) { c.n = count(8, 9); });
        make.cohort("t/all", 3);
        const auto library = make.build();
        QCOMPARE(participants(library), u"at least 11 participants, each counted once"_s);
        QCOMPARE(participants(library, with(Facet::Study, {u"t"_s})),
                 u"3 participants, each counted once"_s);
    }

    void comparatorsAreNeverCounted()
    {
        LibraryBuilder make;
        make.cohort("s/all", 10).cohort("s/control", 40, as(Role::HistoricalControl));
        make.cohort("s/era", 300, as(Role::Era)).cohort("s/none", -1, as(Role::UntreatedGroup));
        FilterCriteria criteria = with(Facet::Role, {u"anakinra"_s, u"era"_s, u"historical-control"_s,
                                                    u"untreated-group"_s});
        QCOMPARE(participants(make.build(), criteria), u"10 participants, each counted once"_s);
        criteria = {};
        criteria.withComparators = true;
        QCOMPARE(participants(make.build(), criteria), u"10 participants, each counted once"_s);
    }

    void certainOverlapsCountOnceAndUncertainOnesAdd()
    {
        const auto overlapping = [](OverlapLevel level) {
            LibraryBuilder make;
            make.cohort("a/all", 8).cohort("b/all", 42).overlap("a/all", "b/all", level);
            return make.build();
        };
        QCOMPARE(participants(overlapping(OverlapLevel::Same)), u"42 participants, each counted once"_s);
        QCOMPARE(participants(overlapping(OverlapLevel::SubsetAssumed)),
                 u"42 participants, each counted once"_s);
        QCOMPARE(participants(overlapping(OverlapLevel::CannotBeExcluded)),
                 u"50 participants, each counted once; up to 8 of them may be in two cohorts"_s);
        QCOMPARE(participants(overlapping(OverlapLevel::Same), without({u"b/all"_s})),
                 u"8 participants, each counted once"_s);
    }

    void onRequestOnlyTheLargerOfTwoPossiblyOverlappingCohortsCounts()
    {
        LibraryBuilder make;
        make.cohort("a/all", 8).cohort("b/all", 42).cohort("c/all", 5);
        make.overlap("a/all", "b/all", OverlapLevel::CannotBeExcluded);
        const auto library = make.build();
        FilterCriteria exclude;
        exclude.excludePossibleOverlaps = true;
        QCOMPARE(participants(library, exclude),
                 u"at least 47 participants, each counted once, also where an overlap is only "
                 "possible"_s);
        exclude.excluded = QStringList{u"b/all"_s};
        QCOMPARE(participants(library, exclude), u"13 participants, each counted once"_s);
    }

    void cohortsThatOnlyOverlapTheSameOneAddWhereTheyAreMore()
    {
        // Nobody says that b, c and d have anyone in common, so their sum is certain.
        const auto total = [](int b, int c, int d) {
            LibraryBuilder make;
            make.cohort("a/all", 42).cohort("b/all", b).cohort("c/all", c).cohort("d/all", d);
            for (const char *other : {"b/all", "c/all", "d/all"})
                make.overlap("a/all", other, OverlapLevel::CannotBeExcluded);
            FilterCriteria exclude;
            exclude.excludePossibleOverlaps = true;
            return FilterEngine(make.build()).apply(exclude).counts.participants;
        };
        QCOMPARE(total(8, 14, 7), 42);
        QCOMPARE(total(20, 14, 9), 43);
    }

    void possibleOverlapsReachPartsAndWholes()
    {
        LibraryBuilder make;
        make.cohort("a/all", 30).cohort("a/sc", 20, "a/all").cohort("a/iv", 10, "a/all");
        make.cohort("b/all", 12);
        make.overlap("a/sc", "b/all", OverlapLevel::CannotBeExcluded);
        const auto library = make.build();
        FilterCriteria exclude;
        exclude.excludePossibleOverlaps = true;
        QCOMPARE(FilterEngine(library).apply(exclude).counts.participants, 30);
        exclude.excluded = QStringList{u"a/all"_s};
        QCOMPARE(FilterEngine(library).apply(exclude).counts.participants, 30); // 20 and 10
        exclude.excluded = QStringList{u"a/all"_s, u"a/sc"_s};
        const ResultCounts apart = FilterEngine(library).apply(exclude).counts;
        QCOMPARE(apart.participants, 22); // the IV arm is not concerned
        QVERIFY(!apart.participantsAtLeast && !apart.withoutPossibleOverlaps);
    }

    void twoSubsetsOfTheSameCohortAddOnlyWhereTheyAreNotInIt()
    {
        LibraryBuilder make;
        make.cohort("a/all", 8).cohort("b/all", 42).cohort("c/all", 5);
        make.overlap("a/all", "b/all", OverlapLevel::SubsetAssumed);
        make.overlap("c/all", "b/all", OverlapLevel::SubsetAssumed);
        const auto library = make.build();
        QCOMPARE(participants(library), u"42 participants, each counted once"_s);
        QCOMPARE(participants(library, without({u"b/all"_s})),
                 u"at least 8 participants, each counted once"_s);
    }

    void anOverlapThatNamesAReportChangesNothing()
    {
        LibraryBuilder make;
        make.cohort("a/all", 8).report("a", "a-row", "article");
        make.overlap("a/all", "a-row", OverlapLevel::Same);
        QCOMPARE(participants(make.build()), u"8 participants, each counted once"_s);
    }

    void sharesOfASelectedProductAreCountedAsFarAsPrinted()
    {
        LibraryBuilder make;
        make.cohort("a/all", 42, [](Cohort &c) {
            c.products = {product("axi-cel", 36), product("liso-cel", 4), product("tisa-cel", 2)};
        });
        make.cohort("a/part", 20, "a/all", [](Cohort &c) { c.products = {product("axi-cel", 20)}; });
        make.cohort("b/all", 14, [](Cohort &c) {
            c.products = {product("tisa-cel"), product("axi-cel")};
        });
        const auto library = make.build();
        QCOMPARE(participants(library, with(Facet::Product, {u"liso-cel"_s})),
                 u"42 participants, each counted once, 4 known to have had liso-cel"_s);
        QCOMPARE(participants(library, with(Facet::Product, {u"axi-cel"_s, u"tisa-cel"_s})),
                 u"56 participants, each counted once, 36 known to have had axi-cel (share not "
                 "printed in 1 cohort), 2 known to have had tisa-cel (share not printed in 1 cohort)"_s);
        QCOMPARE(participants(library), u"56 participants, each counted once"_s);
    }
};

QTEST_GUILESS_MAIN(TestFilterParticipants)
#include "tst_filterparticipants.moc"
