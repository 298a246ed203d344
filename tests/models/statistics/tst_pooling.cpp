// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Pooling.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

using namespace anakinra::statistics;
using Rows = std::vector<EventsOfN>;

namespace {

/// The log-likelihood by a dense trapezoid in extended precision: no modes, no cut-offs, no
/// code shared with the model.
long double bruteForce(const Rows &rows, long double mu, long double tau)
{
    constexpr int nodes = 12001;
    constexpr long double reach = 14.0L;
    const long double step = 2.0L * reach / (nodes - 1);
    long double total = 0.0L;
    for (const EventsOfN &row : rows) {
        const long double coefficient = std::lgamma(row.n + 1.0L) - std::lgamma(row.events + 1.0L)
            - std::lgamma(row.n - row.events + 1.0L);
        long double integral = 0.0L;
        for (int j = 0; j < nodes; ++j) {
            const long double z = -reach + step * j;
            const long double eta = mu + tau * z;
            const long double logP = -std::log1p(std::exp(-eta));
            const long double logQ = -std::log1p(std::exp(eta));
            integral += std::exp(coefficient + row.events * logP + (row.n - row.events) * logQ
                                 - z * z / 2.0L);
        }
        total += std::log(integral * step / std::sqrt(2.0L * std::acos(-1.0L)));
    }
    return total;
}

struct Derivatives
{
    long double gm, gt, hmm, hmt, htt;
};

Derivatives differentiate(const Rows &rows, long double mu, long double tau)
{
    const long double h = 1e-4L;
    const auto f = [&](int i, int j) { return bruteForce(rows, mu + i * h, tau + j * h); };
    const long double f00 = f(0, 0);
    // Fourth-order differences for the gradient, second-order for the Hessian.
    const auto first = [&](auto g) {
        return (8.0L * (g(1) - g(-1)) - (g(2) - g(-2))) / (12.0L * h);
    };
    const auto second = [&](auto g) {
        return (-g(2) + 16.0L * g(1) - 30.0L * f00 + 16.0L * g(-1) - g(-2)) / (12.0L * h * h);
    };
    return {first([&](int i) { return f(i, 0); }), first([&](int j) { return f(0, j); }),
            second([&](int i) { return f(i, 0); }),
            (f(1, 1) - f(1, -1) - f(-1, 1) + f(-1, -1)) / (4.0L * h * h),
            second([&](int j) { return f(0, j); })};
}

} // namespace

