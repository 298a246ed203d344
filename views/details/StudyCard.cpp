// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/details/StudyCard.h"

#include "models/figures/SourceText.h"
#include "models/integrity/Audit.h"
#include "models/output/ShowJson.h"
#include "views/details/CardWriter.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString codedText(const std::vector<Term> &terms, const Coded &coded)
{
    QStringList labels;
    for (const QString &code : coded.codes)
        labels << Vocabulary::label(terms, code);
    return labels.join(u", "_s);
}

int depth(const Library &library, const Cohort &cohort)
{
    int result = 0;
    for (int parent = cohort.parent; parent >= 0 && result < 8; ++result)
        parent = library.cohorts[static_cast<std::size_t>(parent)].parent;
    return result;
}

void writeStudy(CardWriter &writer, const Study &study, const Cohort &selected)
{
    const Library &library = writer.library();
    writer.beginTable();
    writer.sourcedRow(u"Design"_s, codedText(library.vocabulary.designs, study.design),
                      study.design.source);
    writer.row(u"Setting"_s, study.setting.isEmpty() ? writer.soft(u"not reported"_s)
                                                     : study.setting.toHtmlEscaped());
    writer.sourcedRow(u"Year"_s, study.year ? QString::number(*study.year) : QString(),
                      study.yearSource);
    writer.endTable();

    writer.section(study.cohorts.size() == 1 ? u"Cohort of this study"_s
                                             : u"Cohorts of this study"_s);
    for (const int index : figureOrder(library, study.cohorts)) {
        const Cohort &cohort = library.cohorts[static_cast<std::size_t>(index)];
        const bool current = cohort.id == selected.id;
        const QString n = u"n = "_s + countInWords(cohort.n);
        writer.raw(u"<div style='margin-left:%1px;'>"_s.arg(14 * depth(library, cohort))
                   + (current ? u"<b>▸ "_s + cohort.label.toHtmlEscaped() + u"</b>"_s
                              : writer.cohortLink(index))
                   + u' ' + writer.soft(labelOf(cohort.role) + u", "_s + n) + u"</div>"_s);
    }
}

} // namespace

void writeCohortFacts(CardWriter &writer, int index)
{
    const Cohort &cohort = writer.library().cohorts[static_cast<std::size_t>(index)];
    const auto findings = [&](const QString &code) {
        return writer.findings().of(NumberKind::Count, index, code);
    };
    const Vocabulary &words = writer.library().vocabulary;
    writer.beginTable();
    writer.row(u"Role"_s, labelOf(cohort.role).toHtmlEscaped());
    writer.sourcedRow(u"Participants"_s, cohort.n.value ? countInWords(cohort.n) : QString(),
                      cohort.n.source, false, findings(u"n"_s));
    if (cohort.role != Role::Anakinra && (cohort.nAnakinra.value || !isComparator(cohort.role))) {
        writer.sourcedRow(u"Given anakinra"_s,
                          cohort.nAnakinra.value ? countInWords(cohort.nAnakinra) : QString(),
                          cohort.nAnakinra.source, false, findings(u"n-anakinra"_s));
    }
    if (!isComparator(cohort.role)) {
        writer.sourcedRow(u"Timing"_s,
                          cohort.timing == Timing::NotReported ? QString() : labelOf(cohort.timing),
                          cohort.timingSource, cohort.timingInherited, findings(u"timing"_s));
        writer.sourcedRow(u"Start day"_s, startDayText(cohort.startDay), cohort.startDay.source,
                          cohort.startDay.inherited);
    }
    if (cohort.products.empty())
        writer.row(u"Products"_s, writer.soft(u"not reported"_s));
    for (const ProductShare &share : cohort.products) {
        QString text = Vocabulary::label(words.products, share.code);
        if (share.n)
            text += u", n = %1"_s.arg(*share.n);
        else if (share.percent)
            text += u", %1\u00a0%"_s.arg(plainNumber(*share.percent));
        else if (cohort.products.size() > 1)
            text += u", share not reported"_s;
        writer.sourcedRow(u"Product"_s, text, share.source, share.inherited,
                          writer.findings().of(NumberKind::Product, index, share.code));
    }
    if (const auto all = writer.findings().of(NumberKind::Product, index, {}); !all.empty())
        writer.row(u"All products"_s, writer.findingsHtml(all));
    writer.sourcedRow(u"Disease"_s, codedText(words.diseases, cohort.diseases),
                      cohort.diseases.source, cohort.diseases.inherited);
    writer.sourcedRow(u"Age group"_s, codedText(words.ageGroups, cohort.ageGroups),
                      cohort.ageGroups.source, cohort.ageGroups.inherited);
    writer.sourcedRow(u"Indication"_s, codedText(words.indications, cohort.indications),
                      cohort.indications.source, cohort.indications.inherited);
    writer.endTable();
}

