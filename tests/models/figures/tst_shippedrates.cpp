// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/RateSeries.h"
#include "models/items/CohortColumns.h"

#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace Qt::StringLiterals;

/// The shipped evidence as figures and tables show it. Rates and Wilson bounds were worked out by
/// hand from the printed counts.
class TestShippedRates : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> library;

    int cohort(const QString &id) const { return library->cohortIndex.value(id, -1); }

    std::vector<int> allCohorts() const
    {
        std::vector<int> cohorts(library->cohorts.size());
        std::iota(cohorts.begin(), cohorts.end(), 0);
        return cohorts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(library);
    }

    void ratesAreThoseWorkedOutByHand_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("interval");
        const auto row = [](const char *id, const char *outcome, const QString &cell,
                            const QString &interval) {
            QTest::addRow("%s %s", id, outcome)
                << QString::fromLatin1(id) << QString::fromLatin1(outcome) << cell << interval;
        };
        row("park-2023/cohort-1", "crs.any", u"23/31 74.2\u00a0%"_s, u"56.8–86.3\u00a0%"_s);
        row("park-2023/cohort-1", "crs.ge3", u"2/31 6.5\u00a0%"_s, u"1.8–20.7\u00a0%"_s);
        row("park-2023/cohort-1", "icans.any", u"6/31 19.4\u00a0%"_s, u"9.2–36.3\u00a0%"_s);
        row("park-2023/cohort-1", "icans.ge3", u"3/31 9.7\u00a0%"_s, u"3.3–24.9\u00a0%"_s);
        row("park-2023/cohort-1", "response.orr", u"24/31 77.4\u00a0%"_s, u"60.2–88.6\u00a0%"_s);
        row("park-2023/cohort-1", "response.cr", u"20/31 64.5\u00a0%"_s, u"46.9–78.9\u00a0%"_s);
        row("liang-2025/all", "crs.any", u"17/25 68.0\u00a0%"_s, u"48.4–82.8\u00a0%"_s);
        row("liang-2025/all", "icans.any", u"9/25 36.0\u00a0%"_s, u"20.2–55.5\u00a0%"_s);
        row("liang-2025/all", "icans.ge3", u"NR"_s, {});
        row("liang-2025/all", "response.orr", u"74\u00a0%"_s, {});
        row("liang-2025/all", "response.cr", u"42\u00a0%"_s, {});
        row("liang-2025/sc", "crs.any", u"8/15 53.3\u00a0%"_s, u"30.1–75.2\u00a0%"_s);
        row("liang-2025/sc", "icans.any", u"NR"_s, {});
        row("liang-2025/iv", "crs.any", u"9/10 90.0\u00a0%"_s, u"59.6–98.2\u00a0%"_s);
        row("liang-2025/iv", "response.cr", u"38\u00a0%"_s, {});
        row("liang-2025/historical-control", "crs.any", u"63\u00a0%"_s, {});
        row("liang-2025/transcend", "crs.any", u"40\u00a0%"_s, {});
        row("lbcl-icans-42/all", "resolution.icans", u"31/42 73.8\u00a0%"_s,
            u"58.9–84.7\u00a0%"_s);
        row("shah/anakinra", "resolution.carhlh", u"8/8 100\u00a0%"_s, u"67.6–100\u00a0%"_s);
        row("strati/icans", "resolution.icans", u"4/6 66.7\u00a0%"_s, u"30.0–90.3\u00a0%"_s);
        row("strati/carhlh", "resolution.carhlh", u"0/2 0\u00a0%"_s, u"0–65.8\u00a0%"_s);
        row("hines/carhlh", "resolution.carhlh", u"3/4 75.0\u00a0%"_s, u"30.1–95.4\u00a0%"_s);
        row("oliai/anakinra", "icans.ge3", u"NR"_s, {}); // chosen for having toxicity already
    }

    void ratesAreThoseWorkedOutByHand()
    {
        QFETCH(QString, id);
        QFETCH(QString, outcome);
        QFETCH(QString, cell);
        QFETCH(QString, interval);
        QVERIFY(cohort(id) >= 0);
        const Rate rate = rateOf(*library, cohort(id), outcome, {});
        QCOMPARE(rate.cellText(), cell);
        QCOMPARE(rate.intervalText(), interval);
    }

    void responsesOfTheThreeArmFigureHaveNoPossibleCount()
    {
        const int all = cohort(u"liang-2025/all"_s);
        QCOMPARE(rateOf(*library, all, u"response.orr", {}).possibleDenominators,
                 (std::vector{19, 23}));
        QCOMPARE(rateOf(*library, all, u"response.cr", {}).possibleDenominators,
                 (std::vector{12, 19, 24}));
        QCOMPARE(rateOf(*library, cohort(u"liang-2025/iv"_s), u"response.cr", {})
                     .possibleDenominators,
                 (std::vector{8}));
    }

    void everyRateIsConsistent()
    {
        for (const auto method :
             {statistics::IntervalMethod::Wilson, statistics::IntervalMethod::ClopperPearson}) {
            for (const bool inferred : {false, true}) {
                RateOptions options;
                options.method = method;
                options.showInferred = inferred;
                const RateSeries series
                    = makeRateSeries(*library, allCohorts(), options,
                                     RatePanels::ToxicityResponseAndResolution);
                QCOMPARE(series.cohorts.size(), library->cohorts.size());
                for (const RatePanel &panel : series.panels) {
                    for (const auto &row : panel.rates) {
                        for (const Rate &rate : row) {
                            const bool counted = rate.kind == RateKind::Counted
                                || rate.kind == RateKind::Inferred;
                            QCOMPARE(rate.interval.has_value(), counted);
                            QCOMPARE(rate.percent.has_value(), rate.kind != RateKind::NotReported);
                            QVERIFY(inferred || rate.kind != RateKind::Inferred);
                            if (!counted)
                                continue;
                            QVERIFY(*rate.events <= *rate.n);
                            QVERIFY(0.0 <= rate.interval->low && rate.interval->low <= *rate.percent
                                    && *rate.percent <= rate.interval->high
                                    && rate.interval->high <= 100.0);
                        }
                    }
                }
            }
        }
    }

    void incidencesAreOnlyOfEveryoneInfused()
    {
        const RateSeries series = makeRateSeries(*library, allCohorts(), {});
        for (const auto &row : series.panels[0].rates) {
            for (const Rate &rate : row) {
                if (rate.observation)
                    QCOMPARE(rate.observation->population, Population::AllInfused);
            }
        }
    }

    void everyCellHasATextAndEveryRateAPlace()
    {
        for (int c = 0; c < int(library->cohorts.size()); ++c) {
            for (const CohortColumn &column : cohortColumns()) {
                const CohortCell cell = column.cell(*library, c, column, {});
                QVERIFY2(!cell.text.isEmpty(), qPrintable(library->cohorts[std::size_t(c)].id
                                                          + u' ' + column.key));
                if (!column.outcome.isEmpty() && cell.sortKey.isValid())
                    QVERIFY(cell.toolTip.contains(u"Report: "_s)
                            && cell.toolTip.contains(u"Place: "_s));
            }
        }
    }

    void cellsOfTheTrialsReadAsPrinted_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *id, const char *key, const QString &text) {
            QTest::addRow("%s %s", id, key)
                << QString::fromLatin1(id) << QString::fromLatin1(key) << text;
        };
        row("park-2023/cohort-1", "products", u"axi-cel 23, brexu-cel 4, tisa-cel NR"_s);
        row("park-2023/cohort-1", "dose", u"200 mg/day"_s);
        row("park-2023/cohort-1", "start-day", u"≤ 2"_s);
        row("park-2023/cohort-1", "route", u"SC"_s);
        row("park-2023/cohort-1", "timing", u"Prophylactic"_s);
        row("liang-2025/all", "route", u"SC, IV"_s);
        row("liang-2025/iv", "dose", u"200 mg/day"_s);
        row("liang-2025/iv", "route", u"IV"_s);
        row("liang-2025/sc", "timing", u"Prophylactic"_s); // inherited
        row("liang-2025/historical-control", "dose", u"n/a"_s);
        row("liang-2025/historical-control", "n", u"NR"_s);
        row("liang-2025/historical-control", "design", u"Phase 2 trial"_s);
        row("liang-2025/transcend", "design", u"n/a"_s); // another study, only quoted
        row("gazeau/all", "dose", u"100–200 mg/day; 8 mg/kg/day"_s);
        row("jatiani/anakinra", "n", u"1 or 2"_s);
        row("jatiani/anakinra", "dose", u"600 mg/day"_s);
        row("jatiani/anakinra", "timing", u"Treatment"_s);
        row("dreyzin/all", "dose", u"8–10 mg/kg/day"_s);
        row("strati/all", "dose", u"50–200 mg/day"_s);
        row("hines/carhlh", "dose", u"NR"_s);
        row("hines/carhlh", "products", u"tisa-cel NR, SJCAR19 NR"_s);
        row("wehrli/all", "start-day", u"median 8.5"_s);
        row("lbcl-icans-42/all", "products", u"axi-cel 36, liso-cel 4, tisa-cel 2"_s);
        row("lbcl-icans-42/all", "resolution", u"ICANS 31/42 73.8\u00a0%"_s);
        row("lbcl-icans-42/all", "regimen", u"NR"_s);
    }

    void cellsOfTheTrialsReadAsPrinted()
    {
        QFETCH(QString, id);
        QFETCH(QString, key);
        QFETCH(QString, text);
        const CohortColumn &column
            = cohortColumns()[static_cast<std::size_t>(cohortColumnIndex(key))];
        QCOMPARE(column.cell(*library, cohort(id), column, {}).text, text);
    }
};

QTEST_APPLESS_MAIN(TestShippedRates)
#include "tst_shippedrates.moc"
