// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Provenance.h"

#include "models/figures/Citation.h"
#include "models/figures/CriterionText.h"
#include "models/figures/FigureWords.h"
#include "models/figures/SourceText.h"
#include "models/integrity/Grim.h"
#include "models/integrity/RecomputedP.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

using integrity::PrintedPercent;
using integrity::Rounding;

constexpr std::size_t mostDenominators = 8;

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

Provenance from(const Library &library, const Source &source)
{
    Provenance p;
    p.printed = source.reported;
    p.status = labelOf(source.status);
    p.reportId = source.report;
    p.report = source.report;
    if (const Report *report = library.report(source.report)) {
        p.report = report->label;
        p.reportKind = Vocabulary::label(library.vocabulary.publications, report->kind) + u", "_s
            + labelOf(report->peerReviewed).toLower();
        p.citation = citationText(*report);
    }
    p.locator = source.locator;
    for (const QString &flag : source.flags) {
        const auto term = std::ranges::find(library.vocabulary.flags, flag, &Term::code);
        const bool known = term != library.vocabulary.flags.end();
        QString words = known ? term->label : flag;
        if (known && !term->description.isEmpty())
            words += u": "_s + term->description;
        p.flags << words;
    }
    p.note = source.note;
    return p;
}

QString inheritedText(bool inherited)
{
    return inherited ? u"As for the whole cohort"_s : QString();
}

