// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Pooling.h"
#include "tests/models/statistics/BruteForce.h"

#include <QTest>

#include <array>
#include <cmath>
#include <utility>
#include <vector>

using namespace anakinra::statistics;
using namespace anakinra::test;
using Rows = std::vector<EventsOfN>;

namespace {

std::vector<DesignedRow> designed(const Rows &rows)
{
    std::vector<DesignedRow> result;
    for (const EventsOfN &row : rows)
        result.push_back({row, {1.0}});
    return result;
}

long double likelihood(const Rows &rows, double mu, double tau)
{
    return bruteForce(designed(rows), std::array<long double, 2>{mu, tau});
}

/// The likelihood maximised over mu by golden section; it is concave in mu.
long double profileLikelihood(const Rows &rows, double tau)
{
    constexpr double golden = 0.6180339887498949;
    double low = -12.0, high = 12.0;
    double a = high - (high - low) * golden, b = low + (high - low) * golden;
    long double atA = likelihood(rows, a, tau), atB = likelihood(rows, b, tau);
    for (int i = 0; i < 36; ++i) { // an error of 1e-6 in mu is one of 1e-11 in the likelihood
        if (atA > atB) {
            high = std::exchange(b, a);
            atB = atA;
            a = high - (high - low) * golden;
            atA = likelihood(rows, a, tau);
        } else {
            low = std::exchange(a, b);
            atA = atB;
            b = low + (high - low) * golden;
            atB = likelihood(rows, b, tau);
        }
    }
    return likelihood(rows, (low + high) / 2.0, tau);
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
        QTest::newRow("n from 1 to 200,000")
            << Rows{{0, 1}, {2, 4}, {1, 67}, {10, 6131}, {70, 217154}, {3, 150}};
        // Sets where tau = 0 is a second, lower maximum.
        QTest::newRow("two maxima, small") << Rows{{0, 38}, {2, 209}, {1, 1}};
        QTest::newRow("two maxima") << Rows{{12, 18}, {0, 4}, {314, 410}, {1, 1}, {1, 3}};
        QTest::newRow("two maxima, unbalanced") << Rows{{96, 12017}, {7, 1871}, {1, 274}, {1, 5}};
        QTest::newRow("two maxima inside") << Rows{{1, 1}, {27, 439}, {1, 1}, {16, 127}};
    }

    void glmmAgreesWithBruteForce()
    {
        QFETCH(Rows, rows);
        const PooledRate pool = poolRates(rows, PoolMethod::Glmm, 0.95);
        QCOMPARE(pool.obstacle, PoolObstacle::None);
        const double mu = *pool.logitEstimate;
        const double tau = std::sqrt(*pool.tau2);
        QVERIFY(tau > 0.05); // these sets have an interior maximum
        const BruteForceCheck check = checkByBruteForce(designed(rows), {mu, tau});
        for (const long double correction : check.correction)
            QVERIFY2(std::abs(correction) < 1e-7L, qPrintable(QString::number(double(correction))));
        const double error = double(check.standardErrors[0]) - *pool.logitStandardError;
        QVERIFY2(std::abs(error) < 1e-7, qPrintable(QString::number(error)));
        // Global: no better point on a profile grid over tau.
        const LogisticNormalModel model(rows);
        const long double top = likelihood(rows, mu, tau);
        QVERIFY(std::abs(double(top) - model.evaluate({mu, tau}).logLikelihood) < 1e-9);
        for (double other = 0.0; other < 6.0; other += 0.25)
            QVERIFY(likelihood(rows, model.profile(other, {mu, 0.0}).at[0], other) <= top + 1e-12L);
    }

