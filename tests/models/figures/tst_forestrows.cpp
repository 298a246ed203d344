// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/ForestChoices.h"
#include "models/figures/ForestRows.h"
#include "models/filter/FilterEngine.h"
#include "tests/models/pooling/PoolFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

ForestRows rowsOf(const Library &library, const PoolRequest &request = {},
                  const ForestOptions &options = {}, const QString &outcome = u"icans.any"_s)
{
    return makeForestRows(library, analysePool(library, everyCohort(library), outcome, request),
                          options);
}

QStringList labels(const ForestRows &rows)
{
    QStringList all;
    for (const ForestRow &row : rows.rows)
        all << row.label;
    return all;
}

std::vector<ForestRow> ofKind(const ForestRows &rows, ForestRowKind kind)
{
    std::vector<ForestRow> found;
    std::ranges::copy_if(rows.rows, std::back_inserter(found),
                         [kind](const ForestRow &row) { return row.kind == kind; });
    return found;
}

ForestRow rowOf(const ForestRows &rows, const char *cohort)
{
    const auto found = std::ranges::find(rows.rows, QString::fromUtf8(cohort), &ForestRow::cohort);
    return found == rows.rows.end() ? ForestRow() : *found;
}

bool hasNote(const ForestRows &rows, const QString &words)
{
    return rows.notes.join(u'\n').contains(words);
}

LibraryBuilder::EditCohort percentOnly(double percent, const QString &printed)
{
    return [=](Cohort &cohort) {
        Observation o;
        o.outcome = u"icans.any"_s;
        o.population = Population::AllInfused;
        o.figure.percent = percent;
        o.figure.source.reported = printed;
        o.figure.source.status = Status::PercentOnly;
        cohort.outcomes.push_back(o);
    };
}

LibraryBuilder three()
{
    LibraryBuilder make = poolBuilder();
    make.cohort("b/all", 20, figure("icans.any", 8, 20));
    make.cohort("c/all", 40, figure("icans.any", 4, 40));
    make.cohort("a/all", 30, figure("icans.any", 9, 30));
    make.study("a", [](Study &s) { s.year = 2025; });
    make.study("b", [](Study &s) { s.year = 2021; });
    return make;
}

} // namespace

class TestForestRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Wilson intervals as Newcombe's formula gives them by hand.
    void theShippedRatesStandWithCountsAndIntervals()
    {
        const auto library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(library);
        FilterCriteria criteria;
        criteria.setValues(Facet::Timing, {u"prophylactic"_s});
        const auto cohorts = FilterEngine(library).apply(criteria).cohorts;
        ForestOptions options;
        options.reference = u"liang-2025/historical-control"_s;
        const ForestRows rows =
            makeForestRows(*library, analysePool(*library, cohorts, u"icans.any"_s, {}), options);
        QCOMPARE(rows.outcome, u"ICANS, any grade"_s);
        const ForestRow park = rowOf(rows, "park-2023/cohort-1");
        QCOMPARE(park.countText, u"6/31"_s);
        QCOMPARE(park.estimateText, u"19.4\u00a0% (9.2–36.3\u00a0%)"_s);
        QCOMPARE(park.n, 31);
        QCOMPARE(rowOf(rows, "liang-2025/all").estimateText, u"36.0\u00a0% (20.2–55.5\u00a0%)"_s);
        // the SC and IV arms report no ICANS and are said to be missing, not drawn
        QVERIFY(hasNote(rows, u"Not reported by 2 of 4 cohorts"_s));
        const ForestRow control = rowOf(rows, "liang-2025/historical-control");
        QCOMPARE(control.kind, ForestRowKind::Comparator);
        QCOMPARE(control.estimateText, u"34\u00a0%"_s);
        QCOMPARE(control.reason, u"n not printed: no interval"_s);
        QVERIFY(!control.interval);
        QCOMPARE(rows.reference, 34.0);
        QVERIFY(hasNote(rows, u"Dashed line: Liang 2025"_s));
        QVERIFY(hasNote(rows, u"not randomised"_s));
    }

    void rowsComeInTheOrderAskedFor_data()
    {
        QTest::addColumn<ForestOrder>("order");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("rate") << ForestOrder::Estimate
                              << QStringList{u"c, all"_s, u"a, all"_s, u"b, all"_s};
        QTest::newRow("n") << ForestOrder::Size
                           << QStringList{u"c, all"_s, u"a, all"_s, u"b, all"_s};
        QTest::newRow("year, none last")
            << ForestOrder::Year << QStringList{u"b, all"_s, u"a, all"_s, u"c, all"_s};
        QTest::newRow("name") << ForestOrder::Name
                              << QStringList{u"a, all"_s, u"b, all"_s, u"c, all"_s};
    }
    void rowsComeInTheOrderAskedFor()
    {
        QFETCH(ForestOrder, order);
        ForestOptions options;
        options.order = order;
        QTEST(labels(rowsOf(*three().build(), {}, options)).first(3), "expected");
    }

    void afterTheRowsComePoolPredictionAndHeterogeneity()
    {
        const auto library = three().build();
        const PoolAnalysis analysis =
            analysePool(*library, everyCohort(*library), u"icans.any"_s, {});
        const ForestRows rows = makeForestRows(*library, analysis, {});
        QCOMPARE(rows.rows.size(), 6u);
        const ForestRow &pooled = rows.rows[3];
        QCOMPARE(pooled.kind, ForestRowKind::Pooled);
        QCOMPARE(pooled.percent, 100.0 * *analysis.overall.pooled->median);
        QCOMPARE(pooled.interval->high, 100.0 * analysis.overall.pooled->interval->high);
        QVERIFY(pooled.label.contains(u"3 studies"_s));
        QVERIFY2(pooled.countText.isEmpty(), "a pooled rate is no sum of counts");
        QCOMPARE(rows.rows[4].kind, ForestRowKind::Prediction);
        QCOMPARE(rows.rows[4].interval->low, 100.0 * analysis.overall.pooled->prediction->low);
        QCOMPARE(rows.rows[5].kind, ForestRowKind::Words);
        QVERIFY(rows.rows[5].label.startsWith(u"τ² "_s));
        QCOMPARE(rows.pooled, pooled.percent);
        QCOMPARE(rows.largestN, 40);
    }

    void withoutAnythingReportedThereIsNoFigure()
    {
        QVERIFY(rowsOf(*poolBuilder().build()).isEmpty());
        LibraryBuilder make = poolBuilder();
        make.cohort("a/all", 20);
        QVERIFY(rowsOf(*make.build()).isEmpty());
    }

    void oneCohortIsNotPooled()
    {
        LibraryBuilder make = poolBuilder();
        make.cohort("a/all", 20, figure("icans.any", 3, 20));
        const ForestRows rows = rowsOf(*make.build());
        QCOMPARE(rows.rows.size(), 2u);
        QCOMPARE(rows.rows[1].kind, ForestRowKind::Words);
        QVERIFY(rows.rows[1].label.contains(u"one study"_s));
        QVERIFY(!rows.pooled);
    }

    void sixtyCohortsAreSixtyRows()
    {
        LibraryBuilder make = poolBuilder();
        for (int i = 0; i < 60; ++i)
            make.cohort(qPrintable(u"study-%1/all"_s.arg(i)), 20 + i,
                        figure("icans.any", i % 7, 20 + i));
        const ForestRows rows = rowsOf(*make.build());
        QCOMPARE(ofKind(rows, ForestRowKind::Cohort).size(), 60u);
        QCOMPARE(ofKind(rows, ForestRowKind::Pooled).size(), 1u);
        QCOMPARE(rows.largestN, 79);
        QVERIFY(std::ranges::is_sorted(rows.rows.begin(), rows.rows.begin() + 60, {},
                                       &ForestRow::percent));
    }

    void longNamesAreKeptWhole()
    {
        LibraryBuilder make = poolBuilder();
        const QString name = u"Universitätsklinikum "_s.repeated(20);
        make.cohort("a/all", 20,
                    all(figure("icans.any", 3, 20), [&](Cohort &c) { c.label = name; }));
        QVERIFY(rowsOf(*make.build()).rows[0].label.contains(name));
    }

    void whereNoModelCanBeFittedTheCrudeTotalIsCalledSo_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<QString>("total");
        QTest::newRow("no events") << 0 << u"0/30"_s;
        QTest::newRow("only events") << 10 << u"30/30"_s;
    }
    void whereNoModelCanBeFittedTheCrudeTotalIsCalledSo()
    {
        QFETCH(int, events);
        QFETCH(QString, total);
        LibraryBuilder make = poolBuilder();
        for (const char *id : {"a/all", "b/all", "c/all"})
            make.cohort(id, 10, figure("icans.any", events, 10));
        const ForestRows rows = rowsOf(*make.build());
        QCOMPARE(ofKind(rows, ForestRowKind::Cohort).size(), 3u);
        QVERIFY(rows.rows[0].interval);
        QVERIFY(ofKind(rows, ForestRowKind::Pooled).empty());
        const QString words = ofKind(rows, ForestRowKind::Words).at(0).label;
        QVERIFY2(words.contains(u"not a pooled estimate: "_s + total), qPrintable(words));
        QVERIFY(rowOf(rows, "a/all").spoken.contains(u"exact 95"_s));
    }

    void aPercentageAloneIsDrawnButNotPooled()
    {
        LibraryBuilder make = three();
        make.cohort("d/all", 23, percentOnly(74, u"74%"_s));
        const ForestRow row = rowOf(rowsOf(*make.build()), "d/all");
        QCOMPARE(row.kind, ForestRowKind::LeftOut);
        QCOMPARE(row.rate, RateKind::PercentOnly);
        QCOMPARE(row.percent, 74.0);
        QVERIFY(!row.interval && !row.n);
        QCOMPARE(row.box, ForestBox::None);
        QVERIFY(row.reason.startsWith(u"only a percentage is printed"_s));
        QVERIFY(row.spoken.contains(u"Not in the pool: only a percentage"_s));
    }

    void aRefusedPoolSaysWhyAndLetsCohortsBeTakenOut()
    {
        LibraryBuilder make = poolBuilder();
        const auto responseOf = [](int events, const char *disease) {
            return all(figure("response.cr", events, 10,
                              [](Observation &o) { o.population = Population::NotApplicable; }),
                       having(disease));
        };
        make.cohort("a/all", 10, responseOf(4, "lbcl"));
        make.cohort("b/all", 10, responseOf(5, "lbcl"));
        make.cohort("c/all", 10, responseOf(9, "b-all"));
        const auto library = make.build();
        const ForestRows rows = rowsOf(*library, {}, {}, u"response.cr"_s);
        QCOMPARE(ofKind(rows, ForestRowKind::LeftOut).size(), 3u);
        QCOMPARE(rowOf(rows, "c/all").box, ForestBox::In);
        QVERIFY(ofKind(rows, ForestRowKind::Words).at(0).label.startsWith(u"Not pooled. "_s));
        PoolRequest without;
        without.guard.excluded = {u"c/all"_s};
        const ForestRows pooled = rowsOf(*library, without, {}, u"response.cr"_s);
        QCOMPARE(ofKind(pooled, ForestRowKind::Pooled).size(), 1u);
        QCOMPARE(rowOf(pooled, "c/all").box, ForestBox::Out);
        QCOMPARE(rowOf(pooled, "c/all").reason, u"left out by hand"_s);
    }

    void thoseWhoHadTheToxicityCanBeTakenOutSoThatOthersArePooled()
    {
        LibraryBuilder make = three();
        make.cohort("d/all", 7, figure("icans.any", 6, 7, [](Observation &o) {
                        o.population = Population::Selected;
                    }));
        const auto library = make.build();
        QCOMPARE(rowOf(rowsOf(*library), "d/all").box, ForestBox::In);
        PoolRequest without;
        without.guard.excluded = {u"d/all"_s};
        const ForestRows rows = rowsOf(*library, without);
        QCOMPARE(ofKind(rows, ForestRowKind::Pooled).size(), 1u);
        QCOMPARE(rowOf(rows, "d/all").kind, ForestRowKind::LeftOut);
    }

    void takingACohortOutLeavesItsRowWhereItIs()
    {
        const auto library = three().build();
        PoolRequest without;
        without.guard.excluded = {u"a/all"_s};
        const ForestRows rows = rowsOf(*library, without);
        QCOMPARE(labels(rows).first(3), labels(rowsOf(*library)).first(3));
        QCOMPARE(rowOf(rows, "a/all").kind, ForestRowKind::LeftOut);
        QCOMPARE(rowOf(rows, "a/all").box, ForestBox::Out);
        QVERIFY(ofKind(rows, ForestRowKind::Pooled).at(0).label.contains(u"2 studies"_s));
    }

    void aPartStandsUnderItsParentAndCanBePreferred()
    {
        LibraryBuilder make = three();
        make.cohort("a/part", 12, "a/all", all(as(Role::Subgroup), figure("icans.any", 0, 12)));
        const auto library = make.build();
        const ForestRows rows = rowsOf(*library);
        const QStringList names = labels(rows);
        QCOMPARE(names.indexOf(u"a, part"_s),
                 names.indexOf(u"a, all"_s) + 1); // not first, though lowest
        const ForestRow part = rowOf(rows, "a/part");
        QVERIFY(part.indented);
        QCOMPARE(part.box, ForestBox::Out);
        QVERIFY(part.reason.startsWith(u"part of a, all"_s));
        PoolRequest preferring;
        preferring.guard.preferred = {u"a/part"_s};
        QCOMPARE(rowOf(rowsOf(*library, preferring), "a/part").box, ForestBox::In);
        QCOMPARE(rowOf(rowsOf(*library, preferring), "a/all").kind, ForestRowKind::LeftOut);
    }

    void armsThatAreAddedUpStandUnderTheirSum()
    {
        LibraryBuilder make = three();
        make.cohort("d/all", 30);
        make.cohort("d/sc", 18, "d/all", figure("icans.any", 3, 18));
        make.cohort("d/iv", 12, "d/all", figure("icans.any", 4, 12));
        const ForestRows rows = rowsOf(*make.build());
        const auto sums = ofKind(rows, ForestRowKind::ArmsAdded);
        QCOMPARE(sums.size(), 1u);
        QCOMPARE(sums[0].countText, u"7/30"_s);
        const QStringList names = labels(rows);
        const auto at = names.indexOf(u"d, arms added"_s);
        QCOMPARE(names.mid(at + 1, 2), QStringList({u"d, sc"_s, u"d, iv"_s}));
        QCOMPARE(rowOf(rows, "d/sc").kind, ForestRowKind::Arm);
        QVERIFY(rowOf(rows, "d/sc").indented);
        QCOMPARE(rowOf(rows, "d/sc").box, ForestBox::In);
    }

    void groupsHaveHeadingsAndPoolsOfTheirOwn()
    {
        LibraryBuilder make = poolBuilder();
        const auto add = [&make](const char *id, int events, Timing timing) {
            make.cohort(id, 20, all(figure("icans.any", events, 20), timed(timing)));
        };
        add("a/all", 3, Timing::Prophylactic);
        add("b/all", 9, Timing::Treatment);
        add("c/all", 5, Timing::Prophylactic);
        add("d/all", 11, Timing::Treatment);
        PoolRequest request;
        request.groupBy = PoolGrouping::Timing;
        const ForestRows rows = rowsOf(*make.build(), request);
        const auto headings = ofKind(rows, ForestRowKind::Heading);
        QCOMPARE(headings.size(), 2u);
        QCOMPARE(headings[0].label, u"Prophylactic"_s);
        QCOMPARE(headings[1].label, u"Treatment"_s);
        const auto pools = ofKind(rows, ForestRowKind::Pooled);
        QCOMPARE(pools.size(), 3u);
        QVERIFY(pools[2].label.startsWith(u"All: "_s));
        QVERIFY(rows.rows.back().label.startsWith(u"Difference between groups (not randomised)"_s));
        QVERIFY(hasNote(rows, u"Mixed timing"_s));
        QCOMPARE(ofKind(rows, ForestRowKind::Cohort).size(), 4u);
    }

    void aSingleGroupIsPooledOnce()
    {
        PoolRequest request;
        request.groupBy = PoolGrouping::Timing;
        const ForestRows rows = rowsOf(*three().build(), request);
        QCOMPARE(ofKind(rows, ForestRowKind::Heading).size(), 1u);
        const auto pools = ofKind(rows, ForestRowKind::Pooled);
        QCOMPARE(pools.size(), 1u);
        QVERIFY(!pools[0].label.startsWith(u"All: "_s));
    }

    void aParentThatItsPartsStandForIsNamedOutsideTheGroups()
    {
        LibraryBuilder make = three();
        make.cohort("d/all", 30, figure("icans.any", 7, 30));
        make.cohort("d/sc", 18, "d/all", all(figure("icans.any", 3, 18), [](Cohort &c) {
                        c.regimens = {starting({Route::Subcutaneous})};
                    }));
        make.cohort("d/iv", 12, "d/all", all(figure("icans.any", 4, 12), [](Cohort &c) {
                        c.regimens = {starting({Route::Intravenous})};
                    }));
        PoolRequest request;
        request.groupBy = PoolGrouping::Route;
        const ForestRows rows = rowsOf(*make.build(), request);
        QVERIFY(labels(rows).contains(u"In no group"_s));
        QVERIFY(rowOf(rows, "d/all").reason.contains(u"its parts stand for it"_s));
        QCOMPARE(rowOf(rows, "d/sc").kind, ForestRowKind::Cohort);
    }

    void comparatorsToChooseFromComeFromTheSameStudiesFirst()
    {
        LibraryBuilder make = three();
        make.cohort("x/control", 50, all(as(Role::HistoricalControl), figure("icans.any", 20, 50)));
        make.cohort("a/control", 50, all(as(Role::HistoricalControl), figure("icans.any", 20, 50)));
        make.cohort("b/silent", 50, as(Role::HistoricalControl));
        const auto library = make.build();
        const std::vector<int> cohorts{library->cohortIndex[u"a/all"_s]};
        const auto found = referenceCohorts(*library, cohorts, u"icans.any"_s);
        QCOMPARE(found, std::vector<int>({library->cohortIndex[u"a/control"_s],
                                          library->cohortIndex[u"x/control"_s]}));
        ForestOptions options;
        options.reference = u"a/control"_s;
        const ForestRows rows = rowsOf(*library, {}, options);
        QCOMPARE(rows.reference, 40.0);
        QVERIFY(rowOf(rows, "a/control").interval);
        QCOMPARE(rowOf(rows, "a/control").box, ForestBox::None);
    }

    void theTableHasALinePerRow()
    {
        const ForestRows rows = rowsOf(*three().build());
        const FigureTable table = forestTable(rows);
        QCOMPARE(table.rows.size(), rows.rows.size());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.headers.size());
        QCOMPARE(table.rows[0][1], u"4/40"_s);
    }
};

QTEST_APPLESS_MAIN(TestForestRows)
#include "tst_forestrows.moc"
