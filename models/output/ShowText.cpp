// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ShowText.h"

#include "models/figures/SourceText.h"
#include "models/output/RecomputedP.h"
#include "models/output/ShowJson.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Collects indented, wrapped lines.
class Page
{
public:
    Page(const Library &library, const RateOptions &options, qsizetype width)
        : m_library(library)
        , m_options(options)
        , m_width(width)
    {
    }

    void heading(const QString &text) { m_text += u'\n' + text.toUpper() + u'\n'; }
    void line(const QString &text, qsizetype indent = 2)
    {
        m_text += wrapped(text, m_width, indent, 2);
    }
    /// "Name: content", nothing when there is no content.
    void named(const QString &name, const QString &content, qsizetype indent = 4)
    {
        if (!content.isEmpty())
            line(name + u": "_s + content, indent);
    }
    void source(const Source &source, qsizetype indent)
    {
        line(sourceLines(m_library, source).join(u" | "_s), indent);
    }
    void figure(const QString &name, const Figure &figure, qsizetype indent);

    [[nodiscard]] const Library &library() const { return m_library; }
    [[nodiscard]] const RateOptions &options() const { return m_options; }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    const Library &m_library;
    const RateOptions &m_options;
    qsizetype m_width;
    QString m_text;
};

QString labels(const std::vector<Term> &terms, const QStringList &codes)
{
    QStringList words;
    for (const QString &code : codes)
        words.append(Vocabulary::label(terms, code));
    return words.join(u", "_s);
}

QString valueText(const Continuous &value)
{
    QStringList parts;
    if (value.median)
        parts.append(plainNumber(*value.median));
    if (value.low && value.high)
        parts.append(u'(' + plainNumber(*value.low) + u'–' + plainNumber(*value.high) + u')');
    else if (value.low)
        parts.append(u"(from "_s + plainNumber(*value.low) + u')');
    else if (value.high)
        parts.append(u"(up to "_s + plainNumber(*value.high) + u')');
    if (!value.unit.isEmpty())
        parts.append(value.unit);
    if (!value.text.isEmpty())
        parts.append(parts.isEmpty() ? value.text : u"— "_s + value.text);
    return parts.join(u' ');
}

/// "6/31 19.4 % (9.2–36.3 %)" or the continuous value; "NR" when nothing is reported.
QString figureText(const Library &library, const Figure &figure, const RateOptions &options)
{
    Observation observation;
    observation.figure = figure;
    const Rate rate = rateOfObservation(library, 0, observation, options);
    QStringList parts;
    if (rate.percent || rate.events || !figure.value)
        parts.append(rate.cellText());
    if (!rate.intervalText().isEmpty())
        parts.append(u'(' + rate.intervalText() + u')');
    if (figure.value)
        parts.append(valueText(*figure.value));
    return parts.join(u' ');
}

void Page::figure(const QString &name, const Figure &figure, qsizetype indent)
{
    line(name + u": "_s + figureText(m_library, figure, m_options), indent);
    source(figure.source, indent + 2);
}

void writeReports(Page &page, const Study &study)
{
    page.heading(u"Reports"_s);
    for (const int index : study.reports) {
        const Report &report = page.library().reports[static_cast<std::size_t>(index)];
        page.line(report.id + u": "_s + report.label);
        page.named(u"Kind"_s, Vocabulary::label(page.library().vocabulary.publications, report.kind)
                                  + u"; "_s + labelOf(report.peerReviewed).toLower());
        page.named(u"Study type as printed"_s, report.studyTypeAsPrinted);
        page.named(u"Document"_s, report.document);
        for (const CitationField &fact : report.citation) {
            page.named(fact.field,
                       fact.value + u" | "_s + labelOf(fact.status) + u" | "_s + fact.source);
        }
        for (const QString &interest : report.interests)
            page.named(u"Interests"_s, interest);
    }
}

