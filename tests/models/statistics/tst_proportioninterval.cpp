// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/ProportionInterval.h"

#include <QTest>

using namespace anakinra::statistics;

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
};

QTEST_APPLESS_MAIN(TestProportionInterval)
#include "tst_proportioninterval.moc"
