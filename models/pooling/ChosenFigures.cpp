// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/ChosenFigures.h"

#include <algorithm>

namespace anakinra {

namespace {

constexpr int maxLevels = 64; // stops at a cohort that is its own ancestor

} // namespace

ChosenFigures::ChosenFigures(const SharedParticipants &shared, PossibleOverlap possibleOverlap)
    : m_shared(shared), m_possibleCounts(possibleOverlap == PossibleOverlap::Exclude),
      m_chosen(index(shared.size()), false), m_under(shared.library().cohorts.size(), 0),
      m_byOtherCut(shared.library().cohorts.size(), 0), m_inStudy(shared.library().studies.size()),
      m_onSide(shared.library().overlaps.size(), {-1, -1})
{
}

bool ChosenFigures::counts(OverlapEnd end) const
{
    return m_possibleCounts ||
           m_shared.library().overlaps[index(end.overlap)].level != OverlapLevel::CannotBeExcluded;
}

bool ChosenFigures::conflict(int a, int b) const
{
    const Sharing kind = m_shared.between(a, b).kind;
    return kind > Sharing::Possible || (kind == Sharing::Possible && m_possibleCounts);
}

bool ChosenFigures::fitsInStudy(int cohort, int study) const
{
    if (study < 0 || m_inStudy[index(study)].empty())
        return true;
    if (m_under[index(cohort)] > 0)
        return false;
    int child = cohort;
    int levels = 0;
    for (int p = m_shared.parent(child); p >= 0 && ++levels < maxLevels;
         child = p, p = m_shared.parent(p)) {
        if (const int above = m_shared.figureOf(p); above >= 0 && contains(above))
            return false;
        const int inTheWay = m_shared.isArm(child) ? m_byOtherCut[index(p)]
                                                   : m_under[index(p)] - m_under[index(child)];
        if (inTheWay > 0)
            return false;
    }
    return static_cast<int>(m_inStudy[index(study)].size()) == m_under[index(child)];
}

bool ChosenFigures::fits(int figure) const
{
    return fitsInStudy(m_shared.cohort(figure), m_shared.study(figure)) &&
           std::ranges::none_of(m_shared.overlapsOf(figure), [this](OverlapEnd end) {
               return counts(end) && m_onSide[index(end.overlap)][index(1 - end.side)] >= 0;
           });
}

void ChosenFigures::add(int figure)
{
    m_chosen[index(figure)] = true;
    int child = m_shared.cohort(figure);
    ++m_under[index(child)];
    int levels = 0;
    for (int p = m_shared.parent(child); p >= 0 && ++levels < maxLevels;
         child = p, p = m_shared.parent(p)) {
        ++m_under[index(p)];
        m_byOtherCut[index(p)] += m_shared.isArm(child) ? 0 : 1;
    }
    if (const int study = m_shared.study(figure); study >= 0)
        m_inStudy[index(study)].push_back(figure);
    for (const OverlapEnd end : m_shared.overlapsOf(figure))
        m_onSide[index(end.overlap)][index(end.side)] = figure;
}

int ChosenFigures::inTheWayOf(int figure) const
{
    for (const OverlapEnd end : m_shared.overlapsOf(figure)) {
        const int other = m_onSide[index(end.overlap)][index(1 - end.side)];
        if (other >= 0 && other != figure && counts(end))
            return other;
    }
    const int study = m_shared.study(figure);
    if (fitsInStudy(m_shared.cohort(figure), study))
        return -1;
    const auto &chosen = m_inStudy[index(study)];
    const auto it = std::ranges::find_if(
        chosen, [&](int other) { return other != figure && conflict(figure, other); });
    return it == chosen.end() ? -1 : *it;
}

} // namespace anakinra
