// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortColumns.h"
#include "models/items/SortKeys.h"

#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>

using namespace anakinra;
using namespace anakinra::test;

class TestCohortColumns : public QObject
{
    Q_OBJECT

private:
    const Library library = smallLibrary();

    CohortCell cell(int cohort, QStringView key, const RateOptions &options = {}) const
    {
        const CohortColumn &column
            = cohortColumns()[static_cast<std::size_t>(cohortColumnIndex(key))];
        return column.cell(library, cohort, column, options);
    }

    /// All cohorts ordered by a column, starting from the order of the library.
    std::vector<int> sorted(QStringView key, bool descending, const Library &l) const
    {
        const CohortColumn &column
            = cohortColumns()[static_cast<std::size_t>(cohortColumnIndex(key))];
        std::vector<int> order(l.cohorts.size());
        std::iota(order.begin(), order.end(), 0);
        sortCohorts(order, sortNumbers(l, column, {}), descending);
        return order;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void columnsAreThoseOfSavedLayouts()
    {
        QStringList keys;
        for (const CohortColumn &column : cohortColumns()) {
            keys << column.key;
            QVERIFY(!column.title.isEmpty() && !column.toolTip.isEmpty());
            QVERIFY(column.cell && column.sortKey);
        }
        // Stable for ever: layouts and CSV headers are stored under these.
        QCOMPARE(keys, (QStringList{u"study"_s, u"cohort"_s, u"role"_s, u"design"_s, u"n"_s,
                                    u"products"_s, u"regimen"_s, u"dose"_s, u"route"_s, u"timing"_s,
                                    u"start-day"_s, u"crs.any"_s, u"crs.ge3"_s, u"icans.any"_s,
                                    u"icans.ge3"_s, u"response.orr"_s, u"response.cr"_s,
                                    u"resolution"_s}));
        QCOMPARE(cohortColumnIndex(u"no such column"), -1);
    }

    void cellsShowWhatIsPrinted_data()
    {
        QTest::addColumn<int>("cohort");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        const auto row = [](int cohort, const QString &key, const QString &text) {
            QTest::addRow("%d %s", cohort, qPrintable(key)) << cohort << key << text;
        };
        row(Prophylaxis, u"study"_s, u"Alpha 2023"_s);
        row(Prophylaxis, u"cohort"_s, u"Cohort 1"_s);
        row(Prophylaxis, u"role"_s, u"Anakinra cohort"_s);
        row(Prophylaxis, u"design"_s, u"Phase 2 trial"_s);
        row(PreEmptive, u"design"_s, u"NR"_s);
        row(Prophylaxis, u"n"_s, u"31"_s);
        row(PreEmptive, u"n"_s, u"8 or 9"_s);
        row(TrialControl, u"n"_s, u"NR"_s);
        row(Prophylaxis, u"products"_s, u"axi-cel 23, brexu-cel 4, tisa-cel NR"_s);
        row(TrialAll, u"products"_s, u"liso-cel"_s);
        row(PreEmptive, u"products"_s, u"NR"_s);
        row(Prophylaxis, u"regimen"_s, u"100 mg/dose, bid, SC"_s);
        row(Resolvers, u"regimen"_s, u"100-200 mg/day SC or 5-8 mg/kg/day"_s);
        row(PreEmptive, u"regimen"_s, u"NR"_s);
        row(TrialControl, u"regimen"_s, u"n/a"_s);
        row(Prophylaxis, u"dose"_s, u"200 mg/day"_s);
        row(Resolvers, u"dose"_s, u"100–200 mg/day; 5–8 mg/kg/day"_s);
        row(TrialIv, u"dose"_s, u"200 mg/day"_s); // the step-up is not the cohort's dose
        row(TrialControl, u"dose"_s, u"n/a"_s);
        row(TrialAll, u"route"_s, u"SC, IV"_s);
        row(PreEmptive, u"route"_s, u"NR"_s);
        row(TrialControl, u"route"_s, u"n/a"_s);
        row(PreEmptive, u"timing"_s, u"Pre-emptive"_s);
        row(TrialControl, u"timing"_s, u"n/a"_s);
        row(Prophylaxis, u"start-day"_s, u"≤ 2"_s);
        row(Resolvers, u"start-day"_s, u"median 8.5"_s);
        row(TrialAll, u"start-day"_s, u"NR"_s);
        row(TrialControl, u"start-day"_s, u"n/a"_s);
        row(Prophylaxis, u"icans.any"_s, u"6/31 19.4\u00a0%"_s);
        row(TrialAll, u"response.orr"_s, u"74\u00a0%"_s);
        row(TrialIv, u"icans.ge3"_s, u"0/NR"_s);
        row(PreEmptive, u"icans.ge3"_s, u"NR"_s); // recorded in a selected population
        row(TrialSc, u"response.cr"_s, u"NR"_s);
        row(Resolvers, u"resolution"_s, u"ICANS 31/42 73.8\u00a0%; CRS/ICANS 73\u00a0%"_s);
        row(Prophylaxis, u"resolution"_s, u"NR"_s);
    }

    void cellsShowWhatIsPrinted()
    {
        QFETCH(int, cohort);
        QFETCH(QString, key);
        QFETCH(QString, text);
        QCOMPARE(cell(cohort, key).text, text);
    }

    void cellAndColumnAgreeOnTheSortKey()
    {
        for (const CohortColumn &column : cohortColumns()) {
            for (int cohort = 0; cohort < smallCohortCount; ++cohort) {
                const CohortCell c = column.cell(library, cohort, column, {});
                QCOMPARE(c.sortKey, column.sortKey(library, cohort, column, {}));
                if (c.text == u"NR" || c.text == u"n/a" || c.text == u"0/NR")
                    QVERIFY2(!c.sortKey.isValid(), qPrintable(column.key));
                else
                    QVERIFY2(c.sortKey.isValid(), qPrintable(column.key));
            }
        }
    }

    void toolTipsNamePrintStatusReportAndPlace()
    {
        for (const QStringView key : {u"n", u"design", u"regimen", u"timing", u"crs.ge3"}) {
            const QString tip = cell(Prophylaxis, key).toolTip;
            for (const QString &part : {u"Printed: “"_s, u"Status: "_s, u"Report: Report one"_s,
                                        u"Place: Results, sentence 2"_s})
                QVERIFY2(tip.contains(part), qPrintable(key.toString() + u'\n' + tip));
        }
        QVERIFY(cell(TrialIv, u"dose").toolTip.contains(u"Conditional step-up"_s));
        QVERIFY(cell(TrialControl, u"dose").toolTip.contains(u"comparator"_s));
        QVERIFY(cell(PreEmptive, u"icans.ge3").toolTip.contains(u"1/7"_s));
    }

    void flaggedValuesAreMarked()
    {
        QVERIFY(cell(Prophylaxis, u"crs.ge3").flagged);
        QVERIFY(!cell(Prophylaxis, u"crs.any").flagged);
        QVERIFY(cell(PreEmptive, u"icans.ge3").flagged);
    }

    void startDaysReadAsDays()
    {
        Library l = library;
        const auto text = [&](std::optional<double> min, std::optional<double> max,
                              std::optional<double> median) {
            l.cohorts[Prophylaxis].startDay = {min, max, median, {}, false};
            const CohortColumn &column
                = cohortColumns()[static_cast<std::size_t>(cohortColumnIndex(u"start-day"))];
            return column.cell(l, Prophylaxis, column, {}).text;
        };
        QCOMPARE(text(2, 2, {}), u"2"_s);
        QCOMPARE(text(2, 5, {}), u"2–5"_s);
        QCOMPARE(text(3, {}, {}), u"≥ 3"_s);
        QCOMPARE(text({}, 2, {}), u"≤ 2"_s);
        QCOMPARE(text(0, 14, 8.5), u"0–14, median 8.5"_s);
        QCOMPARE(text({}, {}, {}), u"NR"_s);
    }

    void missingRateSortsLastInBothOrders()
    {
        // CRS any: 31 74.2, all 68, sc 53.3, iv 90, control 63; Gamma and Delta not reported.
        QCOMPARE(sorted(u"crs.any", false, library),
                 (std::vector<int>{TrialSc, TrialControl, TrialAll, Prophylaxis, TrialIv, Resolvers,
                                   PreEmptive}));
        QCOMPARE(sorted(u"crs.any", true, library),
                 (std::vector<int>{TrialIv, Prophylaxis, TrialAll, TrialControl, TrialSc, Resolvers,
                                   PreEmptive}));
    }

    void equalKeysKeepTheirOrderInBothDirections()
    {
        // All 200 mg/day but Gamma (100-200 first); missing last.
        QCOMPARE(sorted(u"dose", false, library),
                 (std::vector<int>{Resolvers, Prophylaxis, TrialAll, TrialSc, TrialIv, TrialControl,
                                   PreEmptive}));
        QCOMPARE(sorted(u"dose", true, library),
                 (std::vector<int>{Prophylaxis, TrialAll, TrialSc, TrialIv, Resolvers, TrialControl,
                                   PreEmptive}));
    }

    void dosesSortByScaleThenUpperEndThenLowerEnd()
    {
        using enum DoseUnit;
        const std::array<Dose, 8> ascending{{{50, 200, MgPerDay}, {100, 200, MgPerDay},
                                             {200, 200, MgPerDay}, {400, 400, MgPerDay},
                                             {600, 600, MgPerDay}, {2.5, 4, MgPerKgPerDay},
                                             {8, 8, MgPerKgPerDay}, {8, 10, MgPerKgPerDay}}};
        for (std::size_t i = 1; i < ascending.size(); ++i)
            QVERIFY(doseKey(ascending[i - 1]).toString() < doseKey(ascending[i]).toString());
    }

    void textsSortNaturally()
    {
        const QStringList ascending{u"Arm 2"_s,   u"arm 10"_s, u"cohort"_s, u"Cohort 2b"_s,
                                    u"Cohort 12"_s, u"Öhler"_s,  u"Ohm"_s,    u"zeta"_s};
        for (qsizetype i = 1; i < ascending.size(); ++i)
            QVERIFY2(textKey(ascending[i - 1]).toString() < textKey(ascending[i]).toString(),
                     qPrintable(ascending[i]));
        QCOMPARE(textKey(u"ÖHM 1"_s), textKey(u"ohm 1"_s));
        QVERIFY(!textKey(QString()).isValid());
    }

    void timingSortsByHowLateAnakinraStarts()
    {
        Library l = library;
        l.cohorts[TrialSc].timing = Timing::NotReported;
        QCOMPARE(sorted(u"timing", false, l),
                 (std::vector<int>{Prophylaxis, TrialAll, TrialIv, PreEmptive, Resolvers,
                                   TrialControl, TrialSc}));
    }

    void inferredCountsChangeTheCell()
    {
        RateOptions shown;
        shown.showInferred = true;
        QCOMPARE(cell(TrialAll, u"response.orr", shown).text, u"14/19 73.7\u00a0%"_s);
    }
};

QTEST_APPLESS_MAIN(TestCohortColumns)
#include "tst_cohortcolumns.moc"