/// "19.35", at most two decimals.
QString percentText(int events, int n)
{
    QString text = QString::number(100.0 * events / n, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString quotient(int events, int n)
{
    return u"%1/%2 = %3\u00a0%"_s.arg(events).arg(n).arg(percentText(events, n));
}

bool covers(const std::optional<integrity::CountFit> &fit, int events)
{
    return fit && fit->first <= events && events <= fit->last;
}

/// How a count and the percentage printed with it belong together.
QString countArithmetic(const Figure &figure)
{
    QString text = quotient(*figure.events, *figure.n);
    if (!figure.percent)
        return text;
    const auto printed = PrintedPercent::find(figure.source.reported, *figure.percent);
    const QString percent = printed.toString() + u"\u00a0%"_s;
    const auto rounded = integrity::fittingCounts(printed, *figure.n, Rounding::HalfUp);
    const auto cut = integrity::fittingCounts(printed, *figure.n, Rounding::Truncation);
    const bool unique = (rounded ? rounded : cut) && (rounded ? rounded : cut)->isUnique();
    if (covers(rounded, *figure.events))
        text += u", rounded to "_s + percent;
    else if (covers(cut, *figure.events))
        text += u", cut off to "_s + percent;
    else
        return text + u"; %1 is printed, which does not follow from it"_s.arg(percent);
    if (figure.source.status == Status::Derived && unique)
        text += u"; no other count of %1 gives the printed figure"_s.arg(*figure.n);
    return text;
}

/// Why no count stands behind a bare percentage, with the counts next to it.
QString bareArithmetic(const Rate &rate, const Cohort &cohort)
{
    if (!cohort.n.value || *cohort.n.value < 1 || *cohort.n.value > integrity::largestSearchedDenominator)
        return u"No number of patients to compute a count from"_s;
    const int n = *cohort.n.value;
    const auto printed = PrintedPercent::find(rate.observation->figure.source.reported, *rate.percent);
    QString text;
    if (const auto fit = integrity::fittingCounts(printed, n)) {
        text = u"Of all %1 it would be %2"_s.arg(QString::number(n), quotient(fit->first, n));
        if (fit->rounding == Rounding::Truncation)
            text += u", cut off"_s;
        text += u", but the denominator is not established"_s;
    } else {
        const int below = std::clamp(int(*rate.percent * n / 100.0), 0, n - 1);
        text = u"No count of %1 gives it: %2, %3"_s.arg(QString::number(n), quotient(below, n),
                                                        quotient(below + 1, n));
    }
    const auto &possible = rate.possibleDenominators;
    if (possible.empty() || possible.size() > mostDenominators)
        return text;
    QStringList numbers;
    for (const int d : possible)
        numbers << QString::number(d);
    return text + u"; denominators up to %1 that fit: %2"_s.arg(n).arg(numbers.join(u", "_s));
}

QString arithmeticOf(const Rate &rate, const Cohort &cohort)
{
    const Figure &figure = rate.observation->figure;
    switch (rate.kind) {
    case RateKind::Counted:
        return countArithmetic(figure);
    case RateKind::PercentOnly: {
        const QString text = bareArithmetic(rate, cohort);
        return figure.inferred ? text + u". Possible, not proven: %1; %2"_s.arg(
                                     quotient(figure.inferred->events, figure.inferred->n),
                                     figure.inferred->working)
                               : text;
    }
    case RateKind::Inferred:
        return quotient(*rate.events, *rate.n) + u", not proven: "_s + figure.inferred->working;
    case RateKind::NotReported:
        break;
    }
    return {};
}

Provenance ofFigure(const Library &library, int cohort, const QString &what,
                    const Observation &observation, const RateOptions &options)
{
    Provenance p = from(library, observation.figure.source);
    const Rate rate = rateOfObservation(library, cohort, observation, options);
    p.title = cohortTitle(library, cohort) + u": "_s + what;
    p.value = figureWords(library, observation.figure, options);
    p.arithmetic = arithmeticOf(rate, cohortAt(library, cohort));
    return p;
}

/// What the counts of two groups give, beside the printed p.
QString recomputedText(const Comparison &comparison)
{
    QStringList tests;
    for (const RecomputedP &test : recomputedPs(comparison)) {
        QString text = test.label
            + (test.p < 0.0001 ? u" p < 0.0001"_s : u" p = "_s + QString::number(test.p, 'g', 3));
        if (test.reproduces)
            text += *test.reproduces ? u", as printed"_s : u", not as printed"_s;
        tests << text;
    }
    return tests.isEmpty() ? QString() : u"recomputed from the counts: "_s + tests.join(u"; "_s);
}

void addFurther(Provenance &p, const QString &text)
{
    if (!text.isEmpty())
        p.further << text;
}

} // namespace

QStringList Provenance::lines() const
{
    QStringList lines;
    const auto add = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            lines << name + u": "_s + text;
    };
    add(u"Value"_s, value);
    if (!printed.isEmpty())
        add(u"Printed"_s, u"“%1”"_s.arg(printed));
    add(u"Arithmetic"_s, arithmetic);
    add(u"Status"_s, status);
    add(u"Report"_s, reportKind.isEmpty() ? report : report + u" ("_s + reportKind + u')');
    add(u"Place"_s, locator);
    for (const QString &flag : flags)
        add(u"Flag"_s, flag);
    add(u"Note"_s, note);
    lines += further;
    add(u"Reference"_s, citation);
    return lines;
}

Provenance provenanceOf(const Library &library, int cohort, const Observation &observation,
                        const RateOptions &options)
{
    const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
    Provenance p = ofFigure(library, cohort, term ? term->label : observation.outcome, observation,
                            options);
    const auto named = [&](const QString &name, const QString &text) {
        addFurther(p, text.isEmpty() ? text : name + u": "_s + text);
    };
    named(u"Criterion"_s, criterionText(library, observation));
    named(u"Time window"_s, observation.window);
    if (observation.population != Population::NotApplicable)
        named(u"Population"_s, labelOf(observation.population));
    named(u"Denominator"_s, labelOf(observation.denominator));
    named(u"Other treatment"_s, observation.concomitant.join(u", "_s));
    return p;
}

Provenance provenanceOf(const Library &library, int cohort, const Characteristic &characteristic,
                        const RateOptions &options)
{
    Observation observation;
    observation.figure = characteristic.figure;
    return ofFigure(library, cohort, characteristic.label, observation, options);
}