void writeRegimen(Page &page, const Regimen &regimen, bool inherited)
{
    QStringList parts;
    for (const Route route : regimen.routes)
        parts.append(codeOf(route));
    if (regimen.dose)
        parts.append(doseText(*regimen.dose));
    if (!regimen.arithmetic.isEmpty())
        parts.append(u'(' + regimen.arithmetic + u')');
    if (parts.isEmpty())
        parts.append(u"NR"_s);
    page.named(labelOf(regimen.kind), parts.join(u' ') + (inherited ? u" (as for the whole cohort)"_s : QString()));
    page.named(u"Frequency"_s, regimen.frequency, 6);
    page.named(u"Start"_s, regimen.start, 6);
    page.named(u"Stop"_s, regimen.stop, 6);
    page.named(u"Trigger"_s, regimen.trigger, 6);
    page.source(regimen.source, 6);
    for (const FieldSource &also : regimen.alsoFrom) {
        page.line(also.fields.join(u", "_s) + u" from:"_s, 6);
        page.source(also.source, 8);
    }
}

void writeOutcome(Page &page, const Observation &observation)
{
    const OutcomeTerm *term = page.library().vocabulary.outcome(observation.outcome);
    page.figure(term ? term->label : observation.outcome, observation.figure, 4);
    QStringList details;
    if (!observation.criterion.isEmpty())
        details.append(u"criterion: "_s + observation.criterion);
    if (!observation.window.isEmpty())
        details.append(u"window: "_s + observation.window);
    if (observation.population == Population::Selected)
        details.append(labelOf(observation.population));
    if (observation.denominator != Denominator::Treated)
        details.append(labelOf(observation.denominator));
    if (!observation.concomitant.isEmpty())
        details.append(u"with: "_s + observation.concomitant.join(u", "_s));
    if (!details.isEmpty())
        page.line(details.join(u"; "_s), 6);
}

void writeMissing(Page &page, const Cohort &cohort)
{
    if (cohort.role != Role::Anakinra)
        return;
    QStringList missing;
    for (const QStringView code : {u"crs.any", u"crs.ge3", u"icans.any", u"icans.ge3",
                                   u"response.orr", u"response.cr"}) {
        const Observation *found = cohort.find(code);
        const OutcomeTerm *term = page.library().vocabulary.outcome(code);
        if (!found || found->figure.source.status == Status::NotReported)
            missing.append(term ? term->shortLabel : code.toString());
    }
    page.named(u"Not reported among the main outcomes"_s, missing.join(u", "_s));
}

void writeNotes(Page &page, const std::vector<Note> &notes, qsizetype indent)
{
    for (const Note &note : notes) {
        page.line(labelOf(note.kind) + u": "_s + note.text, indent);
        page.source(note.source, indent + 2);
    }
}

void writeProducts(Page &page, const Cohort &cohort)
{
    const Library &library = page.library();
    for (const ProductShare &share : cohort.products) {
        QString text = Vocabulary::label(library.vocabulary.products, share.code) + u' ';
        text += share.n ? QString::number(*share.n) + u" participants"_s : u"share NR"_s;
        page.named(u"Product"_s, text);
        page.source(share.source, 6);
    }
    if (cohort.products.empty() && !isComparator(cohort.role))
        page.named(u"Products"_s, u"NR"_s);
}

void writeCoded(Page &page, const QString &name, const std::vector<Term> &terms, const Coded &coded)
{
    if (coded.codes.isEmpty())
        return;
    page.named(name, labels(terms, coded.codes)
                         + (coded.inherited ? u" (as for the whole cohort)"_s : QString()));
    page.source(coded.source, 6);
}

