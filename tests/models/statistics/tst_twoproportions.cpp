// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/TwoProportions.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace anakinra::statistics;

namespace {

/// The score statistic with the restricted maximum found by a golden-section search of the
/// likelihood itself, in extended precision: shares nothing with the tested bisection.
long double independentZ(EventsOfN a, EventsOfN b, long double d)
{
    const auto logLikelihood = [&](long double pB) {
        const long double pA = pB + d;
        const auto term = [](int k, long double p) { return k == 0 ? 0.0L : k * std::log(p); };
        return term(a.events, pA) + term(a.n - a.events, 1 - pA) + term(b.events, pB)
            + term(b.n - b.events, 1 - pB);
    };
    long double low = std::max(0.0L, -d), high = std::min(1.0L, 1 - d);
    for (int i = 0; i < 300; ++i) {
        const long double m1 = high - (high - low) * 0.618033988749894848L;
        const long double m2 = low + (high - low) * 0.618033988749894848L;
        (logLikelihood(m1) >= logLikelihood(m2) ? high : low) =
            logLikelihood(m1) >= logLikelihood(m2) ? m2 : m1;
    }
    const long double pB = (low + high) / 2, pA = pB + d, n = a.n + b.n;
    const long double variance = (pA * (1 - pA) / a.n + pB * (1 - pB) / b.n) * n / (n - 1);
    return (static_cast<long double>(a.events) / a.n - static_cast<long double>(b.events) / b.n - d)
        / std::sqrt(variance);
}

long double choose(int n, int k)
{
    long double c = 1;
    for (int i = 1; i <= k; ++i)
        c = c * (n - k + i) / i;
    return c;
}

} // namespace

