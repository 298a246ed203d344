// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "tests/models/filter/FilterDump.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

/// The questions of the field, put to the shipped evidence.
class TestShippedFilter : public QObject
{
    Q_OBJECT

    std::shared_ptr<const Library> m_library;

    FilterResult apply(const FilterCriteria &criteria) const
    {
        return FilterEngine(m_library).apply(criteria);
    }
    QString line(const FilterCriteria &criteria) const
    {
        return countsLine(apply(criteria).counts, *m_library);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const LoadReport report = readLibrary(QString::fromUtf8(SHIPPED_LIBRARY));
        QVERIFY(report.isUsable());
        QVERIFY(report.problems.empty());
        m_library = report.library;
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void prophylacticSubcutaneousIsOneArmAndOneTrial()
    {
        FilterCriteria criteria = with(Facet::Timing, {u"prophylactic"_s});
        criteria.setValues(Facet::Route, {u"SC"_s});
        QCOMPARE(judged(m_library, criteria), u"liang-2025/sc park-2023/cohort-1"_s);
        QCOMPARE(line(criteria), u"2 of 11 studies · 2 cohorts · 46 participants, each counted once"
                                 " · 0 cohorts could not be judged"_s);
        QCOMPARE(describe(criteria, *m_library),
                 u"Anakinra cohorts; route SC; timing prophylactic"_s);
    }

    void intravenousIsTheArmNotTheTrial()
    {
        const FilterResult result = apply(with(Facet::Route, {u"IV"_s}));
        QCOMPARE(ids(*m_library, result.cohorts), u"liang-2025/iv dreyzin/all"_s);
        QCOMPARE(result.counts.participants, 13);
        QVERIFY(!result.counts.participantsAtLeast);
    }

    void refractoryKeepsTheSeriesThatOnlyIsCalledSoApart()
    {
        const QString text = judged(m_library, with(Facet::Timing, {u"refractory"_s}));
        QVERIFY2(text.contains(
                     u"? lbcl-icans-42/all: called refractory, but classed as treatment"_s),
                 qPrintable(text));
        QVERIFY(text.startsWith(u"gazeau/all "_s));
    }

    void unfilteredTotalIsALowerBoundOfEveryRecipientOnce()
    {
        // 25 + 31 + 42 + 43 + 8 (or 9) + 1 (or 2) + 8 + 3 + 4 + 7 + 14
        const ResultCounts counts = apply({}).counts;
        QCOMPARE(counts.studies, 11);
        QCOMPARE(counts.reports, 13);
        QCOMPARE(counts.participants, 186);
        QVERIFY(counts.participantsAtLeast);
        QCOMPARE(ids(*m_library, counts.participantsUnknownIn),
                 u"gazeau/high-dose gazeau/low-dose"_s);
    }

    void startDayUpToTwoKnowsOneTrialAndAMedian()
    {
        FilterCriteria criteria;
        criteria.startDay = Range{{}, 2};
        const QString text = judged(m_library, criteria);
        QVERIFY2(text.startsWith(u"park-2023/cohort-1 ? "_s), qPrintable(text));
        QVERIFY2(text.contains(u"? wehrli/all: start day: median only"_s), qPrintable(text));
        criteria.startDay = Range{0, 2};
        QVERIFY(judged(m_library, criteria)
                    .contains(u"? park-2023/cohort-1: start day partly in range"_s));
    }

    void lisoCelIsAlsoInTheMixedSeriesWithItsShare()
    {
        const auto criteria = with(Facet::Product, {u"liso-cel"_s});
        QVERIFY(judged(m_library, criteria).contains(u"lbcl-icans-42/all"_s));
        QVERIFY2(line(criteria).contains(
                     u"67 participants, each counted once, 29 known to have had liso-cel"_s),
                 qPrintable(line(criteria)));
        QVERIFY(!judged(m_library, with(Facet::OnlyProduct, {u"liso-cel"_s}))
                     .contains(u"lbcl-icans-42"_s));
    }

    void everyFacetValueCountsWhatItThenGives()
    {
        const FilterEngine engine(m_library);
        const FilterResult all = engine.apply({});
        for (const auto &facet : CodeList<Facet>::entries) {
            for (const FacetValue &value : all.facets[std::size_t(facet.value)]) {
                const auto given = engine.apply(with(facet.value, {value.code}));
                QCOMPARE(int(given.cohorts.size()), value.cohorts);
                QVERIFY(!value.label.isEmpty());
            }
        }
    }

    void listedAndUnjudgedNeverOverlapAndNobodyIsLost()
    {
        const FilterEngine engine(m_library);
        const FilterResult all = engine.apply({});
        for (const auto &facet : CodeList<Facet>::entries) {
            if (facet.value == Facet::Role)
                continue;
            QStringList codes;
            for (const FacetValue &value : all.facets[std::size_t(facet.value)])
                codes.append(value.code);
            // Every value selected: nothing is rejected that has a value at all.
            const FilterResult some = engine.apply(with(facet.value, codes));
            for (const UnjudgedCohort &unjudged : some.unjudged) {
                QVERIFY(std::find(some.cohorts.begin(), some.cohorts.end(), unjudged.cohort)
                        == some.cohorts.end());
            }
            if (facet.value != Facet::OnlyProduct && facet.value != Facet::OnlyRoute)
                QCOMPARE(some.counts.cohorts, all.counts.cohorts);
        }
    }
};

QTEST_GUILESS_MAIN(TestShippedFilter)
#include "tst_shippedfilter.moc"
