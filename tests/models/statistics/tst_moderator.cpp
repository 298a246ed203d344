// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Moderator.h"
#include "tests/models/statistics/BruteForce.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

using namespace anakinra::statistics;
using namespace anakinra::test;
using Rows = std::vector<ModeratedRow>;

namespace {

const Rows twoGroups{{{2, 10}, 0}, {{5, 15}, 0}, {{1, 8}, 0},  {{3, 31}, 0},
                     {{9, 20}, 1}, {{7, 12}, 1}, {{4, 25}, 1}, {{11, 15}, 1}};
const Rows doses{{{0, 12}, 100}, {{3, 10}, 100}, {{5, 14}, 200},  {{1, 22}, 300},
                 {{9, 16}, 400}, {{6, 7}, 600},  {{12, 31}, 1200}};

std::vector<EventsOfN> countsOf(const Rows &rows)
{
    std::vector<EventsOfN> counts;
    for (const ModeratedRow &row : rows)
        counts.push_back(row.counts);
    return counts;
}

/// The brute force's rows with the moderator divided by `unit`, so that differences suit it.
std::vector<DesignedRow> designed(const Rows &rows, double unit)
{
    std::vector<DesignedRow> result;
    for (const ModeratedRow &row : rows)
        result.push_back({row.counts, {1.0, row.moderator / unit}});
    return result;
}

std::vector<DesignedRow> withoutModerator(const Rows &rows)
{
    std::vector<DesignedRow> result;
    for (const ModeratedRow &row : rows)
        result.push_back({row.counts, {1.0}});
    return result;
}

/// Upper tail of chi-square on 1 degree of freedom.
double chiSquare1(long double statistic)
{
    return double(std::erfc(std::sqrt(statistic / 2.0L)));
}

} // namespace

class TestModerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void glmmAgreesWithBruteForce_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<double>("unit");
        QTest::newRow("two groups") << twoGroups << 1.0;
        QTest::newRow("doses") << doses << 1000.0;
        QTest::newRow("unbalanced")
            << Rows{{{1, 1}, 0},      {{2, 40}, 0}, {{1, 9}, 0},   {{0, 3}, 1},
                    {{310, 9000}, 1}, {{4, 17}, 1}, {{9, 2000}, 1}}
            << 1.0;
        QTest::newRow("three rows") << Rows{{{2, 30}, 0}, {{15, 30}, 0}, {{20, 25}, 1}} << 1.0;
    }

    void glmmAgreesWithBruteForce()
    {
        QFETCH(Rows, rows);
        QFETCH(double, unit);
        const ModeratedPool pool = poolWithModerator(rows, 0.95);
        QCOMPARE(pool.obstacle, ModeratorObstacle::None);
        QCOMPARE(pool.residualDegreesOfFreedom, int(rows.size()) - 2);
        const std::vector<double> top{*pool.intercept, *pool.slope * unit, std::sqrt(*pool.tau2)};
        QVERIFY(top[2] > 0.05); // these sets have an interior maximum
        const BruteForceCheck check = checkByBruteForce(designed(rows, unit), top);
        for (const long double correction : check.correction)
            QVERIFY2(std::abs(correction) < 1e-7L, qPrintable(QString::number(double(correction))));
        const double errorOfIntercept =
            double(check.standardErrors[0]) - std::sqrt(pool.covariance[0]);
        const double errorOfSlope =
            double(check.standardErrors[1]) - *pool.slopeStandardError * unit;
        QVERIFY2(std::abs(errorOfIntercept) < 1e-7, qPrintable(QString::number(errorOfIntercept)));
        QVERIFY2(std::abs(errorOfSlope) < 1e-7, qPrintable(QString::number(errorOfSlope)));

        // The likelihood ratio, against the maximum without the moderator.
        const PooledRate without = poolRates(countsOf(rows), PoolMethod::Glmm, 0.95);
        const std::vector<long double> full(top.begin(), top.end());
        const std::array<long double, 2> null{*without.logitEstimate, std::sqrt(*without.tau2)};
        const long double statistic = 2.0L * (bruteForce(designed(rows, unit), full) -
                                              bruteForce(withoutModerator(rows), null));
        QVERIFY(std::abs(chiSquare1(statistic) - *pool.likelihoodRatioP) < 1e-8);
    }

    void agreesWithMetaforAndLme4()
    {
        // metafor 3.8-1 rma.glmm(measure = "PLO", nAGQ = 25, test = "t"), whose optimiser stops
        // about 1e-5 from the maximum; lme4's anova of two glmer fits.
        const ModeratedPool pool = poolWithModerator(twoGroups, 0.95);
        QVERIFY(std::abs(*pool.intercept + 1.592800721) < 2e-5);
        QVERIFY(std::abs(*pool.slope - 1.423465408) < 2e-5);
        QVERIFY(std::abs(*pool.slopeStandardError - 0.6557455095) < 1e-5);
        QVERIFY(std::abs(*pool.waldP - 0.07298551086) < 1e-5);
        QVERIFY(std::abs(*pool.tau2 - 0.4597788221) < 2e-5);
        QVERIFY(std::abs(pool.covariance[1] + 0.2469917431) < 1e-5);
        QVERIFY(std::abs(*pool.likelihoodRatioP - 0.045404) < 1e-6);
        // metafor rma(measure = "PLO", test = "adhoc"); its tau^2 stops about 1e-6 from the
        // maximum.
        const ModeratedPool reml = poolWithModerator(twoGroups, 0.95, PoolMethod::RemlHartungKnapp);
        QVERIFY(std::abs(*reml.slope - 1.359366853) < 1e-6);
        QVERIFY(std::abs(*reml.slopeStandardError - 0.7173131929) < 1e-6);
        QVERIFY(std::abs(reml.slopeInterval->low + 0.3958352994) < 2e-6);
        QVERIFY(std::abs(reml.slopeInterval->high - 3.114569006) < 2e-6);
        QVERIFY(std::abs(*reml.waldP - 0.1068963472) < 1e-6);
        QVERIFY(!reml.likelihoodRatioP); // restricted likelihoods of different means do not compare
    }

    void remlLineSolvesItsEquations()
    {
        // Independent: weighted least squares by its normal equations, and the restricted
        // likelihood by a fine grid and golden section.
        std::vector<std::array<long double, 3>> yvm;
        for (const ModeratedRow &row : doses) {
            const EventsOfN r = row.counts;
            const long double add = r.events == 0 || r.events == r.n ? 0.5L : 0.0L;
            const long double x = r.events + add, rest = r.n - r.events + add;
            yvm.push_back({std::log(x / rest), 1.0L / x + 1.0L / rest, row.moderator / 1000.0L});
        }
        struct Line
        {
            long double b0, b1, q, determinant, logs, v0, v1, cross;
        };
        const auto fit = [&](long double t) {
            long double s = 0, sm = 0, smm = 0, sy = 0, smy = 0, logs = 0, q = 0;
            for (const auto &[y, v, m] : yvm) {
                const long double w = 1 / (v + t);
                s += w, sm += w * m, smm += w * m * m, sy += w * y, smy += w * m * y;
                logs += std::log(v + t);
            }
            const long double det = s * smm - sm * sm;
            const long double b1 = (s * smy - sm * sy) / det, b0 = (smm * sy - sm * smy) / det;
            for (const auto &[y, v, m] : yvm)
                q += (y - b0 - b1 * m) * (y - b0 - b1 * m) / (v + t);
            return Line{b0, b1, q, det, logs, smm / det, s / det, -sm / det};
        };
        const auto restricted = [&](long double t) {
            const Line line = fit(t);
            return -0.5L * (line.logs + std::log(line.determinant) + line.q);
        };
        long double best = 0;
        for (long double t = 0; t < 30; t += 0.001L)
            best = restricted(t) > restricted(best) ? t : best;
        QVERIFY(best > 0); // the grid would not refine a maximum at the edge
        long double low = best - 0.002L, high = best + 0.002L;
        for (int i = 0; i < 120; ++i) {
            const long double a = high - (high - low) * 0.6180339887498949L;
            const long double b = low + (high - low) * 0.6180339887498949L;
            (restricted(a) > restricted(b) ? high : low) = restricted(a) > restricted(b) ? b : a;
        }
        const Line line = fit(low);
        const long double scale = std::max(1.0L, line.q / 5.0L);
        const ModeratedPool pool = poolWithModerator(doses, 0.95, PoolMethod::RemlHartungKnapp);
        QVERIFY(std::abs(double(low) / *pool.tau2 - 1.0) < 1e-7);
        QVERIFY(std::abs(double(line.b0) - *pool.intercept) < 1e-7);
        QVERIFY(std::abs(double(line.b1) - *pool.slope * 1000.0) < 1e-7);
        QVERIFY(std::abs(double(scale * line.v0) - pool.covariance[0]) < 1e-7);
        QVERIFY(std::abs(double(scale * line.cross) - pool.covariance[1] * 1e3) < 1e-7);
        QVERIFY(std::abs(double(scale * line.v1) - pool.covariance[2] * 1e6) < 1e-7);
    }

    void unitAndOriginOfTheModeratorDoNotMatter()
    {
        for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
            Rows shifted(doses);
            for (ModeratedRow &row : shifted)
                row.moderator = 5000.0 + row.moderator / 80.0;
            const ModeratedPool a = poolWithModerator(doses, 0.9, method);
            const ModeratedPool b = poolWithModerator(shifted, 0.9, method);
            QVERIFY(std::abs(*a.slope * 80.0 / *b.slope - 1.0) < 1e-8);
            QVERIFY(std::abs(*a.waldP / *b.waldP - 1.0) < 1e-8);
            QVERIFY(std::abs(*a.tau2 / *b.tau2 - 1.0) < 1e-8);
            for (const double dose : {0.0, 100.0, 450.0, 1500.0}) {
                const double other = 5000.0 + dose / 80.0;
                QVERIFY(std::abs(*a.estimateAt(dose) - *b.estimateAt(other)) < 1e-8);
                QVERIFY(std::abs(a.rateAt(dose)->low - b.rateAt(other)->low) < 1e-7);
                QVERIFY(std::abs(a.rateAt(dose)->high - b.rateAt(other)->high) < 1e-7);
            }
        }
    }

    void bandIsTheIntervalOfTheRecentredIntercept()
    {
        // With the moderator moved so that 400 is the origin, the intercept is the rate at 400.
        Rows moved(doses);
        for (ModeratedRow &row : moved)
            row.moderator -= 400.0;
        const ModeratedPool pool = poolWithModerator(doses, 0.95);
        const ModeratedPool at = poolWithModerator(moved, 0.95);
        const double half = 2.57058183563631 * std::sqrt(at.covariance[0]); // t(5)
        const auto rate = [](double l) { return 1.0 / (1.0 + std::exp(-l)); };
        QVERIFY(std::abs(*pool.estimateAt(400.0) - rate(*at.intercept)) < 1e-9);
        QVERIFY(std::abs(pool.rateAt(400.0)->low - rate(*at.intercept - half)) < 1e-8);
        QVERIFY(std::abs(pool.rateAt(400.0)->high - rate(*at.intercept + half)) < 1e-8);
    }

    void oneResidualDegreeOfFreedomIsReportedAsSuch()
    {
        const Rows rows{{{2, 30}, 0}, {{15, 30}, 0}, {{20, 25}, 1}};
        const ModeratedPool pool = poolWithModerator(rows, 0.95);
        QCOMPARE(pool.residualDegreesOfFreedom, 1);
        const double half = (pool.slopeInterval->high - pool.slopeInterval->low) / 2.0;
        QVERIFY(std::abs(half / *pool.slopeStandardError - 12.7062047361747) < 1e-9); // t(1)
        QVERIFY(*pool.waldP > *pool.waldNormalP);
    }

    void homogeneousGroupsAreComparedAsFixedEffects()
    {
        // Identical rates in each group: tau^2 = 0, and the slope is the log odds ratio of the
        // totals with Woolf's standard error.
        const Rows rows{{{2, 10}, 0}, {{4, 20}, 0}, {{5, 10}, 1}, {{10, 20}, 1}};
        const ModeratedPool pool = poolWithModerator(rows, 0.95);
        QCOMPARE(*pool.tau2, 0.0);
        QVERIFY(std::abs(*pool.slope - std::log(4.0)) < 1e-10);
        const double se = std::sqrt(1.0 / 6 + 1.0 / 24 + 1.0 / 15 + 1.0 / 15);
        QVERIFY(std::abs(*pool.slopeStandardError - se) < 1e-10);
    }

    void saysWhyNoLineCanBeFitted_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("obstacle");
        const auto row = [](const char *name, const Rows &rows, ModeratorObstacle obstacle) {
            QTest::newRow(name) << rows << int(obstacle);
        };
        row("no rows", {}, ModeratorObstacle::TooFewRows);
        row("two rows", {{{1, 10}, 0}, {{5, 10}, 1}}, ModeratorObstacle::TooFewRows);
        row("one group", {{{1, 10}, 1}, {{5, 10}, 1}, {{3, 9}, 1}}, ModeratorObstacle::OneGroup);
        row("a group without events", {{{0, 10}, 0}, {{0, 9}, 0}, {{3, 9}, 1}, {{2, 8}, 1}},
            ModeratorObstacle::GroupAllZeroOrAll);
        row("a group of only events", {{{1, 10}, 0}, {{2, 9}, 0}, {{9, 9}, 1}, {{8, 8}, 1}},
            ModeratorObstacle::GroupAllZeroOrAll);
        row("no events at all", {{{0, 10}, 0}, {{0, 9}, 0}, {{0, 9}, 1}},
            ModeratorObstacle::GroupAllZeroOrAll);
        row("doses below which nothing happens",
            {{{0, 10}, 100}, {{0, 9}, 200}, {{2, 9}, 400}, {{8, 8}, 800}},
            ModeratorObstacle::GroupAllZeroOrAll);
        row("single patients", {{{0, 1}, 0}, {{1, 1}, 0}, {{0, 1}, 1}, {{1, 1}, 1}},
            ModeratorObstacle::NotIdentified);
        row("only extremes", {{{0, 9}, 0}, {{5, 5}, 0}, {{0, 3}, 1}, {{8, 8}, 1}},
            ModeratorObstacle::NotIdentified);
    }

    void saysWhyNoLineCanBeFitted()
    {
        QFETCH(Rows, rows);
        QFETCH(int, obstacle);
        for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
            const ModeratedPool pool = poolWithModerator(rows, 0.95, method);
            QCOMPARE(int(pool.obstacle), obstacle);
            QCOMPARE(pool.k, int(rows.size()));
            QVERIFY(!pool.slope && !pool.slopeInterval && !pool.waldP && !pool.tau2);
            QVERIFY(!pool.rateAt(1.0) && !pool.estimateAt(1.0));
        }
    }

    void subgroupTestOfTwoGroupsIsTheLikelihoodRatioOfTheSlope()
    {
        const std::vector<std::vector<EventsOfN>> groups{
            {{2, 10}, {5, 15}, {1, 8}, {3, 31}}, {}, {{9, 20}, {7, 12}, {4, 25}, {11, 15}}};
        const SubgroupTest test = testSubgroups(groups);
        QCOMPARE(test.obstacle, ModeratorObstacle::None);
        QCOMPARE(test.groups, 2);
        QCOMPARE(test.k, 8);
        QCOMPARE(test.degreesOfFreedom, 1);
        QVERIFY(std::abs(test.statistic - 4.00358) < 5e-6); // lme4
        QVERIFY(std::abs(test.p - *poolWithModerator(twoGroups, 0.95).likelihoodRatioP) < 1e-10);
    }

    void subgroupTestOfThreeGroupsAgreesWithBruteForce()
    {
        const std::vector<std::vector<EventsOfN>> groups{
            {{2, 10}, {5, 15}, {1, 8}}, {{9, 20}, {7, 12}, {4, 25}}, {{11, 15}, {3, 4}, {6, 19}}};
        std::vector<DesignedRow> rows;
        std::vector<DesignedRow> pooled;
        for (std::size_t g = 0; g < 3; ++g) {
            for (const EventsOfN &counts : groups[g]) {
                std::vector<double> design(3, 0.0);
                design[g] = 1.0;
                rows.push_back({counts, design});
                pooled.push_back({counts, {1.0}});
            }
        }
        // Newton by the brute force itself, from rough starts.
        const auto maximum = [](const std::vector<DesignedRow> &of, std::vector<double> at) {
            for (int i = 0; i < 4; ++i) {
                const BruteForceCheck step = checkByBruteForce(of, at);
                for (std::size_t j = 0; j < at.size(); ++j)
                    at[j] += double(step.correction[j]);
            }
            return bruteForce(of, std::vector<long double>(at.begin(), at.end()));
        };
        const long double statistic =
            2.0L * (maximum(rows, {-1.05, -0.45, 0.35, 0.5}) - maximum(pooled, {-0.5, 0.75}));
        const SubgroupTest test = testSubgroups(groups);
        QCOMPARE(test.degreesOfFreedom, 2);
        QVERIFY2(std::abs(test.statistic - double(statistic)) < 1e-8,
                 qPrintable(QString::number(double(statistic), 'g', 12)));
        QVERIFY(std::abs(test.p - double(std::exp(-statistic / 2.0L))) < 1e-8); // 2 df
    }

    void equalSubgroupsDoNotDiffer()
    {
        const std::vector<EventsOfN> group{{2, 10}, {5, 15}, {1, 8}};
        const SubgroupTest test = testSubgroups(std::vector{group, group, group});
        QVERIFY(test.statistic < 1e-9);
        QVERIFY(std::abs(test.p - 1.0) < 1e-9);
    }

    void saysWhySubgroupsCannotBeTested()
    {
        using Groups = std::vector<std::vector<EventsOfN>>;
        const auto obstacle = [](const Groups &groups) { return testSubgroups(groups).obstacle; };
        QCOMPARE(obstacle({}), ModeratorObstacle::OneGroup);
        QCOMPARE(obstacle({{{1, 9}, {2, 8}}, {}}), ModeratorObstacle::OneGroup);
        QCOMPARE(obstacle({{{1, 9}}, {{2, 8}}}), ModeratorObstacle::TooFewRows);
        QCOMPARE(obstacle({{{1, 9}}, {{2, 8}}, {{4, 9}}}), ModeratorObstacle::TooFewRows);
        QCOMPARE(obstacle({{{0, 9}, {0, 8}}, {{2, 8}}}), ModeratorObstacle::GroupAllZeroOrAll);
        QCOMPARE(obstacle({{{1, 9}, {3, 8}}, {{8, 8}}}), ModeratorObstacle::GroupAllZeroOrAll);
        QCOMPARE(obstacle({{{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}}), ModeratorObstacle::NotIdentified);
        QCOMPARE(obstacle({{{0, 9}, {8, 8}}, {{0, 4}, {3, 3}}}), ModeratorObstacle::NotIdentified);
    }
};

QTEST_APPLESS_MAIN(TestModerator)
#include "tst_moderator.moc"
