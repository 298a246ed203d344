// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/RateSeries.h"

#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace anakinra::test;

namespace {

std::vector<int> allCohorts()
{
    std::vector<int> cohorts(smallCohortCount);
    std::iota(cohorts.begin(), cohorts.end(), 0);
    return cohorts;
}

Rate countedRate(int events, int n)
{
    Rate rate;
    rate.kind = RateKind::Counted;
    rate.events = events;
    rate.n = n;
    rate.percent = 100.0 * events / n;
    return rate;
}

/// The notes that contain `words`.
QStringList notesWith(const RateSeries &series, const QString &words)
{
    return series.notes.filter(words);
}

} // namespace

class TestRateSeries : public QObject
{
    Q_OBJECT

private:
    const Library library = smallLibrary();
    const RateOptions options;

    Rate rate(int cohort, const QString &outcome) const
    {
        return rateOf(library, cohort, outcome, options);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void countedRateHasCountPercentAndInterval()
    {
        const Rate r = rate(Prophylaxis, u"icans.any"_s);
        QCOMPARE(r.kind, RateKind::Counted);
        QCOMPARE(r.countText(), u"6/31"_s);
        QCOMPARE(r.percentText(), u"19.4\u00a0%"_s);
        QCOMPARE(r.cellText(), u"6/31 19.4\u00a0%"_s);
        // 40-digit arithmetic: 9.1870084 and 36.280258.
        QVERIFY(qAbs(r.interval->low - 9.1870084) < 1e-6);
        QVERIFY(qAbs(r.interval->high - 36.280258) < 1e-6);
        QCOMPARE(r.intervalText(), u"9.2–36.3\u00a0%"_s);
        QVERIFY(!r.hasFlags);
    }

    void intervalFollowsMethodAndLevel()
    {
        RateOptions o;
        o.method = statistics::IntervalMethod::ClopperPearson;
        const Rate exact = rateOf(library, Prophylaxis, u"icans.any", o);
        QCOMPARE(exact.intervalText(), u"7.5–37.5\u00a0%"_s);
        QCOMPARE(methodText(o), u"95\u00a0% Clopper–Pearson (exact) interval"_s);
        o.level = 99.9;
        QCOMPARE(methodText(o), u"99.9\u00a0% Clopper–Pearson (exact) interval"_s);
        QCOMPARE(methodText(options), u"95\u00a0% Wilson score interval"_s);
    }

    void percentagesAreRoundedHalfUpFromTheCounts_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0 << 31 << u"0\u00a0%"_s;
        QTest::newRow("all") << 7 << 7 << u"100\u00a0%"_s;
        QTest::newRow("half") << 1 << 2 << u"50.0\u00a0%"_s;
        QTest::newRow("tie 6.25") << 1 << 16 << u"6.3\u00a0%"_s;
        QTest::newRow("tie 18.75") << 3 << 16 << u"18.8\u00a0%"_s;
        QTest::newRow("nearly none") << 1 << 5000 << u"<0.1\u00a0%"_s;
        QTest::newRow("nearly all") << 4999 << 5000 << u">99.9\u00a0%"_s;
        QTest::newRow("a tenth") << 1 << 2000 << u"0.1\u00a0%"_s;
    }

    void percentagesAreRoundedHalfUpFromTheCounts()
    {
        QFETCH(int, events);
        QFETCH(int, n);
        QFETCH(QString, text);
        QCOMPARE(countedRate(events, n).percentText(), text);
    }

    void printedPercentageKeepsItsDigitsAndHasNoInterval()
    {
        const Rate r = rate(TrialAll, u"response.orr"_s);
        QCOMPARE(r.kind, RateKind::PercentOnly);
        QVERIFY(!r.events && !r.n && !r.interval);
        QCOMPARE(r.cellText(), u"74\u00a0%"_s);
        QCOMPARE(r.intervalText(), QString());
        QCOMPARE(r.possibleDenominators, (std::vector{19, 23}));
        QVERIFY(r.hasFlags);
    }

    void denominatorsAreNotSearchedWithoutACohortSize()
    {
        const Rate r = rate(TrialControl, u"crs.any"_s);
        QCOMPARE(r.kind, RateKind::PercentOnly);
        QVERIFY(r.possibleDenominators.empty());
    }

