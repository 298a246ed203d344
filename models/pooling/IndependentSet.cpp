// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/IndependentSet.h"

#include "models/pooling/ChosenFigures.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>

namespace anakinra {

namespace {

using Mask = std::uint64_t;

constexpr int mostExact = 20;          // overlapping figures whose best set is searched exactly
constexpr std::size_t mostPaired = 64; // figures whose overlaps are written out pair by pair

std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

Mask bit(int i)
{
    return Mask{1} << i;
}

/// The best independent set of a small graph by branching on the vertex with most neighbours.
class ExactSearch
{
public:
    ExactSearch(const std::vector<Mask> &neighbours, const std::vector<int> &weights)
        : m_neighbours(neighbours), m_weights(weights)
    {
    }

    [[nodiscard]] Mask best(Mask from) const { return search(from).set; }

private:
    struct Found
    {
        qint64 weight = 0;
        Mask set = 0;
    };

    static bool isBetter(const Found &a, const Found &b)
    {
        if (a.weight != b.weight)
            return a.weight > b.weight;
        return std::popcount(a.set) > std::popcount(b.set);
    }

    [[nodiscard]] Found search(Mask from) const
    {
        int pivot = -1;
        int most = 0;
        for (Mask rest = from; rest != 0; rest &= rest - 1) {
            const int v = std::countr_zero(rest);
            const int degree = std::popcount(m_neighbours[at(v)] & from);
            if (degree > most) {
                most = degree;
                pivot = v;
            }
        }
        if (pivot < 0) { // no two of them overlap
            Found all{0, from};
            for (Mask rest = from; rest != 0; rest &= rest - 1)
                all.weight += m_weights[at(std::countr_zero(rest))];
            return all;
        }
        Found with = search(from & ~bit(pivot) & ~m_neighbours[at(pivot)]);
        with.weight += m_weights[at(pivot)];
        with.set |= bit(pivot);
        const Found without = search(from & ~bit(pivot));
        return isBetter(without, with) ? without : with;
    }

    const std::vector<Mask> &m_neighbours;
    const std::vector<int> &m_weights;
};

class Selection
{
public:
    Selection(const SharedParticipants &shared, std::span<const Choice> choices,
              PossibleOverlap possibleOverlap)
        : m_shared(shared), m_choices(choices), m_chosen(shared, possibleOverlap),
          m_possibleCounts(possibleOverlap == PossibleOverlap::Exclude), m_group(at(shared.size()))
    {
        std::iota(m_group.begin(), m_group.end(), 0);
    }

    IndependentSet make()
    {
        takeForced();
        for (const std::vector<int> &group : groups(withoutPartsOfOthers()))
            chooseFrom(group);
        takeLeftOver();
        m_set.chosen.resize(at(m_shared.size()));
        m_set.instead.assign(at(m_shared.size()), -1);
        for (int f = 0; f < m_shared.size(); ++f) {
            m_set.chosen[at(f)] = m_chosen.contains(f);
            if (!m_chosen.contains(f))
                m_set.instead[at(f)] = m_chosen.inTheWayOf(f);
        }
        return std::move(m_set);
    }

private:
    void takeForced()
    {
        for (int f = 0; f < m_shared.size(); ++f) {
            if (!m_choices[at(f)].wanted || !m_choices[at(f)].forced)
                continue;
            if (m_chosen.fits(f))
                m_chosen.add(f);
            else if (!m_set.forcedShare)
                m_set.forcedShare = {m_chosen.inTheWayOf(f), f};
        }
    }

    /// A part whose parent had to give way may still fit.
    void takeLeftOver()
    {
        for (int f = 0; f < m_shared.size(); ++f) {
            if (m_choices[at(f)].wanted && !m_chosen.contains(f) && m_chosen.fits(f))
                m_chosen.add(f);
        }
    }

    [[nodiscard]] std::vector<int> withoutPartsOfOthers() const
    {
        std::vector<bool> open(at(m_shared.size()), false);
        for (int f = 0; f < m_shared.size(); ++f)
            open[at(f)] = m_choices[at(f)].wanted && !m_chosen.contains(f) && m_chosen.fits(f);
        std::vector<int> left;
        for (int f = 0; f < m_shared.size(); ++f) {
            int above = m_shared.figureAbove(f);
            while (above >= 0 && !open[at(above)])
                above = m_shared.figureAbove(above);
            if (open[at(f)] && above < 0)
                left.push_back(f);
        }
        return left;
    }

    int root(int f)
    {
        while (m_group[at(f)] != f)
            f = m_group[at(f)] = m_group[at(m_group[at(f)])];
        return f;
    }