void writeCohort(Page &page, const Cohort &cohort)
{
    const Library &library = page.library();
    page.line(cohort.id + u": "_s + cohort.label);
    page.named(u"Role"_s, labelOf(cohort.role));
    if (cohort.parent >= 0)
        page.named(u"Part of"_s, library.cohorts[static_cast<std::size_t>(cohort.parent)].id);
    page.named(u"n"_s, countInWords(cohort.n));
    page.source(cohort.n.source, 6);
    if (cohort.nAnakinra.value != cohort.n.value || cohort.nAnakinra.max != cohort.n.max) {
        page.named(u"Given anakinra"_s, countInWords(cohort.nAnakinra));
        page.source(cohort.nAnakinra.source, 6);
    }
    if (!isComparator(cohort.role)) {
        page.named(u"Timing"_s, labelOf(cohort.timing)
                       + (cohort.timingInherited ? u" (as for the whole cohort)"_s : QString()));
        page.source(cohort.timingSource, 6);
        page.named(u"Start day"_s,
                   cohort.startDay.isReported() ? startDayText(cohort.startDay) : u"NR"_s);
        if (cohort.startDay.isReported())
            page.source(cohort.startDay.source, 6);
    }
    writeProducts(page, cohort);
    writeCoded(page, u"Disease"_s, library.vocabulary.diseases, cohort.diseases);
    writeCoded(page, u"Age group"_s, library.vocabulary.ageGroups, cohort.ageGroups);
    writeCoded(page, u"Indication"_s, library.vocabulary.indications, cohort.indications);
    for (const Regimen &regimen : cohort.regimens)
        writeRegimen(page, regimen, cohort.regimensInherited);
    for (const Observation &observation : cohort.outcomes)
        writeOutcome(page, observation);
    writeMissing(page, cohort);
    for (const Characteristic &characteristic : cohort.characteristics)
        page.figure(characteristic.label, characteristic.figure, 4);
    writeNotes(page, cohort.notes, 4);
}

void writeComparison(Page &page, const Comparison &comparison)
{
    page.line(comparison.label);
    page.named(u"Meaning"_s, comparison.meaning);
    for (const ComparisonGroup &group : comparison.groups)
        page.figure(group.cohort, group.figure, 4);
    page.named(u"Test"_s, comparison.test.isEmpty() ? u"not stated"_s : comparison.test);
    page.source(comparison.source, 4);
    for (const RecomputedP &recomputed : recomputedPs(comparison)) {
        QString text = u"p = "_s + QString::number(recomputed.p, 'g', 3);
        if (recomputed.reproduces)
            text += *recomputed.reproduces ? u" (reproduces the printed p)"_s : u" (does not reproduce the printed p)"_s;
        page.named(u"Recomputed, "_s + recomputed.label, text);
    }
}

} // namespace

QString showText(const Library &library, const Study &study, const RateOptions &options,
                 std::optional<int> width)
{
    Page page(library, options, width.value_or(defaultTextWidth));
    page.line(study.label + u" ("_s + study.id + u')', 0);
    page.line(study.title, 0);
    page.named(u"Design"_s, labels(library.vocabulary.designs, study.design.codes), 2);
    page.source(study.design.source, 4);
    page.named(u"Setting"_s, study.setting, 2);
    if (study.year) {
        page.named(u"Year"_s, QString::number(*study.year), 2);
        page.source(study.yearSource, 4);
    }
    writeReports(page, study);
    page.heading(u"Cohorts"_s);
    for (const int cohort : study.cohorts)
        writeCohort(page, library.cohorts[static_cast<std::size_t>(cohort)]);
    if (!study.comparisons.empty())
        page.heading(u"Comparisons"_s);
    for (const Comparison &comparison : study.comparisons)
        writeComparison(page, comparison);
    const auto overlaps = overlapsOf(library, study);
    if (!overlaps.empty())
        page.heading(u"Shared participants"_s);
    for (const Overlap *overlap : overlaps) {
        page.line(overlap->a + u" and "_s + overlap->b + u": "_s + labelOf(overlap->level));
        page.line(overlap->grounds, 4);
    }
    if (!study.notes.empty())
        page.heading(u"Notes"_s);
    writeNotes(page, study.notes, 2);
    page.line(u"Intervals: "_s + methodText(options), 0);
    return page.text();
}

} // namespace anakinra