class TestPooling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void glmmAgreesWithBruteForce_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::newRow("five small series") << Rows{{2, 10}, {5, 15}, {1, 8}, {9, 20}, {0, 12}};
        QTest::newRow("rare") << Rows{{0, 10}, {1, 25}, {0, 8}, {4, 31}, {0, 15}, {2, 10}};
        QTest::newRow("near one") << Rows{{9, 10}, {25, 25}, {14, 15}, {6, 10}};
        QTest::newRow("unbalanced") << Rows{{2, 4}, {1, 67}, {10, 613}, {3, 150}, {40, 90}};
    }

    void glmmAgreesWithBruteForce()
    {
        QFETCH(Rows, rows);
        const PooledRate pool = poolRates(rows, PoolMethod::Glmm, 0.95);
        QCOMPARE(pool.obstacle, PoolObstacle::None);
        const double mu = *pool.logitEstimate;
        const double tau = std::sqrt(*pool.tau2);
        QVERIFY(tau > 0.05); // these sets have an interior maximum
        const Derivatives d = differentiate(rows, mu, tau);
        const long double determinant = d.hmm * d.htt - d.hmt * d.hmt;
        // The Newton correction that the brute force would still make.
        const long double correctionMu = -(d.htt * d.gm - d.hmt * d.gt) / determinant;
        const long double correctionTau = -(d.hmm * d.gt - d.hmt * d.gm) / determinant;
        QVERIFY2(std::abs(correctionMu) < 1e-7L, qPrintable(QString::number(double(correctionMu))));
        QVERIFY2(std::abs(correctionTau) < 1e-7L, qPrintable(QString::number(double(correctionTau))));
        const long double se = std::sqrt(-d.htt / determinant);
        QVERIFY2(std::abs(se - *pool.logitStandardError) < 1e-7L * 10,
                 qPrintable(QString::number(double(se - *pool.logitStandardError))));
        // Global: no better point on a profile grid over tau.
        const LogisticNormalModel model(rows);
        const long double top = bruteForce(rows, mu, tau);
        for (double other = 0.0; other < 6.0; other += 0.25)
            QVERIFY(bruteForce(rows, model.profile(other, {mu, 0.0}).at[0], other)
                    <= top + 1e-12L);
    }

    void identicalRatesHaveNoHeterogeneity()
    {
        const PooledRate pool = poolRates(Rows{{5, 10}, {5, 10}, {5, 10}}, PoolMethod::Glmm, 0.95);
        QCOMPARE(*pool.tau2, 0.0);
        QVERIFY(std::abs(*pool.median - 0.5) < 1e-12);
        // Fixed-effect standard error: 1 / sqrt(30 * 0.25); t(2) = 4.30265272974946.
        const double se = 1.0 / std::sqrt(7.5);
        QVERIFY(std::abs(*pool.logitStandardError - se) < 1e-12);
        const double edge = 1.0 / (1.0 + std::exp(-4.30265272974946 * se));
        QVERIFY(std::abs(pool.interval->high - edge) < 1e-9);
        QVERIFY(std::abs(*pool.q) < 1e-12);
    }

    void boundaryScoreGivesZeroHeterogeneity_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::newRow("1/4, 3/4") << Rows{{1, 4}, {3, 4}};
        QTest::newRow("6/16, 10/16") << Rows{{6, 16}, {10, 16}};
    }

    void boundaryScoreGivesZeroHeterogeneity()
    {
        QFETCH(Rows, rows);
        QVERIFY(*poolRates(rows, PoolMethod::Glmm, 0.95).tau2 < 1e-6);
    }

    void unbalancedSetKeepsAwayFromZero()
    {
        // Freeman-Tukey gives 0 with an interval of [0, 0] here; the exact GLMM median is .0081.
        const Rows rows{{2, 4}, {1, 67}, {10, 6131}, {70, 217154}, {3, 150}};
        const PooledRate pool = poolRates(rows, PoolMethod::Glmm, 0.95);
        QVERIFY(std::abs(*pool.median - 0.0081) < 5e-5);
        QVERIFY(pool.interval->low > 0.0);
    }

    void saysWhyNoModelCanBeFitted_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("obstacle");
        QTest::newRow("no rows") << Rows{} << int(PoolObstacle::NoRows);
        QTest::newRow("one row") << Rows{{3, 10}} << int(PoolObstacle::OneRow);
        QTest::newRow("no events") << Rows{{0, 10}, {0, 5}} << int(PoolObstacle::NoEvents);
        QTest::newRow("only events") << Rows{{10, 10}, {5, 5}} << int(PoolObstacle::OnlyEvents);
        QTest::newRow("separated") << Rows{{0, 10}, {5, 5}, {0, 3}} << int(PoolObstacle::Separated);
        QTest::newRow("all n = 1") << Rows{{0, 1}, {1, 1}, {1, 1}} << int(PoolObstacle::NotIdentified);
    }

    void saysWhyNoModelCanBeFitted()
    {
        QFETCH(Rows, rows);
        QFETCH(int, obstacle);
        for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
            const PooledRate pool = poolRates(rows, method, 0.95);
            QCOMPARE(int(pool.obstacle), obstacle);
            QVERIFY(!pool.median && !pool.tau2 && !pool.interval && !pool.prediction);
        }
    }

    void twoRowsHaveNoPredictionInterval()
    {
        const PooledRate pool = poolRates(Rows{{2, 10}, {9, 15}}, PoolMethod::Glmm, 0.95);
        QVERIFY(pool.interval);
        QVERIFY(!pool.prediction);
    }

    void remlSolvesItsScoreEquation()
    {
        const Rows rows{{2, 10}, {5, 15}, {1, 8}, {19, 20}, {0, 12}, {7, 9}};
        const PooledRate pool = poolRates(rows, PoolMethod::RemlHartungKnapp, 0.95);
        // Independent: maximise the restricted likelihood on a fine grid, then refine.
        std::vector<std::array<long double, 2>> yv;
        for (const auto &r : rows) {
            const long double add = r.events == 0 || r.events == r.n ? 0.5L : 0.0L;
            const long double x = r.events + add;
            const long double rest = r.n - r.events + add;
            yv.push_back({std::log(x / rest), 1.0L / x + 1.0L / rest});
        }
        const auto restricted = [&](long double t) {
            long double w = 0, wy = 0, logs = 0, q = 0;
            for (const auto &[y, v] : yv) {
                w += 1 / (v + t);
                wy += y / (v + t);
                logs += std::log(v + t);
            }
            for (const auto &[y, v] : yv)
                q += (y - wy / w) * (y - wy / w) / (v + t);
            return -0.5L * (logs + std::log(w) + q);
        };
        long double best = 0;
        for (long double t = 0; t < 30; t += 0.001L) {
            if (restricted(t) > restricted(best))
                best = t;
        }
        long double low = std::max(0.0L, best - 0.002L), high = best + 0.002L;
        for (int i = 0; i < 200; ++i) { // golden section
            const long double a = high - (high - low) * 0.6180339887498949L;
            const long double b = low + (high - low) * 0.6180339887498949L;
            (restricted(a) > restricted(b) ? high : low) = restricted(a) > restricted(b) ? b : a;
        }
        QVERIFY2(std::abs(double(low) / *pool.tau2 - 1.0) < 1e-7,
                 qPrintable(QString::number(double(low)) + QLatin1Char(' ') + QString::number(*pool.tau2)));
        QVERIFY(pool.tau2Interval->low <= *pool.tau2 && pool.tau2Interval->high >= *pool.tau2);
    }

    void hartungKnappNeverShrinksBelowWald()
    {
        // Identical rates: the plain Hartung-Knapp interval would have zero width.
        const PooledRate pool = poolRates(Rows{{5, 10}, {5, 10}, {5, 10}},
                                          PoolMethod::RemlHartungKnapp, 0.95);
        QVERIFY(std::abs(*pool.logitStandardError - 1.0 / std::sqrt(7.5)) < 1e-12);
    }

    void leavingOneOutPoolsTheOthers()
    {
        const Rows rows{{2, 10}, {5, 15}, {1, 8}, {9, 20}};
        const auto pools = leaveOneOut(rows, PoolMethod::Glmm, 0.95);
        QCOMPARE(pools.size(), rows.size());
        QCOMPARE(pools[1].events, 12);
        QCOMPARE(pools[1].n, 38);
        QCOMPARE(*pools[3].median,
                 *poolRates(Rows{{2, 10}, {5, 15}, {1, 8}}, PoolMethod::Glmm, 0.95).median);
    }

    void populationMeanLiesBetweenMedianAndHalf()
    {
        const PooledRate pool = poolRates(Rows{{0, 20}, {1, 25}, {9, 20}, {0, 31}, {2, 15}},
                                          PoolMethod::Glmm, 0.95);
        QVERIFY(*pool.populationMean > *pool.median);
        QVERIFY(*pool.populationMean < 0.5);
    }
};

QTEST_APPLESS_MAIN(TestPooling)
#include "tst_pooling.moc"
