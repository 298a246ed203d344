// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/OverlapGraph.h"

#include "models/figures/OverlapLayout.h"
#include "models/figures/RateSeries.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Builder
{
public:
    Builder(const Library &library, std::span<const int> cohorts) : m_library(library)
    {
        for (const int cohort : cohorts) {
            m_listed.insert(cohort);
            m_studies.insert(library.cohorts[at(cohort)].study);
            m_family.insert(cohort);
            for (int p = library.cohorts[at(cohort)].parent; p >= 0; p = library.cohorts[at(p)].parent)
                m_family.insert(p);
            addParts(cohort);
        }
    }

    OverlapGraph build()
    {
        std::vector<OverlapNode> found;
        for (std::size_t i = 0; i < m_library.overlaps.size(); ++i) {
            const Overlap &overlap = m_library.overlaps[i];
            const OverlapNode a = nodeOf(overlap.a);
            const OverlapNode b = nodeOf(overlap.b);
            if (!exists(a) || !exists(b) || !(concerns(a) || concerns(b)))
                continue;
            found.push_back(a);
            found.push_back(b);
            m_kept.push_back(static_cast<int>(i));
        }
        // By study, cohorts before reports, each in library order.
        std::ranges::stable_sort(found, {}, [](const OverlapNode &n) {
            return std::tuple(n.study, n.cohort < 0, n.cohort, n.report);
        });
        for (const OverlapNode &node : found) {
            if (m_numbers.contains(node.id))
                continue;
            m_numbers.insert(node.id, static_cast<int>(m_graph.nodes.size()));
            m_graph.nodes.push_back(node);
        }
        for (const int i : m_kept) {
            const Overlap &overlap = m_library.overlaps[at(i)];
            OverlapEdge edge;
            edge.a = m_numbers.value(overlap.a);
            edge.b = m_numbers.value(overlap.b);
            edge.overlap = i;
            edge.level = overlap.level;
            edge.insideStudy = m_graph.nodes[at(edge.a)].study == m_graph.nodes[at(edge.b)].study;
            m_graph.edges.push_back(edge);
        }
        layOut(m_graph);
        return m_graph;
    }

private:
    void addParts(int cohort)
    {
        for (const int part : m_library.cohorts[at(cohort)].children) {
            if (m_family.contains(part))
                continue;
            m_family.insert(part);
            addParts(part);
        }
    }

    static bool exists(const OverlapNode &node) { return node.cohort >= 0 || node.report >= 0; }
    bool concerns(const OverlapNode &node) const
    {
        return node.cohort >= 0 ? m_family.contains(node.cohort) : m_studies.contains(node.study);
    }

    OverlapNode nodeOf(const QString &id) const
    {
        OverlapNode node;
        node.id = id;
        node.cohort = m_library.cohortIndex.value(id, -1);
        if (node.cohort >= 0) {
            const Cohort &cohort = m_library.cohorts[at(node.cohort)];
            node.study = cohort.study;
            node.label = cohortTitle(m_library, node.cohort);
            node.nText = cohort.n.value ? u"n = "_s + countInWords(cohort.n) : u"n NR"_s;
            node.listed = m_listed.contains(node.cohort);
            return node;
        }
        node.report = m_library.reportIndex.value(id, -1);
        if (node.report >= 0) {
            const Report &report = m_library.reports[at(node.report)];
            node.study = report.study;
            node.label = report.label;
            node.listed = m_studies.contains(report.study);
        }
        return node;
    }

    const Library &m_library;
    QSet<int> m_listed;
    QSet<int> m_family; ///< listed cohorts, what they are parts of, and their parts
    QSet<int> m_studies;
    std::vector<int> m_kept;
    QHash<QString, int> m_numbers;
    OverlapGraph m_graph;
};

/// What an overlap means for the numbers of participants.
QString effectOf(const Library &library, const OverlapGraph &graph, const OverlapEdge &edge,
                 bool excludePossible)
{
    const OverlapNode &a = graph.nodes[at(edge.a)];
    const OverlapNode &b = graph.nodes[at(edge.b)];
    if (a.report >= 0 || b.report >= 0)
        return u"A second report of the same participants: it adds none."_s;
    if (isComparator(library.cohorts[at(a.cohort)].role)
        || isComparator(library.cohorts[at(b.cohort)].role))
        return u"One of the two is a comparator, which totals and pools of anakinra never count."_s;
    if (edge.level != OverlapLevel::CannotBeExcluded)
        return u"Totals count these participants once; the two never enter one pool."_s;
    return excludePossible
        ? u"Treated as shared: where both are listed, totals count only one of the two."_s
        : u"Treated as different people: totals add both."_s;
}

} // namespace

OverlapGraph overlapGraph(const Library &library, std::span<const int> cohorts)
{
    return Builder(library, cohorts).build();
}

std::vector<OverlapLine> overlapLines(const Library &library, const OverlapGraph &graph,
                                      bool excludePossibleOverlaps)
{
    std::vector<OverlapLine> lines;
    lines.reserve(graph.edges.size());
    for (const OverlapEdge &edge : graph.edges) {
        const Overlap &overlap = library.overlaps[at(edge.overlap)];
        const auto name = [](const OverlapNode &node) {
            return node.nText.isEmpty() ? node.label : node.label + u" ("_s + node.nText + u')';
        };
        QStringList reports;
        for (const QString &id : overlap.reports) {
            const Report *report = library.report(id);
            reports << (report ? report->label : id);
        }
        lines.push_back({name(graph.nodes[at(edge.a)]), name(graph.nodes[at(edge.b)]),
                         labelOf(edge.level), overlap.grounds, reports.join(u"; "_s),
                         effectOf(library, graph, edge, excludePossibleOverlaps)});
    }
    return lines;
}

} // namespace anakinra
