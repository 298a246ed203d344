// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/HeaviestApart.h"

#include "models/filter/judging/IndexLists.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace anakinra::filter {

namespace {

constexpr std::size_t mostExact = 24;

/// The linked members, numbered 0, 1 ... in ascending order, with the numbers of their neighbours.
struct Graph
{
    std::vector<int> members;
    std::vector<QSet<int>> neighbours;
};

Graph graphOf(std::span<const std::pair<int, int>> pairs)
{
    Graph graph;
    for (const auto &[a, b] : pairs)
        graph.members.insert(graph.members.end(), {a, b});
    std::ranges::sort(graph.members);
    const auto repeated = std::ranges::unique(graph.members);
    graph.members.erase(repeated.begin(), repeated.end());
    QHash<int, int> numbers;
    for (std::size_t i = 0; i < graph.members.size(); ++i)
        numbers.insert(graph.members[i], static_cast<int>(i));
    graph.neighbours.resize(graph.members.size());
    for (const auto &[a, b] : pairs) {
        const int first = numbers.value(a);
        const int second = numbers.value(b);
        if (first == second)
            continue;
        graph.neighbours[at(first)].insert(second);
        graph.neighbours[at(second)].insert(first);
    }
    return graph;
}

/// The numbers of everything that is linked with `start`, ascending.
std::vector<int> groupOf(const Graph &graph, int start, std::vector<bool> &seen)
{
    std::vector<int> group;
    std::vector<int> open{start};
    seen[at(start)] = true;
    while (!open.empty()) {
        const int i = open.back();
        open.pop_back();
        group.push_back(i);
        for (const int j : graph.neighbours[at(i)]) {
            if (!seen[at(j)]) {
                seen[at(j)] = true;
                open.push_back(j);
            }
        }
    }
    std::ranges::sort(group);
    return group;
}

/// Tries every set without pairs, the heavier members first, and leaves a branch as soon as all
/// that is left could not beat the best set so far.
class Search
{
public:
    Search(const Graph &graph, std::vector<int> group, std::span<const int> weights)
        : m_graph(graph), m_group(std::move(group)), m_weights(weights)
    {
        std::ranges::stable_sort(m_group, [&](int a, int b) { return weight(a) > weight(b); });
    }

    std::vector<int> heaviest()
    {
        if (m_group.size() > mostExact)
            return heaviestFirst();
        int rest = 0;
        for (const int i : m_group)
            rest += weight(i);
        visit(0, 0, rest);
        return m_best;
    }

private:
    int weight(int i) const { return m_weights[at(m_graph.members[at(i)])]; }

    bool fits(int i) const
    {
        return std::ranges::none_of(m_chosen, [&](int j) { return m_graph.neighbours[at(i)].contains(j); });
    }

    void visit(std::size_t position, int sum, int rest)
    {
        if (sum > m_bestSum) {
            m_bestSum = sum;
            m_best = m_chosen;
        }
        if (position == m_group.size() || sum + rest <= m_bestSum)
            return;
        const int i = m_group[position];
        if (fits(i)) {
            m_chosen.push_back(i);
            visit(position + 1, sum + weight(i), rest - weight(i));
            m_chosen.pop_back();
        }
        visit(position + 1, sum, rest - weight(i));
    }

    std::vector<int> heaviestFirst() const
    {
        std::vector<int> chosen;
        QSet<int> blocked;
        for (const int i : m_group) {
            if (blocked.contains(i))
                continue;
            chosen.push_back(i);
            blocked.unite(m_graph.neighbours[at(i)]);
        }
        return chosen;
    }

    const Graph &m_graph;
    std::vector<int> m_group;
    std::span<const int> m_weights;
    std::vector<int> m_chosen;
    std::vector<int> m_best;
    int m_bestSum = 0;
};

} // namespace

std::vector<int> heaviestApart(std::span<const std::pair<int, int>> pairs,
                               std::span<const int> weights)
{
    const Graph graph = graphOf(pairs);
    std::vector<bool> seen(graph.members.size(), false);
    std::vector<int> apart;
    for (std::size_t i = 0; i < graph.members.size(); ++i) {
        if (seen[i])
            continue;
        auto group = groupOf(graph, static_cast<int>(i), seen);
        for (const int chosen : Search(graph, std::move(group), weights).heaviest())
            apart.push_back(graph.members[at(chosen)]);
    }
    std::ranges::sort(apart);
    return apart;
}

} // namespace anakinra::filter
