// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/ProportionInterval.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace anakinra::statistics;

namespace {

constexpr std::array allMethods{IntervalMethod::Wilson, IntervalMethod::ClopperPearson,
                                IntervalMethod::Jeffreys, IntervalMethod::AgrestiCoull};

struct Level
{
    double level;
    long double z; ///< standard normal quantile of 1 - (1 - level)/2, computed to 22 digits
};

constexpr std::array levels{
    Level{.80, 1.281551565544600466965L},  Level{.90, 1.644853626951472714864L},
    Level{.95, 1.959963984540054235525L},  Level{.99, 2.575829303548900760979L},
    Level{.999, 3.290526731491894793222L},
};

/// The proportion in [low, high] where the score statistic reaches z: the definition of Wilson's
/// bounds, solved by bisection and not by the closed formula.
long double scoreRoot(int k, int n, long double z, long double low, long double high)
{
    const auto excess = [&](long double p) {
        const long double d = k - n * p;
        return d * d - z * z * n * p * (1 - p);
    };
    const bool rising = excess(high) > excess(low);
    for (int i = 0; i < 80; ++i) {
        const long double middle = (low + high) / 2;
        ((excess(middle) > 0) == rising ? high : low) = middle;
    }
    return (low + high) / 2;
}

struct Tail
{
    long double probability; ///< P(first <= X <= last)
    long double slope;       ///< its derivative in p, by the terms themselves
};

/// Sum of binomial terms C(n, i) p^i q^(n-i) for first <= i <= last.
Tail binomialSum(int n, long double p, int first, int last)
{
    static const std::vector<long double> logFactorial = [] {
        std::vector<long double> table{0};
        for (int i = 1; i <= 200; ++i)
            table.push_back(table.back() + std::log(static_cast<long double>(i)));
        return table;
    }();
    const auto logOf = [](int i) { return logFactorial[static_cast<std::size_t>(i)]; };
    const long double q = 1 - p;
    const long double logP = std::log(p);
    const long double logQ = std::log(q);
    Tail tail{0, 0};
    for (int i = first; i <= last; ++i) {
        const long double term =
            std::exp(logOf(n) - logOf(i) - logOf(n - i) + i * logP + (n - i) * logQ);
        tail.probability += term;
        tail.slope += term * (i / p - (n - i) / q);
    }
    return tail;
}

/// Regularised incomplete beta function by its continued fraction (modified Lentz), in extended
/// precision, and its derivative.
Tail incompleteBeta(long double a, long double b, long double x)
{
    const long double logBeta = std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
    const long double front = std::exp(a * std::log(x) + b * std::log1p(-x) - logBeta);
    const long double slope = front / (x * (1 - x));
    if (x > (a + 1) / (a + b + 2)) // the fraction converges on the other side
        return {1 - incompleteBeta(b, a, 1 - x).probability, slope};
    long double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), fraction = d;
    for (int m = 1; m < 500; ++m) {
        const auto next = [&](long double numerator) {
            d = 1 / (1 + numerator * d);
            c = 1 + numerator / c;
            fraction *= d * c;
            return d * c;
        };
        next(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        const long double change =
            next(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
        if (std::abs(change - 1) < 1e-19L)
            break;
    }
    return {front * fraction / a, slope};
}

} // namespace

class TestProportionInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reproducesPublishedExamples_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("method");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe RG. Stat Med 1998;17:857-872, table I (four decimals).
        const int w = int(IntervalMethod::Wilson);
        const int cp = int(IntervalMethod::ClopperPearson);
        QTest::newRow("81/263 Wilson") << 81 << 263 << w << .2553 << .3662;
        QTest::newRow("81/263 exact") << 81 << 263 << cp << .2527 << .3676;
        QTest::newRow("15/148 Wilson") << 15 << 148 << w << .0624 << .1605;
        QTest::newRow("15/148 exact") << 15 << 148 << cp << .0578 << .1617;
        QTest::newRow("0/20 Wilson") << 0 << 20 << w << 0. << .1611;
        QTest::newRow("0/20 exact") << 0 << 20 << cp << 0. << .1684;
        QTest::newRow("1/29 Wilson") << 1 << 29 << w << .0061 << .1718;
        QTest::newRow("1/29 exact") << 1 << 29 << cp << .0009 << .1776;
    }

    void reproducesPublishedExamples()
    {
        QFETCH(int, events);
        QFETCH(int, n);
        QFETCH(int, method);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval i = proportionInterval(events, n, 0.95, IntervalMethod(method));
        QVERIFY(qAbs(i.low - low) < 5.001e-5);
        QVERIFY(qAbs(i.high - high) < 5.001e-5);
    }

    void reproducesValuesOfFortyDigitArithmetic_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("level");
        QTest::addColumn<int>("method");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Inverted incomplete beta function (Jeffreys, exact) and closed formula (Agresti-Coull) in
        // 40-digit arithmetic, Jeffreys with modified ends.
        const int cp = int(IntervalMethod::ClopperPearson);
        const int j = int(IntervalMethod::Jeffreys);
        const int ac = int(IntervalMethod::AgrestiCoull);
        const auto row = [](const char *name, int x, int n, double level, int method, double low,
                            double high) {
            QTest::newRow(name) << x << n << level << method << low << high;
        };
        row("24/310 exact", 24, 310, .95, cp, .050231943324878925, .11300498153789560);
        row("0/1 Jeffreys", 0, 1, .95, j, 0., .8532536836904249);
        row("1/1 Jeffreys", 1, 1, .95, j, .1467463163095751, 1.);
        row("0/3 Jeffreys", 0, 3, .95, j, 0., .53558324304295091);
        row("1/29 Jeffreys", 1, 29, .95, j, .0037461736490570736, .15007768600223176);
        row("6/31 Jeffreys", 6, 31, .95, j, .085068952724532494, .35616853051366149);
        row("2/31 Jeffreys", 2, 31, .95, j, .013648711087172367, .19123851493203605);
        row("81/263 Jeffreys", 81, 263, .95, j, .25452193499102347, .36564749917408242);
        row("15/148 Jeffreys", 15, 148, .95, j, .060448517009296437, .15764314347874118);
        row("6/31 Jeffreys 80", 6, 31, .80, j, .11752532939336927, .29701565971292135);
        row("6/31 Jeffreys 99.9", 6, 31, .999, j, .040074284267377369, .47818640576798147);
        row("199/200 Jeffreys 99.9", 199, 200, .999, j, .95658968621033004, .99996175545662651);
        row("0/1 Agresti-Coull", 0, 1, .95, ac, 0., .832500514520587);
        row("3/3 Agresti-Coull", 3, 3, .95, ac, .38252843120864147, 1.);
        row("1/29 Agresti-Coull", 1, 29, .95, ac, 0., .1862865085617061);
        row("6/31 Agresti-Coull", 6, 31, .95, ac, .088171468359331518, .36650119337448408);
        row("2/31 Agresti-Coull", 2, 31, .95, ac, .0075976223450480686, .21746352853984778);
        row("24/310 Agresti-Coull", 24, 310, .95, ac, .052137910430991308, .11304567944746549);
        row("6/31 Agresti-Coull 80", 6, 31, .80, ac, .11777003806834089, .30016446147646506);
        row("199/200 Agresti-Coull 99.9", 199, 200, .999, ac, .93065683266787855, 1.);
    }

    void reproducesValuesOfFortyDigitArithmetic()
    {
        QFETCH(int, events);
        QFETCH(int, n);
        QFETCH(double, level);
        QFETCH(int, method);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval i = proportionInterval(events, n, level, IntervalMethod(method));
        QVERIFY2(qAbs(i.low - low) <= 1e-11 * low, qPrintable(QString::number(i.low, 'g', 17)));
        QVERIFY2(qAbs(i.high - high) <= 1e-11 * high, qPrintable(QString::number(i.high, 'g', 17)));
    }

    void wilsonBoundsSolveTheScoreEquation()
    {
        for (const Level &l : levels) {
            for (int n = 1; n <= 200; ++n) {
                for (int k = 0; k <= n; ++k) {
                    const Interval i = proportionInterval(k, n, l.level, IntervalMethod::Wilson);
                    const long double p = static_cast<long double>(k) / n;
                    const long double low = k == 0 ? 0 : scoreRoot(k, n, l.z, 0, p);
                    const long double high = k == n ? 1 : scoreRoot(k, n, l.z, p, 1);
                    QVERIFY(std::abs(i.low - low) < 1e-13L);
                    QVERIFY(std::abs(i.high - high) < 1e-13L);
                }
            }
        }
    }

    void clopperPearsonBoundsLeaveHalfOfTheErrorInEachTail()
    {
        for (const Level &l : levels) {
            const long double half = (1 - static_cast<long double>(l.level)) / 2;
            // All sizes at the usual level, a part of them elsewhere: each costs n^2 terms.
            for (int n = 1; n <= 200; n += l.level == .95 ? 1 : 13) {
                for (int k = 0; k <= n; ++k) {
                    const Interval i =
                        proportionInterval(k, n, l.level, IntervalMethod::ClopperPearson);
                    if (k > 0) {
                        const Tail above = binomialSum(n, i.low, k, n);
                        const long double error = (above.probability - half) / above.slope;
                        QVERIFY2(std::abs(error) < 1e-11L * i.low,
                                 qPrintable(QString::asprintf("%d/%d low", k, n)));
                    }
                    if (k < n) {
                        const Tail below = binomialSum(n, i.high, 0, k);
                        const long double error = (below.probability - half) / below.slope;
                        QVERIFY2(std::abs(error) < 1e-11L * i.high,
                                 qPrintable(QString::asprintf("%d/%d high", k, n)));
                    }
                }
            }
        }
    }

    void jeffreysBoundsLeaveHalfOfTheErrorInEachTail()
    {
        for (const Level &l : levels) {
            const long double half = (1 - static_cast<long double>(l.level)) / 2;
            // All sizes at the usual level, a part of them elsewhere.
            for (int n = 1; n <= 200; n += l.level == .95 ? 1 : 13) {
                for (int k = 0; k <= n; ++k) {
                    const Interval i = proportionInterval(k, n, l.level, IntervalMethod::Jeffreys);
                    const long double a = k + 0.5L, b = n - k + 0.5L;
                    if (k > 0) {
                        const Tail below = incompleteBeta(a, b, i.low);
                        const long double error = (below.probability - half) / below.slope;
                        QVERIFY2(std::abs(error) < 1e-11L * i.low,
                                 qPrintable(QString::asprintf("%d/%d low", k, n)));
                    }
                    if (k < n) {
                        const Tail above =
                            incompleteBeta(b, a, 1 - static_cast<long double>(i.high));
                        const long double error = (above.probability - half) / above.slope;
                        QVERIFY2(std::abs(error) < 1e-11L * i.high,
                                 qPrintable(QString::asprintf("%d/%d high", k, n)));
                    }
                }
            }
        }
    }

    void agrestiCoullBoundsFollowTheirFormula()
    {
        for (const Level &l : levels) {
            for (int n = 1; n <= 200; ++n) {
                for (int k = 0; k <= n; ++k) {
                    const Interval i =
                        proportionInterval(k, n, l.level, IntervalMethod::AgrestiCoull);
                    const long double size = n + l.z * l.z;
                    const long double p = (k + l.z * l.z / 2) / size;
                    const long double half = l.z * std::sqrt(p * (1 - p) / size);
                    const long double low = k == 0 ? 0 : std::max(0.0L, p - half);
                    const long double high = k == n ? 1 : std::min(1.0L, p + half);
                    QVERIFY(std::abs(i.low - low) < 1e-13L);
                    QVERIFY(std::abs(i.high - high) < 1e-13L);
                }
            }
        }
    }

    void onePatientHasClosedForms()
    {
        // 0/1: Clopper-Pearson 1 - 0.025; Wilson z^2 / (1 + z^2); Jeffreys from the arcsine law,
        // where (2 t + sin 2t) / pi = 0.975 at p = sin^2 t.
        QVERIFY(qAbs(proportionInterval(0, 1, .95, IntervalMethod::ClopperPearson).high - .975) <
                1e-14);
        const double z2 = 3.841458820694124;
        QVERIFY(qAbs(proportionInterval(0, 1, .95, IntervalMethod::Wilson).high - z2 / (1 + z2)) <
                1e-14);
        const double p = proportionInterval(0, 1, .95, IntervalMethod::Jeffreys).high;
        const double t = std::asin(std::sqrt(p));
        QVERIFY(qAbs((2 * t + std::sin(2 * t)) / std::acos(-1.0) - .975) < 1e-13);
    }

    void boundAtNoEventsHasItsClosedForm()
    {
        for (const Level &l : levels) {
            for (int n = 1; n <= 200; ++n) {
                const long double expected =
                    1 - std::pow((1 - static_cast<long double>(l.level)) / 2, 1.0L / n);
                const Interval i =
                    proportionInterval(0, n, l.level, IntervalMethod::ClopperPearson);
                QVERIFY(std::abs(i.high - expected) < 1e-11L * expected);
            }
        }
    }

    void endsAreExactlyZeroAndOne()
    {
        for (const IntervalMethod method : allMethods) {
            for (const Level &l : levels) {
                for (int n = 1; n <= 200; ++n) {
                    const Interval none = proportionInterval(0, n, l.level, method);
                    const Interval all = proportionInterval(n, n, l.level, method);
                    QVERIFY(none.low == 0.0 && none.high > 0.0 && none.high < 1.0);
                    QVERIFY(all.high == 1.0 && all.low > 0.0 && all.low < 1.0);
                }
            }
        }
    }

    void intervalContainsTheEstimateAndMirrorsForNonEvents()
    {
        for (const IntervalMethod method : allMethods) {
            for (const Level &l : levels) {
                for (int n = 1; n <= 200; n += 3) {
                    for (int k = 0; k <= n; ++k) {
                        const Interval i = proportionInterval(k, n, l.level, method);
                        const Interval mirror = proportionInterval(n - k, n, l.level, method);
                        const double p = double(k) / n;
                        QVERIFY(0.0 <= i.low && i.low <= p && p <= i.high && i.high <= 1.0);
                        QVERIFY(qAbs(i.low - (1.0 - mirror.high)) < 1e-12);
                    }
                }
            }
        }
    }

    void higherLevelIsWider()
    {
        for (const IntervalMethod method : allMethods) {
            for (std::size_t l = 1; l < levels.size(); ++l) {
                const Interval narrow = proportionInterval(6, 31, levels[l - 1].level, method);
                const Interval wide = proportionInterval(6, 31, levels[l].level, method);
                QVERIFY(wide.low < narrow.low && narrow.high < wide.high);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestProportionInterval)
#include "tst_proportioninterval.moc"