    void zeroHeterogeneityMayBeTheHigherOfTwoMaxima_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<double>("other"); ///< tau near the lower maximum
        QTest::newRow("near") << Rows{{0, 7}, {200, 581}, {16, 67}} << 0.23;
        QTest::newRow("far") << Rows{{69, 284}, {8, 13}, {0, 2}, {5, 17}, {0, 4}, {0, 1}} << 0.468;
        QTest::newRow("very far") << Rows{{6, 107}, {1, 1}, {0, 3}, {0, 33}} << 3.3;
    }

    void zeroHeterogeneityMayBeTheHigherOfTwoMaxima()
    {
        QFETCH(Rows, rows);
        QFETCH(double, other);
        const PooledRate pool = poolRates(rows, PoolMethod::Glmm, 0.95);
        const long double zero = profileLikelihood(rows, 0.0);
        const long double hill = profileLikelihood(rows, other);
        // There is a second maximum, and it is lower.
        QVERIFY(hill > profileLikelihood(rows, other * 0.6));
        QVERIFY(hill > profileLikelihood(rows, other * 1.6));
        QVERIFY((zero > hill) == (*pool.tau2 == 0.0));
        // Without heterogeneity the crude rate is the estimate.
        if (*pool.tau2 == 0.0)
            QVERIFY(std::abs(*pool.median - double(pool.events) / pool.n) < 1e-12);
    }

    void tau2IntervalEndsWhereTheProfileHasFallen_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::newRow("interior") << Rows{{2, 10}, {15, 20}, {1, 18}, {9, 20}};
        QTest::newRow("from zero") << Rows{{2, 10}, {5, 15}, {1, 8}, {9, 20}};
        QTest::newRow("wide") << Rows{{1, 7}, {0, 16}};
    }

    void tau2IntervalEndsWhereTheProfileHasFallen()
    {
        QFETCH(Rows, rows);
        const PooledRate pool = poolRates(rows, PoolMethod::Glmm, 0.95);
        const long double top = likelihood(rows, *pool.logitEstimate, std::sqrt(*pool.tau2));
        constexpr long double half = 3.84145882069412 / 2.0; // chi-square, 1 degree of freedom
        const auto fallen = [&](double tau2) {
            return top - profileLikelihood(rows, std::sqrt(tau2)) - half;
        };
        QVERIFY(std::abs(fallen(pool.tau2Interval->high)) < 1e-8L);
        if (pool.tau2Interval->low > 0.0)
            QVERIFY(std::abs(fallen(pool.tau2Interval->low)) < 1e-8L);
        else
            QVERIFY(fallen(0.0) <= 0.0L);
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
        QTest::newRow("all n = 1")
            << Rows{{0, 1}, {1, 1}, {1, 1}} << int(PoolObstacle::NotIdentified);
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
                 qPrintable(QString::number(double(low)) + QLatin1Char(' ') +
                            QString::number(*pool.tau2)));
        QVERIFY(pool.tau2Interval->low <= *pool.tau2 && pool.tau2Interval->high >= *pool.tau2);
    }

    void hartungKnappNeverShrinksBelowWald()
    {
        // Identical rates: the plain Hartung-Knapp interval would have zero width.
        const PooledRate pool =
            poolRates(Rows{{5, 10}, {5, 10}, {5, 10}}, PoolMethod::RemlHartungKnapp, 0.95);
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

    void leavingOneOutOfManyAgreesWithSinglePools()
    {
        // Equal rows, a row that carries the heterogeneity, and starts from the pool of all.
        const Rows rows{{2, 10}, {5, 15}, {1, 8},  {9, 20}, {2, 10},  {0, 12},
                        {7, 9},  {3, 40}, {1, 31}, {2, 10}, {90, 92}, {11, 60}};
        for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
            const auto pools = leaveOneOut(rows, method, 0.95);
            QCOMPARE(pools.size(), rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                Rows others(rows);
                others.erase(others.begin() + std::ptrdiff_t(i));
                const PooledRate single = poolRates(others, method, 0.95);
                QCOMPARE(pools[i].k, single.k);
                QVERIFY(std::abs(*pools[i].logitEstimate - *single.logitEstimate) < 1e-9);
                QVERIFY(std::abs(*pools[i].logitStandardError - *single.logitStandardError) < 1e-9);
                QVERIFY(std::abs(*pools[i].tau2 - *single.tau2) < 1e-9);
                QVERIFY(std::abs(pools[i].tau2Interval->low - single.tau2Interval->low) < 1e-7);
                QVERIFY(std::abs(pools[i].tau2Interval->high - single.tau2Interval->high) < 1e-7);
            }
        }
    }

    void leavingOneOutSaysWhereNoPoolIsLeft()
    {
        const auto pools = leaveOneOut(Rows{{0, 10}, {3, 12}, {0, 9}}, PoolMethod::Glmm, 0.95);
        QCOMPARE(pools[0].obstacle, PoolObstacle::None);
        QCOMPARE(pools[1].obstacle, PoolObstacle::NoEvents);
        QCOMPARE(leaveOneOut(Rows{{0, 10}, {3, 12}}, PoolMethod::Glmm, 0.95)[0].obstacle,
                 PoolObstacle::OneRow);
    }

    void stoppedPoolsGiveNothing()
    {
        const Rows rows{{2, 10}, {5, 15}, {1, 8}, {9, 20}};
        std::stop_source source;
        for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
            const auto pool = poolRates(rows, method, 0.95, source.get_token());
            QVERIFY(pool.has_value());
            QCOMPARE(*pool->median, *poolRates(rows, method, 0.95).median);
            QCOMPARE(leaveOneOut(rows, method, 0.95, source.get_token())->size(), rows.size());
        }
        source.request_stop();
        for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
            QVERIFY(!poolRates(rows, method, 0.95, source.get_token()));
            QVERIFY(!leaveOneOut(rows, method, 0.95, source.get_token()));
        }
    }

    void populationMeanLiesBetweenMedianAndHalf()
    {
        const PooledRate pool =
            poolRates(Rows{{0, 20}, {1, 25}, {9, 20}, {0, 31}, {2, 15}}, PoolMethod::Glmm, 0.95);
        QVERIFY(*pool.populationMean > *pool.median);
        QVERIFY(*pool.populationMean < 0.5);
    }
};

QTEST_APPLESS_MAIN(TestPooling)
#include "tst_pooling.moc"