    void inferredCountsAppearOnlyOnRequest()
    {
        RateOptions shown;
        shown.showInferred = true;
        const Rate r = rateOf(library, TrialAll, u"response.orr", shown);
        QCOMPARE(r.kind, RateKind::Inferred);
        QCOMPARE(r.cellText(), u"14/19 73.7\u00a0%"_s);
        QCOMPARE(r.intervalText(), u"51.2–88.2\u00a0%"_s);
        // No count was inferred here: it stays a bare percentage.
        QCOMPARE(rateOf(library, TrialAll, u"response.cr", shown).kind, RateKind::PercentOnly);
    }

    void missingIsNotZero()
    {
        const Rate r = rate(TrialSc, u"icans.any"_s);
        QCOMPARE(r.kind, RateKind::NotReported);
        QVERIFY(!r.percent && !r.events && !r.observation);
        QCOMPARE(r.cellText(), u"NR"_s);
        QVERIFY(spokenRate(library, r, options).contains(u"not reported"_s));
    }

    void eventsWithoutDenominatorAreWordsNotARate()
    {
        const Rate r = rate(TrialIv, u"icans.ge3"_s);
        QCOMPARE(r.kind, RateKind::NotReported);
        QCOMPARE(r.cellText(), u"0/NR"_s);
        QVERIFY(!r.percent && !r.interval);
    }

    void explicitNotReportedIsNotReported()
    {
        Library l = library;
        l.cohorts[TrialSc].outcomes.push_back(counted(u"icans.any"_s, 3, 15, u"20%"_s));
        l.cohorts[TrialSc].outcomes.back().figure.source.status = Status::NotReported;
        QCOMPARE(rateOf(l, TrialSc, u"icans.any", options).cellText(), u"NR"_s);
    }

    void selectedPopulationIsNoIncidence()
    {
        const Rate r = rate(PreEmptive, u"icans.ge3"_s);
        QCOMPARE(r.kind, RateKind::NotReported);
        QVERIFY(r.setAside && r.hasFlags);
        QVERIFY(spokenRate(library, r, options).contains(u"1/7 14.3\u00a0%"_s));
        const Rate any = rateOf(library, PreEmptive, u"icans.ge3", options, true);
        QCOMPARE(any.cellText(), u"1/7 14.3\u00a0%"_s);
        QVERIFY(!any.setAside);
    }

    void countsArePreferredToABarePercentage()
    {
        Library l = library;
        auto &outcomes = l.cohorts[TrialSc].outcomes;
        outcomes.insert(outcomes.begin(), percentOnly(u"crs.any"_s, 50, u"50%"_s));
        const Rate r = rateOf(l, TrialSc, u"crs.any", options);
        QCOMPARE(r.countText(), u"8/15"_s);
        QCOMPARE(r.furtherFigures, 1);
        QVERIFY(r.hasFlags);
    }

    void extremeRatesHaveAnExactBound()
    {
        // 1 - 0.025^(1/3) = 0.7076.
        QCOMPARE(exactBoundText(countedRate(0, 3), options),
                 u"0/3; exact 95\u00a0% upper limit 71\u00a0%"_s);
        QCOMPARE(exactBoundText(countedRate(3, 3), options),
                 u"3/3; exact 95\u00a0% lower limit 29\u00a0%"_s);
        QCOMPARE(exactBoundText(countedRate(1, 3), options), QString());
        QCOMPARE(exactBoundText(Rate(), options), QString());
    }

