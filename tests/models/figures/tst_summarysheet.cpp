// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Citation.h"
#include "models/figures/SummarySheet.h"
#include "tests/support/SmallLibrary.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;

namespace {

const QString nbsp = QString(QChar(0x00a0));

QString percent(const QString &digits)
{
    return digits + nbsp + u'%';
}

FilterResult listing(std::vector<int> cohorts)
{
    FilterResult result;
    result.cohorts = std::move(cohorts);
    return result;
}

SummarySheet sheetOf(const Library &library, std::vector<int> cohorts,
                     const FilterCriteria &criteria = {}, const RateOptions &options = {})
{
    return makeSummarySheet(library, criteria, listing(std::move(cohorts)), options,
                            QDate(2026, 11, 21));
}

const SheetOutcome &row(const SummarySheet &sheet, const QString &code)
{
    const auto it = std::ranges::find_if(sheet.outcomes, [&](const SheetOutcome &o) {
        return o.codes.contains(code);
    });
    Q_ASSERT(it != sheet.outcomes.end());
    return *it;
}

QStringList labels(const SummarySheet &sheet)
{
    QStringList words;
    for (const SheetOutcome &outcome : sheet.outcomes)
        words << outcome.label;
    return words;
}

QStringList notesUnder(const SummarySheet &sheet, const QString &heading)
{
    QStringList texts;
    for (const SheetNote &note : sheet.notes) {
        if (note.heading.startsWith(heading))
            texts << note.text;
    }
    return texts;
}

/// Whether every mark of the form [1a,c] leads to a reference and places with a locator.
bool leadsSomewhere(const SummarySheet &sheet, const QString &marks)
{
    static const QRegularExpression form(u"\\[(\\d+)([a-z,]*)\\]"_s);
    auto match = form.globalMatch(marks);
    bool any = false;
    while (match.hasNext()) {
        const auto one = match.next();
        const int number = one.captured(1).toInt();
        if (number < 1 || number > int(sheet.references.size()))
            return false;
        const SheetReference &reference = sheet.references[std::size_t(number) - 1];
        if (reference.number != number || reference.citation.isEmpty())
            return false;
        const QStringList letters = one.captured(2).split(u',', Qt::SkipEmptyParts);
        for (const QString &letter : letters) {
            const bool found = std::ranges::any_of(reference.places, [&](const SheetPlace &p) {
                return p.letter == letter && !p.locator.isEmpty();
            });
            if (!found)
                return false;
        }
        any = true;
    }
    return any;
}

} // namespace

