// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/integrity/FindingFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

namespace {

QStringList ofTwo(const Observation &a, const Observation &b)
{
    return found(30, [&](Cohort &cohort) { cohort.outcomes = {a, b}; });
}

/// A cohort of `whole` and parts that claim to make it up.
QStringList divided(const Count &whole, const std::vector<Count> &parts, bool declared = true,
                    bool partial = false)
{
    LibraryBuilder make;
    make.draft().partial = partial;
    make.cohort("s/all", -1, [&](Cohort &cohort) { cohort.n = whole; });
    for (std::size_t i = 0; i < parts.size(); ++i) {
        make.cohort(("s/part-" + std::to_string(i)).c_str(), -1, "s/all", [&](Cohort &cohort) {
            cohort.n = parts[i];
            if (declared)
                cohort.partition = u"route"_s;
        });
    }
    return ids(found(make)).filter(u"part"_s);
}

std::vector<Finding> compared(const Figure &a, const Figure &b, const QString &relation,
                              std::optional<double> p, const QString &reported,
                              const QString &test = {})
{
    LibraryBuilder make;
    make.cohort("s/a", -1).cohort("s/b", -1);
    make.study("s", [&](Study &study) {
        Comparison comparison;
        comparison.id = u"s-ab"_s;
        comparison.groups = {{u"s/a"_s, a}, {u"s/b"_s, b}};
        comparison.test = test;
        comparison.pRelation = relation;
        comparison.p = p;
        comparison.source.reported = reported;
        study.comparisons = {comparison};
    });
    return found(make);
}

QStringList overlapping(OverlapLevel level, const Observation &a, const Observation &b,
                        Role role = Role::Anakinra)
{
    LibraryBuilder make;
    make.cohort("s/all", 40, [&](Cohort &cohort) { cohort.outcomes = {a}; });
    make.cohort("t/all", 20, [&](Cohort &cohort) { cohort.role = role; });
    make.cohort("t/part", 10, "t/all", [&](Cohort &cohort) {
        cohort.role = Role::Subgroup;
        cohort.outcomes = {b};
    });
    make.overlap("s/all", "t/all", level);
    return ids(found(make));
}

} // namespace

class TestRecordFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsDoNotExceedPatients()
    {
        QCOMPARE(foundOf(30, observed("crs.any", counts(8, 8))), QStringList());
        QCOMPARE(foundOf(30, observed("crs.any", counts(9, 8))),
                 QStringList{u"count.above-n:s/all:crs.any"_s});
    }

    void denominatorsDoNotExceedTheCohort()
    {
        const auto of = [](int n, std::optional<int> max) {
            return found(n, [&](Cohort &cohort) {
                cohort.n.max = max;
                cohort.outcomes = {observed("crs.any", counts(8, 9))};
            }).filter(u"above"_s);
        };
        QCOMPARE(of(9, {}), QStringList());
        QCOMPARE(of(8, 9), QStringList()); // "8 or 9"
        QCOMPARE(of(8, {}), QStringList{u"count.above-cohort:s/all:crs.any"_s});
    }

    void secondValueIsToldWhereTheNumberBelongs()
    {
        LibraryBuilder make;
        make.cohort("s/all", 58, [](Cohort &cohort) {
            cohort.role = Role::StudyPopulation;
            cohort.nAnakinra = count(8, 9);
        });
        make.cohort("s/given", -1, "s/all", [](Cohort &cohort) { cohort.n = count(8, 9); });
        make.cohort("t/all", 13, [](Cohort &cohort) {
            cohort.role = Role::StudyPopulation;
            cohort.nAnakinra = count(6, 7);
        });
        QCOMPARE(ids(found(make)), (QStringList{u"count.two-values:s/given:n"_s,
                                                u"count.two-values:t/all:n-anakinra"_s}));
    }

    void higherGradesAreAmongTheLower_data()
    {
        QTest::addColumn<QString>("inner");
        QTest::addColumn<QString>("outer");
        QTest::addColumn<bool>("included");
        const auto row = [](const char *inner, const char *outer, bool included) {
            QTest::addRow("%s in %s", inner, outer)
                << QString::fromLatin1(inner) << QString::fromLatin1(outer) << included;
        };
        row("crs.ge3", "crs.any", true);
        row("icans.g4", "icans.ge3", true);
        row("icans.g5", "icans.ge3", true);
        row("icans.g4", "icans.any", true);
        row("icans.ge4", "icans.ge3", true);
        row("response.cr", "response.orr", true);
        row("response.mrdneg-cr", "response.cr", true);
        row("crs.ge3", "icans.any", false);
        row("icans.g5", "icans.g4", false);
        row("crs.any", "crs.ge3", false);
        row("response.orr", "response.cr", false);
        row("crs.ge3-at-start", "crs.any", false); // another time
        row("infection.c-difficile", "infection.any", false);
    }

    void higherGradesAreAmongTheLower()
    {
        QFETCH(QString, inner);
        QFETCH(QString, outer);
        QFETCH(bool, included);
        const QByteArray a = inner.toLatin1();
        const QByteArray b = outer.toLatin1();
        QCOMPARE(ofTwo(observed(a.constData(), counts(7, 30)), observed(b.constData(), counts(6, 30)))
                     .size(),
                 included ? 1 : 0);
        QCOMPARE(ofTwo(observed(a.constData(), counts(6, 30)), observed(b.constData(), counts(6, 30))),
                 QStringList());
    }

    void gradesOfAnotherWindowReportOrPopulationAreNotCompared()
    {
        Observation severe = observed("crs.ge3", counts(7, 30));
        const Observation any = observed("crs.any", counts(6, 30));
        QCOMPARE(ofTwo(severe, any), QStringList{u"order.grades:s/all:crs.ge3"_s});
        Observation other = severe;
        other.window = u"day 30"_s;
        QCOMPARE(ofTwo(other, any), QStringList());
        other = severe;
        other.figure.source.report = u"another"_s;
        QCOMPARE(ofTwo(other, any), QStringList());
        other = severe;
        other.population = Population::Selected;
        QCOMPARE(ofTwo(other, any), QStringList());
        other = severe;
        other.figure.n = 29;
        QCOMPARE(ofTwo(other, any), QStringList());
        other = severe;
        other.criterion = u"ASTCT"_s; // the other says none
        QCOMPARE(ofTwo(other, any).size(), 1);
    }

    void barePercentagesAreComparedWithTheirRounding()
    {
        const auto of = [](const QString &cr, const QString &orr) {
            LibraryBuilder make;
            make.cohort("s/all", -1, [&](Cohort &cohort) {
                cohort.outcomes = {
                    observed("response.cr", percentage(cr), Denominator::NotStated),
                    observed("response.orr", percentage(orr), Denominator::NotStated)};
            });
            return ids(found(make));
        };
        QCOMPARE(of(u"51%"_s, u"42%"_s), QStringList{u"order.response:s/all:response.cr"_s});
        QCOMPARE(of(u"42%"_s, u"51%"_s), QStringList());
        QCOMPARE(of(u"42%"_s, u"42%"_s), QStringList());
        QCOMPARE(of(u"42.6%"_s, u"42%"_s), QStringList()); // the 42 may be cut off
        QCOMPARE(of(u"43.6%"_s, u"42%"_s), QStringList{u"order.response:s/all:response.cr"_s});
    }

    void partsAreNotLargerThanTheWhole()
    {
        QCOMPARE(divided(count(25), {count(25)}, false), QStringList());
        QCOMPARE(divided(count(25), {count(26)}, false), QStringList{u"part.above-whole:s/part-0:n"_s});
        QCOMPARE(divided(count(8, 9), {count(9)}, false), QStringList());
    }

    void declaredPartsMakeUpTheWhole()
    {
        QCOMPARE(divided(count(25), {count(15), count(10)}), QStringList());
        QCOMPARE(divided(count(25), {count(15), count(9)}), QStringList{u"partition.size:s/all:n"_s});
        QCOMPARE(divided(count(25), {count(15), count(12)}), QStringList{u"partition.size:s/all:n"_s});
        QCOMPARE(divided(count(8, 9), {count(3), count(5)}), QStringList());
        QCOMPARE(divided(count(8, 9), {count(3), count(6)}), QStringList());
        QCOMPARE(divided(count(8, 9), {count(3), count(7)}), QStringList{u"partition.size:s/all:n"_s});
        QCOMPARE(divided(count(25), {count(15), Count()}), QStringList());
        // Nobody says that these are all.
        QCOMPARE(divided(count(58), {count(19), count(32)}, false), QStringList());
        // A part may have been left out.
        QCOMPARE(divided(count(25), {count(15)}, true, true), QStringList());
    }

    void eventsOfDeclaredPartsAddUp()
    {
        const auto of = [](int events, int a, int b, const QString &window) {
            LibraryBuilder make;
            make.cohort("s/all", 25, [&](Cohort &cohort) {
                cohort.outcomes = {observed("crs.any", counts(events, 25))};
            });
            make.cohort("s/sc", 15, "s/all", [&](Cohort &cohort) {
                cohort.partition = u"route"_s;
                cohort.outcomes = {observed("crs.any", counts(a, 15))};
            });
            make.cohort("s/iv", 10, "s/all", [&](Cohort &cohort) {
                cohort.partition = u"route"_s;
                cohort.outcomes = {observed("crs.any", counts(b, 10))};
                cohort.outcomes[0].window = window;
            });
            return ids(found(make));
        };
        QCOMPARE(of(17, 8, 9, {}), QStringList());
        QCOMPARE(of(18, 8, 9, {}), QStringList{u"partition.events:s/all:crs.any"_s});
        QCOMPARE(of(18, 8, 9, u"day 30"_s), QStringList());
        QCOMPARE(of(7, 8, 0, {}), (QStringList{u"part.above-whole:s/sc:crs.any"_s,
                                               u"partition.events:s/all:crs.any"_s}));
    }

    void productsMakeUpTheCohort()
    {
        const auto of = [](int n, const std::vector<ProductShare> &products) {
            return found(n, [&](Cohort &cohort) { cohort.products = products; });
        };
        const QStringList told{u"products.sum:s/all:products"_s};
        QCOMPARE(of(42, {product("axi-cel", 36), product("liso-cel", 4), product("tisa-cel", 2)}),
                 QStringList());
        QCOMPARE(of(42, {product("axi-cel", 36), product("liso-cel", 7)}), told);
        QCOMPARE(of(42, {product("axi-cel", 36), product("liso-cel", 4)}), told);
        QCOMPARE(of(42, {product("axi-cel", 36), product("liso-cel")}), QStringList());
        QCOMPARE(of(-1, {product("axi-cel", 36), product("liso-cel", 7)}), QStringList());
    }

    void printedSharesOfProductsMakeUpAHundred()
    {
        const auto of = [](const QStringList &shares) {
            return found(-1, [&](Cohort &cohort) {
                const std::array codes{"axi-cel", "liso-cel", "tisa-cel"};
                for (qsizetype i = 0; i < shares.size(); ++i) {
                    ProductShare share = product(codes[std::size_t(i)]);
                    share.source.reported = shares[i] + u'%';
                    share.percent = shares[i].toDouble();
                    cohort.products.push_back(share);
                }
            });
        };
        const QStringList told{u"products.sum:s/all:products"_s};
        QCOMPARE(of({u"74"_s, u"13"_s, u"13"_s}), QStringList());
        QCOMPARE(of({u"33"_s, u"33"_s, u"33"_s}), QStringList()); // thirds, rounded
        QCOMPARE(of({u"33.3"_s, u"33.3"_s, u"33.3"_s}), QStringList());
        QCOMPARE(of({u"33.3"_s, u"33.3"_s, u"33.0"_s}), told);
        QCOMPARE(of({u"74"_s, u"13"_s, u"4"_s}), told);
        QCOMPARE(of({u"74"_s, u"23"_s, u"13"_s}), told);
    }

    void printedPIsHeldAgainstTheTests_data()
    {
        QTest::addColumn<QString>("relation");
        QTest::addColumn<double>("p");
        QTest::addColumn<QString>("reported");
        QTest::addColumn<QString>("test");
        QTest::addColumn<QString>("severity"); // "" = nothing to say
        QTest::addColumn<QString>("says");
        const auto row = [](const char *relation, double p, const char *reported, const char *test,
                            const char *severity, const char *says = "") {
            QTest::addRow("%s %s", reported, test)
                << QString::fromLatin1(relation) << p << QString::fromLatin1(reported)
                << QString::fromLatin1(test) << QString::fromLatin1(severity)
                << QString::fromLatin1(says);
        };
        // 8/11 against 8/31, computed apart from the program: Fisher .01054, mid-p .00965,
        // chi-square .00590, with Yates' correction .01677.
        row("=", .0105, "p=.0105", "", "");
        row("=", .011, "p=.011", "", "");
        row("=", .006, "p = 0.006", "", "note", "chi-square test without correction");
        row("=", .006, "p = 0.006", "Chi-square or Fisher's exact test", "note", "without correction");
        row("=", .006, "p = 0.006", "chi-square test", "");
        row("=", .006, "p = 0.006", "Fisher's exact test", "note", "without correction");
        row("=", .0168, "p=.0168", "", "note", "Yates");
        row("=", .0168, "p=.0168", "chi-square test", "");
        row("=", .17, "p=.17", "Fisher's exact test", "impossible", "None");
        row("=", .17, "p=.17", "", "note", "None");
        row("<", .05, "p<.05", "", "");
        row("<", .01, "p<.01", "", "note", "without correction");
        row("<", .001, "p<.001", "", "note", "None");
        row(">", .05, "p>.05", "Fisher's exact test", "impossible", "None");
    }

    void printedPIsHeldAgainstTheTests()
    {
        QFETCH(QString, relation);
        QFETCH(double, p);
        QFETCH(QString, reported);
        QFETCH(QString, test);
        QFETCH(QString, severity);
        QFETCH(QString, says);
        const auto findings = compared(counts(8, 11), counts(8, 31), relation, p, reported, test);
        QCOMPARE(findings.size(), std::size_t(severity.isEmpty() ? 0 : 1));
        if (findings.empty())
            return;
        QCOMPARE(findings[0].id, u"p.recomputed:s-ab"_s);
        QCOMPARE(codeOf(findings[0].severity), severity);
        QVERIFY2(findings[0].text.contains(says), qPrintable(findings[0].text));
        QVERIFY2(findings[0].working.contains(u"8/11 against 8/31: Fisher's exact test p = 0.0105"),
                 qPrintable(findings[0].working));
    }

    void pThatCannotBeRecomputedIsLeftAlone()
    {
        QVERIFY(compared(counts(8, 11), percentage(u"26%"_s), u"="_s, .006, u"p=.006"_s).empty());
        QVERIFY(compared(counts(8, 11), counts(8, 31), {}, {}, u"not significant"_s).empty());
    }

    void printedIntervalIsHeldAgainstTheMethods()
    {
        const auto of = [](double low, double high, const QString &print) {
            Figure figure = percentage(u"30.8%"_s, 81, 263);
            figure.source.reported = u"30.8% "_s + print;
            figure.interval = PrintedInterval{low, high, 95};
            return foundOf(263, observed("crs.any", figure));
        };
        // Newcombe 1998, table I: Wilson .2553-.3662, Clopper-Pearson .2527-.3676, normal .2522-.3638.
        QCOMPARE(of(25.5, 36.6, u"(25.5-36.6)"_s), QStringList());
        QCOMPARE(of(25.27, 36.76, u"(25.27-36.76)"_s), QStringList());
        QCOMPARE(of(25.2, 36.4, u"(25.2-36.4)"_s), QStringList());
        QCOMPARE(of(25.5, 38.6, u"(25.5-38.6)"_s), QStringList{u"interval.recomputed:s/all:crs.any"_s});
        QCOMPARE(of(28.5, 36.6, u"(28.5-36.6)"_s), QStringList{u"interval.recomputed:s/all:crs.any"_s});
    }

    void sharedPatientsAreToldWhereAPoolWouldTakeBoth()
    {
        const Observation a = observed("response.cr", counts(8, 40));
        const Observation b = observed("response.cr", counts(3, 10));
        const QStringList told{u"overlap.poolable:overlap-0"_s};
        QCOMPARE(overlapping(OverlapLevel::Same, a, b), told);
        QCOMPARE(overlapping(OverlapLevel::CannotBeExcluded, a, b), told);
        QCOMPARE(overlapping(OverlapLevel::Same, a, observed("response.orr", counts(3, 10))),
                 QStringList());
        QCOMPARE(overlapping(OverlapLevel::Same, a, observed("response.cr", percentage(u"30%"_s))),
                 QStringList());
        QCOMPARE(overlapping(OverlapLevel::Same, a, b, Role::Era), QStringList());
    }

    void incidenceAmongSelectedPatientsIsNotPooled()
    {
        const Observation all = observed("icans.any", counts(8, 40));
        Observation selected = observed("icans.any", counts(3, 10));
        QCOMPARE(overlapping(OverlapLevel::Same, all, selected).size(), 1);
        selected.population = Population::Selected;
        QCOMPARE(overlapping(OverlapLevel::Same, all, selected), QStringList());
    }

    void partsOfOneCohortAreNoOverlap()
    {
        LibraryBuilder make;
        make.cohort("s/all", 43, [](Cohort &cohort) {
            cohort.outcomes = {observed("response.cr", counts(20, 43))};
        });
        make.cohort("s/early", 26, "s/all", [](Cohort &cohort) {
            cohort.role = Role::ReportSample;
            cohort.outcomes = {observed("response.cr", counts(14, 26))};
        });
        make.overlap("s/early", "s/all", OverlapLevel::SubsetAssumed);
        QCOMPARE(ids(found(make)), QStringList());
    }

    void calledRefractoryAlthoughNotAllHadSteroids()
    {
        const auto of = [](int events, bool called) {
            return found(42, [&](Cohort &cohort) {
                cohort.timing = Timing::Treatment;
                if (called)
                    cohort.timingSource.flags = {u"called-refractory"_s};
                cohort.characteristics = {characteristic("steroid.prior", counts(events, 42))};
            });
        };
        QCOMPARE(of(39, true), QStringList{u"conflict.refractory:s/all:characteristic.steroid.prior"_s});
        QCOMPARE(of(42, true), QStringList());
        QCOMPARE(of(39, false), QStringList());
    }

    void valuesWithoutALocatorAreErrors()
    {
        LibraryBuilder make;
        make.cohort("s/all", 10, [](Cohort &cohort) {
            cohort.n.source.locator = u"Table 1"_s;
            cohort.outcomes = {observed("crs.any", counts(3, 10)), observed("crs.ge3", counts(1, 10))};
            cohort.outcomes[0].figure.source.locator = u"Table 2"_s;
        });
        const auto findings = audit(*make.build());
        QCOMPARE(ids(findings), QStringList{u"locator.missing:s/all:crs.ge3"_s});
        QCOMPARE(findings[0].severity, Severity::Error);
    }

    void oneOutcomeRecordedTwiceHasTwoIds()
    {
        QCOMPARE(ofTwo(observed("crs.any", counts(9, 8)), observed("crs.any", counts(7, 6))),
                 (QStringList{u"count.above-n:s/all:crs.any"_s, u"count.above-n:s/all:crs.any#2"_s}));
    }
};

QTEST_APPLESS_MAIN(TestRecordFindings)
#include "tst_recordfindings.moc"