void writeRegimens(CardWriter &writer, const Cohort &cohort)
{
    if (isComparator(cohort.role))
        return;
    writer.section(u"Regimen"_s);
    if (cohort.regimens.empty()) {
        writer.raw(u"<p>"_s + writer.soft(u"Not reported"_s) + u"</p>"_s);
        return;
    }
    for (const Regimen &regimen : cohort.regimens) {
        QStringList routes;
        for (const Route route : regimen.routes)
            routes << labelOf(route);
        writer.beginTable();
        QString kind = u"<b>"_s + labelOf(regimen.kind).toHtmlEscaped() + u"</b>"_s;
        if (cohort.regimensInherited)
            kind += u' ' + writer.soft(u"(stated for the parent cohort)"_s);
        writer.row(u"Kind"_s, kind, writer.provenance(regimen.source));
        const auto field = [&writer](const QString &label, const QString &text) {
            writer.row(label, text.isEmpty() ? writer.soft(u"not reported"_s)
                                             : text.toHtmlEscaped());
        };
        field(u"Route"_s, routes.join(u", "_s));
        field(u"Dose per day"_s, regimen.dose ? doseText(*regimen.dose) : QString());
        if (!regimen.arithmetic.isEmpty())
            field(u"Arithmetic"_s, regimen.arithmetic);
        field(u"Frequency"_s, regimen.frequency);
        field(u"Start"_s, regimen.start);
        field(u"Stop"_s, regimen.stop);
        if (!regimen.trigger.isEmpty())
            field(u"Trigger"_s, regimen.trigger);
        for (const FieldSource &also : regimen.alsoFrom) {
            writer.row(u"Also from"_s, also.fields.join(u", "_s).toHtmlEscaped(),
                       writer.provenance(also.source));
        }
        writer.endTable();
    }
}

void writeNotes(CardWriter &writer, const Study &study, const Cohort &cohort)
{
    if (study.notes.empty() && cohort.notes.empty())
        return;
    writer.section(u"Notes"_s);
    const auto write = [&writer](const std::vector<Note> &notes) {
        for (const Note &note : notes) {
            const bool warning = note.kind == NoteKind::Conflict || note.kind == NoteKind::Caution
                || note.kind == NoteKind::Misprint;
            writer.raw(u"<p>"_s
                       + (warning ? writer.alert(labelOf(note.kind) + u": "_s)
                                  : writer.soft(labelOf(note.kind) + u": "_s))
                       + note.text.toHtmlEscaped() + u"<br>"_s + writer.provenance(note.source)
                       + u"</p>"_s);
        }
    };
    write(cohort.notes);
    write(study.notes);
}

void writeOverlaps(CardWriter &writer, const Study &study)
{
    const auto overlaps = overlapsOf(writer.library(), study);
    if (overlaps.empty())
        return;
    const Library &library = writer.library();
    const auto side = [&](const QString &id) {
        const auto cohort = library.cohortIndex.constFind(id);
        if (cohort != library.cohortIndex.constEnd()) {
            return writer.link(u"cohort:"_s + id, cohortTitle(library, *cohort));
        }
        const Report *report = library.report(id);
        return (report ? report->label : id).toHtmlEscaped();
    };
    writer.section(u"Shared participants"_s);
    for (const Overlap *overlap : overlaps) {
        writer.raw(u"<p>"_s + side(overlap->a) + u" and "_s + side(overlap->b) + u": "_s
                   + labelOf(overlap->level).toHtmlEscaped() + u"<br>"_s
                   + writer.findingsHtml(writer.findings().overlap(overlap->id), false)
                   + writer.small(writer.soft(overlap->grounds)) + u"</p>"_s);
    }
}

QString studyCardHtml(const Library &library, const QString &cohortId, const RateOptions &options,
                      const StudyCardColours &colours)
{
    const auto found = library.cohortIndex.constFind(cohortId);
    if (found == library.cohortIndex.constEnd()) {
        const FindingIndex none;
        CardWriter writer(library, none, colours);
        writer.raw(u"<p>"_s
                   + writer.soft(u"Select a cohort in the table or in a chart to see its study, its "
                                 "figures and where each of them stands."_s)
                   + u"</p>"_s);
        return writer.html();
    }
    const Cohort &cohort = library.cohorts[static_cast<std::size_t>(*found)];
    const Study &study = library.studies[static_cast<std::size_t>(cohort.study)];
    const FindingIndex findings(auditStudy(library, study));
    CardWriter writer(library, findings, colours);

    writer.raw(u"<h2>"_s + study.label.toHtmlEscaped() + u"</h2>"_s);
    if (!study.title.isEmpty())
        writer.paragraph(study.title);
    writeStudy(writer, study, cohort);
    writer.section(u"Selected cohort: "_s + cohort.label);
    writeCohortFacts(writer, *found);
    writeRegimens(writer, cohort);
    writeOutcomes(writer, *found, options);
    writeCharacteristics(writer, *found, options);
    writeComparisons(writer, study, options);
    writeNotes(writer, study, cohort);
    writeOverlaps(writer, study);
    writeReports(writer, study);
    return writer.html();
}

} // namespace anakinra