    void spokenRateNamesEverythingAReaderNeeds()
    {
        const QString text = spokenRate(library, rate(Prophylaxis, u"crs.ge3"_s), options);
        QVERIFY2(text.startsWith(u"Alpha 2023, Cohort 1, CRS, grade ≥3: 2 of 31, 6.5\u00a0%, "
                                 "95\u00a0% interval 1.8 to 20.7 (Wilson score)"_s),
                 qPrintable(text));
        for (const QString &part : {u"Printed: “6.4%”"_s, u"count derived from"_s,
                                    u"Report: Report one"_s, u"Place: Results, sentence 2"_s,
                                    u"Cut off, not rounded"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
    }

    void cohortsStandParentFirstAndComparatorsLast()
    {
        const std::vector<int> shuffled{TrialControl, TrialIv, PreEmptive, TrialSc, Resolvers,
                                        TrialAll, Prophylaxis};
        QCOMPARE(figureOrder(library, shuffled),
                 (std::vector<int>{Prophylaxis, TrialAll, TrialSc, TrialIv, Resolvers, PreEmptive,
                                   TrialControl}));
        const RateSeries series = makeRateSeries(library, shuffled, options);
        QStringList labels;
        for (const RateCohort &c : series.cohorts)
            labels << c.label + (c.partOfShown ? u" (part)"_s : QString())
                    + (c.comparator ? u" (comparator)"_s : QString()) + u", "_s + c.nText;
        QCOMPARE(labels, (QStringList{u"Alpha 2023, Cohort 1, n = 31"_s,
                                      u"Beta 2025, All anakinra, n = 25"_s,
                                      u"Beta 2025, SC arm (part), n = 15"_s,
                                      u"Beta 2025, IV arm (part), n = 10"_s,
                                      u"Gamma, Treated, n = 42"_s, u"Delta, n = 8 or 9"_s,
                                      u"Beta 2025, Historical control (comparator), n NR"_s}));
    }

    void partWithoutItsParentIsNotIndented()
    {
        const std::vector<int> cohorts{TrialIv};
        QVERIFY(!makeRateSeries(library, cohorts, options).cohorts[0].partOfShown);
    }

    void panelsKeepHarmsAndResponsesApart()
    {
        const RateSeries series = makeRateSeries(library, allCohorts(), options);
        QCOMPARE(series.panels.size(), 2U);
        const RatePanel &toxicity = series.panels[0];
        QCOMPARE(toxicity.direction, Direction::LowerBetter);
        QCOMPARE(toxicity.labels,
                 (std::vector{u"CRS any"_s, u"CRS ≥3"_s, u"ICANS any"_s, u"ICANS ≥3"_s}));
        QCOMPARE(series.panels[1].direction, Direction::HigherBetter);
        QCOMPARE(series.panels[1].labels, (std::vector{u"ORR"_s, u"CR"_s}));
        for (const RatePanel &panel : series.panels) {
            QCOMPARE(panel.rates.size(), series.cohorts.size());
            for (std::size_t c = 0; c < panel.rates.size(); ++c) {
                QCOMPARE(panel.rates[c].size(), panel.outcomes.size());
                for (std::size_t o = 0; o < panel.outcomes.size(); ++o) {
                    QCOMPARE(panel.rates[c][o].cohort, series.cohorts[c].cohort);
                    QCOMPARE(panel.rates[c][o].outcome, panel.outcomes[o]);
                }
            }
        }
    }

    void resolutionPanelHasOnlyTheOutcomesThatOccur()
    {
        const RateSeries series = makeRateSeries(library, allCohorts(), options,
                                                 RatePanels::ToxicityResponseAndResolution);
        QCOMPARE(series.panels.size(), 3U);
        QCOMPARE(series.panels[2].outcomes,
                 (std::vector{u"resolution.icans"_s, u"resolution.crs-icans"_s}));
        QCOMPARE(notesWith(series, u"with steroids"_s).size(), 1);
        const std::vector<int> without{Prophylaxis};
        QCOMPARE(makeRateSeries(library, without, options,
                                RatePanels::ToxicityResponseAndResolution).panels.size(), 2U);
    }

    void notesSayWhatAReaderMustKnow_data()
    {
        QTest::addColumn<QString>("note");
        QTest::newRow("parts")
            << u"Indented cohorts are parts of the cohort above them, not additional patients."_s;
        QTest::newRow("studies")
            << u"Cohorts of different studies were not randomised against each other."_s;
        QTest::newRow("comparators")
            << u"Comparators are not randomised and not counted in the totals: "
               "Beta 2025, Historical control."_s;
        QTest::newRow("comparator without n")
            << u"No number of patients is printed for a comparator, so it has no interval: "
               "Beta 2025, Historical control."_s;
        QTest::newRow("mixed grading")
            << u"ICANS grading differs between cohorts, so the rates are not directly comparable: "
               "ASTCT (Alpha 2023, Cohort 1); CTCAE v5 (Gamma, Treated); "
               "not stated: Beta 2025, Historical control."_s;
        QTest::newRow("unstated response")
            << u"Tumour response criterion not stated: Alpha 2023, Cohort 1; "
               "Beta 2025, All anakinra."_s;
        QTest::newRow("grade as printed")
            << u"“Severe” or a single printed grade is taken as grade ≥3, grade as printed: "
               "Alpha 2023, Cohort 1, CRS ≥3."_s;
        QTest::newRow("truncated")
            << u"*\u00a0Alpha 2023, Cohort 1, CRS ≥3: 6.4\u00a0% is cut off, not rounded: 2 of 31 patients "
               "(2/31 = 6.45\u00a0%)."_s;
        QTest::newRow("impossible of the cohort's n")
            << u"!\u00a0Beta 2025, All anakinra, ORR: only the percentage is printed, and 74\u00a0% cannot "
               "be a share of all 25 patients: no whole number of them gives it (74\u00a0% of 25: "
               "18/25 = 72\u00a0%, 19/25 = 76\u00a0%; denominators up to 25 that fit: 19, 23; "
               "together with CR 42\u00a0% only 19)."_s;
        QTest::newRow("other percentage")
            << u"!\u00a0Beta 2025, All anakinra, CR: only the percentage is printed, and 42\u00a0% cannot "
               "be a share of all 25 patients: no whole number of them gives it (42\u00a0% of 25: "
               "10/25 = 40\u00a0%, 11/25 = 44\u00a0%; denominators up to 25 that fit: 12, 19, 24; "
               "together with ORR 74\u00a0% only 19)."_s;
        QTest::newRow("without any n")
            << u"Only percentages are printed, without a number of patients: "
               "Beta 2025, Historical control (CRS any 63\u00a0%, ICANS any 34\u00a0%)."_s;
        QTest::newRow("without denominator")
            << u"Events printed without a denominator are not drawn: Beta 2025, IV arm, "
               "ICANS ≥3 0/NR."_s;
        QTest::newRow("set aside")
            << u"Not an incidence and not drawn, because not everyone infused was at risk: "
               "Delta, ICANS ≥3 1/7 14.3\u00a0%."_s;
    }

    void notesSayWhatAReaderMustKnow()
    {
        QFETCH(QString, note);
        const RateSeries series = makeRateSeries(library, allCohorts(), options);
        QVERIFY2(series.notes.contains(note), qPrintable(series.notes.join(u'\n')));
    }

    void inferredCountsAreNamedWhenShown()
    {
        RateOptions shown;
        shown.showInferred = true;
        const RateSeries series = makeRateSeries(library, allCohorts(), shown);
        QCOMPARE(notesWith(series, u"Hollow"_s),
                 QStringList{u"Hollow: inferred counts, plausible but not proven: "
                             "Beta 2025, All anakinra, ORR 14/19 (printed 74%)."_s});
        QCOMPARE(notesWith(makeRateSeries(library, allCohorts(), options), u"Hollow"_s).size(), 0);
    }

    void printedPercentageThatContradictsItsCountIsNamed()
    {
        Library l = library;
        l.cohorts[TrialSc].outcomes[0].figure.percent = 54;
        l.cohorts[TrialSc].outcomes[0].figure.source.reported = u"54%"_s;
        const std::vector<int> cohorts{TrialSc};
        QCOMPARE(makeRateSeries(l, cohorts, options).notes,
                 QStringList{u"!\u00a0Beta 2025, SC arm, CRS any: 8 of 15 patients are not 54\u00a0% "
                             "(8/15 = 53.3\u00a0%)."_s});
        l.cohorts[TrialSc].outcomes[0].figure.percent = 53;
        l.cohorts[TrialSc].outcomes[0].figure.source.reported = u"53%"_s;
        QVERIFY(makeRateSeries(l, cohorts, options).notes.isEmpty());
    }

    void figureCutOffIsToldFromAnImpossibleOne()
    {
        Library l = library;
        // 14/26 = 53.8: 53 only when cut off.
        l.cohorts[Resolvers].n.value = 26;
        l.cohorts[Resolvers].outcomes = {
            percentOnly(u"response.cr"_s, 53, u"53%"_s, Population::NotApplicable)};
        const std::vector<int> cohorts{Resolvers};
        QCOMPARE(makeRateSeries(l, cohorts, options).notes,
                 QStringList{u"*\u00a0Gamma, Treated, CR: only the percentage is printed, and 53\u00a0% of all "
                             "26 patients is possible only cut off, not rounded; the number it refers "
                             "to is not printed (14/26 = 53.8\u00a0%; denominators up to 26 that fit: "
                             "15, 17, 19)."_s});
    }

    void criterionOfOneRateStandsForTheCohort()
    {
        Library l = library;
        // ICANS of any grade without, grade >=3 with a criterion, as sources do.
        l.cohorts[Prophylaxis].outcomes[2].criterion.clear();
        const std::vector<int> alone{Prophylaxis, Resolvers};
        QCOMPARE(notesWith(makeRateSeries(l, alone, options), u"ICANS grading"_s),
                 QStringList{u"ICANS grading differs between cohorts, so the rates are not directly "
                             "comparable: ASTCT (Alpha 2023, Cohort 1); CTCAE v5 (Gamma, Treated)."_s});
        const std::vector<int> two{Prophylaxis, TrialControl};
        QCOMPARE(notesWith(makeRateSeries(l, two, options), u"ICANS grading"_s),
                 QStringList{u"ICANS grading is stated for some cohorts only: "
                             "ASTCT (Alpha 2023, Cohort 1); not stated: "
                             "Beta 2025, Historical control."_s});
    }

    void oneGradingForAllNeedsNoNote()
    {
        Library l = library;
        for (Observation &o : l.cohorts[Resolvers].outcomes)
            o.criterion = u"ASTCT"_s;
        const std::vector<int> cohorts{Prophylaxis, Resolvers};
        QVERIFY(notesWith(makeRateSeries(l, cohorts, options), u"ICANS grading"_s).isEmpty());
    }

    void sharedPatientsAreNamed()
    {
        Library l = library;
        l.overlaps = {{u"o1"_s, u"gamma/treated"_s, u"delta/delta"_s,
                       OverlapLevel::CannotBeExcluded, u"same centre"_s, {}},
                      {u"o2"_s, u"gamma/treated"_s, u"r1"_s, OverlapLevel::Same, {}, {}}};
        const std::vector<int> both{Resolvers, PreEmptive};
        QCOMPARE(notesWith(makeRateSeries(l, both, options), u"share patients"_s),
                 QStringList{u"Cohorts that may share patients: Gamma, Treated and Delta "
                             "(overlap cannot be excluded)."_s});
        const std::vector<int> one{Resolvers};
        QVERIFY(notesWith(makeRateSeries(l, one, options), u"share patients"_s).isEmpty());
    }

    void manyBarePercentagesAreCounted()
    {
        Library l = library;
        std::vector<int> cohorts;
        for (int i = 0; i < 20; ++i) {
            cohorts.push_back(int(l.cohorts.size()));
            addCohort(l, 0, u"x%1"_s.arg(i), u"X%1"_s.arg(i), 10).outcomes
                = {percentOnly(u"crs.any"_s, 50, u"50%"_s)};
        }
        const RateSeries series = makeRateSeries(l, cohorts, options);
        QCOMPARE(notesWith(series, u"only the percentage"_s).size(), 8);
        QCOMPARE(notesWith(series, u"for 12 more rates"_s).size(), 1);
    }

    void oneCohortOfItsOwnNeedsNoComparisonNotes()
    {
        const std::vector<int> cohorts{TrialSc};
        QVERIFY(makeRateSeries(library, cohorts, options).notes.isEmpty());
    }

    void everyNoteIsOneSentence()
    {
        RateOptions shown;
        shown.showInferred = true;
        for (const RateOptions &o : {options, shown}) {
            for (const QString &note :
                 makeRateSeries(library, allCohorts(), o, RatePanels::ToxicityResponseAndResolution)
                     .notes) {
                QVERIFY2(note.endsWith(u'.'), qPrintable(note));
                QVERIFY2(!note.contains(u'\n') && !note.contains(u". "), qPrintable(note));
            }
        }
    }

    void shareOfASelectedProductIsOnTheLabelOfAMixedCohort()
    {
        QCOMPARE(productShareText(library, Resolvers, {u"liso-cel"_s}), u"4/42 liso-cel"_s);
        QCOMPARE(productShareText(library, Prophylaxis, {u"tisa-cel"_s}), u"tisa-cel, share NR"_s);
        QCOMPARE(productShareText(library, TrialAll, {u"liso-cel"_s}), QString());
        QCOMPARE(productShareText(library, TrialSc, {u"liso-cel"_s}), QString());
        QCOMPARE(productShareText(library, Prophylaxis, {u"liso-cel"_s}), QString());
    }

    void nothingToShowIsAnEmptyFigure()
    {
        const RateSeries series = makeRateSeries(library, {}, options);
        QVERIFY(series.cohorts.empty() && series.notes.isEmpty());
        QCOMPARE(series.panels.size(), 2U);
    }
};

QTEST_APPLESS_MAIN(TestRateSeries)
#include "tst_rateseries.moc"
