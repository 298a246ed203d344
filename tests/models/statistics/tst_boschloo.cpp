// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Boschloo.h"
#include "models/statistics/TwoByTwo.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace anakinra::statistics;

namespace {

long double logChoose(int n, int k)
{
    return std::lgamma(n + 1.0L) - std::lgamma(k + 1.0L) - std::lgamma(n - k + 1.0L);
}

long double binomial(int n, int k, long double p)
{
    return std::exp(logChoose(n, k) + k * std::log(p) + (n - k) * std::log1p(-p));
}

enum class Side { Both, Lower, Upper };

/// Fisher's p of i/n against j/m by factorials.
long double fisher(int i, int n, int j, int m, Side side)
{
    const int events = i + j;
    const auto table = [&](int k) {
        return std::exp(logChoose(n, k) + logChoose(m, events - k) - logChoose(n + m, events));
    };
    long double sum = 0;
    for (int k = std::max(0, events - m); k <= std::min(n, events); ++k) {
        const bool counts = side == Side::Both    ? table(k) <= table(i) * (1 + 1e-7L)
                            : side == Side::Lower ? k <= i
                                                  : k >= i;
        sum += counts ? table(k) : 0;
    }
    return sum;
}

/// The largest probability of the region over a very fine grid, table by table.
long double bruteForce(EventsOfN a, EventsOfN b, Side side)
{
    const long double observed = fisher(a.events, a.n, b.events, b.n, side);
    std::vector<std::pair<int, int>> region;
    for (int i = 0; i <= a.n; ++i) {
        for (int j = 0; j <= b.n; ++j) {
            if (fisher(i, a.n, j, b.n, side) <= observed * (1 + 1e-9L))
                region.emplace_back(i, j);
        }
    }
    long double best = 0;
    constexpr int cells = 8000;
    for (int step = 1; step < cells; ++step) {
        const long double p = static_cast<long double>(step) / cells;
        std::vector<long double> ofA, ofB;
        for (int i = 0; i <= a.n; ++i)
            ofA.push_back(binomial(a.n, i, p));
        for (int j = 0; j <= b.n; ++j)
            ofB.push_back(binomial(b.n, j, p));
        long double sum = 0;
        for (const auto &[i, j] : region)
            sum += ofA[std::size_t(i)] * ofB[std::size_t(j)];
        best = std::max(best, sum);
    }
    return best;
}

} // namespace

class TestBoschloo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithEnumerationOnAFineGrid_data()
    {
        QTest::addColumn<int>("x1");
        QTest::addColumn<int>("n1");
        QTest::addColumn<int>("x2");
        QTest::addColumn<int>("n2");
        QTest::newRow("7/10 vs 2/12") << 7 << 10 << 2 << 12;
        QTest::newRow("7/15 vs 12/15") << 7 << 15 << 12 << 15; // ties between totals
        QTest::newRow("0/10 vs 3/10") << 0 << 10 << 3 << 10;
        QTest::newRow("1/29 vs 5/20") << 1 << 29 << 5 << 20;
        QTest::newRow("3/4 vs 1/4") << 3 << 4 << 1 << 4;
        QTest::newRow("0/3 vs 5/5") << 0 << 3 << 5 << 5;
    }

    void agreesWithEnumerationOnAFineGrid()
    {
        QFETCH(int, x1);
        QFETCH(int, n1);
        QFETCH(int, x2);
        QFETCH(int, n2);
        const EventsOfN a{x1, n1};
        const EventsOfN b{x2, n2};
        const double both = boschlooTest(a, b)->p;
        const double expected = double(bruteForce(a, b, Side::Both));
        QVERIFY2(std::abs(both - expected) < 1e-6, qPrintable(QString::number(expected, 'g', 12)));
        const double twice = boschlooTest(a, b, BoschlooOrder::TwiceSmallerOneSided)->p;
        const double oneSided =
            double(std::min(bruteForce(a, b, Side::Lower), bruteForce(a, b, Side::Upper)));
        QVERIFY(std::abs(twice - std::min(1.0, 2.0 * oneSided)) < 1e-6);
    }

    void neverExceedsFisher()
    {
        for (int x = 0; x <= 9; ++x) {
            for (int y = 0; y <= 14; ++y) {
                const double fisherP = fisherTwoSided({x, 9}, {y, 14});
                const double p = boschlooTest({x, 9}, {y, 14})->p;
                QVERIFY(p > 0.0 && p <= fisherP + 1e-12);
            }
        }
    }

    void groupsAndOutcomesMayBeSwapped()
    {
        for (const BoschlooOrder order :
             {BoschlooOrder::FisherTwoSided, BoschlooOrder::TwiceSmallerOneSided}) {
            for (int y = 0; y <= 31; y += 3) {
                const double p = boschlooTest({4, 11}, {y, 31}, order)->p;
                QVERIFY(std::abs(boschlooTest({y, 31}, {4, 11}, order)->p - p) < 1e-9);
                QVERIFY(std::abs(boschlooTest({7, 11}, {31 - y, 31}, order)->p - p) < 1e-9);
            }
        }
    }

    void oppositeExtremesHaveAClosedForm()
    {
        // 0/n against n/n: only this table and its mirror count, 2 p^n q^n at p = 1/2.
        for (const int n : {2, 5, 40, 100}) {
            const BoschlooTest test = *boschlooTest({0, n}, {n, n});
            QVERIFY(std::abs(test.p / (2.0 * std::pow(0.25, n)) - 1.0) < 1e-8);
            QVERIFY(std::abs(test.commonRate - 0.5) < 1e-4);
        }
        QCOMPARE(boschlooTest({0, 1}, {1, 1})->p, 1.0); // no table is unlikelier
    }

    void isOfferedUpToAHundredPatientsAGroup()
    {
        QVERIFY(boschlooTest({6, 100}, {18, 100}));
        QVERIFY(!boschlooTest({6, 101}, {18, 100}));
        QVERIFY(!boschlooTest({6, 10}, {18, 101}));
        QVERIFY(!boschlooTest({0, 0}, {3, 10}));
    }
};

QTEST_APPLESS_MAIN(TestBoschloo)
#include "tst_boschloo.moc"
