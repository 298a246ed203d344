// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/ReferenceRecord.h"

#include "models/references/CitationParts.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Report &reportAt(const Library &library, int index)
{
    return library.reports[static_cast<std::size_t>(index)];
}

/// What the codes of publications have in common across libraries.
ReferenceType typeOf(const QString &kind, const ReferenceRecord &record)
{
    if (kind.startsWith(u"article"_s) || kind.startsWith(u"journal"_s))
        return ReferenceType::JournalArticle;
    if (kind.startsWith(u"review-table"_s))
        return ReferenceType::ReviewTable;
    if (kind.startsWith(u"news"_s))
        return ReferenceType::News;
    if (kind.startsWith(u"interview"_s))
        return ReferenceType::Interview;
    // An abstract of unknown origin may not be called a conference paper.
    const bool presented = !record.event.isEmpty() || !record.container.isEmpty();
    if (presented && (kind.contains(u"abstract"_s) || kind.contains(u"conference"_s)
                      || kind.contains(u"poster"_s)))
        return ReferenceType::ConferencePaper;
    return ReferenceType::Document;
}

/// A description in the place of a title that is not printed.
QString described(const QString &words) { return u'[' + words + u']'; }

/// Fields that have a place of their own in a reference; the others go into a note.
void fill(ReferenceRecord &record, const Report &report, CitedWork work)
{
    const auto value = [&](QStringView field) { return report.citationValue(field, work); };
    record.container = value(u"container");
    record.publisher = value(u"publisher");
    record.event = value(u"event");
    record.issued = parseDate(value(u"published"));
    if (!record.issued.year)
        record.issued = parseDate(value(u"year"));
    record.volume = value(u"volume");
    record.issue = value(u"issue");
    parsePages(value(u"pages"), record);
    record.doi = value(u"doi");
    record.pmid = value(u"pmid");
    record.pmcid = value(u"pmcid");
}

std::vector<ReferenceName> authorsOf(const Report &report, CitedWork work)
{
    const QString all = report.citationValue(u"authors", work);
    if (!all.isEmpty())
        return parseNames(all);
    std::vector<ReferenceName> authors;
    for (const CitationField &fact : report.citation) {
        if (fact.of != work || fact.field != u"first-author")
            continue;
        for (const ReferenceName &name : parseNames(fact.value))
            authors.push_back(name);
    }
    return authors;
}

/// Institution and registration have no field in most formats; a shortened list of authors must be
/// known as such.
void addOtherFacts(ReferenceRecord &record, const Report &report, CitedWork work)
{
    const bool complete = !report.citationValue(u"authors", work).isEmpty();
    for (const CitationField &fact : report.citation) {
        if (fact.of != work)
            continue;
        if (fact.field == u"institution")
            record.notes << u"Institution: "_s + fact.value;
        else if (fact.field == u"registration")
            record.notes << u"Registration: "_s + fact.value;
        else if (fact.field == u"first-author" && !complete && !record.authors.empty())
            record.notes << u"Authors: only %1 is recorded as first author"_s.arg(fact.value);
        else if (fact.field == u"authors" && (fact.value.contains(u"..."_s) || fact.value.contains(u'…')))
            record.notes << u"Authors: the list is shortened"_s;
        else if (fact.field == u"published" && fact.value.contains(u';'))
            record.notes << u"Published: "_s + fact.value;
    }
}

/// One note per work and address, naming the facts taken from there. The record's own work needs
/// no name.
void addCuratorNotes(ReferenceRecord &record, const Report &report, CitedWork own,
                     std::span<const CitedWork> others = {})
{
    const auto add = [&](CitedWork work, const QString &whose) {
        QStringList addresses;
        QHash<QString, QStringList> fields;
        for (const CitationField &fact : report.citation) {
            if (fact.status != Status::CuratorAdded || fact.of != work)
                continue;
            if (!addresses.contains(fact.source))
                addresses << fact.source;
            if (!fields[fact.source].contains(fact.field))
                fields[fact.source] << fact.field;
        }
        for (const QString &address : addresses)
            record.notes << u"Added by the curator, not printed in what was read: %1 (%2)"_s.arg(
                fields.value(address).join(u", "_s) + whose, address);
    };
    add(own, {});
    for (const CitedWork work : others)
        add(work, u" of "_s + labelOf(work));
}

