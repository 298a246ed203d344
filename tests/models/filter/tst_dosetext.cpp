// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/DoseText.h"

#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestDoseText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheSpellingsOfADailyDose_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dose");
        const auto row = [](const QString &text, const QString &dose) {
            QTest::newRow(qPrintable(text)) << text << dose;
        };
        row(u"8 mg/kg/day"_s, u"8 mg/kg/day"_s);
        row(u"400 mg/day"_s, u"400 mg/day"_s);
        row(u"8mg/kg/d"_s, u"8 mg/kg/day"_s);
        row(u"400 mg/d."_s, u"400 mg/day"_s);
        row(u"  400\u00A0MG / Day "_s, u"400 mg/day"_s);
        row(u"2.50 mg / kg / day"_s, u"2.5 mg/kg/day"_s);
        row(u"200 mg daily"_s, u"200 mg/day"_s);
        row(u"200 mg per day"_s, u"200 mg/day"_s);
        row(u"10 mg per kg per day"_s, u"10 mg/kg/day"_s);
        row(u"100 mg/24 h"_s, u"100 mg/day"_s);
        row(u"100-200 mg/day"_s, u"100–200 mg/day"_s);
        row(u"100–200 mg/day"_s, u"100–200 mg/day"_s);
        row(u"100 — 200 mg/day"_s, u"100–200 mg/day"_s);
        row(u"2.5‑4 mg/kg/day"_s, u"2.5–4 mg/kg/day"_s); // non-breaking hyphen
        row(u"100 to 200 mg/day"_s, u"100–200 mg/day"_s);
    }

    void readsTheSpellingsOfADailyDose()
    {
        QFETCH(QString, text);
        QFETCH(QString, dose);
        const auto parsed = parseDose(text);
        QVERIFY2(parsed.hasValue(), parsed ? "" : qPrintable(parsed.problem().message));
        QCOMPARE(formatDose(*parsed), dose);
    }

    void refusesWhatCouldBeMisread_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const QString &text, const QString &message) {
            QTest::newRow(qPrintable(text)) << text << message;
        };
        const QString comma = u"write decimals with a point, as in 2.5, and thousands without a mark"_s;
        const QString unit = u"the unit must be mg/day or mg/kg/day"_s;
        const QString shape =
            u"expected a number and a unit, as in \"400 mg/day\" or \"8 mg/kg/day\""_s;
        row(QString(), u"nothing given"_s);
        row(u"2,5 mg/kg/day"_s, comma);
        row(u"1,000 mg/day"_s, comma);
        row(u"400"_s, u"the unit is missing: mg/day or mg/kg/day"_s);
        row(u"100-200"_s, u"the unit is missing: mg/day or mg/kg/day"_s);
        row(u"400 mg"_s, unit);
        row(u"100 mg/dose"_s, unit);
        row(u"1 mg/kg/hour"_s, unit);
        row(u"400 µg/day"_s, unit);
        row(u"4 g/day"_s, unit);
        row(u"8 mg/lb/day"_s, unit);
        row(u"400 mg/kg/m2/day"_s, shape);
        row(u"mg/day"_s, shape);
        row(u"-5 mg/day"_s, shape);
        row(u"1e3 mg/day"_s, shape);
        row(u".5 mg/day"_s, shape);
        row(u"inf mg/day"_s, shape);
        row(u"100-200-300 mg/day"_s, shape);
        row(u"0 mg/day"_s, u"a dose must be above 0"_s);
        row(u"200-100 mg/day"_s, u"the upper end is below the lower end"_s);
    }

    void refusesWhatCouldBeMisread()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto parsed = parseDose(text);
        QVERIFY(!parsed.hasValue());
        QCOMPARE(parsed.problem().message, u"dose \"%1\": %2"_s.arg(text, message));
    }

    void rangesNeedOneScaleAndTheRightOrder()
    {
        const auto both = parseDoseRange(u"2 mg/kg/day", u"8 mg/kg/day");
        QVERIFY(both.hasValue());
        QCOMPARE(*both, (DoseRange{{2, 8}, DoseUnit::MgPerKgPerDay}));
        const auto upper = parseDoseRange(u"", u"8 mg/kg/day");
        QVERIFY(upper.hasValue());
        QCOMPARE(*upper, (DoseRange{{{}, 8}, DoseUnit::MgPerKgPerDay}));
        const auto none = parseDoseRange({}, u" ");
        QVERIFY(none.hasValue());
        QVERIFY(none->range.isOpen());

        QVERIFY(parseDoseRange(u"2 mg/kg/day", u"400 mg/day").problem().message.contains(u"same scale"));
        QVERIFY(parseDoseRange(u"8 mg/day", u"2 mg/day").problem().message.contains(u"below"));
        QVERIFY(parseDoseRange(u"8-9 mg/day", {}).problem().message.contains(u"one dose"));
        QVERIFY(parseDoseRange(u"8", {}).problem().message.contains(u"unit is missing"));
    }
};

QTEST_GUILESS_MAIN(TestDoseText)
#include "tst_dosetext.moc"
