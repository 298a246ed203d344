// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/TwoByTwo.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace anakinra::statistics;

namespace {

/// C(n, k) exactly, for n small enough that it and the sums below fit 64 bits.
qint64 choose(int n, int k)
{
    qint64 result = 1;
    for (int i = 1; i <= k; ++i)
        result = result * (n - k + i) / i;
    return result;
}

} // namespace

class TestTwoByTwo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reproducesExactRationals_data()
    {
        QTest::addColumn<int>("x1");
        QTest::addColumn<int>("n1");
        QTest::addColumn<int>("x2");
        QTest::addColumn<int>("n2");
        QTest::addColumn<double>("fisher");
        QTest::addColumn<double>("midP");
        QTest::addColumn<double>("chiSquare"); // -1 = undefined
        const auto row = [](const char *name, int x1, int n1, int x2, int n2, double fisher,
                            double midP, double chi) {
            QTest::newRow(name) << x1 << n1 << x2 << n2 << fisher << midP << chi;
        };
        // Exact rationals and 30-digit error function. The first two Fisher values are also those
        // of R's help page (0.4857, 0.0005367).
        row("tea", 3, 4, 1, 4, .48571428571428571, .25714285714285714, .15729920705028513);
        row("convictions", 2, 12, 15, 18, .0005367241191434358, .00048066192467675936,
            .0003062666301835497);
        // Printed in the library's sources: p = .006 and P = .17.
        row("8/11 vs 8/31", 8, 11, 8, 31, .010540378244070761, .00965367585468771,
            .0059035248177612215);
        row("17/19 vs 22/32", 17, 19, 22, 32, .1705802755144821, .10321737992695298,
            .091628872920275791);
        // Ties that an absolute or missing tolerance gets wrong.
        row("23/31 vs 3/31", 23, 31, 3, 31, 3.4996105851477544e-7, 1.8091917817008964e-7,
            2.6412176012554928e-7);
        row("3/31 vs 1/7", 3, 31, 1, 7, 1., .72119487908961593, .71971996151481742);
        row("10/10 vs 0/20", 10, 10, 0, 20, 3.3283391604231184e-8, 3.3283391604231184e-8,
            4.3204630578274973e-8);
        row("24/310 vs 1/7", 24, 310, 1, 7, .44054361929672248, .53876253012115976,
            .52528254212958657);
        row("no events", 0, 10, 0, 20, 1., 1., -1.);
    }

    void reproducesExactRationals()
    {
        QFETCH(int, x1);
        QFETCH(int, n1);
        QFETCH(int, x2);
        QFETCH(int, n2);
        QFETCH(double, fisher);
        QFETCH(double, midP);
        QFETCH(double, chiSquare);
        QVERIFY(std::abs(fisherTwoSided({x1, n1}, {x2, n2}) / fisher - 1.0) < 1e-10);
        QVERIFY(std::abs(fisherMidP({x1, n1}, {x2, n2}) / midP - 1.0) < 1e-10);
        const auto chi = chiSquareP({x1, n1}, {x2, n2});
        QCOMPARE(chi.has_value(), chiSquare >= 0.0);
        if (chi)
            QVERIFY(std::abs(*chi / chiSquare - 1.0) < 1e-12);
    }

    void agreesWithIntegerSumsOnEverySmallTable()
    {
        for (int n1 = 1; n1 <= 13; ++n1) {
            for (int n2 = 1; n2 <= 13; ++n2) {
                for (int x1 = 0; x1 <= n1; ++x1) {
                    for (int x2 = 0; x2 <= n2; ++x2) {
                        const int m = x1 + x2;
                        const qint64 observed = choose(n1, x1) * choose(n2, x2);
                        qint64 unlikelier = 0;
                        qint64 total = 0;
                        for (int k = std::max(0, m - n2); k <= std::min(n1, m); ++k) {
                            const qint64 tables = choose(n1, k) * choose(n2, m - k);
                            total += tables;
                            if (tables <= observed)
                                unlikelier += tables;
                        }
                        const double expected = double(unlikelier) / double(total);
                        const double p = fisherTwoSided({x1, n1}, {x2, n2});
                        QVERIFY(std::abs(p / expected - 1.0) < 1e-10);
                    }
                }
            }
        }
    }

    void groupsAndOutcomesMayBeSwapped()
    {
        for (int x1 = 0; x1 <= 11; ++x1) {
            for (int x2 = 0; x2 <= 31; ++x2) {
                const double p = fisherTwoSided({x1, 11}, {x2, 31});
                QVERIFY(std::abs(fisherTwoSided({x2, 31}, {x1, 11}) / p - 1.0) < 1e-10);
                QVERIFY(std::abs(fisherTwoSided({11 - x1, 11}, {31 - x2, 31}) / p - 1.0) < 1e-10);
                QVERIFY(p > 0.0 && p <= 1.0);
                const double mid = fisherMidP({x1, 11}, {x2, 31});
                QVERIFY(mid > 0.0 && mid <= 1.0);
            }
        }
    }

    void largeGroupsNeitherOverflowNorVanish()
    {
        // Chi-square and the exact test approach each other; 5000/10000 and 5100/10000 give .157.
        const double exact = fisherMidP({5000, 10000}, {5100, 10000});
        QVERIFY(std::abs(exact - *chiSquareP({5000, 10000}, {5100, 10000})) < 1e-4);
        QVERIFY(std::abs(exact - .15727) < 1e-4);
        QVERIFY(fisherTwoSided({0, 10000}, {10000, 10000}) >= 0.0);
    }

    void emptyGroupSaysNothing()
    {
        QCOMPARE(fisherTwoSided({0, 0}, {3, 7}), 1.0);
        QCOMPARE(fisherMidP({0, 0}, {3, 7}), 1.0);
        QVERIFY(!chiSquareP({0, 0}, {3, 7}));
    }
};

QTEST_APPLESS_MAIN(TestTwoByTwo)
#include "tst_twobytwo.moc"
