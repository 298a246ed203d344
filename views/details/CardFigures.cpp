// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The figures of a card: outcomes, what is missing among them, characteristics, comparisons.

#include "models/figures/CriterionText.h"
#include "models/figures/FigureWords.h"
#include "models/figures/SourceText.h"
#include "models/integrity/RecomputedP.h"
#include "views/details/CardWriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// What a reader looks for first; said to be missing where nobody reports it.
constexpr std::array<QStringView, 7> mainOutcomes{
    u"crs.any", u"crs.ge3", u"icans.any", u"icans.ge3", u"response.orr", u"response.cr",
    u"infection.any"};

/// Events, percentage and interval, or the continuous value, or "not reported".
QString figureHtml(const CardWriter &writer, const Rate &rate, const Figure &figure,
                   const QString &percentText)
{
    QStringList parts;
    if (!rate.countText().isEmpty())
        parts << rate.countText();
    if (!percentText.isEmpty())
        parts << percentText;
    if (figure.value)
        parts << continuousWords(*figure.value);
    QString html = u"<b>"_s + parts.join(u' ').toHtmlEscaped() + u"</b>"_s;
    if (parts.isEmpty()) {
        html = figure.source.reported.isEmpty() || figure.source.status == Status::NotReported
            ? writer.soft(u"not reported"_s)
            : figure.source.reported.toHtmlEscaped();
    }
    if (!rate.intervalText().isEmpty())
        html += u" ("_s + rate.intervalText().toHtmlEscaped() + u")"_s;
    if (rate.kind == RateKind::Inferred)
        html += u' ' + writer.alert(u"inferred, not proven"_s);
    return html;
}

QString circumstances(const Library &library, const Observation &observation)
{
    QStringList parts;
    if (!observation.target.isEmpty())
        parts << u"Target: "_s + observation.target;
    const QString criterion = criterionText(library, observation);
    if (!criterion.isEmpty())
        parts << u"Criterion: "_s + criterion;
    if (!observation.window.isEmpty())
        parts << u"Window: "_s + observation.window;
    parts << u"Denominator: "_s + labelOf(observation.denominator);
    if (observation.population != Population::NotApplicable)
        parts << u"Population: "_s + labelOf(observation.population);
    if (!observation.concomitant.isEmpty())
        parts << u"Concomitant: "_s + observation.concomitant.join(u", "_s);
    return parts.join(u" · "_s);
}

QString pText(const Comparison &comparison)
{
    if (!comparison.p)
        return comparison.source.reported.isEmpty() ? u"p not reported"_s
                                                    : comparison.source.reported;
    return u"p "_s + (comparison.pRelation.isEmpty() ? u"="_s : comparison.pRelation) + u' '
        + plainNumber(*comparison.p);
}

/// One line per test, each saying whether it gives the printed p.
QStringList recomputedLines(const Comparison &comparison)
{
    QStringList lines;
    for (const RecomputedP &test : recomputedPs(comparison)) {
        QString line = test.p < 0.0001 ? u"Recomputed: p < 0.0001"_s
                                       : u"Recomputed: p = "_s + QString::number(test.p, 'g', 3);
        line += u", "_s + test.label;
        if (test.reproduces)
            line += *test.reproduces ? u" (gives the printed p)"_s : u" (not the printed p)"_s;
        lines << line;
    }
    return lines;
}

} // namespace