Provenance provenanceOf(const Library &library, int cohort, const ProductShare &share)
{
    Provenance p = from(library, share.source);
    p.title = cohortTitle(library, cohort) + u": "_s
        + Vocabulary::label(library.vocabulary.products, share.code);
    p.value = share.n ? QString::number(*share.n) : u"NR"_s;
    if (share.percent) {
        Figure figure;
        figure.events = share.n;
        figure.n = cohortAt(library, cohort).n.value;
        figure.percent = share.percent;
        figure.source = share.source;
        if (figure.hasCounts()) {
            p.arithmetic = countArithmetic(figure);
        } else {
            Observation observation;
            observation.figure = figure;
            observation.figure.events.reset();
            p.arithmetic = arithmeticOf(rateOfObservation(library, cohort, observation, {}),
                                        cohortAt(library, cohort));
        }
    }
    addFurther(p, inheritedText(share.inherited));
    return p;
}

Provenance provenanceOf(const Library &library, int cohort, const Regimen &regimen)
{
    const Cohort &c = cohortAt(library, cohort);
    Provenance p = from(library, regimen.source);
    p.title = cohortTitle(library, cohort) + u": "_s + labelOf(regimen.kind);
    QStringList words;
    for (const Route route : regimen.routes)
        words << codeOf(route);
    if (regimen.dose)
        words << doseText(*regimen.dose);
    p.value = words.isEmpty() ? u"NR"_s : words.join(u' ');
    p.arithmetic = regimen.arithmetic;
    for (const auto &[name, text] : {std::pair(u"Frequency"_s, regimen.frequency),
                                     std::pair(u"Start"_s, regimen.start),
                                     std::pair(u"Stop"_s, regimen.stop),
                                     std::pair(u"Trigger"_s, regimen.trigger)})
        addFurther(p, text.isEmpty() ? text : QString(name + u": "_s + text));
    for (const FieldSource &also : regimen.alsoFrom) {
        addFurther(p, u"%1 from another place: %2"_s.arg(
                          also.fields.join(u", "_s),
                          sourceLines(library, also.source).join(u"; "_s)));
    }
    addFurther(p, inheritedText(c.regimensInherited));
    return p;
}

Provenance provenanceOf(const Library &library, int study, const Comparison &comparison,
                        const RateOptions &options)
{
    Provenance p = from(library, comparison.source);
    p.title = library.studies[static_cast<std::size_t>(study)].label + u": "_s + comparison.label;
    QStringList groups;
    for (const ComparisonGroup &group : comparison.groups) {
        const auto it = library.cohortIndex.constFind(group.cohort);
        const QString name = it == library.cohortIndex.constEnd()
            ? group.cohort
            : library.cohorts[static_cast<std::size_t>(*it)].label;
        groups << name + u' ' + figureWords(library, group.figure, options);
    }
    p.value = groups.join(u" against "_s);
    addFurther(p, comparison.meaning);
    addFurther(p, u"Test: "_s + (comparison.test.isEmpty() ? u"not stated"_s : comparison.test));
    if (comparison.p) {
        const QString relation = comparison.pRelation.isEmpty() ? u"="_s : comparison.pRelation;
        addFurther(p, u"p %1 %2"_s.arg(relation, plainNumber(*comparison.p)));
    }
    p.arithmetic = recomputedText(comparison);
    return p;
}

std::vector<Provenance> provenanceOfComparison(const Library &library, int study,
                                               const Comparison &comparison,
                                               const RateOptions &options)
{
    std::vector<Provenance> all{provenanceOf(library, study, comparison, options)};
    for (const ComparisonGroup &group : comparison.groups) {
        const int cohort = library.cohortIndex.value(group.cohort, -1);
        if (cohort < 0)
            continue;
        Observation observation;
        observation.figure = group.figure;
        all.push_back(ofFigure(library, cohort, comparison.label, observation, options));
    }
    return all;
}

