// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/ReferenceFormats.h"

#include "models/output/JsonOut.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString typeCode(ReferenceType type)
{
    switch (type) {
    case ReferenceType::JournalArticle:
    case ReferenceType::ReviewTable:
        return u"article-journal"_s;
    case ReferenceType::ConferencePaper:
        return u"paper-conference"_s;
    case ReferenceType::News:
        return u"article-newspaper"_s;
    case ReferenceType::Interview:
        return u"interview"_s;
    case ReferenceType::Document:
        return u"document"_s;
    }
    Q_UNREACHABLE();
}

/// The schema knows no null: what is missing is left out.
void add(JsonOut &json, const char *name, const QString &value)
{
    if (!value.isEmpty())
        json.field(name, value.simplified());
}

void addNames(JsonOut &json, const std::vector<ReferenceName> &names)
{
    if (names.empty())
        return;
    json.beginArray("author");
    for (const ReferenceName &name : names) {
        json.beginObject();
        if (name.given.isEmpty()) {
            add(json, "literal", name.family);
        } else {
            add(json, "family", name.family);
            add(json, "given", name.given);
        }
        json.endObject();
    }
    json.endArray();
}

void addDate(JsonOut &json, const ReferenceDate &date)
{
    if (!date.year)
        return;
    json.beginObject("issued");
    json.beginArray("date-parts");
    json.beginArray();
    json.value(*date.year);
    if (date.month)
        json.value(*date.month);
    if (date.month && date.day)
        json.value(*date.day);
    json.endArray();
    json.endArray();
    json.endObject();
}

void addItem(JsonOut &json, const ReferenceRecord &record)
{
    json.beginObject();
    add(json, "id", record.key);
    add(json, "type", typeCode(record.type));
    addNames(json, record.authors);
    add(json, "title", record.title);
    add(json, "container-title", record.container);
    add(json, "genre", record.type == ReferenceType::JournalArticle ? QString() : record.kind);
    add(json, "event-title", record.event);
    addDate(json, record.issued);
    add(json, "volume", record.volume);
    add(json, "issue", record.issue);
    add(json, "page", record.pages(u"-"_s));
    add(json, "publisher", record.publisher);
    add(json, "DOI", record.doi);
    add(json, "PMID", record.pmid);
    add(json, "PMCID", record.pmcid);
    add(json, "note", inSentences(record.notes));
    json.endObject();
}

} // namespace

QByteArray cslJsonReferences(std::span<const ReferenceRecord> records)
{
    JsonOut json;
    json.beginArray();
    for (const ReferenceRecord &record : records)
        addItem(json, record);
    json.endArray();
    return json.document();
}

} // namespace anakinra