    /// Those that overlap, directly or through others, end up in one group; a group may hold some
    /// that do not.
    std::vector<std::vector<int>> groups(const std::vector<int> &figures)
    {
        const Library &library = m_shared.library();
        std::vector<int> ofStudy(library.studies.size(), -1);
        std::vector<std::array<int, 2>> onSide(library.overlaps.size(), {-1, -1});
        const auto join = [this](int &first, int f) {
            if (first < 0)
                first = f;
            else
                m_group[at(root(f))] = root(first);
        };
        for (const int f : figures) {
            if (m_shared.study(f) >= 0)
                join(ofStudy[at(m_shared.study(f))], f);
            for (const OverlapEnd end : m_shared.overlapsOf(f)) {
                if (m_possibleCounts ||
                    library.overlaps[at(end.overlap)].level != OverlapLevel::CannotBeExcluded)
                    join(onSide[at(end.overlap)][at(end.side)], f);
            }
        }
        for (const auto &sides : onSide) {
            if (sides[0] >= 0 && sides[1] >= 0)
                m_group[at(root(sides[0]))] = root(sides[1]);
        }
        std::vector<std::vector<int>> lists;
        std::vector<int> listOf(at(m_shared.size()), -1);
        for (const int f : figures) {
            int &list = listOf[at(root(f))];
            if (list < 0) {
                list = static_cast<int>(lists.size());
                lists.emplace_back();
            }
            lists[at(list)].push_back(f);
        }
        return lists;
    }

    void chooseFrom(const std::vector<int> &group)
    {
        if (group.size() == 1)
            m_chosen.add(group.front());
        else if (group.size() > mostPaired)
            chooseGreedily(group);
        else
            chooseByPairs(group);
    }

    void chooseByPairs(const std::vector<int> &group)
    {
        const int size = static_cast<int>(group.size());
        std::vector<Mask> neighbours(group.size(), 0);
        std::vector<int> weights(group.size());
        for (int i = 0; i < size; ++i) {
            weights[at(i)] = m_choices[at(group[at(i)])].weight;
            for (int j = 0; j < i; ++j) {
                if (m_chosen.conflict(group[at(i)], group[at(j)])) {
                    neighbours[at(i)] |= bit(j);
                    neighbours[at(j)] |= bit(i);
                }
            }
        }
        const ExactSearch search(neighbours, weights);
        Mask seen = 0;
        for (int i = 0; i < size; ++i) {
            if ((seen & bit(i)) != 0)
                continue;
            Mask connected = bit(i);
            for (Mask open = connected; open != 0;) {
                const int v = std::countr_zero(open);
                open = (open & (open - 1)) | (neighbours[at(v)] & ~connected);
                connected |= neighbours[at(v)];
            }
            seen |= connected;
            const bool exact = std::popcount(connected) <= mostExact;
            std::vector<int> members;
            for (Mask rest = exact ? search.best(connected) : connected; rest != 0;
                 rest &= rest - 1)
                members.push_back(group[at(std::countr_zero(rest))]);
            if (!exact) {
                chooseGreedily(members);
                continue;
            }
            for (const int f : members)
                m_chosen.add(f);
        }
    }

    void chooseGreedily(std::vector<int> figures)
    {
        std::ranges::stable_sort(figures, std::ranges::greater{},
                                 [this](int f) { return m_choices[at(f)].weight; });
        for (const int f : figures) {
            if (m_chosen.fits(f))
                m_chosen.add(f);
            else
                m_set.greedy = true;
        }
    }

    const SharedParticipants &m_shared;
    std::span<const Choice> m_choices;
    ChosenFigures m_chosen;
    bool m_possibleCounts;
    std::vector<int> m_group; ///< union-find over figures
    IndependentSet m_set;
};

} // namespace

IndependentSet independentSet(const SharedParticipants &shared, std::span<const Choice> choices,
                              PossibleOverlap possibleOverlap)
{
    return Selection(shared, choices, possibleOverlap).make();
}

std::vector<int> independentCohorts(const Library &library, std::span<const int> cohorts)
{
    std::vector<CohortFigure> figures;
    std::vector<Choice> choices;
    for (const int cohort : cohorts) {
        figures.push_back({cohort, {}});
        choices.push_back({library.cohorts[at(cohort)].n.value.value_or(0)});
    }
    const SharedParticipants shared(library, std::move(figures));
    const IndependentSet set = independentSet(shared, choices, PossibleOverlap::Admit);
    std::vector<int> kept;
    for (int f = 0; f < shared.size(); ++f) {
        if (set.chosen[at(f)])
            kept.push_back(shared.cohort(f));
    }
    std::ranges::sort(kept);
    return kept;
}

} // namespace anakinra