Provenance provenanceOf(const Library &library, const Overlap &overlap)
{
    const auto name = [&](const QString &id) {
        const int cohort = library.cohortIndex.value(id, -1);
        const Report *report = library.report(id);
        return cohort >= 0 ? cohortTitle(library, cohort) : report ? report->label : id;
    };
    Provenance p;
    p.title = u"%1 and %2: shared patients"_s.arg(name(overlap.a), name(overlap.b));
    p.value = labelOf(overlap.level);
    addFurther(p, u"Grounds: "_s + overlap.grounds);
    for (const QString &id : overlap.reports) {
        const Report *report = library.report(id);
        addFurther(p, u"Report: "_s + (report ? report->label + u", "_s + citationText(*report) : id));
    }
    return p;
}

Provenance provenanceOfCoded(const Library &library, int cohort, QStringView code)
{
    const Cohort &c = cohortAt(library, cohort);
    const bool diseases = code == u"diseases";
    const bool ages = code == u"age-groups";
    const Coded &coded = diseases ? c.diseases : ages ? c.ageGroups : c.indications;
    const auto &terms = diseases ? library.vocabulary.diseases
        : ages                   ? library.vocabulary.ageGroups
                                 : library.vocabulary.indications;
    Provenance p = from(library, coded.source);
    p.title = cohortTitle(library, cohort)
        + (diseases ? u": diseases"_s : ages ? u": age groups"_s : u": indication of anakinra"_s);
    QStringList words;
    for (const QString &each : coded.codes)
        words << Vocabulary::label(terms, each);
    p.value = words.isEmpty() ? u"NR"_s : words.join(u", "_s);
    addFurther(p, inheritedText(coded.inherited));
    return p;
}

Provenance provenanceOfSize(const Library &library, int cohort)
{
    const Count &n = cohortAt(library, cohort).n;
    Provenance p = from(library, n.source);
    p.title = cohortTitle(library, cohort) + u": participants"_s;
    p.value = countInWords(n);
    return p;
}

Provenance provenanceOfRecipients(const Library &library, int cohort)
{
    const Count &given = cohortAt(library, cohort).nAnakinra;
    Provenance p = from(library, given.source);
    p.title = cohortTitle(library, cohort) + u": given anakinra"_s;
    p.value = countInWords(given);
    return p;
}

Provenance provenanceOfTiming(const Library &library, int cohort)
{
    const Cohort &c = cohortAt(library, cohort);
    Provenance p = from(library, c.timingSource);
    p.title = cohortTitle(library, cohort) + u": timing"_s;
    p.value = c.timing == Timing::NotReported ? u"NR"_s : labelOf(c.timing);
    addFurther(p, inheritedText(c.timingInherited));
    return p;
}

Provenance provenanceOfStartDay(const Library &library, int cohort)
{
    const StartDay &day = cohortAt(library, cohort).startDay;
    Provenance p = from(library, day.source);
    p.title = cohortTitle(library, cohort) + u": day of the first dose"_s;
    p.value = day.isReported() ? startDayText(day) : u"NR"_s;
    if (day.isReported())
        addFurther(p, u"Days after the CAR T-cell infusion (day 0)"_s);
    addFurther(p, inheritedText(day.inherited));
    return p;
}

Provenance provenanceOfDesign(const Library &library, int cohort)
{
    const Study &study = library.studies[static_cast<std::size_t>(cohortAt(library, cohort).study)];
    Provenance p = from(library, study.design.source);
    p.title = study.label + u": design"_s;
    QStringList words;
    for (const QString &code : study.design.codes)
        words << Vocabulary::label(library.vocabulary.designs, code);
    p.value = words.isEmpty() ? u"NR"_s : words.join(u", "_s);
    return p;
}

} // namespace anakinra