class tst_SummarySheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void listsSevenOutcomesEvenIfNobodyReportsThem()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {PreEmptive});
        const QStringList expected{u"CRS, any grade"_s, u"CRS, grade ≥3"_s, u"ICANS, any grade"_s,
                                   u"ICANS, grade ≥3"_s, u"Overall response (ORR)"_s,
                                   u"Complete response (CR)"_s, u"Infection, death"_s};
        QCOMPARE(labels(sheet), expected);
        for (const SheetOutcome &outcome : sheet.outcomes) {
            QVERIFY(!outcome.isReported());
            QCOMPARE(outcome.rates.size(), 1u);
            QCOMPARE(outcome.rates[0].at(0).text, u"NR"_s);
        }
    }

    void printsCountRateAndIntervalWithThePlace()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis});
        const SheetRate &crs = row(sheet, u"crs.any"_s).rates[0].at(0);
        QCOMPARE(crs.text, u"23/31 "_s + percent(u"74.2"_s));
        QCOMPARE(crs.interval, u"56.8–"_s + percent(u"86.3"_s)); // Wilson by hand: .5675, .8630
        QCOMPARE(crs.marks, u"[1a]"_s);
        QCOMPARE(sheet.references.at(0).places.at(0).locator, u"Results, sentence 2"_s);
        QVERIFY(sheet.references[0].places[0].figures.join(u'\n').contains(
            u"Cohort 1, CRS, any grade “74%” (count derived)"_s));
    }

    void ratesCarryTheMarksOfTheirNotes()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, TrialAll});
        const auto &orr = row(sheet, u"response.orr"_s).rates;
        QCOMPARE(orr[0].at(0).markedText(), orr[0].at(0).text); // as in the library: 24/31
        QVERIFY(orr[1].at(0).markedText().endsWith(u"(no count)\u00a0!"_s)); // 74 % of 25
        const auto says = [&](QStringView words) {
            return std::ranges::any_of(sheet.notes, [&](const auto &note) { return note.text.startsWith(words); });
        };
        QVERIFY(says(u"!\u00a0Beta 2025, All anakinra, ORR"));
        QVERIFY(says(u"! = finding: cannot be as printed"));
    }

    void percentWithoutCountHasNoIntervalUnlessInferredCountsAreAskedFor()
    {
        const Library library = smallLibrary();
        const SheetRate bare = row(sheetOf(library, {TrialAll}), u"response.orr"_s).rates[0].at(0);
        QCOMPARE(bare.text, percent(u"74"_s) + u" (no count)");
        QCOMPARE(bare.interval, QString());
        RateOptions options;
        options.showInferred = true;
        const SummarySheet sheet = sheetOf(library, {TrialAll}, {}, options);
        const QString inferred = row(sheet, u"response.orr"_s).rates[0].at(0).text;
        QVERIFY2(inferred.startsWith(u"14/19"_s) && inferred.endsWith(u"(inferred, not proven)"_s),
                 qPrintable(inferred));
    }

    void lowestAndHighestRatePassOverPartsBesideTheirParent()
    {
        const Library library = smallLibrary();
        const SheetOutcome crs = row(sheetOf(library, {Prophylaxis, TrialAll, TrialSc, TrialIv}),
                                     u"crs.any"_s);
        QCOMPARE(crs.ranges.size(), 1u);
        QCOMPARE(crs.ranges[0].text, u"68.0–"_s + percent(u"74.2"_s));
        QCOMPARE(crs.ranges[0].cohorts, 2);
        QCOMPARE(crs.ranges[0].lowest, u"Beta 2025, All anakinra"_s);
        QVERIFY(!crs.rates[2].at(0).independent);
        QVERIFY(!crs.rates[3].at(0).independent);
    }

    void armsWithoutTheirParentAreIndependent()
    {
        const Library library = smallLibrary();
        const SheetOutcome crs = row(sheetOf(library, {Prophylaxis, TrialSc, TrialIv}), u"crs.any"_s);
        QCOMPARE(crs.ranges.at(0).text, u"53.3–"_s + percent(u"90.0"_s));
        QCOMPARE(crs.ranges[0].cohorts, 3);
    }

    void certainOverlapCountsOnceAndPossibleOverlapTwice()
    {
        Library library = smallLibrary();
        library.overlaps.push_back({u"o1"_s, u"alpha/cohort-1"_s, u"beta/all"_s,
                                    OverlapLevel::CannotBeExcluded, u"Same city"_s, {u"r1"_s}});
        const SummarySheet possible = sheetOf(library, {Prophylaxis, TrialAll});
        QCOMPARE(row(possible, u"crs.any"_s).ranges.at(0).cohorts, 2);
        const QStringList notes = notesUnder(possible, u"Overlap"_s);
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes[0].contains(u"overlap cannot be excluded"_s) && notes[0].contains(u"Same city"_s));

        library.overlaps[0].level = OverlapLevel::SubsetAssumed;
        const SummarySheet certain = sheetOf(library, {Prophylaxis, TrialAll});
        QVERIFY(row(certain, u"crs.any"_s).ranges.empty());
        QVERIFY(row(certain, u"crs.any"_s).rates[0].at(0).independent); // the larger stays
        QVERIFY(!row(certain, u"crs.any"_s).rates[1].at(0).independent);
        // An arm of an overlapping cohort overlaps as well.
        QVERIFY(row(sheetOf(library, {Prophylaxis, TrialSc}), u"crs.any"_s).ranges.empty());
    }

    void twoStudiesArePooledWithACautionAndTheMarksOfTheirFigures()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, TrialAll, TrialSc});
        const SheetOutcome &crs = row(sheet, u"crs.any"_s);
        QVERIFY(crs.pooled);
        // 23/31 and 17/25 differ less than by chance: the rate is 40/56.
        QVERIFY2(crs.pooled->text.startsWith(percent(u"71.4"_s)), qPrintable(crs.pooled->text));
        QVERIFY(crs.pooled->text.endsWith(u"2 studies"_s));
        QVERIFY(leadsSomewhere(sheet, crs.pooled->marks));
        const QStringList notes = notesUnder(sheet, u"Pooled rates"_s);
        QVERIFY2(notes.filter(u"Fewer than three studies"_s).size() == 1, qPrintable(notes.join(u'\n')));
        QVERIFY(notes.filter(u"median study"_s).size() == 1); // the method, once
    }

    void oneStudyIsNotPooledAndAskedForNoNote()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis});
        for (const SheetOutcome &outcome : sheet.outcomes)
            QVERIFY(!outcome.pooled);
        QVERIFY(notesUnder(sheet, u"Pooled rates"_s).isEmpty());
    }

    void whatTheGuardRefusesIsSaidInstead()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, PreEmptive}); // selected
        QVERIFY(!row(sheet, u"icans.ge3"_s).pooled);
        const QStringList notes = notesUnder(sheet, u"Pooled rates"_s);
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes[0].startsWith(u"ICANS, grade ≥3: not pooled."_s), qPrintable(notes[0]));
    }

    void exactBoundStandsBesideAHarmWithoutEventsOnly()
    {
        Library library = smallLibrary();
        auto &outcomes = library.cohorts[Prophylaxis].outcomes;
        for (Observation &o : outcomes) {
            if (o.outcome == u"icans.ge3")
                o.figure.events = 0;
            if (o.outcome == u"response.cr")
                o.figure.events = 31;
        }
        const SummarySheet sheet = sheetOf(library, {Prophylaxis});
        // 1 - 0.025^(1/31) = 0.1122
        const QString bound = row(sheet, u"icans.ge3"_s).rates[0].at(0).bound;
        QVERIFY2(bound.contains(u"exact"_s) && bound.contains(percent(u"11"_s)), qPrintable(bound));
        QCOMPARE(row(sheet, u"response.cr"_s).rates[0].at(0).bound, QString());
        QCOMPARE(row(sheet, u"crs.any"_s).rates[0].at(0).bound, QString());
    }

    void treatmentSheetsShowResolutionInPlaceOfIcans()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Resolvers});
        QVERIFY(sheet.toxicityResolution);
        QCOMPARE(labels(sheet).at(2), u"Toxicity resolution after anakinra"_s);
        QVERIFY(!labels(sheet).contains(u"ICANS, any grade"_s));
        QCOMPARE(sheet.outcomes.size(), 7u);
        const auto &rates = sheet.outcomes[2].rates.at(0);
        QCOMPARE(rates.size(), 2u);
        QCOMPARE(rates[0].label, u"ICANS resolution"_s);
        QCOMPARE(rates[0].text, u"31/42 "_s + percent(u"73.8"_s));
        QCOMPARE(rates[0].concomitant, u"with steroids"_s);
        QCOMPARE(rates[1].text, percent(u"73"_s) + u" (no count)");
        QVERIFY(sheet.question.contains(u"resolve"_s));
        // One prophylactic cohort among them, and incidence is asked for.
        QVERIFY(!sheetOf(library, {Resolvers, Prophylaxis}).toxicityResolution);
    }

    void comparatorsStandBesideTheirStudyWithTheirLimits()
    {
        Library library = smallLibrary();
        library.cohorts[TrialControl].outcomes.push_back(
            percentOnly(u"response.orr"_s, 80, u"80%"_s, Population::NotApplicable));
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, TrialSc}); // control not listed
        QCOMPARE(sheet.cohorts.size(), 2u);
        QCOMPARE(sheet.comparators.size(), 1u);
        const SheetComparator &control = sheet.comparators[0];
        QCOMPARE(control.label, u"Beta 2025, Historical control"_s);
        const QString limits = control.limits.join(u'\n');
        QVERIFY(limits.contains(u"historical control"_s) && limits.contains(u"not randomised"_s)
                && limits.contains(u"number of patients not printed"_s));
        QCOMPARE(control.contrasts.size(), 3u);
        QCOMPARE(control.contrasts[0].without.text, percent(u"63"_s) + u" (no count)"); // no interval
        QCOMPARE(control.contrasts[0].with.text,
                 u"SC arm: 8/15 "_s + percent(u"53.3"_s) + u" (30.1–"_s + percent(u"75.2"_s) + u')');
        // ICANS is printed for the control, and for nobody given anakinra in that study.
        QCOMPARE(control.contrasts[1].with.text, QString());
        // ORR only for the whole trial: said by name.
        QCOMPARE(control.contrasts[2].with.text, u"All anakinra: "_s + percent(u"74"_s) + u" (no count)");
    }

    void comparatorsNeverEnterTheRowsOfAnakinraCohorts()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {TrialAll, TrialControl});
        QCOMPARE(sheet.cohorts.size(), 1u);
        QCOMPARE(row(sheet, u"crs.any"_s).rates.size(), 1u);
        QVERIFY(row(sheet, u"crs.any"_s).ranges.empty());
        QCOMPARE(sheet.comparators.size(), 1u);
    }

    void missingComparatorsAreSaidToBeMissing()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis});
        QVERIFY(sheet.comparators.empty());
        QVERIFY(sheet.comparatorText.contains(u"cannot be answered"_s));
    }

    void titleSaysOnlyWhatAllCohortsShare()
    {
        Library library = smallLibrary();
        library.vocabulary.diseases = {{u"lbcl"_s, u"LBCL"_s, u"Large B-cell lymphoma"_s},
                                       {u"mcl"_s, u"MCL"_s, u"Mantle cell lymphoma"_s}};
        library.vocabulary.ageGroups = {{u"adult"_s, u"Adult"_s, {}}};
        QCOMPARE(sheetOf(library, {Prophylaxis, TrialSc}).question,
                 u"In patients given CAR T-cell therapy, how often do CRS, ICANS and tumour responses "
                 "occur with prophylactic subcutaneous anakinra?"_s);
        // The trial as a whole used both routes.
        QVERIFY(sheetOf(library, {Prophylaxis, TrialAll})
                    .question.endsWith(u"with prophylactic anakinra?"_s));
        QVERIFY(sheetOf(library, {Prophylaxis, Resolvers}).question.endsWith(u"with anakinra?"_s));
        // One product, age and disease of all of them ...
        Cohort &sc = library.cohorts[TrialSc];
        sc.diseases.codes = {u"lbcl"_s};
        sc.ageGroups.codes = {u"adult"_s};
        QVERIFY(sheetOf(library, {TrialSc}).question.startsWith(
            u"In adult patients with large B-cell lymphoma given liso-cel, "_s));
        // ... and not of one that does not report it, or has another as well.
        QVERIFY(sheetOf(library, {TrialSc, Prophylaxis})
                    .question.startsWith(u"In patients given CAR T-cell therapy, "_s));
        library.cohorts[Prophylaxis].diseases.codes = {u"lbcl"_s, u"mcl"_s};
        QVERIFY(sheetOf(library, {TrialSc, Prophylaxis})
                    .question.startsWith(u"In patients with large B-cell lymphoma or mantle cell "
                                         "lymphoma given CAR T-cell therapy, "_s));
    }

    void emptyResultSaysSoAndAsksWhatTheFilterAsked()
    {
        const Library library = smallLibrary();
        FilterCriteria criteria;
        criteria.setValues(Facet::Timing, {u"refractory"_s});
        criteria.setValues(Facet::Route, {u"IV"_s});
        FilterResult result;
        result.unjudged = {{Resolvers, {u"called refractory, filed as treatment"_s}},
                           {PreEmptive, {u"route not reported"_s}}};
        const SummarySheet sheet = makeSummarySheet(library, criteria, result, {}, QDate(2026, 1, 2));
        QVERIFY(sheet.question.endsWith(u"with intravenous anakinra for refractory toxicity?"_s));
        QVERIFY(sheet.emptyText.contains(u"No anakinra cohort"_s));
        QVERIFY(sheet.emptyText.contains(u"2 cohorts could not be judged"_s));
        QVERIFY(sheet.cohorts.empty());
        QVERIFY(sheet.series.cohorts.empty());
        QCOMPARE(sheet.outcomes.size(), 7u);
        const QStringList notes = notesUnder(sheet, u"Not listed"_s);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0], u"Gamma, Treated: called refractory, filed as treatment"_s);
    }

    void everyPrintedNumberLeadsToAPlace()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, TrialAll, TrialSc, TrialIv, Resolvers,
                                                     PreEmptive});
        int checked = 0;
        for (const SheetOutcome &outcome : sheet.outcomes) {
            for (const auto &cell : outcome.rates) {
                for (const SheetRate &rate : cell) {
                    if (rate.text == u"NR")
                        continue;
                    QVERIFY2(leadsSomewhere(sheet, rate.marks), qPrintable(rate.text));
                    ++checked;
                }
            }
        }
        QCOMPARE(checked, 6 + 3 + 1 + 2 + 1); // per cohort of SmallLibrary.h; nothing of PreEmptive
        for (const SheetCohort &cohort : sheet.cohorts)
            QVERIFY2(leadsSomewhere(sheet, cohort.n.marks), qPrintable(cohort.label));
    }

    void cohortRowSaysProductsRegimenTimingAndStart()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, Resolvers});
        const SheetCohort &alpha = sheet.cohorts.at(0);
        QCOMPARE(alpha.design.text, u"Phase 2 trial"_s);
        QCOMPARE(alpha.n.text, u"31"_s);
        QCOMPARE(alpha.products.text, u"axi-cel 23, brexu-cel 4, tisa-cel "_s + percent(u"4"_s));
        QCOMPARE(alpha.regimen.text, u"200 mg/day SC (printed: “100 mg/dose, bid, SC”)"_s);
        QCOMPARE(alpha.timing.text, u"Prophylactic"_s);
        QCOMPARE(alpha.start.text, u"day ≤ 2"_s);
        QCOMPARE(alpha.concomitant.text, u"NR"_s);
        QCOMPARE(sheet.cohorts.at(1).concomitant.text, u"steroids"_s);
        QCOMPARE(sheet.cohorts[1].start.text, u"day median 8.5"_s);
    }

    void stepUpsAreNotTheStartingDose()
    {
        const Library library = smallLibrary();
        const QString regimen = sheetOf(library, {TrialIv}).cohorts.at(0).regimen.text;
        QCOMPARE(regimen, u"200 mg/day IV (printed: “200 mg daily, IV”). "
                          "Step-up: 8 mg/kg/day IV (printed: “8 mg/kg/day”)"_s);
    }

    void partsAreMarkedOnlyBesideTheirParent()
    {
        const Library library = smallLibrary();
        const SummarySheet together = sheetOf(library, {TrialAll, TrialSc});
        QCOMPARE(together.cohorts.at(0).partOf, -1);
        QCOMPARE(together.cohorts.at(1).partOf, 0);
        QCOMPARE(sheetOf(library, {TrialSc}).cohorts.at(0).partOf, -1);
    }

    void whatOnlyTheWholeTrialReportsIsNotedForItsArm()
    {
        const Library library = smallLibrary();
        const QStringList notes = notesUnder(sheetOf(library, {TrialSc}), u"Printed only"_s);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes[0], u"Beta 2025, SC arm: printed only for Beta 2025, All anakinra (n = 25): ORR "_s
                     + percent(u"74"_s) + u" (no count); CR "_s + percent(u"42"_s) + u" (no count)");
        QVERIFY(notesUnder(sheetOf(library, {TrialAll, TrialSc}), u"Printed only"_s).isEmpty());
    }

    void notReportedOutcomesAreListedPerCohort()
    {
        const Library library = smallLibrary();
        const QStringList notes = notesUnder(sheetOf(library, {Prophylaxis, TrialSc}), u"Not reported"_s);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0], u"Alpha 2023, Cohort 1: Infection, death"_s);
        QVERIFY(notes[1].startsWith(u"Beta 2025, SC arm: CRS, grade ≥3; ICANS, any grade;"_s));
    }

    void conflictsAndInterestsOfListedStudiesAreNoted()
    {
        Library library = smallLibrary();
        library.studies[0].notes = {{NoteKind::Conflict, u"74 + 13 + 4 is 91"_s, at(u"4%"_s)},
                                    {NoteKind::Context, u"A target of 15 %"_s, at(u"15%"_s)}};
        library.cohorts[TrialSc].notes = {{NoteKind::Caution, u"Day of start not printed"_s, at({})}};
        library.reports[0].interests = {u"Paid by the maker"_s};
        const SummarySheet sheet = sheetOf(library, {Prophylaxis});
        const QStringList notes = notesUnder(sheet, u"Conflicts"_s);
        QCOMPARE(notes, QStringList{u"Alpha 2023: 74 + 13 + 4 is 91"_s});
        const QStringList interests = notesUnder(sheet, u"Funding"_s);
        QCOMPARE(interests, QStringList{u"Report one: Paid by the maker."_s});
        const auto note = std::ranges::find_if(sheet.notes, [](const SheetNote &n) {
            return n.text.contains(u"Paid by"_s);
        });
        QCOMPARE(sheet.cohorts.at(0).interests, u"note %1"_s.arg(note->number));
        QCOMPARE(notesUnder(sheetOf(library, {TrialSc}), u"Conflicts"_s),
                 QStringList{u"Beta 2025, SC arm: Day of start not printed"_s});
    }

    void notesAreNumberedWithoutGaps()
    {
        const Library library = smallLibrary();
        const SummarySheet sheet = sheetOf(library, {Prophylaxis, TrialAll, TrialSc, TrialIv, Resolvers});
        QVERIFY(sheet.notes.size() > 5);
        for (std::size_t i = 0; i < sheet.notes.size(); ++i)
            QCOMPARE(sheet.notes[i].number, int(i) + 1);
    }

    void footerSaysFilterMethodLibraryDateAndThatItIsNoAdvice()
    {
        Library library = smallLibrary();
        RateOptions options;
        options.method = statistics::IntervalMethod::ClopperPearson;
        const QString footer = sheetOf(library, {Prophylaxis}, {}, options).footerLines().join(u'\n');
        QVERIFY(footer.contains(u"Filter: "_s));
        QVERIFY(footer.contains(u"Clopper–Pearson"_s));
        QVERIFY(footer.contains(u"version 1.2.3"_s) && footer.contains(u"2026-11-21"_s));
        QVERIFY(footer.contains(u"not medical advice"_s) && footer.contains(u"off-label"_s));
        QCOMPARE(sheetOf(library, {Prophylaxis}).banner, QString());
        library.shipped = false;
        QVERIFY(sheetOf(library, {Prophylaxis}).banner.contains(u"small.json"_s));
    }

    void citationMarksWhatTheCuratorAddedAndInventsNothing()
    {
        Report report;
        report.label = u"Short label"_s;
        QCOMPARE(citationText(report), u"Short label."_s);
        QVERIFY(!hasCuratorAddedFacts(report));
        report.citation = {{u"doi"_s, u"10.1/x"_s, Status::Reported, {}},
                           {u"first-author"_s, u"Müller A"_s, Status::CuratorAdded, {}},
                           {u"published"_s, u"2023 Jul"_s, Status::Reported, {}},
                           {u"volume"_s, u"29"_s, Status::Reported, {}},
                           {u"issue"_s, u"7"_s, Status::Reported, {}},
                           {u"pages"_s, u"1710-1717"_s, Status::Reported, {}},
                           {u"container"_s, u"Nat Med."_s, Status::Reported, {}}};
        QCOMPARE(citationText(report),
                 u"Müller A*. Nat Med. 2023 Jul;29(7):1710-1717. doi 10.1/x."_s);
        QVERIFY(hasCuratorAddedFacts(report));
    }
};

QTEST_GUILESS_MAIN(tst_SummarySheet)
#include "tst_summarysheet.moc"
