// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CompletenessOutput.h"

#include "models/figures/CompletenessWords.h"
#include "models/figures/MissingList.h"
#include "models/output/CohortJson.h"
#include "models/output/TableMakers.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

QString groupCode(ItemGroup group)
{
    switch (group) {
    case ItemGroup::Patients:
        return u"patients"_s;
    case ItemGroup::Treatment:
        return u"treatment"_s;
    case ItemGroup::Results:
        return u"results"_s;
    case ItemGroup::Criteria:
        return u"criteria"_s;
    }
    Q_UNREACHABLE();
}

bool isKnown(const CompletenessCell &cell) { return cell.reporting < Reporting::NotReported; }

void writeCell(JsonOut &json, const CompletenessItem &item, const CompletenessCell &cell)
{
    json.beginObject();
    json.field("item", item.key);
    json.field("reporting", codeOf(cell.reporting));
    json.field("text", isKnown(cell) ? cell.text : QString());
    json.field("remark", cell.remark);
    const bool placed = cell.source && isKnown(cell);
    json.field("report", placed ? cell.source->report : QString());
    json.field("locator", placed ? cell.source->locator : QString());
    json.endObject();
}

void writeList(JsonOut &json, const Library &library, int study)
{
    const MissingList list = missingList(library, study);
    json.beginObject();
    json.field("id", library.studies[static_cast<std::size_t>(study)].id);
    json.beginArray("missing");
    for (const MissingGroup &group : list.groups) {
        json.beginObject();
        json.field("cohort", cohortAt(library, group.cohort).id);
        json.field("requests", group.items);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

} // namespace

CohortTable makeCompletenessTable(const Library &library, const Completeness &matrix,
                                  const RateOptions &options, const FigureContext &context)
{
    CohortTable table;
    table.columns = {{u"id"_s, u"Cohort id"_s, u"Id of the cohort"_s},
                     {u"cohort"_s, u"Cohort"_s, u"Study and cohort"_s},
                     {u"known"_s, u"Known"_s,
                      u"Items of which something is reported, if only a percentage"_s},
                     {u"applicable"_s, u"Applicable"_s, u"Items that apply to the cohort"_s}};
    for (const CompletenessItem &item : completenessItems()) {
        table.columns.push_back({item.key, item.title,
                                 u"what is known; NR = not reported, n/a = not applicable"_s});
        table.columns.push_back({item.key + u".reporting"_s, item.title + u": state"_s,
                                 u"reported; derived = the one count that fits a printed "
                                 "percentage; percent-only; inferred; not-reported; "
                                 "not-applicable"_s});
    }
    table.columns.push_back({u"findings"_s, u"Findings"_s,
                             u"what the audit finds about the numbers of the row; empty = nothing"_s});
    for (const CompletenessRow &row : matrix.rows) {
        Row &cells = table.rows.emplace_back();
        cells = {textCell(cohortAt(library, row.cohort).id), textCell(row.label), double(row.known),
                 double(row.applicable)};
        for (const CompletenessCell &cell : row.cells) {
            cells.push_back(textCell(cell.text));
            cells.push_back(textCell(codeOf(cell.reporting)));
        }
        cells.push_back(textCell(foundInRow(row)));
    }
    table.facts = tableFacts(context, options);
    return table;
}

QByteArray missingJson(const Library &library, const Completeness &matrix,
                       std::span<const int> studies, const FigureContext &context)
{
    JsonOut json;
    json.beginObject();
    writeLibrary(json, library);
    json.beginObject("filter");
    json.field("words", context.filterWords);
    json.endObject();
    const auto items = completenessItems();
    json.beginArray("items");
    for (const CompletenessItem &item : items) {
        json.beginObject();
        json.field("key", item.key);
        json.field("title", item.title);
        json.field("group", groupCode(item.group));
        json.endObject();
    }
    json.endArray();
    json.beginArray("cohorts");
    for (const CompletenessRow &row : matrix.rows) {
        json.beginObject();
        json.field("id", cohortAt(library, row.cohort).id);
        json.field("known", row.known);
        json.field("applicable", row.applicable);
        json.beginArray("cells");
        for (std::size_t i = 0; i < items.size(); ++i)
            writeCell(json, items[i], row.cells[i]);
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.beginArray("studies");
    for (const int study : studies)
        writeList(json, library, study);
    json.endArray();
    json.endObject();
    return json.document();
}

} // namespace anakinra
