// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/GroupsOfPool.h"
#include "tests/models/pooling/PoolFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

using Doses = std::vector<std::optional<Dose>>;

class TestPoolGrouping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doseBandsGoByTheHighestStartingDoseOfEachScale_data()
    {
        QTest::addColumn<Doses>("doses");
        QTest::addColumn<QString>("label");
        QTest::newRow("100 mg") << Doses{mgPerDay(100)} << u"≤100 mg/day"_s;
        QTest::newRow("just above") << Doses{mgPerDay(100.5)} << u">100–200 mg/day"_s;
        QTest::newRow("range up to 200") << Doses{mgPerDay(50, 200)} << u">100–200 mg/day"_s;
        QTest::newRow("400 mg") << Doses{mgPerDay(400)} << u">200 mg/day"_s;
        QTest::newRow("two starting regimens")
            << Doses{mgPerDay(100), mgPerDay(400)} << u">200 mg/day"_s;
        QTest::newRow("4 mg/kg") << Doses{mgPerKgPerDay(4)} << u"≤4 mg/kg/day"_s;
        QTest::newRow("5-8 mg/kg") << Doses{mgPerKgPerDay(5, 8)} << u">4 mg/kg/day"_s;
        QTest::newRow("both scales")
            << Doses{mgPerDay(100), mgPerKgPerDay(8)} << u"mg/day or mg/kg/day"_s;
        QTest::newRow("no dose") << Doses{std::nullopt} << u"Dose not reported"_s;
    }

    void doseBandsGoByTheHighestStartingDoseOfEachScale()
    {
        QFETCH(Doses, doses);
        LibraryBuilder make;
        make.cohort("a/all", 20, [&](Cohort &c) {
            for (const auto &dose : doses)
                c.regimens.push_back(starting({Route::Subcutaneous}, dose));
            c.regimens.push_back(stepUp({Route::Intravenous}, mgPerKgPerDay(24))); // never counts
        });
        const auto library = make.build();
        QTEST(poolGroupOf(*library, 0, PoolGrouping::DoseBand).label, "label");
        QCOMPARE(poolGroupOf(*library, 0, PoolGrouping::Route).code, u"SC"_s);
    }

    void attributesAreNamedAndWhatIsMixedOrMissingIsAGroup()
    {
        LibraryBuilder make;
        make.study("a", [](Study &s) { s.design = coded({"phase-2"}); });
        make.cohort("a/all", 20, [](Cohort &c) {
            c.timing = Timing::PreEmptive;
            c.products = {product("axi-cel", 12), product("tisa-cel", 8)};
            c.diseases = coded({"lbcl", "mcl"});
            c.regimens = {starting({Route::Subcutaneous, Route::Intravenous})};
        });
        make.cohort("b/all", 20, [](Cohort &c) {
            c.products = {product("axi-cel", 20)};
            c.diseases = coded({"mm", "lbcl"});
        });
        make.cohort("c/all", 20);
        const auto library = make.build();
        const auto label = [&](int cohort, PoolGrouping by) {
            return poolGroupOf(*library, cohort, by).label;
        };
        QCOMPARE(label(0, PoolGrouping::Timing), u"Pre-emptive"_s);
        QCOMPARE(label(2, PoolGrouping::Timing), u"Timing not reported"_s);
        QCOMPARE(label(0, PoolGrouping::Route), u"SC and IV"_s);
        QCOMPARE(label(0, PoolGrouping::Product), u"Several products"_s);
        QCOMPARE(label(1, PoolGrouping::Product), u"axi-cel"_s);
        QCOMPARE(label(0, PoolGrouping::Design), u"Phase 2 trial"_s);
        QCOMPARE(label(1, PoolGrouping::Design), u"Design not reported"_s);
        QCOMPARE(label(0, PoolGrouping::Disease), u"Lymphoma"_s);
        QCOMPARE(label(1, PoolGrouping::Disease), u"Lymphoma and Plasma cell disease"_s);
        QCOMPARE(label(2, PoolGrouping::Disease), u"Disease not reported"_s);
    }

    void partsStandForAParentThatTheGroupingSeparates()
    {
        const auto byRoute = [](Route route) {
            return [=](Cohort &c) { c.regimens = {starting({route})}; };
        };
        auto make = poolBuilder();
        make.cohort("a/all", 25, all(figure("icans.any", 9, 25), [](Cohort &c) {
                        c.regimens = {starting({Route::Subcutaneous, Route::Intravenous})};
                    }));
        make.cohort("a/sc", 15, "a/all",
                    all(figure("icans.any", 5, 15), byRoute(Route::Subcutaneous)));
        make.cohort("a/iv", 10, "a/all",
                    all(figure("icans.any", 4, 10), byRoute(Route::Intravenous)));
        make.cohort("b/all", 31, all(figure("icans.any", 6, 31), byRoute(Route::Subcutaneous)));
        make.cohort("c/control", 63, all(as(Role::HistoricalControl), figure("icans.any", 20, 63)));
        const auto library = make.build();
        const auto labels = [&](PoolGrouping by, const QStringList &preferred) {
            QStringList words;
            for (const CohortsOfGroup &group :
                 groupCandidates(*library, guarded(*library), by, preferred)) {
                QStringList ids;
                for (const int cohort : group.cohorts)
                    ids << library->cohorts[std::size_t(cohort)].id;
                words << group.key.code + u": "_s + ids.join(u' ');
            }
            return words;
        };
        QCOMPARE(labels(PoolGrouping::Route, {}),
                 (QStringList{u"SC: a/sc b/all"_s, u"IV: a/iv"_s}));
        QCOMPARE(labels(PoolGrouping::Route, {u"a/all"_s}),
                 (QStringList{u"SC: b/all"_s, u"SC-and-IV: a/all"_s}));
        // Timing does not separate the arms: parent and parts stay together for the guard.
        QCOMPARE(labels(PoolGrouping::Timing, {}),
                 QStringList{u"not-reported: a/all a/sc a/iv b/all"_s});
    }

    void groupsOfOneStudyThatAreNoPartsOfOneParentShareParticipants()
    {
        auto make = poolBuilder();
        make.cohort("a/x", 25, all(timed(Timing::Prophylactic), figure("icans.any", 9, 25)));
        make.cohort("a/y", 15, all(timed(Timing::Refractory), figure("icans.any", 5, 15)));
        make.cohort("b/all", 20, all(timed(Timing::Refractory), figure("icans.any", 5, 20)));
        const auto library = make.build();
        const auto pool = [&](int cohort) {
            return guardPool(*library, std::vector<int>{cohort}, u"icans.any"_s, {});
        };
        const GuardedPool x = pool(0);
        const GuardedPool y = pool(1);
        const GuardedPool b = pool(2);
        QVERIFY(!sharedBetweenGroups(*library, std::vector<const GuardedPool *>{&x, &y}).isEmpty());
        QCOMPARE(sharedBetweenGroups(*library, std::vector<const GuardedPool *>{&x, &b}),
                 QString());
    }
};

QTEST_APPLESS_MAIN(TestPoolGrouping)
#include "tst_poolgrouping.moc"
