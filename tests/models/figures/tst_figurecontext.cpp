// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/FigureContext.h"

#include "tests/support/SmallLibrary.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

class TestFigureContext : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> library = std::make_shared<const Library>(smallLibrary());
    const QDate day{2026, 2, 3};

    FigureContext contextOf(const FilterCriteria &criteria, const RateOptions &options = {}) const
    {
        return makeFigureContext(*library, criteria, FilterEngine(library).apply(criteria), options,
                                 day);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void footerSaysFilterCountsMethodLibraryAndDate()
    {
        FilterCriteria criteria;
        criteria.setValues(Facet::Study, {u"alpha"_s});
        const FigureContext context = contextOf(criteria);
        QCOMPARE(context.filterWords, describe(criteria, *library));
        QCOMPARE(context.counts,
                 countsLine(FilterEngine(library).apply(criteria).counts, *library));
        QVERIFY(context.counts.contains(u"31 participants"_s));
        QCOMPARE(context.footerLines(),
                 (QStringList{context.filterWords, context.counts,
                              u"Rates: events/n; whiskers: 95\u00a0% Wilson score interval"_s,
                              u"Small library, version 1.2.3, curated 2026-01-31 · 2026-02-03"_s}));
    }

    void methodLineFollowsTheOptions()
    {
        RateOptions options;
        options.method = statistics::IntervalMethod::ClopperPearson;
        options.level = 90;
        options.showInferred = true;
        QCOMPARE(contextOf({}, options).methodLine,
                 u"Rates: events/n; whiskers: 90\u00a0% Clopper–Pearson (exact) interval; "
                 "hollow: inferred counts, not proven"_s);
    }

    void whatCouldNotBeJudgedIsNamedWithItsReason()
    {
        FilterCriteria criteria;
        criteria.startDay = Range{0, 3};
        const FilterResult result = FilterEngine(library).apply(criteria);
        QVERIFY(!result.unjudged.empty());
        const FigureContext context = contextOf(criteria);
        QCOMPARE(context.leftOut.size(), 1);
        QVERIFY2(context.leftOut[0].startsWith(
                     u"%1 cohorts are not shown because they could not be judged: "_s.arg(
                         result.unjudged.size())),
                 qPrintable(context.leftOut[0]));
        QVERIFY2(context.leftOut[0].contains(u"Delta ("_s + result.unjudged.back().reasons.join(
                                                                u", "_s)
                                             + u')'),
                 qPrintable(context.leftOut[0]));
        criteria.keepUnjudged = true;
        QVERIFY(contextOf(criteria).leftOut[0].contains(u"are shown although they"_s));
    }

    void oneUnjudgedCohortReadsAsOne()
    {
        FilterResult result;
        result.unjudged = {{PreEmptive, {u"start day not reported"_s}}};
        const FigureContext context = makeFigureContext(*library, {}, result, {}, day);
        QCOMPARE(context.leftOut,
                 QStringList{u"1 cohort is not shown because it could not be judged: "
                             "Delta (start day not reported)"_s});
    }

    void aLongListIsCounted()
    {
        FilterResult result;
        for (int i = 0; i < smallCohortCount; ++i)
            result.unjudged.push_back({i, {u"reason"_s}});
        const FigureContext context = makeFigureContext(*library, {}, result, {}, day);
        QVERIFY(context.leftOut[0].startsWith(u"7 cohorts"_s));
        QVERIFY(context.leftOut[0].endsWith(u"; and 1 more"_s));
    }

    void anotherLibraryIsSaidFirst()
    {
        Library other = *library;
        other.shipped = false;
        other.partial = true;
        const FigureContext context = makeFigureContext(other, {}, {}, {}, day);
        QCOMPARE(context.banner, u"Not the shipped library: small.json. "
                                 "Loaded in part: records with errors were left out"_s);
        QCOMPARE(context.footerLines().first(), context.banner);
        QVERIFY(contextOf({}).banner.isEmpty());
    }

    void seriesOfAFilterCarriesSharesAndUnjudged()
    {
        FilterCriteria criteria;
        criteria.setValues(Facet::Product, {u"liso-cel"_s});
        criteria.keepUnjudged = true;
        FilterResult result;
        result.cohorts = {TrialAll, Resolvers};
        result.unjudged = {{Resolvers, {u"reason"_s}}};
        const RateSeries series = makeRateSeries(*library, criteria, result, {});
        QCOMPARE(series.cohorts[0].label, u"Beta 2025, All anakinra"_s);
        QCOMPARE(series.cohorts[1].label, u"Gamma, Treated (4/42 liso-cel)"_s);
        QVERIFY(!series.cohorts[0].unjudged && series.cohorts[1].unjudged);
        QVERIFY(series.notes.contains(
            u"Kept although the filter could not judge them: Gamma, Treated."_s));
        QVERIFY(series.notes.contains(
            u"Rates of cohorts with several products are of all their patients, not only of those "
            "given the selected product: Gamma, Treated (4/42 liso-cel)."_s));
    }

    void disclaimerIsTheAgreedSentence()
    {
        QCOMPARE(disclaimer(), u"Published aggregate data; anakinra is used off-label here; "
                               "not medical advice"_s);
    }
};

QTEST_APPLESS_MAIN(TestFigureContext)
#include "tst_figurecontext.moc"
