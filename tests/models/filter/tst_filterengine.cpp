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

constexpr Route SC = Route::Subcutaneous;
constexpr Route IV = Route::Intravenous;

/// One trial with two arms and a control, one series, one series without dosing.
std::shared_ptr<const Library> armsLibrary()
{
    LibraryBuilder make;
    make.cohort("liang/all", 25, [](Cohort &c) {
        c.timing = Timing::Prophylactic;
        c.regimens = {starting({SC, IV}, mgPerDay(200))};
    });
    make.cohort("liang/sc", 15, "liang/all", [](Cohort &c) {
        c.timing = Timing::Prophylactic;
        c.regimens = {starting({SC}, mgPerDay(200))};
    });
    make.cohort("liang/iv", 10, "liang/all", [](Cohort &c) {
        c.timing = Timing::Prophylactic;
        c.regimens = {starting({IV}, mgPerDay(200)), stepUp({IV}, mgPerKgPerDay(8))};
    });
    make.cohort("liang/control", -1, [](Cohort &c) { c.role = Role::HistoricalControl; });
    make.cohort("dreyzin/all", 3, [](Cohort &c) {
        c.timing = Timing::Treatment;
        c.regimens = {starting({IV}, mgPerKgPerDay(8, 10))};
    });
    make.cohort("hines/anakinra", 4, [](Cohort &c) { c.timing = Timing::Treatment; });
    return make.build();
}

/// One cohort "s/a" and nothing else.
std::shared_ptr<const Library> oneCohort(const LibraryBuilder::EditCohort &edit, int n = 10)
{
    LibraryBuilder make;
    make.cohort("s/a", n, edit);
    return make.build();
}

FilterCriteria dose(const Range &range, DoseUnit unit = DoseUnit::MgPerDay)
{
    FilterCriteria criteria;
    criteria.dose = DoseRange{range, unit};
    return criteria;
}

} // namespace

class TestFilterEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void withoutFilterAllAnakinraCohortsAreListed()
    {
        QCOMPARE(judged(armsLibrary(), {}),
                 u"liang/all liang/sc liang/iv dreyzin/all hines/anakinra"_s);
    }

    void emptyLibraryGivesAnEmptyResult()
    {
        const auto library = std::make_shared<const Library>();
        const FilterResult result = FilterEngine(library).apply(with(Facet::Route, {u"IV"_s}));
        QVERIFY(result.cohorts.empty());
        QCOMPARE(result.facets.size(), std::size_t(facetCount));
        QCOMPARE(countsLine(result.counts, *library),
                 u"0 of 0 studies · 0 cohorts · 0 participants, each counted once"
                 " · 0 cohorts could not be judged"_s);
    }

    void routeFilterTakesTheArmAndNotItsParent()
    {
        QCOMPARE(judged(armsLibrary(), with(Facet::Route, {u"IV"_s})),
                 u"liang/iv dreyzin/all ? hines/anakinra: route not reported"_s);
    }

    void routeFilterTakesTheParentWhenAllArmsMatch()
    {
        QCOMPARE(judged(armsLibrary(), with(Facet::Route, {u"IV"_s, u"SC"_s})),
                 u"liang/all liang/sc liang/iv dreyzin/all ? hines/anakinra: route not reported"_s);
    }

    void parentIsUnjudgedWhenNoPartIsAcceptedAndOneIsUnjudged()
    {
        LibraryBuilder make;
        make.cohort("g/all", 43, [](Cohort &c) { c.regimens = {starting({IV})}; });
        make.cohort("g/high", 10, "g/all", [](Cohort &c) { c.regimens = {starting({SC})}; });
        make.cohort("g/low", 20, "g/all", [](Cohort &c) { c.regimens = {starting({})}; });
        QCOMPARE(judged(make.build(), with(Facet::Route, {u"IV"_s})),
                 u"? g/all: route not reported ? g/low: route not reported"_s);
        QCOMPARE(judged(make.build(), with(Facet::Route, {u"SC"_s})),
                 u"g/high ? g/low: route not reported"_s);
    }

    void subgroupsAreNotWhatAParentIsJudgedThrough()
    {
        LibraryBuilder make;
        make.cohort("s/all", 8, [](Cohort &c) { c.regimens = {starting({SC})}; });
        make.cohort("s/responders", 6, "s/all", [](Cohort &c) {
            c.role = Role::Subgroup;
            c.regimens = {starting({IV})};
        });
        QCOMPARE(judged(make.build(), with(Facet::Route, {u"SC"_s})), u"s/all"_s);
        QCOMPARE(judged(make.build(), with(Facet::Route, {u"IV"_s})), QString());
    }

    void otherFiltersJudgeTheParentItself()
    {
        LibraryBuilder make;
        make.cohort("s/all", 8, [](Cohort &c) { c.diseases = coded({"lbcl", "b-all"}); });
        make.cohort("s/sc", 6, "s/all", [](Cohort &c) { c.diseases = coded({"lbcl"}); });
        QCOMPARE(judged(make.build(), with(Facet::Disease, {u"b-all"_s})), u"s/all"_s);
    }

    void partsOfPartsDecideForTheTop()
    {
        LibraryBuilder make;
        make.cohort("s/all", 9);
        make.cohort("s/arm", 5, "s/all");
        make.cohort("s/arm-iv", 2, "s/arm", [](Cohort &c) { c.regimens = {starting({IV})}; });
        make.cohort("s/arm-sc", 3, "s/arm", [](Cohort &c) { c.regimens = {starting({SC})}; });
        make.cohort("s/unknown", 4, "s/all");
        QCOMPARE(judged(make.build(), with(Facet::Route, {u"IV"_s})),
                 u"s/arm-iv ? s/unknown: route not reported"_s);
    }

    void aCircleOfParentsIsJudgedCohortByCohort()
    {
        LibraryBuilder make;
        make.cohort("s/a", 5, [](Cohort &c) { c.regimens = {starting({IV})}; });
        make.cohort("s/b", 5, "s/a", [](Cohort &c) { c.regimens = {starting({SC})}; });
        make.draft().cohorts[0].parent = 1;
        const auto library = make.build();
        QCOMPARE(judged(library, with(Facet::Route, {u"IV"_s})), u"s/a"_s);
        QCOMPARE(FilterEngine(library).apply({}).counts.participants, 10);
    }

    void onlyRouteRefusesASecondRoute()
    {
        const auto library = oneCohort([](Cohort &c) { c.regimens = {starting({SC, IV})}; });
        QCOMPARE(judged(library, with(Facet::Route, {u"SC"_s})), u"s/a"_s);
        QCOMPARE(judged(library, with(Facet::OnlyRoute, {u"SC"_s})), QString());
    }

    void stepUpsNeverCount()
    {
        const auto library = oneCohort([](Cohort &c) {
            c.regimens = {starting({SC}, mgPerDay(200)), stepUp({IV}, mgPerDay(600))};
        });
        QCOMPARE(judged(library, with(Facet::Route, {u"IV"_s})), QString());
        QCOMPARE(judged(library, with(Facet::OnlyRoute, {u"SC"_s})), u"s/a"_s);
        QCOMPARE(judged(library, dose({{}, 300})), u"s/a"_s);
    }

    void anAlternativeWithoutRouteLeavesTheOtherRouteOpen()
    {
        const auto library =
            oneCohort([](Cohort &c) { c.regimens = {starting({SC}), starting({})}; });
        QCOMPARE(judged(library, with(Facet::Route, {u"SC"_s})), u"s/a"_s);
        const QString open = u"? s/a: route not reported for every regimen"_s;
        QCOMPARE(judged(library, with(Facet::Route, {u"IV"_s})), open);
        QCOMPARE(judged(library, with(Facet::OnlyRoute, {u"SC"_s})), open);
        QCOMPARE(judged(library, with(Facet::OnlyRoute, {u"IV"_s})), QString());
        QCOMPARE(judged(library, with(Facet::Route, {u"not-reported"_s})), QString());
    }

    void notReportedIsAValueOfItsOwn_data()
    {
        QTest::addColumn<int>("facet");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("reason");
        const auto row = [](Facet facet, const QString &other, const QString &reason) {
            QTest::newRow(qPrintable(codeOf(facet))) << int(facet) << other << reason;
        };
        row(Facet::Product, u"axi-cel"_s, u"product not reported"_s);
        row(Facet::OnlyProduct, u"axi-cel"_s, u"product not reported"_s);
        row(Facet::Route, u"SC"_s, u"route not reported"_s);
        row(Facet::OnlyRoute, u"SC"_s, u"route not reported"_s);
        row(Facet::Timing, u"treatment"_s, u"timing not reported"_s);
        row(Facet::Disease, u"lbcl"_s, u"disease not reported"_s);
        row(Facet::AgeGroup, u"adult"_s, u"age group not reported"_s);
        row(Facet::Design, u"phase-2"_s, u"design not reported"_s);
        row(Facet::Indication, u"icans"_s, u"indication not reported"_s);
        row(Facet::Publication, u"article"_s, u"publication kind not reported"_s);
    }

    void notReportedIsAValueOfItsOwn()
    {
        QFETCH(int, facet);
        QFETCH(QString, other);
        QFETCH(QString, reason);
        const auto library = oneCohort({});
        const auto nr = notReportedCode.toString();
        QCOMPARE(judged(library, with(Facet(facet), {nr})), u"s/a"_s);
        QCOMPARE(judged(library, with(Facet(facet), {nr, other})), u"s/a"_s);
        QCOMPARE(judged(library, with(Facet(facet), {other})), u"? s/a: "_s + reason);
    }

    void aReportedValueIsNotNotReported()
    {
        const auto library = oneCohort([](Cohort &c) { c.diseases = coded({"lbcl"}); });
        QCOMPARE(judged(library, with(Facet::Disease, {u"not-reported"_s})), QString());
    }

    void peerReviewIsJudgedByAllReportsOfTheStudy()
    {
        LibraryBuilder make;
        make.cohort("a/x", 1).report("a", "a1", "article", PeerReviewed::Yes);
        make.report("a", "a2", "news", PeerReviewed::NotStated);
        make.cohort("b/x", 1).report("b", "b1", "news", PeerReviewed::No);
        make.cohort("c/x", 1).report("c", "c1", "article", PeerReviewed::NotStated);
        const auto library = make.build();
        QCOMPARE(judged(library, with(Facet::PeerReviewed, {u"yes"_s})),
                 u"a/x ? c/x: peer review not stated"_s);
        QCOMPARE(judged(library, with(Facet::PeerReviewed, {u"no"_s})),
                 u"b/x ? a/x: peer review not stated ? c/x: peer review not stated"_s);
        QCOMPARE(judged(library, with(Facet::PeerReviewed, {u"not-stated"_s})), u"a/x c/x"_s);
        QCOMPARE(judged(library, with(Facet::Publication, {u"news"_s})), u"a/x b/x"_s);
    }

    void calledRefractoryIsUnjudgedUnderRefractoryOnly()
    {
        const auto library = oneCohort([](Cohort &c) {
            c.timing = Timing::Treatment;
            c.timingSource.flags = QStringList{u"called-refractory"_s};
        });
        QCOMPARE(judged(library, with(Facet::Timing, {u"refractory"_s})),
                 u"? s/a: called refractory, but classed as treatment"_s);
        QCOMPARE(judged(library, with(Facet::Timing, {u"treatment"_s})), u"s/a"_s);
        QCOMPARE(judged(library, with(Facet::Timing, {u"treatment"_s, u"refractory"_s})), u"s/a"_s);
        QCOMPARE(judged(library, with(Facet::Timing, {u"prophylactic"_s})), QString());
    }

    void mixedCohortMatchesItsProductsButNotOnlyThem()
    {
        const auto library = oneCohort([](Cohort &c) {
            c.products = {product("axi-cel", 6), product("liso-cel"), product("tisa-cel", 0)};
        });
        QCOMPARE(judged(library, with(Facet::Product, {u"axi-cel"_s})), u"s/a"_s);
        QCOMPARE(judged(library, with(Facet::Product, {u"liso-cel"_s})), u"s/a"_s); // share unknown
        QCOMPARE(judged(library, with(Facet::Product, {u"tisa-cel"_s})), QString()); // to nobody
        QCOMPARE(judged(library, with(Facet::OnlyProduct, {u"axi-cel"_s})), QString());
        QCOMPARE(judged(library, with(Facet::OnlyProduct, {u"axi-cel"_s, u"liso-cel"_s})), QString());
    }

    void onlyProductAcceptsACohortWithOneProduct()
    {
        const auto library = oneCohort(
            [](Cohort &c) { c.products = {product("axi-cel", 10), product("tisa-cel", 0)}; });
        QCOMPARE(judged(library, with(Facet::OnlyProduct, {u"axi-cel"_s})), u"s/a"_s);
    }

    void facetsAreOrInsideAndAndAcross()
    {
        FilterCriteria criteria = with(Facet::Timing, {u"treatment"_s, u"prophylactic"_s});
        criteria.setValues(Facet::Study, {u"dreyzin"_s, u"hines"_s});
        QCOMPARE(judged(armsLibrary(), criteria), u"dreyzin/all hines/anakinra"_s);
        criteria.setValues(Facet::Route, {u"IV"_s});
        QCOMPARE(judged(armsLibrary(), criteria),
                 u"dreyzin/all ? hines/anakinra: route not reported"_s);
    }

    void rejectionWinsOverNotJudgedAndAllReasonsAreGiven()
    {
        FilterCriteria criteria = with(Facet::Route, {u"IV"_s});
        criteria.dose = DoseRange{{100, {}}, DoseUnit::MgPerDay};
        criteria.setValues(Facet::Disease, {u"lbcl"_s});
        const auto library = oneCohort({});
        QCOMPARE(judged(library, criteria),
                 u"? s/a: route not reported, disease not reported, dose not reported"_s);
        criteria.setValues(Facet::Study, {u"other"_s});
        QCOMPARE(judged(library, criteria), QString());
    }

    void dosesAreJudgedByTheirWholePrintedRange_data()
    {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("max");
        QTest::addColumn<QString>("expected");
        const QString partly = u"? s/a: dose partly in range"_s;
        // The cohort was given 100-200 mg/day.
        QTest::newRow("wider") << 50. << 400. << u"s/a"_s;
        QTest::newRow("the same") << 100. << 200. << u"s/a"_s;
        QTest::newRow("below") << 10. << 99. << QString();
        QTest::newRow("above") << 201. << 400. << QString();
        QTest::newRow("inside the printed range") << 120. << 150. << partly;
        QTest::newRow("touching from below") << 10. << 100. << partly;
        QTest::newRow("touching from above") << 200. << 400. << partly;
        QTest::newRow("over the lower end") << 50. << 150. << partly;
        QTest::newRow("nothing in between") << 300. << 150. << QString();
    }

    void dosesAreJudgedByTheirWholePrintedRange()
    {
        QFETCH(double, min);
        QFETCH(double, max);
        QFETCH(QString, expected);
        const auto library =
            oneCohort([](Cohort &c) { c.regimens = {starting({SC}, mgPerDay(100, 200))}; });
        QCOMPARE(judged(library, dose({min, max})), expected);
    }

    void openBoundsOfADoseRangeRestrictNothing()
    {
        const auto library =
            oneCohort([](Cohort &c) { c.regimens = {starting({SC}, mgPerDay(100, 200))}; });
        QCOMPARE(judged(library, dose({100, {}})), u"s/a"_s);
        QCOMPARE(judged(library, dose({{}, 200})), u"s/a"_s);
        QCOMPARE(judged(library, dose({{}, {}}, DoseUnit::MgPerKgPerDay)), u"s/a"_s);
    }

    void productsOfDecimalsStayOnTheirBound()
    {
        const auto library =
            oneCohort([](Cohort &c) { c.regimens = {starting({SC}, mgPerKgPerDay(0.1 * 3))}; });
        QCOMPARE(judged(library, dose({{}, 0.3}, DoseUnit::MgPerKgPerDay)), u"s/a"_s);
        QCOMPARE(judged(library, dose({{}, 0.2999}, DoseUnit::MgPerKgPerDay)), QString());
    }

    void theOtherScaleIsJudgedOnlyWithABodyWeight()
    {
        const auto library =
            oneCohort([](Cohort &c) { c.regimens = {starting({IV}, mgPerKgPerDay(8, 10))}; });
        FilterCriteria criteria = dose({500, 700});
        QCOMPARE(judged(library, criteria), u"? s/a: dose on the other scale (mg/kg/day)"_s);
        criteria.bodyWeight = 70; // 560-700 mg/day
        QCOMPARE(judged(library, criteria), u"s/a"_s);
        criteria.bodyWeight = 71;
        QCOMPARE(judged(library, criteria), u"? s/a: dose partly in range"_s);
    }

    void mgPerDayIsConvertedIntoMgPerKgPerDay()
    {
        const auto library =
            oneCohort([](Cohort &c) { c.regimens = {starting({SC}, mgPerDay(140))}; });
        FilterCriteria criteria = dose({2, 2}, DoseUnit::MgPerKgPerDay);
        QCOMPARE(judged(library, criteria), u"? s/a: dose on the other scale (mg/day)"_s);
        criteria.bodyWeight = 70;
        QCOMPARE(judged(library, criteria), u"s/a"_s);
    }

    void alternativeDosesMustAgree()
    {
        const auto library = oneCohort([](Cohort &c) {
            c.regimens = {starting({SC}, mgPerDay(100)), starting({SC}, mgPerDay(300))};
        });
        QCOMPARE(judged(library, dose({50, 400})), u"s/a"_s);
        QCOMPARE(judged(library, dose({50, 200})), u"? s/a: dose: only some regimens in range"_s);
        QCOMPARE(judged(library, dose({150, 200})), QString());
        const auto mixed = oneCohort([](Cohort &c) {
            c.regimens = {starting({SC}, mgPerDay(100)), starting({IV}, mgPerKgPerDay(8))};
        });
        const QString otherScale = u"? s/a: dose on the other scale (mg/kg/day)"_s;
        QCOMPARE(judged(mixed, dose({50, 200})), otherScale);
        QCOMPARE(judged(mixed, dose({150, 200})), otherScale);
    }

    void startDaysAreJudgedByWhatIsPrinted_data()
    {
        using Day = std::optional<double>;
        QTest::addColumn<Day>("min");
        QTest::addColumn<Day>("max");
        QTest::addColumn<Day>("median");
        QTest::addColumn<Day>("from");
        QTest::addColumn<Day>("to");
        QTest::addColumn<QString>("expected");
        const Day none;
        const QString partly = u"? s/a: start day partly in range"_s;
        QTest::newRow("not printed") << none << none << none << none << Day(5)
                                     << u"? s/a: start day not reported"_s;
        QTest::newRow("median only") << none << none << Day(8.5) << none << Day(5)
                                     << u"? s/a: start day: median only"_s;
        QTest::newRow("by day 2, up to 2") << none << Day(2) << none << none << Day(2) << u"s/a"_s;
        QTest::newRow("by day 2, up to 1") << none << Day(2) << none << none << Day(1) << partly;
        QTest::newRow("by day 2, 0 to 5") << none << Day(2) << none << Day(0) << Day(5) << partly;
        QTest::newRow("by day 2, from 3") << none << Day(2) << none << Day(3) << none << QString();
        QTest::newRow("from day 3, up to 2") << Day(3) << none << none << none << Day(2) << QString();
        QTest::newRow("range beats median") << Day(1) << Day(4) << Day(9) << Day(0) << Day(5)
                                            << u"s/a"_s;
        QTest::newRow("day 0") << Day(0) << Day(0) << none << Day(0) << Day(0) << u"s/a"_s;
    }

    void startDaysAreJudgedByWhatIsPrinted()
    {
        using Day = std::optional<double>;
        QFETCH(Day, min);
        QFETCH(Day, max);
        QFETCH(Day, median);
        QFETCH(Day, from);
        QFETCH(Day, to);
        QFETCH(QString, expected);
        FilterCriteria criteria;
        criteria.startDay = Range{from, to};
        const auto library =
            oneCohort([&](Cohort &c) { c.startDay = startDay(min, max, median); });
        QCOMPARE(judged(library, criteria), expected);
    }

    void sizeAndYearAreJudgedOnlyWherePrinted()
    {
        LibraryBuilder make;
        make.cohort("a/ten", 10).study("a", [](Study &study) { study.year = 2021; });
        make.cohort("b/nr", -1).study("b", [](Study &study) { study.year = 2023; });
        make.cohort("c/eight-or-nine", 8, [](Cohort &c) { c.n = count(8, 9); });
        FilterCriteria criteria;
        criteria.size = Range{9, {}};
        QCOMPARE(judged(make.build(), criteria),
                 u"a/ten ? b/nr: n not reported ? c/eight-or-nine: n partly in range"_s);
        criteria.size = Range{10, {}};
        QCOMPARE(judged(make.build(), criteria), u"a/ten ? b/nr: n not reported"_s);
        criteria = {};
        criteria.year = Range{2022, {}};
        QCOMPARE(judged(make.build(), criteria), u"b/nr ? c/eight-or-nine: year not printed"_s);
    }

    void whatDoesNotApplyToComparatorsNeverRestrictsThem()
    {
        FilterCriteria criteria = with(Facet::Role, {u"historical-control"_s, u"anakinra"_s});
        criteria.setValues(Facet::Route, {u"IV"_s});
        criteria.setValues(Facet::Timing, {u"treatment"_s});
        criteria.dose = DoseRange{{5, 20}, DoseUnit::MgPerKgPerDay};
        QCOMPARE(judged(armsLibrary(), criteria),
                 u"liang/control dreyzin/all ? hines/anakinra: route not reported, dose not reported"_s);
        criteria.startDay = Range{0, 1};
        QVERIFY(judged(armsLibrary(), criteria).startsWith(u"liang/control ? dreyzin/all: start"_s));
    }

    void comparatorsOfMatchingStudiesAreAddedAndNotCounted()
    {
        FilterCriteria criteria = with(Facet::Route, {u"IV"_s});
        criteria.withComparators = true;
        const auto library = armsLibrary();
        FilterResult result = FilterEngine(library).apply(criteria);
        QCOMPARE(ids(*library, result.cohorts), u"liang/iv liang/control dreyzin/all"_s);
        QCOMPARE(ids(*library, result.comparators), u"liang/control"_s);
        QCOMPARE(countsLine(result.counts, *library),
                 u"2 of 3 studies · 2 cohorts + 1 comparator · 13 participants, each counted once"
                 " · 1 cohort could not be judged"_s);
        criteria.setValues(Facet::Study, {u"dreyzin"_s});
        QCOMPARE(judged(library, criteria), u"dreyzin/all"_s);
        criteria.setValues(Facet::Study, {});
        criteria.excluded = QStringList{u"liang/control"_s};
        QVERIFY(FilterEngine(library).apply(criteria).comparators.empty());
    }

    void aComparatorThatIsAskedForIsAMatch()
    {
        FilterCriteria criteria = with(Facet::Role, {u"historical-control"_s});
        criteria.withComparators = true;
        const auto library = armsLibrary();
        const FilterResult result = FilterEngine(library).apply(criteria);
        QCOMPARE(ids(*library, result.cohorts), u"liang/control"_s);
        QVERIFY(result.comparators.empty());
        QCOMPARE(result.counts.participants, 0);
        QVERIFY(result.counts.participantsUnknownIn.empty());
    }

    void unjudgedCohortsAreListedOnRequestAndStayMarked()
    {
        FilterCriteria criteria = with(Facet::Route, {u"IV"_s});
        criteria.keepUnjudged = true;
        const auto library = armsLibrary();
        const FilterResult result = FilterEngine(library).apply(criteria);
        QCOMPARE(ids(*library, result.cohorts), u"liang/iv dreyzin/all hines/anakinra"_s);
        QCOMPARE(result.counts.unjudged, 1);
        QCOMPARE(result.counts.cohorts, 3);
        QCOMPARE(result.counts.participants, 17);
    }

    void excludedCohortsAreOutEvenIfUnjudged()
    {
        FilterCriteria criteria = with(Facet::Route, {u"IV"_s});
        criteria.excluded = QStringList{u"liang/iv"_s, u"hines/anakinra"_s, u"no/such"_s};
        QCOMPARE(judged(armsLibrary(), criteria), u"dreyzin/all"_s);
    }

    void facetValuesOccurOrAreSelectedAndCountWhatAClickGives()
    {
        FilterCriteria criteria = with(Facet::Route, {u"IV"_s});
        const auto library = armsLibrary();
        const FilterEngine engine(library);
        FilterResult result = engine.apply(criteria);
        // One arm, and not its parent: that is what a click on SC alone would give.
        QCOMPARE(values(result, Facet::Route), u"SC 1, IV 2*, not-reported 1"_s);
        QCOMPARE(values(result, Facet::Timing), u"prophylactic 1, treatment 1"_s);
        QCOMPARE(values(result, Facet::Product), u"not-reported 2"_s);
        QCOMPARE(values(result, Facet::Study), u"liang 1, dreyzin 1, hines 0"_s);
        QCOMPARE(values(result, Facet::Role),
                 u"anakinra 2, subgroup 0, report-sample 0, study-population 0, untreated-group 0, "
                 "historical-control 1, external-reference 0, unnamed-comparator 0, era 0"_s);
        criteria.setValues(Facet::Product, {u"axi-cel"_s, u"unheard-of"_s});
        result = engine.apply(criteria);
        QCOMPARE(values(result, Facet::Product), u"axi-cel 0*, not-reported 2, unheard-of 0*"_s);
        QCOMPARE(values(result, Facet::Route), u"SC 0, IV 0*, not-reported 0"_s);
    }

    void facetLabelsComeFromTheVocabulary()
    {
        LibraryBuilder make;
        make.cohort("s/a", 1, [](Cohort &c) { c.diseases = coded({"lbcl"}); });
        make.study("s", [](Study &study) { study.label = u"Author 2020"_s; });
        const FilterResult result = FilterEngine(make.build()).apply({});
        QCOMPARE(result.facets[std::size_t(Facet::Disease)].front().label,
                 u"Large B-cell lymphoma"_s);
        QCOMPARE(result.facets[std::size_t(Facet::Study)].front().label, u"Author 2020"_s);
        QCOMPARE(result.facets[std::size_t(Facet::Route)].front().label, u"Not reported"_s);
    }

    void unknownValuesMatchNothingAndAreNamed()
    {
        FilterCriteria criteria = with(Facet::Product, {u"foo"_s});
        criteria.setValues(Facet::Study, {u"liang"_s, u"nobody"_s});
        criteria.setValues(Facet::AgeGroup, {u"adult"_s});
        criteria.excluded = QStringList{u"liang/gone"_s};
        const auto library = armsLibrary();
        QCOMPARE(judged(library, criteria), QString());
        QCOMPARE(FilterEngine(library).unknownValues(criteria),
                 (QStringList{u"no product \"foo\" in this library"_s,
                              u"no study \"nobody\" in this library"_s,
                              u"no cohort \"liang/gone\" in this library"_s}));
        QCOMPARE(FilterEngine(library).unknownValues(with(Facet::OnlyProduct, {u"foo"_s})),
                 QStringList{u"no product \"foo\" in this library"_s});
        QVERIFY(FilterEngine(library).unknownValues({}).isEmpty());
    }

    void aMovedEngineStillJudges()
    {
        FilterEngine first(armsLibrary());
        const FilterEngine second = std::move(first);
        QCOMPARE(second.apply({}).counts.cohorts, 5);
    }
};

QTEST_GUILESS_MAIN(TestFilterEngine)
#include "tst_filterengine.moc"