/// Works that are neither the report nor have a record of their own.
void addOtherWorks(ReferenceRecord &record, const Report &report)
{
    QStringList facts;
    for (const CitationField &fact : report.citation) {
        if (fact.of == CitedWork::OtherWork)
            facts << fact.field + u' ' + fact.value;
    }
    if (!facts.isEmpty())
        record.notes << u"Also tells of another work: "_s + facts.join(u", "_s);
}

ReferenceRecord recordOf(const Library &library, const Report &report)
{
    const bool row = report.kind.startsWith(u"review-table"_s);
    ReferenceRecord record;
    record.key = report.id;
    fill(record, report, row ? CitedWork::Review : CitedWork::Report);
    record.kind = Vocabulary::label(library.vocabulary.publications, report.kind);
    record.type = typeOf(report.kind, record);
    const QString title = report.citationValue(u"title", row ? CitedWork::Review : CitedWork::Report);
    record.title = title.isEmpty() || row ? described(report.label) : title;
    if (row) {
        // The authors of the row's study did not write the review.
        QStringList names;
        for (const CitationField &fact : report.citation) {
            if (fact.of == CitedWork::Report && fact.field == u"first-author")
                names << fact.value;
        }
        if (!names.isEmpty())
            record.notes << u"Author printed in the row: "_s + names.join(u", "_s);
        if (!title.isEmpty())
            record.notes << u"Title of the review: "_s + title;
        if (const QString own = report.citationValue(u"registration"); !own.isEmpty())
            record.notes << u"Registration: "_s + own;
    } else {
        record.authors = authorsOf(report, CitedWork::Report);
        addOtherFacts(record, report, CitedWork::Report);
    }
    if (!report.document.isEmpty())
        record.notes << u"Read as: "_s + report.document;
    record.notes << record.kind + u"; "_s + labelOf(report.peerReviewed).toLower();
    addOtherWorks(record, report);
    const std::array others{row ? CitedWork::Report : CitedWork::Review, CitedWork::OtherWork};
    addCuratorNotes(record, report, row ? CitedWork::Review : CitedWork::Report, others);
    return record;
}

bool tellsOfStudyArticle(const Report &report)
{
    return std::ranges::any_of(report.citation, [](const CitationField &fact) {
        return fact.of == CitedWork::StudyArticle && !fact.value.isEmpty();
    });
}

ReferenceRecord articleOf(const Library &library, const Report &report)
{
    ReferenceRecord record;
    const Study &study = library.studies[static_cast<std::size_t>(report.study)];
    record.key = study.id + u"-article"_s;
    record.type = ReferenceType::JournalArticle;
    record.kind = u"Article of the study"_s;
    fill(record, report, CitedWork::StudyArticle);
    record.authors = authorsOf(report, CitedWork::StudyArticle);
    // A row of a table names the first author of the work that it is about.
    const bool named = record.authors.empty() && report.kind.startsWith(u"review-table"_s);
    if (named)
        record.authors = authorsOf(report, CitedWork::Report);
    const QString title = report.citationValue(u"title", CitedWork::StudyArticle);
    record.title = title.isEmpty() ? described(u"Article of the study: "_s + study.label) : title;
    record.notes << u"Not read for this library: the figures of the study are taken from “%1”"_s.arg(
        report.label);
    if (named && !record.authors.empty())
        record.notes << u"Authors: only the name printed in the row is recorded"_s;
    addOtherFacts(record, report, CitedWork::StudyArticle);
    addCuratorNotes(record, report, CitedWork::StudyArticle);
    return record;
}

} // namespace

std::vector<ReferenceRecord> referenceRecords(const Library &library, std::span<const int> reports)
{
    std::vector<ReferenceRecord> records;
    QSet<QString> keys;
    for (const int index : reports) {
        const Report &report = reportAt(library, index);
        records.push_back(recordOf(library, report));
        if (report.study < 0 || !tellsOfStudyArticle(report))
            continue;
        ReferenceRecord article = articleOf(library, report);
        if (keys.contains(article.key))
            continue;
        keys.insert(article.key);
        records.push_back(std::move(article));
    }
    return records;
}

} // namespace anakinra