class TestTwoProportions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newcombeReproducesThePublishedTable_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe RG. Stat Med 1998;17:873-890, table II, method 10.
        QTest::newRow("a") << 56 << 70 << 48 << 80 << .0524 << .3339;
        QTest::newRow("b") << 9 << 10 << 3 << 10 << .1705 << .8090;
        QTest::newRow("c") << 6 << 7 << 2 << 7 << .0582 << .8062;
        QTest::newRow("d") << 5 << 56 << 0 << 29 << -.0381 << .1926;
        QTest::newRow("e") << 0 << 10 << 0 << 20 << -.1611 << .2775;
        QTest::newRow("f") << 0 << 10 << 0 << 10 << -.2775 << .2775;
        QTest::newRow("g") << 10 << 10 << 0 << 20 << .6791 << 1.;
        QTest::newRow("h") << 10 << 10 << 0 << 10 << .6075 << 1.;
    }

    void newcombeReproducesThePublishedTable()
    {
        QFETCH(int, a);
        QFETCH(int, m);
        QFETCH(int, b);
        QFETCH(int, n);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval i = newcombeDifference({a, m}, {b, n}, 0.95);
        QVERIFY(std::abs(i.low - low) < 5.001e-5);
        QVERIFY(std::abs(i.high - high) < 5.001e-5);
    }

    void miettinenNurminenReproducesPublishedRows()
    {
        const auto near = [](Interval i, double low, double high) {
            return std::abs(i.low - low) < 5.001e-5 && std::abs(i.high - high) < 5.001e-5;
        };
        QVERIFY(near(miettinenNurminenDifference({56, 70}, {48, 80}, .95), .0528, .3382));
        QVERIFY(near(miettinenNurminenDifference({9, 10}, {3, 10}, .95), .1700, .8406));
        QVERIFY(near(miettinenNurminenDifference({10, 10}, {0, 20}, .95), .7156, 1.0));
    }

    void miettinenNurminenLimitsHaveTheScoreOfTheLevel()
    {
        constexpr long double z = 1.959963984540054L;
        for (const auto &[a, b] : {std::pair{EventsOfN{6, 31}, EventsOfN{8, 15}},
                                   std::pair{EventsOfN{0, 10}, EventsOfN{3, 25}},
                                   std::pair{EventsOfN{17, 19}, EventsOfN{22, 32}},
                                   std::pair{EventsOfN{1, 7}, EventsOfN{3, 31}}}) {
            const Interval i = miettinenNurminenDifference(a, b, .95);
            QVERIFY(std::abs(independentZ(a, b, i.low) - z) < 1e-7L);
            QVERIFY(std::abs(independentZ(a, b, i.high) + z) < 1e-7L);
        }
    }

    void differencesStayInsideTheirRangeAndContainTheEstimate()
    {
        for (int n : {1, 2, 5, 13}) {
            for (int m : {1, 3, 8}) {
                for (int x = 0; x <= n; ++x) {
                    for (int y = 0; y <= m; ++y) {
                        const double d = double(x) / n - double(y) / m;
                        for (const Interval i : {newcombeDifference({x, n}, {y, m}, .95),
                                                 miettinenNurminenDifference({x, n}, {y, m}, .95)}) {
                            QVERIFY(i.low >= -1.0 && i.high <= 1.0);
                            QVERIFY(i.low <= d + 1e-12 && i.high >= d - 1e-12);
                            QVERIFY(i.high > i.low);
                        }
                    }
                }
            }
        }
    }

    void koopmanReproducesItsPaper()
    {
        // Koopman PAR. Biometrics 1984;40:513: 36/40 against 16/80 gives 2.94 to 7.15.
        const RatioEstimate r = koopmanRiskRatio({36, 40}, {16, 80}, .95);
        QVERIFY(std::abs(*r.estimate - 4.5) < 1e-12);
        QVERIFY(std::abs(r.interval.low - 2.94) < 0.005);
        QVERIFY(std::abs(r.interval.high - 7.15) < 0.005);
    }

    void emptyCellsGiveOneSidedRatios()
    {
        const RatioEstimate none = koopmanRiskRatio({0, 10}, {3, 12}, .95);
        QCOMPARE(none.interval.low, 0.0);
        QVERIFY(none.interval.high > 0.0 && std::isfinite(none.interval.high));
        const RatioEstimate only = koopmanRiskRatio({3, 12}, {0, 10}, .95);
        QVERIFY(std::isinf(only.interval.high));
        QVERIFY(only.interval.low > 0.0);
        // Swapping the groups inverts the ratio.
        QVERIFY(std::abs(none.interval.high * only.interval.low - 1.0) < 1e-8);
        QVERIFY(!koopmanRiskRatio({0, 10}, {0, 12}, .95).estimate);
        // Where all of A have the event and A's rate is 1, the statistic is that of B alone:
        // nB (r - 1) = z^2 for n of n, nB / (r - 1) = z^2 for 0 of n.
        const double z2 = 3.841458820694124;
        const RatioEstimate all = koopmanRiskRatio({15, 15}, {10, 10}, .95);
        QVERIFY(std::abs(all.interval.high - (1.0 + z2 / 10.0)) < 1e-9);
        QVERIFY(std::abs(all.interval.low - 1.0 / (1.0 + z2 / 15.0)) < 1e-9);
        const RatioEstimate apart = koopmanRiskRatio({12, 12}, {0, 9}, .95);
        QVERIFY(std::abs(apart.interval.low - (1.0 + 9.0 / z2)) < 1e-9);
        QVERIFY(std::isinf(apart.interval.high));
    }

    void swappingTheGroupsInvertsTheRiskRatio()
    {
        const RatioEstimate ab = koopmanRiskRatio({6, 31}, {8, 15}, .95);
        const RatioEstimate ba = koopmanRiskRatio({8, 15}, {6, 31}, .95);
        QVERIFY(std::abs(ab.interval.low * ba.interval.high - 1.0) < 1e-8);
        QVERIFY(std::abs(ab.interval.high * ba.interval.low - 1.0) < 1e-8);
    }

    void conditionalOddsRatioSolvesItsEquations()
    {
        const EventsOfN a{17, 19}, b{22, 32};
        const RatioEstimate r = conditionalOddsRatio(a, b, .95);
        const auto tails = [&](long double odds) {
            long double sum = 0, mean = 0, lower = 0, upper = 0;
            for (int k = std::max(0, 39 - b.n); k <= std::min(a.n, 39); ++k) {
                const long double w = choose(a.n, k) * choose(b.n, 39 - k) * std::pow(odds, k);
                sum += w;
                mean += w * k;
                lower += k <= 17 ? w : 0;
                upper += k >= 17 ? w : 0;
            }
            return std::array{mean / sum, lower / sum, upper / sum};
        };
        QVERIFY(std::abs(tails(*r.estimate)[0] - 17) < 1e-8L);
        QVERIFY(std::abs(tails(r.interval.low)[2] - .025L) < 1e-9L);
        QVERIFY(std::abs(tails(r.interval.high)[1] - .025L) < 1e-9L);
    }

    void teaTastingOddsRatio()
    {
        // Fisher's tea: estimate and limits solve (1 + 16 o + 36 o^2 + 16 o^3 + o^4) tail equations; solved
        // apart by bisection. R's fisher.test prints 6.408309 and 621.93, because its root
        // finder stops at 1.2e-4.
        const RatioEstimate r = conditionalOddsRatio({3, 4}, {1, 4}, .95);
        QVERIFY(std::abs(*r.estimate / 6.408319658199671 - 1.0) < 1e-8);
        QVERIFY(std::abs(r.interval.low / 0.21173559544657855 - 1.0) < 1e-8);
        QVERIFY(std::abs(r.interval.high / 626.243530588814 - 1.0) < 1e-8);
    }
};

QTEST_APPLESS_MAIN(TestTwoProportions)
#include "tst_twoproportions.moc"
