// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reports of a study on its card: citation as far as it is printed, and what a curator added.

#include "views/details/CardWriter.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::array<std::pair<QStringView, QStringView>, 16> citationLabels{{
    {u"authors", u"Authors"},
    {u"first-author", u"First author"},
    {u"title", u"Title"},
    {u"container", u"In"},
    {u"publisher", u"Publisher"},
    {u"published", u"Published"},
    {u"year", u"Year"},
    {u"volume", u"Volume"},
    {u"issue", u"Issue"},
    {u"pages", u"Pages"},
    {u"doi", u"DOI"},
    {u"pmid", u"PMID"},
    {u"pmcid", u"PMCID"},
    {u"registration", u"Registration"},
    {u"institution", u"Institution"},
    {u"event", u"Event"},
}};

QString citationLabel(const CitationField &field)
{
    QString name = field.field;
    for (const auto &[code, label] : citationLabels) {
        if (code == field.field)
            name = label.toString();
    }
    return field.of == CitedWork::Report ? name : name + u", "_s + labelOf(field.of);
}

/// Identifiers become links; only addresses made here or written http(s) are followed.
QString citationValueHtml(const CardWriter &writer, const CitationField &field)
{
    if (field.field == u"doi"_s)
        return writer.link(u"https://doi.org/"_s + field.value, field.value);
    if (field.field == u"pmid"_s)
        return writer.link(u"https://pubmed.ncbi.nlm.nih.gov/"_s + field.value, field.value);
    if (field.field == u"pmcid"_s)
        return writer.link(u"https://www.ncbi.nlm.nih.gov/pmc/articles/"_s + field.value,
                           field.value);
    return field.value.toHtmlEscaped();
}

} // namespace

void writeReports(CardWriter &writer, const Study &study)
{
    const Library &library = writer.library();
    writer.section(study.reports.size() == 1 ? u"Report"_s : u"Reports"_s);
    for (const int index : study.reports) {
        const Report &report = library.reports[static_cast<std::size_t>(index)];
        QStringList kind{Vocabulary::label(library.vocabulary.publications, report.kind),
                         labelOf(report.peerReviewed)};
        if (!report.studyTypeAsPrinted.isEmpty())
            kind << u"printed as “%1”"_s.arg(report.studyTypeAsPrinted);
        writer.raw(u"<p><b>"_s + report.label.toHtmlEscaped() + u"</b><br>"_s
                   + kind.join(u" · "_s).toHtmlEscaped());
        if (!report.document.isEmpty())
            writer.raw(u"<br>"_s + writer.soft(report.document));
        writer.raw(u"</p>"_s);
        writer.beginTable();
        for (const CitationField &field : report.citation) {
            const bool added = field.status == Status::CuratorAdded;
            QString source = writer.soft(
                (added ? u"added by the curator, not in the report: "_s : u"printed: "_s)
                + field.source);
            writer.row(citationLabel(field), citationValueHtml(writer, field),
                       writer.small(source));
        }
        for (const QString &interest : report.interests)
            writer.row(u"Interests"_s, interest.toHtmlEscaped());
        writer.endTable();
    }
}

} // namespace anakinra
