// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/SummarySheet.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace Qt::StringLiterals;

/// Sheets of the shipped evidence against figures worked out by hand from the printed ones.
class tst_ShippedSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
        m_engine = std::make_unique<FilterEngine>(m_library);
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void prophylacticSubcutaneousRates_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("scArm");
        QTest::addColumn<QString>("park");
        QTest::addColumn<QString>("parkInterval");
        QTest::addColumn<QString>("range");
        // Counts from the printed percentages; Wilson intervals computed apart from the program.
        QTest::newRow("CRS") << u"crs.any"_s << u"8/15 53.3 %"_s << u"23/31 74.2 %"_s
                             << u"56.8–86.3 %"_s << u"53.3–74.2 %"_s;
        QTest::newRow("CRS 3") << u"crs.ge3"_s << u"NR"_s << u"2/31 6.5 %"_s << u"1.8–20.7 %"_s
                               << QString();
        QTest::newRow("ICANS") << u"icans.any"_s << u"NR"_s << u"6/31 19.4 %"_s << u"9.2–36.3 %"_s
                               << QString();
        QTest::newRow("ICANS 3") << u"icans.ge3"_s << u"NR"_s << u"3/31 9.7 %"_s << u"3.3–24.9 %"_s
                                 << QString();
        QTest::newRow("ORR") << u"response.orr"_s << u"NR"_s << u"24/31 77.4 %"_s << u"60.2–88.6 %"_s
                             << QString();
        QTest::newRow("CR") << u"response.cr"_s << u"NR"_s << u"20/31 64.5 %"_s << u"46.9–78.9 %"_s
                            << QString();
    }

    void prophylacticSubcutaneousRates()
    {
        QFETCH(QString, code);
        const SummarySheet sheet = prophylacticSubcutaneous();
        QCOMPARE(ids(sheet), (QStringList{u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
        const auto outcome = std::ranges::find_if(sheet.outcomes, [&](const SheetOutcome &o) {
            return o.codes.contains(code);
        });
        QVERIFY(outcome != sheet.outcomes.end());
        QTEST(spaced(outcome->rates.at(0).at(0).text), "scArm");
        QTEST(spaced(outcome->rates.at(1).at(0).text), "park");
        QTEST(spaced(outcome->rates.at(1).at(0).interval), "parkInterval");
        QTEST(outcome->ranges.empty() ? QString() : spaced(outcome->ranges[0].text), "range");
    }

    void prophylacticSubcutaneousTitleAndCounts()
    {
        const SummarySheet sheet = prophylacticSubcutaneous();
        QCOMPARE(sheet.question, u"In patients with large B-cell lymphoma or mantle cell lymphoma given "
                                 "CAR T-cell therapy, how often do CRS, ICANS and tumour responses "
                                 "occur with prophylactic subcutaneous anakinra?"_s);
        QVERIFY2(sheet.counts.contains(u"46 participants"_s), qPrintable(sheet.counts)); // 15 + 31
    }

    void theTwoComparatorsOfTheLisoCelTrialStandApart()
    {
        const SummarySheet sheet = prophylacticSubcutaneous();
        QCOMPARE(sheet.comparators.size(), 2u);
        QStringList control;
        for (const SheetContrast &contrast : sheet.comparators[0].contrasts)
            control << spaced(contrast.without.text);
        QCOMPARE(control, (QStringList{u"63 % (no count)"_s, u"34 % (no count)"_s,
                                       u"80 % (no count)"_s, u"51 % (no count)"_s}));
        QCOMPARE(sheet.comparators[1].contrasts.size(), 1u);
        QCOMPARE(spaced(sheet.comparators[1].contrasts[0].without.text), u"40 % (no count)"_s);
        QVERIFY(sheet.comparators[1].limits.join(u' ').contains(u"another trial"_s));
    }

    void theDailyDoseOfTheAbstractNamesTheReviewRowItComesFrom()
    {
        const SummarySheet sheet = prophylacticSubcutaneous();
        const SheetText &regimen = sheet.cohorts.at(1).regimen;
        QVERIFY(regimen.text.startsWith(u"200 mg/day SC"_s));
        QVERIFY(regimen.text.contains(u"“100 mg/dose, bid, SC”"_s));
        // Two references: the abstract page and the row of the review table.
        QCOMPARE(regimen.marks.count(u'['), 2);
    }

    void refractorySheetsAskForResolutionAndNameTheCalledRefractory()
    {
        const SummarySheet sheet = sheetOf(timing(u"refractory"_s));
        QVERIFY(sheet.toxicityResolution);
        QVERIFY(std::ranges::any_of(sheet.notes, [](const SheetNote &note) {
            return note.heading.startsWith(u"Not listed"_s) && note.text.contains(u"n = 42"_s);
        }));
    }

    void everyPrintedNumberOfAllCohortsLeadsToAPlace()
    {
        const SummarySheet sheet = sheetOf({});
        QVERIFY(sheet.cohorts.size() >= 11); // one per study at least
        int rates = 0;
        for (const SheetOutcome &outcome : sheet.outcomes) {
            for (const auto &cell : outcome.rates) {
                for (const SheetRate &rate : cell) {
                    if (rate.text == u"NR")
                        continue;
                    QVERIFY2(leadsToAPlace(sheet, rate.marks), qPrintable(rate.text));
                    ++rates;
                }
            }
        }
        QVERIFY(rates >= 19); // 4 CRS, 1 CRS >=3, 2 ICANS, 1 ICANS >=3, 2 ORR, 4 CR, 5 infections or deaths
        for (const SheetCohort &cohort : sheet.cohorts) {
            QVERIFY2(leadsToAPlace(sheet, cohort.n.marks), qPrintable(cohort.label));
            if (cohort.regimen.text != u"NR")
                QVERIFY2(leadsToAPlace(sheet, cohort.regimen.marks), qPrintable(cohort.label));
        }
        for (const SheetComparator &comparator : sheet.comparators) {
            for (const SheetContrast &contrast : comparator.contrasts)
                QVERIFY2(leadsToAPlace(sheet, contrast.without.marks), qPrintable(comparator.label));
        }
    }

    void noPartEntersARangeBesideItsParent()
    {
        const SummarySheet sheet = sheetOf({});
        for (const SheetOutcome &outcome : sheet.outcomes) {
            for (std::size_t c = 0; c < sheet.cohorts.size(); ++c) {
                const int parent = sheet.cohorts[c].partOf;
                if (parent < 0)
                    continue;
                for (const SheetRate &rate : outcome.rates[c]) {
                    for (const SheetRate &whole : outcome.rates[std::size_t(parent)]) {
                        if (whole.rate.outcome == rate.rate.outcome && whole.rate.percent)
                            QVERIFY(!(rate.independent && whole.independent));
                    }
                }
            }
        }
    }

private:
    static QString spaced(QString text) { return text.replace(QChar(0x00a0), u' '); }

    static FilterCriteria timing(const QString &code)
    {
        FilterCriteria criteria;
        criteria.setValues(Facet::Timing, {code});
        return criteria;
    }

    SummarySheet sheetOf(const FilterCriteria &criteria) const
    {
        return makeSummarySheet(*m_library, criteria, m_engine->apply(criteria), {},
                                QDate(2026, 11, 21));
    }

    SummarySheet prophylacticSubcutaneous() const
    {
        FilterCriteria criteria = timing(u"prophylactic"_s);
        criteria.setValues(Facet::Route, {u"SC"_s});
        return sheetOf(criteria);
    }

    QStringList ids(const SummarySheet &sheet) const
    {
        QStringList list;
        for (const SheetCohort &cohort : sheet.cohorts)
            list << m_library->cohorts[std::size_t(cohort.cohort)].id;
        return list;
    }

    static bool leadsToAPlace(const SummarySheet &sheet, const QString &marks)
    {
        static const QRegularExpression form(u"\\[(\\d+)([a-z]+)"_s);
        const auto match = form.match(marks);
        if (!match.hasMatch())
            return false;
        const SheetReference &reference = sheet.references.at(std::size_t(match.captured(1).toInt()) - 1);
        return std::ranges::any_of(reference.places, [&](const SheetPlace &place) {
            return place.letter == match.captured(2) && !place.locator.isEmpty();
        });
    }

    std::shared_ptr<const Library> m_library;
    std::unique_ptr<FilterEngine> m_engine;
};

QTEST_GUILESS_MAIN(tst_ShippedSheet)
#include "tst_shippedsheet.moc"
