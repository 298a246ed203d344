// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/ProportionInterval.h"
#include "models/statistics/ThresholdProbability.h"

#include <QTest>

#include <cmath>

using namespace anakinra::statistics;

namespace {

/// The posterior's probability below `threshold`, with p = sin^2 t: Simpson's rule on
/// sin^(2 x) cos^(2 (n - x)), which has no poles at the ends.
long double bySimpson(EventsOfN counts, long double threshold)
{
    const auto integral = [&](long double from, long double to) {
        constexpr int cells = 4000;
        const long double h = (to - from) / cells;
        long double sum = 0;
        for (int i = 0; i <= cells; ++i) {
            const long double t = from + h * i;
            const long double f = std::pow(std::sin(t), 2.0L * counts.events) *
                                  std::pow(std::cos(t), 2.0L * (counts.n - counts.events));
            sum += f * (i == 0 || i == cells ? 1 : i % 2 ? 4 : 2);
        }
        return sum * h / 3;
    };
    const long double half = std::acos(-1.0L) / 2;
    const long double at = std::asin(std::sqrt(threshold));
    return integral(0, at) / (integral(0, at) + integral(at, half));
}

} // namespace

class TestThresholdProbability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithIntegration()
    {
        for (const EventsOfN counts :
             {EventsOfN{0, 1}, EventsOfN{1, 1}, EventsOfN{0, 10}, EventsOfN{10, 10},
              EventsOfN{3, 31}, EventsOfN{19, 20}, EventsOfN{81, 263}}) {
            for (const double threshold : {0.01, 0.1, 0.25, 0.5, 0.9}) {
                const ThresholdProbability p = thresholdProbability(counts, threshold);
                const double below = double(bySimpson(counts, threshold));
                QVERIFY2(std::abs(p.below - below) < 1e-10,
                         qPrintable(QString::asprintf("%d/%d %g", counts.events, counts.n, below)));
                QVERIFY(std::abs(p.below + p.above - 1.0) < 1e-14);
                QVERIFY(p.counts == counts);
                QCOMPARE(p.threshold, threshold);
            }
        }
    }

    void oneHalfOfHalfIsEven()
    {
        QVERIFY(std::abs(thresholdProbability({5, 10}, 0.5).below - 0.5) < 1e-14);
        // 0/1: the arcsine law with one more non-event, (2 t + sin 2t) / pi at t = asin(sqrt(p)).
        const double t = std::asin(std::sqrt(0.2));
        QVERIFY(std::abs(thresholdProbability({0, 1}, 0.2).below -
                         (2.0 * t + std::sin(2.0 * t)) / std::acos(-1.0)) < 1e-14);
    }

    void boundsOfTheJeffreysIntervalHaveItsTails()
    {
        for (const EventsOfN counts : {EventsOfN{1, 29}, EventsOfN{6, 31}, EventsOfN{199, 200}}) {
            const Interval i =
                proportionInterval(counts.events, counts.n, 0.95, IntervalMethod::Jeffreys);
            QVERIFY(std::abs(thresholdProbability(counts, i.low).below - 0.025) < 1e-12);
            QVERIFY(std::abs(thresholdProbability(counts, i.high).above - 0.025) < 1e-12);
        }
    }

    void smallProbabilitiesKeepTheirDigits()
    {
        // 0/100 above one half is far below the rounding of 1 - below; by mirror and integration.
        const double above = thresholdProbability({0, 100}, 0.5).above;
        QVERIFY(above < 1e-29);
        QVERIFY(std::abs(above / double(bySimpson({100, 100}, 0.5L)) - 1.0) < 1e-7);
    }

    void thresholdsOutsideTheRangeAreCertain()
    {
        QCOMPARE(thresholdProbability({3, 10}, -0.1).below, 0.0);
        QCOMPARE(thresholdProbability({3, 10}, 0.0).above, 1.0);
        QCOMPARE(thresholdProbability({3, 10}, 1.5).below, 1.0);
        QCOMPARE(thresholdProbability({3, 10}, 1.0).above, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestThresholdProbability)
#include "tst_thresholdprobability.moc"
