// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/pooling/PoolFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

/// Every rule of the guard, and beside it the near miss that the rule does not concern.
class TestPoolGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aParentIsPreferredToItsParts()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25, figure("icans.any", 9, 25));
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        make.cohort("a/iv", 10, "a/all", figure("icans.any", 4, 10));
        make.cohort("b/all", 31, figure("icans.any", 6, 31));
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QCOMPARE(usedIds(*library, pool), (QStringList{u"a/all"_s, u"b/all"_s}));
        QCOMPARE(pool.k(), 2);
        QCOMPARE(reasonFor(*library, pool, "a/sc"), u"part of a, all, which is used"_s);
    }

    void aParentIsPreferredThoughItsPartsHaveALargerDenominator()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25, figure("icans.any", 9, 20)); // 20 evaluable
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        make.cohort("a/iv", 10, "a/all", figure("icans.any", 4, 10));
        const auto library = make.build();
        QCOMPARE(usedIds(*library, guarded(*library)), QStringList{u"a/all"_s});
    }

    void disjointArmsWithoutAParentFigureAreOneRow()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25);
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        make.cohort("a/iv", 10, "a/all", figure("icans.any", 4, 10));
        make.cohort("b/all", 31, figure("icans.any", 6, 31));
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QCOMPARE(usedIds(*library, pool), (QStringList{u"a/sc"_s, u"a/iv"_s, u"b/all"_s}));
        QCOMPARE(pool.k(), 2); // studies
        QCOMPARE(pool.rows[0].events, 9);
        QCOMPARE(pool.rows[0].n, 25);
        QVERIFY(warnsOf(pool.warnings, u"The arms of one study are added up"_s));
    }

    void subgroupsThatCutAStudyInDifferentWaysDoNotEnterTogether()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25);
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        make.cohort("a/crs", 18, "a/all", all(as(Role::Subgroup), figure("icans.any", 6, 18)));
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QCOMPARE(usedIds(*library, pool), QStringList{u"a/crs"_s}); // the larger denominator
        QVERIFY(reasonFor(*library, pool, "a/sc").startsWith(u"may share participants"_s));
    }

    void repeatedReportsEnterOnce()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 43, figure("icans.any", 9, 43));
        make.cohort("a/abstract", 26, "a/all",
                    all(as(Role::ReportSample), figure("icans.any", 5, 26)));
        const auto library = make.build();
        QCOMPARE(usedIds(*library, guarded(*library)), QStringList{u"a/all"_s});
    }

    void recordedOverlapsOfTwoStudiesEnterOnce_data()
    {
        QTest::addColumn<OverlapLevel>("level");
        QTest::newRow("same") << OverlapLevel::Same;
        QTest::newRow("subset") << OverlapLevel::SubsetAssumed;
    }

    void recordedOverlapsOfTwoStudiesEnterOnce()
    {
        QFETCH(OverlapLevel, level);
        auto make = poolBuilder();
        make.cohort("a/all", 20, figure("icans.any", 3, 20));
        make.cohort("b/all", 31, figure("icans.any", 6, 31));
        make.cohort("c/all", 10, figure("icans.any", 1, 10));
        make.overlap("a/all", "b/all", level);
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QCOMPARE(usedIds(*library, pool), (QStringList{u"b/all"_s, u"c/all"_s}));
        QVERIFY(reasonFor(*library, pool, "a/all").contains(u"b, all"_s));
    }

    void anOverlapConcernsThePartsOfItsEnds()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 20);
        make.cohort("a/sc", 12, "a/all", figure("icans.any", 3, 12));
        make.cohort("b/all", 31, figure("icans.any", 6, 31));
        make.overlap("a/all", "b/all", OverlapLevel::SubsetAssumed);
        const auto library = make.build();
        QCOMPARE(usedIds(*library, guarded(*library)), QStringList{u"b/all"_s});
    }

    void anOverlapWithAReportConcernsItsFiguresOnly()
    {
        for (const bool printedThere : {true, false}) {
            auto make = poolBuilder();
            make.report("b", "b-row", "article").report("b", "b-paper", "article");
            make.cohort("a/all", 31, figure("icans.any", 6, 31));
            make.cohort("b/all", 20, figure("icans.any", 3, 20, [&](Observation &o) {
                            o.figure.source.report = printedThere ? u"b-row"_s : u"b-paper"_s;
                        }));
            make.overlap("a/all", "b-row", OverlapLevel::Same);
            const auto library = make.build();
            QCOMPARE(guarded(*library).k(), printedThere ? 1 : 2);
        }
    }

    void possibleOverlapIsAdmittedWithAWarningOrExcluded()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 42, figure("icans.any", 3, 42));
        make.cohort("b/all", 8, figure("icans.any", 6, 8));
        make.overlap("a/all", "b/all", OverlapLevel::CannotBeExcluded);
        const auto library = make.build();
        const GuardedPool admitted = guarded(*library);
        QCOMPARE(admitted.k(), 2);
        QVERIFY(warnsOf(admitted.warnings, u"An overlap cannot be excluded and is admitted"_s));
        GuardOptions options;
        options.possibleOverlap = PossibleOverlap::Exclude;
        const GuardedPool excluded = guarded(*library, options);
        QCOMPARE(usedIds(*library, excluded), QStringList{u"a/all"_s});
        QVERIFY(!warnsOf(excluded.warnings, u"An overlap"_s));
        QVERIFY(reasonFor(*library, excluded, "b/all").contains(u"cannot be excluded"_s));
    }

    void theLargestTotalDenominatorWins()
    {
        // A path a - b - c: 12 + 12 is more than 20, though b is the largest of all.
        auto make = poolBuilder();
        make.cohort("a/all", 12, figure("icans.any", 3, 12));
        make.cohort("b/all", 20, figure("icans.any", 6, 20));
        make.cohort("c/all", 12, figure("icans.any", 1, 12));
        make.overlap("a/all", "b/all", OverlapLevel::Same);
        make.overlap("b/all", "c/all", OverlapLevel::Same);
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QCOMPARE(usedIds(*library, pool), (QStringList{u"a/all"_s, u"c/all"_s}));
        QVERIFY(!pool.greedy);
    }

    void theDenominatorIsThatOfTheOutcome()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 40, figure("icans.any", 3, 12)); // larger cohort, smaller denominator
        make.cohort("b/all", 30, figure("icans.any", 6, 25));
        make.overlap("a/all", "b/all", OverlapLevel::Same);
        const auto library = make.build();
        QCOMPARE(usedIds(*library, guarded(*library)), QStringList{u"b/all"_s});
    }

    void preferredCohortsEnterInsteadOfWhatTheyOverlap()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25, figure("icans.any", 9, 25));
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        make.cohort("a/iv", 10, "a/all", figure("icans.any", 4, 10));
        const auto library = make.build();
        GuardOptions options;
        options.preferred = {u"a/sc"_s};
        const GuardedPool pool = guarded(*library, options);
        QCOMPARE(usedIds(*library, pool), (QStringList{u"a/sc"_s, u"a/iv"_s})); // its sibling may
        QCOMPARE(reasonFor(*library, pool, "a/all"), u"its part a, sc is used instead"_s);
    }

    void preferredCohortsThatShareParticipantsAreRefused()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25, figure("icans.any", 9, 25));
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        make.cohort("a/iv", 10, "a/all", figure("icans.any", 4, 10));
        const auto library = make.build();
        GuardOptions options;
        options.preferred = {u"a/sc"_s, u"a/all"_s};
        const GuardedPool pool = guarded(*library, options);
        QVERIFY2(pool.refused.contains(u"share participants"_s), qPrintable(pool.refused));
        QVERIFY(pool.rows.empty());
        options.preferred = {u"a/sc"_s, u"a/iv"_s}; // near miss: disjoint arms
        QVERIFY(guarded(*library, options).refused.isEmpty());
    }

    void excludedCohortsStayOutAndAreSaid()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25, figure("icans.any", 9, 25));
        make.cohort("a/sc", 15, "a/all", figure("icans.any", 5, 15));
        const auto library = make.build();
        GuardOptions options;
        options.excluded = {u"a/all"_s};
        const GuardedPool pool = guarded(*library, options);
        QCOMPARE(usedIds(*library, pool), QStringList{u"a/sc"_s});
        QCOMPARE(reasonFor(*library, pool, "a/all"), u"left out by hand"_s);
        options.preferred = {u"a/all"_s}; // out is out
        QVERIFY(warnsOf(guarded(*library, options).warnings, u"Chosen, but not usable"_s));
    }

    void comparatorsAndStudyPopulationsNeverEnter()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 58, all(as(Role::StudyPopulation), figure("icans.any", 9, 58)));
        make.cohort("a/given", 8, "a/all", figure("icans.any", 2, 8));
        make.cohort("a/control", 63, all(as(Role::HistoricalControl), figure("icans.any", 20, 63)));
        make.cohort("a/part", 19, "a/all", [](Cohort &c) {
            c.role = Role::Subgroup;
            c.nAnakinra = count(8); // 8 of 19 were given anakinra
            c.outcomes.push_back(counted("icans.any", 5, 19));
        });
        const auto library = make.build();
        GuardOptions options;
        options.preferred = {u"a/control"_s};
        const GuardedPool pool = guarded(*library, options);
        QCOMPARE(usedIds(*library, pool), QStringList{u"a/given"_s});
        QVERIFY(reasonFor(*library, pool, "a/control").contains(u"comparator"_s));
    }

    void whatHasNoCountIsListedWithTheReason()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 25, [](Cohort &c) {
            Observation o = counted("icans.any", 0, 0);
            o.figure = {};
            o.figure.percent = 42;
            o.figure.source.reported = u"42%"_s;
            o.figure.source.status = Status::PercentOnly;
            o.figure.inferred = InferredCount{8, 19, {}};
            c.outcomes.push_back(o);
        });
        make.cohort("b/all", 31);
        make.cohort("c/all", 10, [](Cohort &c) {
            Observation o = counted("icans.any", 2, 0);
            o.figure.n.reset();
            c.outcomes.push_back(o);
        });
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QCOMPARE(pool.k(), 0);
        QVERIFY(reasonFor(*library, pool, "a/all").startsWith(u"only a percentage is printed"_s));
        QCOMPARE(reasonFor(*library, pool, "b/all"), u"not reported"_s);
        QVERIFY(reasonFor(*library, pool, "c/all").contains(u"2/NR"_s));
        GuardOptions options;
        options.showInferred = true;
        const GuardedPool inferred = guarded(*library, options);
        QCOMPARE(usedIds(*library, inferred), QStringList{u"a/all"_s});
        QCOMPARE(inferred.rows[0].n, 19);
        QVERIFY(warnsOf(inferred.warnings, u"Inferred counts are switched on"_s));
    }

    void selectedPopulationsRefuseAnIncidence()
    {
        const auto selected = [](Observation &o) { o.population = Population::Selected; };
        auto make = poolBuilder();
        make.cohort("a/all", 31, figure("icans.any", 6, 31));
        make.cohort("b/all", 25, figure("icans.any", 9, 25));
        make.cohort("c/all", 7, figure("icans.any", 1, 7, selected));
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QVERIFY2(pool.refused.contains(u"c, all"_s), qPrintable(pool.refused));
        QCOMPARE(usedIds(*library, pool), QStringList());
        GuardOptions options;
        options.excluded = {u"c/all"_s};
        QCOMPARE(guarded(*library, options).k(), 2);
    }

    void aSelectedPartOfAnIncidenceDoesNotRefuse()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 31, figure("icans.any", 6, 31));
        make.cohort("a/with", 6, "a/all",
                    all(as(Role::Subgroup), figure("icans.any", 6, 6, [](Observation &o) {
                            o.population = Population::Selected;
                        })));
        make.cohort("b/all", 25, figure("icans.any", 9, 25));
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QVERIFY2(pool.refused.isEmpty(), qPrintable(pool.refused));
        QCOMPARE(pool.k(), 2);
        QVERIFY(!reasonFor(*library, pool, "a/with").isEmpty());
    }

    void differentTargetsRefuse()
    {
        for (const char *target : {"crs", "icans"}) {
            auto make = poolBuilder();
            make.cohort("a/all", 31, figure("resolution.any", 6, 31, [](Observation &o) {
                            o.target = u"icans"_s;
                        }));
            make.cohort("b/all", 25, figure("resolution.any", 9, 25, [&](Observation &o) {
                            o.target = QString::fromUtf8(target);
                        }));
            const auto library = make.build();
            const GuardedPool pool = guarded(*library, {}, u"resolution.any"_s);
            QCOMPARE(pool.refused.isEmpty(), target == std::string_view("icans"));
        }
    }

    void differentResponseCriteriaRefuse_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("warned");
        QTest::newRow("two tumour criteria")
            << u"response.cr"_s << u"Lugano 2014"_s << u"Cheson 2007"_s << true << false;
        QTest::newRow("one in another spelling")
            << u"response.cr"_s << u"Lugano 2014"_s << u"lugano  2014"_s << false << false;
        QTest::newRow("one not stated")
            << u"response.cr"_s << u"Lugano 2014"_s << QString() << false << true;
        QTest::newRow("resolved or improved")
            << u"resolution.any"_s << u"resolution"_s << u"improvement"_s << true << false;
        QTest::newRow("improved in other words")
            << u"resolution.any"_s << u"improvement of CRS"_s << u"improvement after anakinra"_s
            << false << true;
        QTest::newRow("response not defined") << u"resolution.any"_s << u"resolution"_s
                                              << u"response, not defined"_s << false << true;
    }

    void differentResponseCriteriaRefuse()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, first);
        QFETCH(QString, second);
        const QByteArray code = outcome.toUtf8();
        auto make = poolBuilder();
        make.cohort("a/all", 31,
                    all(having("lbcl"), figure(code.constData(), 6, 31,
                                               [&](Observation &o) { o.criterion = first; })));
        make.cohort("b/all", 25,
                    all(having("lbcl"), figure(code.constData(), 9, 25,
                                               [&](Observation &o) { o.criterion = second; })));
        const auto library = make.build();
        const GuardedPool pool = guarded(*library, {}, outcome);
        QTEST(!pool.refused.isEmpty(), "refused");
        QTEST(warnsOf(pool.warnings, u"The response criterion is not worded alike"_s), "warned");
    }

    void differentDiseaseGroupsRefuseATumourResponse_data()
    {
        QTest::addColumn<QString>("disease");
        QTest::addColumn<bool>("refused");
        QTest::newRow("ALL with lymphoma") << u"b-all"_s << true;
        QTest::newRow("myeloma with lymphoma") << u"mm"_s << true;
        QTest::newRow("unspecified with lymphoma") << u"b-cell-malignancy"_s << true;
        QTest::newRow("another lymphoma") << u"mcl"_s << false;
        QTest::newRow("not reported") << QString() << false;
    }

    void differentDiseaseGroupsRefuseATumourResponse()
    {
        QFETCH(QString, disease);
        for (const char *outcome : {"response.cr", "icans.any"}) {
            auto make = poolBuilder();
            make.cohort("a/all", 31, all(having("lbcl"), figure(outcome, 6, 31)));
            make.cohort("b/all", 25, all(figure(outcome, 9, 25), [&](Cohort &c) {
                            if (!disease.isEmpty())
                                c.diseases.codes = {disease};
                        }));
            const auto library = make.build();
            const GuardedPool pool = guarded(*library, {}, QString::fromUtf8(outcome));
            if (outcome == std::string_view("icans.any")) { // an incidence is another matter
                QVERIFY(pool.refused.isEmpty());
                continue;
            }
            QTEST(!pool.refused.isEmpty(), "refused");
            QCOMPARE(warnsOf(pool.warnings, u"The disease is not reported"_s), disease.isEmpty());
        }
    }

    void warnsOfWhatDiffersAndOfNothingElse_data()
    {
        using Edit = std::function<void(Cohort &)>;
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("warning");
        QTest::newRow("nothing differs") << Edit([](Cohort &) {}) << QString();
        QTest::newRow("timing") << Edit(timed(Timing::Refractory)) << u"Mixed timing"_s;
        QTest::newRow("timing not reported")
            << Edit(timed(Timing::NotReported)) << u"Mixed timing"_s;
        QTest::newRow("grading") << Edit([](Cohort &c) { c.outcomes[0].criterion = u"CTCAE"_s; })
                                 << u"Mixed grading"_s;
        QTest::newRow("grade as printed")
            << Edit([](Cohort &c) { c.outcomes[0].figure.source.flags = {u"grade-as-printed"_s}; })
            << u"Mixed grading, as printed"_s;
        QTest::newRow("concomitant")
            << Edit([](Cohort &c) { c.outcomes[0].concomitant = {u"steroids"_s}; })
            << u"Other treatment was given"_s;
        QTest::newRow("denominator")
            << Edit([](Cohort &c) { c.outcomes[0].denominator = Denominator::Evaluable; })
            << u"Different denominators"_s;
        QTest::newRow("another figure")
            << Edit([](Cohort &c) { c.outcomes.push_back(counted("icans.any", 1, 9)); })
            << u"More than one figure"_s;
    }

    void warnsOfWhatDiffersAndOfNothingElse()
    {
        QFETCH(std::function<void(Cohort &)>, edit);
        QFETCH(QString, warning);
        const auto graded = [](Observation &o) { o.criterion = u"ASTCT"_s; };
        auto make = poolBuilder();
        make.cohort("a/all", 31,
                    all(timed(Timing::Prophylactic), figure("icans.any", 6, 31, graded)));
        make.cohort("b/all", 25,
                    all(timed(Timing::Prophylactic), figure("icans.any", 9, 25, graded)));
        make.cohort("c/all", 20,
                    all(timed(Timing::Prophylactic), figure("icans.any", 9, 20, graded), edit));
        const auto library = make.build();
        const QStringList warnings = guarded(*library).warnings;
        QCOMPARE(warnings.size(), warning.isEmpty() ? 0 : 1);
        QVERIFY(warning.isEmpty() || warnsOf(warnings, warning));
    }

    void fewerThanThreeStudiesIsSaid()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 31, figure("icans.any", 6, 31));
        QVERIFY(warnsOf(guarded(*make.build()).warnings, u"One study only"_s));
        make.cohort("b/all", 25, figure("icans.any", 9, 25));
        QVERIFY(warnsOf(guarded(*make.build()).warnings, u"Fewer than three studies"_s));
        make.cohort("c/all", 25, figure("icans.any", 9, 25));
        QVERIFY(guarded(*make.build()).warnings.isEmpty());
    }

    void aCandidateIsListedOnceInTheOrderGiven()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 31, figure("icans.any", 6, 31));
        make.cohort("b/all", 25, figure("icans.any", 9, 25));
        const auto library = make.build();
        const std::vector<int> twice{1, 0, 1};
        const GuardedPool pool = guardPool(*library, twice, u"icans.any"_s, {});
        QCOMPARE(pool.candidates.size(), 2u);
        QCOMPARE(pool.rows[0].study, 1);
    }
};

QTEST_APPLESS_MAIN(TestPoolGuard)
#include "tst_poolguard.moc"
