// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/OverlapOutput.h"

#include "models/output/CohortJson.h"
#include "models/output/TableMakers.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void writeNode(JsonOut &json, const Library &library, const OverlapNode &node)
{
    json.beginObject();
    json.field("id", node.id);
    json.field("kind", node.cohort >= 0 ? u"cohort"_s : u"report"_s);
    json.field("study", node.study < 0 ? QString() : library.studies[at(node.study)].id);
    json.field("label", node.label);
    json.field("n", node.cohort < 0 ? std::optional<int>() : library.cohorts[at(node.cohort)].n.value);
    json.field("listed", node.listed);
    json.field("x", node.x);
    json.field("y", node.y);
    json.endObject();
}

void writeEdge(JsonOut &json, const Library &library, const OverlapGraph &graph,
               const OverlapEdge &edge)
{
    const Overlap &overlap = library.overlaps[at(edge.overlap)];
    json.beginObject();
    json.field("id", overlap.id);
    json.field("a", graph.nodes[at(edge.a)].id);
    json.field("b", graph.nodes[at(edge.b)].id);
    json.field("level", codeOf(edge.level));
    json.field("insideStudy", edge.insideStudy);
    json.field("grounds", overlap.grounds);
    json.field("reports", overlap.reports);
    json.endObject();
}

} // namespace

QString overlapText(const Library &library, const OverlapGraph &graph, bool excludePossibleOverlaps,
                    const FigureContext &context, std::optional<int> width)
{
    const qsizetype columns = width.value_or(defaultTextWidth);
    QString text;
    if (graph.edges.empty())
        text += wrapped(u"No overlap is recorded for these cohorts."_s, columns);
    for (const OverlapLine &line : overlapLines(library, graph, excludePossibleOverlaps)) {
        text += wrapped(line.a + u" – "_s + line.b, columns, 0, 2);
        const auto named = [&](const QString &name, const QString &content) {
            if (!content.isEmpty())
                text += wrapped(name + u": "_s + content, columns, 4, 2);
        };
        named(u"Level"_s, line.level);
        named(u"Grounds"_s, line.grounds);
        named(u"Reports"_s, line.reports);
        named(u"Totals"_s, line.effect);
        text += u'\n';
    }
    text += wrapped(context.counts, columns);
    text += wrapped(u"Filter: "_s + context.filterWords, columns, 0, 2);
    if (!context.banner.isEmpty())
        text += wrapped(context.banner, columns);
    return text;
}

QByteArray overlapJson(const Library &library, const OverlapGraph &graph, const FilterResult &result,
                       const FigureContext &context)
{
    JsonOut json;
    json.beginObject();
    writeLibrary(json, library);
    json.beginObject("filter");
    json.field("words", context.filterWords);
    json.endObject();
    json.beginObject("counts");
    json.field("participants", result.counts.participants);
    json.field("atLeast", result.counts.participantsAtLeast);
    json.field("possiblyTwice", result.counts.possiblyTwice);
    json.field("withoutPossibleOverlaps", result.counts.withoutPossibleOverlaps);
    json.field("words", context.counts);
    json.endObject();
    json.beginArray("nodes");
    for (const OverlapNode &node : graph.nodes)
        writeNode(json, library, node);
    json.endArray();
    json.beginArray("edges");
    for (const OverlapEdge &edge : graph.edges)
        writeEdge(json, library, graph, edge);
    json.endArray();
    json.endObject();
    return json.document();
}

CohortTable makeOverlapTable(const Library &library, const OverlapGraph &graph,
                             bool excludePossibleOverlaps, const RateOptions &options,
                             const FigureContext &context)
{
    CohortTable table;
    table.columns = {{u"a"_s, u"Group"_s, u"Cohort or report"_s},
                     {u"b"_s, u"Other group"_s, u"Cohort or report that shares participants"_s},
                     {u"level"_s, u"Level"_s, u"How certain the overlap is"_s},
                     {u"grounds"_s, u"Grounds"_s, u"Why it is recorded"_s},
                     {u"reports"_s, u"Reports"_s, u"Reports from which it follows"_s},
                     {u"effect"_s, u"Totals"_s, u"What it means for numbers of participants"_s}};
    for (const OverlapLine &line : overlapLines(library, graph, excludePossibleOverlaps))
        table.rows.push_back({textCell(line.a), textCell(line.b), textCell(line.level),
                              textCell(line.grounds), textCell(line.reports), textCell(line.effect)});
    table.facts = tableFacts(context, options);
    return table;
}

} // namespace anakinra
