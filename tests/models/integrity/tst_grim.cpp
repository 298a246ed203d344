// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/Grim.h"

#include <QTest>

#include <array>

using namespace anakinra::integrity;
using namespace Qt::StringLiterals;

namespace {

PrintedPercent printed(QStringView text) { return *PrintedPercent::parse(text); }

std::optional<CountFit> fit(QStringView text, int n) { return fittingCounts(printed(text), n); }

CountFit counts(int first, int last, Rounding rounding) { return {first, last, rounding}; }

/// k of n in units by schoolbook long division, one digit at a time: the quotient's digits and
/// whether what remains is at least half a unit. Nothing is shared with the tested formula.
qint64 divided(int k, int n, int decimals, bool halfUp)
{
    qint64 units = 0;
    qint64 rest = k;
    units = rest / n;
    rest %= n;
    for (int i = 0; i < decimals + 2; ++i) {
        rest *= 10;
        units = units * 10 + rest / n;
        rest %= n;
    }
    return units + (halfUp && 2 * rest >= n ? 1 : 0);
}

} // namespace

class TestGrim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesWhatIsPrinted()
    {
        QCOMPARE(printed(u"74"), (PrintedPercent{74, 0}));
        QCOMPARE(printed(u"6.4%"), (PrintedPercent{64, 1}));
        QCOMPARE(printed(u" 42.60 % "), (PrintedPercent{4260, 2}));
        QCOMPARE(printed(u"100"), (PrintedPercent{100, 0}));
        QCOMPARE(printed(u"0.0"), (PrintedPercent{0, 1}));
        for (const QStringView bad : {u"", u"%", u"-3", u"101", u"100.1", u"7.", u".5", u"1.2.3",
                                      u"6,4", u"six", u"5 of 6", u"1.2345678"})
            QVERIFY2(!PrintedPercent::parse(bad), qPrintable(bad.toString()));
    }

    void findsThePercentageInsideAPrintedFigure()
    {
        QCOMPARE(PrintedPercent::find(u"17 of 19 (89.5%)", 89.5).toString(), u"89.5"_s);
        QCOMPARE(PrintedPercent::find(u"74%", 74.0).toString(), u"74"_s);
        QCOMPARE(PrintedPercent::find(u"42.0 %", 42.0).toString(), u"42.0"_s);
        QCOMPARE(PrintedPercent::find(u"8 of 9 patients; 8%", 8.0).toString(), u"8"_s);
        // Only a number marked as a percentage counts; otherwise the shortest way to write it.
        QCOMPARE(PrintedPercent::find(u"9.70 mg in half of them", 9.7).toString(), u"9.7"_s);
        QCOMPARE(PrintedPercent::find(u"", 6.25).toString(), u"6.25"_s);
        QCOMPARE(PrintedPercent::find(u"a third", 100.0 / 3.0).toString(), u"33.333333"_s);
    }

    void writesItsOwnDecimals()
    {
        for (const QString &text : {u"0"_s, u"6.4"_s, u"42.60"_s, u"0.05"_s, u"100.0"_s})
            QCOMPARE(printed(text).toString(), text);
    }

    void exactTiesRoundUp()
    {
        // 1/8 = 12.5 %, 1/200 = 0.5 %, 3/200 = 1.5 %: half-up, never by a binary fraction's luck.
        QCOMPARE(fit(u"13", 8), counts(1, 1, Rounding::HalfUp));
        QVERIFY(!fittingCounts(printed(u"12"), 8, Rounding::HalfUp));
        QCOMPARE(fit(u"12", 8), counts(1, 1, Rounding::Truncation));
        QCOMPARE(fit(u"12.5", 8), counts(1, 1, Rounding::HalfUp));
        QCOMPARE(fit(u"1", 200), counts(1, 2, Rounding::HalfUp));
        QCOMPARE(fit(u"2", 200), counts(3, 4, Rounding::HalfUp));
        QCOMPARE(fittingCounts(printed(u"1"), 200, Rounding::Truncation),
                 counts(2, 3, Rounding::Truncation));
    }

    void figuresOfTheSourcesFitAsTheRulesSay()
    {
        QCOMPARE(fit(u"6.4", 31), counts(2, 2, Rounding::Truncation));
        QCOMPARE(fit(u"9.7", 31), counts(3, 3, Rounding::HalfUp));
        QCOMPARE(fit(u"19", 31), counts(6, 6, Rounding::HalfUp));
        QCOMPARE(fit(u"53", 26), counts(14, 14, Rounding::Truncation));
        QVERIFY(!fit(u"74", 25));
        QVERIFY(!fit(u"42", 25));
        QVERIFY(!fit(u"38", 10));
        QVERIFY(!fit(u"4", 31));
        QVERIFY(!fit(u"42.6", 42));
    }

    void oneParticipantGivesAllOrNothing()
    {
        QCOMPARE(fit(u"0", 1), counts(0, 0, Rounding::HalfUp));
        QCOMPARE(fit(u"100", 1), counts(1, 1, Rounding::HalfUp));
        QCOMPARE(fit(u"100.00", 1), counts(1, 1, Rounding::HalfUp));
        QVERIFY(!fit(u"50", 1));
        QVERIFY(!fit(u"99", 1));
        QVERIFY(!fit(u"0.01", 1));
    }

    void findsTheDenominatorsThatWouldFit()
    {
        const std::array orr{printed(u"74")};
        const std::array cr{printed(u"42")};
        const std::array both{printed(u"74"), printed(u"42")};
        const std::array none{printed(u"42.6")};
        // Worked out with exact rationals elsewhere.
        QCOMPARE(fittingDenominators(orr, 25), (std::vector{19, 23}));
        QCOMPARE(fittingDenominators(cr, 25), (std::vector{12, 19, 24}));
        QCOMPARE(fittingDenominators(cr, 25, Rounding::Truncation), (std::vector{7, 14, 19, 21}));
        QCOMPARE(fittingDenominators(both, 25), (std::vector{19}));
        QCOMPARE(fittingDenominators(none, 60), (std::vector{47, 54}));
        QVERIFY(fittingDenominators(none, 42).empty());
        QVERIFY(fittingDenominators(orr, 0).empty());
    }

    void agreesWithLongDivisionForEveryCount()
    {
        for (const Rounding rounding : {Rounding::HalfUp, Rounding::Truncation}) {
            for (int decimals = 0; decimals <= 2; ++decimals) {
                for (int n = 1; n <= 120; ++n) {
                    for (int k = 0; k <= n; ++k) {
                        const PrintedPercent p{divided(k, n, decimals, rounding == Rounding::HalfUp),
                                               decimals};
                        const auto found = fittingCounts(p, n, rounding);
                        QVERIFY(found && found->first <= k && k <= found->last);
                        // The ends are the last that print alike.
                        for (const int outside : {found->first - 1, found->last + 1}) {
                            if (outside >= 0 && outside <= n)
                                QVERIFY(divided(outside, n, decimals, rounding == Rounding::HalfUp)
                                        != p.units);
                        }
                    }
                }
            }
        }
    }

    void figuresBetweenTheCountsFitNone()
    {
        for (int n = 1; n <= 60; ++n) {
            for (qint64 units = 0; units <= 1000; ++units) {
                bool printable = false;
                for (int k = 0; k <= n && !printable; ++k)
                    printable = divided(k, n, 1, true) == units;
                QCOMPARE(fittingCounts({units, 1}, n, Rounding::HalfUp).has_value(), printable);
            }
        }
    }

    void largeNumbersDoNotOverflow()
    {
        const int n = 2'000'000'000;
        const auto found = fittingCounts(printed(u"50.000000"), n, Rounding::HalfUp);
        QVERIFY(found);
        QCOMPARE(found->first, 999'999'990);
        QCOMPARE(found->last, 1'000'000'009);
    }
};

QTEST_APPLESS_MAIN(TestGrim)
#include "tst_grim.moc"