void writeOutcomes(CardWriter &writer, int cohort, const RateOptions &options)
{
    const Library &library = writer.library();
    const Cohort &record = library.cohorts[static_cast<std::size_t>(cohort)];
    writer.section(u"Outcomes"_s);
    writer.raw(u"<p>"_s + writer.small(writer.soft(u"In parentheses: "_s + methodText(options)))
               + u"</p>"_s);
    writer.beginTable();
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) {
        const Observation &observation = record.outcomes[i];
        const FindingIndex::List findings
            = writer.findings().at(NumberKind::Endpoint, cohort, int(i));
        const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
        const Rate rate = rateOfObservation(library, cohort, observation, options);
        QString below = writer.findingsHtml(findings)
            + writer.small(writer.soft(circumstances(library, observation))) + u"<br>"_s
            + writer.provenance(observation.figure.source);
        const QString exact = exactBoundText(rate, options);
        if (!exact.isEmpty())
            below = writer.small(exact.toHtmlEscaped()) + u"<br>"_s + below;
        // A finding names them in its arithmetic.
        if (rate.kind == RateKind::PercentOnly && !rate.possibleDenominators.empty()
            && findings.empty()) {
            QStringList fits;
            for (const int n : rate.possibleDenominators)
                fits << QString::number(n);
            below = writer.small(writer.soft(u"Denominators that fit the print: "_s
                                             + fits.join(u", "_s)))
                + u"<br>"_s + below;
        }
        if (observation.figure.inferred && rate.kind != RateKind::Inferred) {
            const InferredCount &guess = *observation.figure.inferred;
            below += u"<br>"_s
                + writer.small(writer.soft(u"Plausible but not proven: %1/%2. %3"_s.arg(guess.events)
                                               .arg(guess.n)
                                               .arg(guess.working)));
        }
        writer.row(term ? term->label : observation.outcome,
                   figureHtml(writer, rate, observation.figure, rate.percentText())
                       + writer.mark(findings),
                   below);
    }
    writer.endTable();

    QStringList missing;
    for (const QStringView code : mainOutcomes) {
        const bool reported = std::ranges::any_of(record.outcomes, [code](const Observation &o) {
            return o.outcome == code && o.figure.source.status != Status::NotReported;
        });
        if (!reported) {
            const OutcomeTerm *term = library.vocabulary.outcome(code);
            missing << (term ? term->label : code.toString());
        }
    }
    const bool death = std::ranges::any_of(record.outcomes, [&library](const Observation &o) {
        const OutcomeTerm *term = library.vocabulary.outcome(o.outcome);
        return term && term->domain == Domain::Mortality;
    });
    if (!death)
        missing << u"deaths"_s;
    if (!missing.isEmpty()) {
        writer.raw(u"<p><b>"_s + u"Not reported for this cohort: "_s.toHtmlEscaped() + u"</b>"_s
                   + missing.join(u"; "_s).toHtmlEscaped() + u"</p>"_s);
    }
}

void writeCharacteristics(CardWriter &writer, int cohort, const RateOptions &options)
{
    const Cohort &record = writer.library().cohorts[static_cast<std::size_t>(cohort)];
    if (record.characteristics.empty())
        return;
    writer.section(u"Characteristics"_s);
    writer.beginTable();
    for (const Characteristic &characteristic : record.characteristics) {
        Observation observation;
        observation.figure = characteristic.figure;
        const Rate rate
            = rateOfObservation(writer.library(), cohort, observation, options);
        // A description of the cohort: its interval would estimate nothing.
        Rate shown = rate;
        shown.interval.reset();
        const FindingIndex::List findings
            = writer.findings().of(NumberKind::Characteristic, cohort, characteristic.code);
        writer.row(characteristic.label,
                   figureHtml(writer, shown, characteristic.figure, rate.percentText())
                       + writer.mark(findings),
                   writer.findingsHtml(findings)
                       + writer.provenance(characteristic.figure.source));
    }
    writer.endTable();
}

void writeComparisons(CardWriter &writer, const Study &study, const RateOptions &options)
{
    if (study.comparisons.empty())
        return;
    const Library &library = writer.library();
    writer.section(u"Comparisons as printed"_s);
    for (const Comparison &comparison : study.comparisons) {
        writer.raw(u"<p><b>"_s + comparison.label.toHtmlEscaped() + u"</b>"_s);
        if (!comparison.meaning.isEmpty())
            writer.raw(u"<br>"_s + comparison.meaning.toHtmlEscaped());
        for (const ComparisonGroup &group : comparison.groups) {
            const auto index = library.cohortIndex.constFind(group.cohort);
            Observation observation;
            observation.figure = group.figure;
            const Rate rate = rateOfObservation(
                library, index == library.cohortIndex.constEnd() ? -1 : *index, observation,
                options);
            Rate shown = rate;
            shown.interval.reset();
            writer.raw(u"<br>"_s
                       + (index == library.cohortIndex.constEnd() ? group.cohort.toHtmlEscaped()
                                                                  : writer.cohortLink(*index))
                       + u": "_s + figureHtml(writer, shown, group.figure, rate.percentText()));
        }
        const QString test = comparison.test.isEmpty() ? writer.soft(u"(test not stated)"_s)
                                                       : comparison.test.toHtmlEscaped();
        writer.raw(u"<br>"_s + pText(comparison).toHtmlEscaped()
                   + writer.mark(writer.findings().comparison(comparison.id)) + u' ' + test);
        for (const QString &line : recomputedLines(comparison))
            writer.raw(u"<br>"_s + line.toHtmlEscaped());
        writer.raw(u"<br>"_s
                   + writer.findingsHtml(writer.findings().comparison(comparison.id), false)
                   + writer.provenance(comparison.source) + u"</p>"_s);
    }
}

} // namespace anakinra
