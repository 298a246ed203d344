// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/integrity/FindingFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

class TestPercentageFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentageWithItsCount_data()
    {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("check"); // "" = nothing to say
        const auto row = [](const char *reported, int events, int n, const char *check) {
            QTest::addRow("%s of %d/%d", reported, events, n)
                << QString::fromLatin1(reported) << events << n << QString::fromLatin1(check);
        };
        row("68%", 17, 25, "");
        row("72%", 17, 25, "count.mismatch");
        row("74%", 18, 25, "count.mismatch"); // no count of 25 gives it
        // Exact ties: 12.5 and 0.5 round up.
        row("13%", 1, 8, "");
        row("12%", 1, 8, "grim.truncated");
        row("12.5%", 1, 8, "");
        row("12.4%", 1, 8, "count.mismatch");
        row("1%", 1, 200, "");
        row("0%", 1, 200, "grim.truncated");
        row("0%", 0, 200, "");
        // Two decimals: 2/31 = 6.4516, 18/42 = 42.857.
        row("6.45%", 2, 31, "");
        row("6.5%", 2, 31, "");
        row("6.4%", 2, 31, "grim.truncated");
        row("6.46%", 2, 31, "count.mismatch");
        row("42.86%", 18, 42, "");
        row("42.85%", 18, 42, "grim.truncated");
        row("42.60%", 18, 42, "count.mismatch");
        // One patient: all or nothing.
        row("100%", 1, 1, "");
        row("0%", 0, 1, "");
        row("100%", 0, 1, "count.mismatch");
        row("99.5%", 199, 200, "");
        row("100%", 199, 200, ""); // 99.5 rounds up
        row("99%", 199, 200, "grim.truncated");
    }

    void percentageWithItsCount()
    {
        QFETCH(QString, reported);
        QFETCH(int, events);
        QFETCH(int, n);
        QFETCH(QString, check);
        const QStringList expected
            = check.isEmpty() ? QStringList() : QStringList{check + u":s/all:crs.any"};
        QCOMPARE(foundOf(n, observed("crs.any", percentage(reported, events, n))), expected);
    }

    void percentageOfTheCohort_data()
    {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("check");
        const auto row = [](const char *reported, int n, const char *check) {
            QTest::addRow("%s of %d", reported, n)
                << QString::fromLatin1(reported) << n << QString::fromLatin1(check);
        };
        row("74%", 25, "grim.impossible");
        row("76%", 25, "");
        row("38%", 10, "grim.impossible");
        row("38%", 8, "");
        row("37%", 8, "grim.truncated"); // 3/8 = 37.5
        row("53%", 26, "grim.truncated"); // 14/26 = 53.8
        row("54%", 26, "");
        row("42.6%", 42, "grim.impossible");
        row("42.6%", 47, ""); // 20/47 = 42.55
        row("42.60%", 47, "grim.impossible");
        row("50%", 1, "grim.impossible");
        row("100%", 1, "");
        row("0%", 3, "");
        row("50%", 20000, ""); // more than is searched for denominators
        row("33.333%", 20000, "grim.impossible"); // 6666/20000 = 33.330, 6667/20000 = 33.335
    }

    void percentageOfTheCohort()
    {
        QFETCH(QString, reported);
        QFETCH(int, n);
        QFETCH(QString, check);
        for (const Denominator denominator : {Denominator::Treated, Denominator::NotStated}) {
            const QStringList expected
                = check.isEmpty() ? QStringList() : QStringList{check + u":s/all:crs.any"};
            QCOMPARE(foundOf(n, observed("crs.any", percentage(reported), denominator)), expected);
        }
    }

    void withoutAnyNumberOfPatientsNothingCanBeSaid()
    {
        QCOMPARE(foundOf(-1, observed("crs.any", percentage(u"74%"_s), Denominator::NotStated)),
                 QStringList());
    }

    void ofThoseEvaluableAnyNumberUpToTheCohortMayBeMeant()
    {
        // 14/19 and 17/23 give 74 %; nothing up to 42 gives 42.6 %.
        QCOMPARE(foundOf(25, observed("crs.any", percentage(u"74%"_s), Denominator::Evaluable)),
                 QStringList());
        QCOMPARE(foundOf(18, observed("crs.any", percentage(u"74%"_s), Denominator::Evaluable)),
                 QStringList{u"grim.impossible:s/all:crs.any"_s});
        QCOMPARE(foundOf(42, observed("crs.any", percentage(u"42.6%"_s), Denominator::Evaluable)),
                 QStringList{u"grim.impossible:s/all:crs.any"_s});
    }

    void ofEightOrNineEitherMayBeMeant()
    {
        const auto of = [](const QString &reported) {
            return found(8, [&](Cohort &cohort) {
                cohort.n.max = 9;
                cohort.outcomes = {observed("crs.any", percentage(reported))};
            }).filter(u"grim"_s);
        };
        QCOMPARE(of(u"89%"_s), QStringList()); // 8/9
        QCOMPARE(of(u"88%"_s), QStringList()); // 7/8
        QCOMPARE(of(u"86%"_s), QStringList{u"grim.impossible:s/all:crs.any"_s}); // 6/7 is neither
    }

    void aGroupThatIsNotNamedIsOnlyANote()
    {
        Figure figure = percentage(u"74%"_s);
        figure.source.flags = {u"group-not-named"_s};
        LibraryBuilder make;
        make.cohort("s/all", 25, [&](Cohort &cohort) {
            cohort.outcomes = {observed("response.cr", figure, Denominator::NotStated)};
        });
        const auto findings = found(make);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].severity, Severity::Note);
    }

    void percentagesOfOneAssessmentNarrowTheDenominator()
    {
        LibraryBuilder make;
        make.cohort("s/all", 25, [](Cohort &cohort) {
            cohort.outcomes = {
                observed("response.orr", percentage(u"74%"_s), Denominator::NotStated),
                observed("response.cr", percentage(u"42%"_s), Denominator::NotStated)};
        });
        const auto findings = found(make);
        QCOMPARE(ids(findings), (QStringList{u"grim.impossible:s/all:response.orr"_s,
                                             u"grim.impossible:s/all:response.cr"_s}));
        QVERIFY(findings[0].working.contains(u"19, 23; together with response.cr 42\u00a0% only 19"));
        QVERIFY(findings[1].working.contains(u"12, 19, 24; together"));
    }

    void percentagesWithoutACommonDenominatorAreNotOfOneGroup()
    {
        const auto of = [](const QString &cr, const QString &window) {
            return found(25, [&](Cohort &cohort) {
                cohort.outcomes = {
                    observed("response.orr", percentage(u"74%"_s), Denominator::NotStated),
                    observed("response.cr", percentage(cr), Denominator::NotStated)};
                cohort.outcomes[1].window = window;
            }).filter(u"joint"_s);
        };
        // 74 % fits 19 and 23, rounded, and 23 also cut off (17/23 = 73.9 does not: 73); 40 % fits
        // 5, 10, 15, 20, 25 and, cut off, 22 (9/22 = 40.9).
        QCOMPARE(of(u"40%"_s, {}), QStringList{u"grim.joint:s/all:response.orr"_s});
        QCOMPARE(of(u"42%"_s, {}), QStringList());         // both of 19
        QCOMPARE(of(u"40%"_s, u"day 90"_s), QStringList()); // another assessment
    }

    void derivedCountMustBeTheOnlyOne()
    {
        Figure figure = percentage(u"1%"_s, 3, 300); // 2, 3 and 4 of 300 are 1 %
        figure.source.status = Status::Derived;
        QCOMPARE(foundOf(300, observed("crs.any", figure)),
                 QStringList{u"count.not-unique:s/all:crs.any"_s});
        figure.source.status = Status::Reported;
        QCOMPARE(foundOf(300, observed("crs.any", figure)), QStringList());
    }

    void misfitOfADerivedCountIsAnErrorOfTheRecord()
    {
        const auto severity = [](Status status) {
            Figure figure = percentage(u"72%"_s, 17, 25);
            figure.source.status = status;
            LibraryBuilder make;
            make.cohort("s/all", 25, [&](Cohort &c) { c.outcomes = {observed("crs.any", figure)}; });
            return found(make).at(0).severity;
        };
        QCOMPARE(severity(Status::Derived), Severity::Error);
        QCOMPARE(severity(Status::Reported), Severity::Impossible);
    }

    void inferredCountMustGiveThePrintAndFitTheCohort()
    {
        const auto of = [](int events, int n) {
            Figure figure = percentage(u"74%"_s);
            figure.inferred = InferredCount{events, n, u"a guess"_s};
            return foundOf(25, observed("crs.any", figure)).filter(u"inferred"_s);
        };
        QCOMPARE(of(14, 19), QStringList());
        QCOMPARE(of(15, 19), QStringList{u"inferred.misfit:s/all:crs.any"_s});
        QCOMPARE(of(20, 27), QStringList{u"inferred.misfit:s/all:crs.any"_s}); // 74.07, but of 27
        QCOMPARE(of(20, 19).size(), 2); // above its n, and no 74 %
    }

    void characteristicsAndProductsAreCheckedAlike()
    {
        const QStringList all = found(31, [](Cohort &cohort) {
            cohort.characteristics = {characteristic("male", percentage(u"74%"_s)),
                                      characteristic("stage-iv", percentage(u"4%"_s))};
            ProductShare good = product("axi-cel");
            good.percent = 97;
            good.source.reported = u"97%"_s;
            ProductShare bad = product("tisa-cel");
            bad.percent = 4;
            bad.source.reported = u"4%"_s;
            ProductShare cut = product("liso-cel", 0);
            cut.percent = 0;
            cut.source.reported = u"0%"_s;
            cohort.products = {good, bad, cut};
        });
        QCOMPARE(all, (QStringList{u"grim.impossible:s/all:characteristic.stage-iv"_s,
                                   u"grim.impossible:s/all:product.tisa-cel"_s}));
    }

    void figureRepeatedInAComparisonIsToldOnce()
    {
        LibraryBuilder make;
        make.cohort("s/all", 25, [](Cohort &cohort) {
            cohort.outcomes = {observed("crs.any", percentage(u"74%"_s))};
        });
        make.study("s", [](Study &study) {
            Comparison comparison;
            comparison.id = u"s-crs"_s;
            comparison.groups = {{u"s/all"_s, percentage(u"74%"_s)}, {u"s/all"_s, percentage(u"78%"_s)}};
            study.comparisons = {comparison};
        });
        const auto findings = found(make);
        QCOMPARE(ids(findings), (QStringList{u"grim.impossible:s/all:crs.any"_s,
                                             u"grim.impossible:s-crs"_s})); // the 78 % stands only there
        QCOMPARE(findings[0].alsoAt.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestPercentageFindings)
#include "tst_percentagefindings.moc"
