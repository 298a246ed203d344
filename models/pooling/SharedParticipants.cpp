// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/SharedParticipants.h"

#include <algorithm>

namespace anakinra {

namespace {

/// The cohort and what it is a part of, outermost last. Published cohorts nest three or four deep;
/// the limit stops at a cohort that is its own ancestor.
std::vector<int> pathUp(const SharedParticipants &cohorts, int cohort)
{
    constexpr std::size_t maxLevels = 64;
    std::vector<int> path;
    for (int c = cohort; c >= 0 && path.size() < maxLevels; c = cohorts.parent(c))
        path.push_back(c);
    return path;
}

} // namespace

SharedParticipants::SharedParticipants(const Library &library, std::vector<CohortFigure> figures)
    : m_library(library), m_figures(std::move(figures)), m_figureOf(library.cohorts.size(), -1),
      m_overlaps(m_figures.size())
{
    QHash<QString, std::vector<int>> byReport;
    for (int f = 0; f < size(); ++f) {
        m_figureOf[index(cohort(f))] = f;
        const QString &report = m_figures[index(f)].report;
        if (!report.isEmpty())
            byReport[report].push_back(f);
    }
    QHash<int, std::vector<OverlapEnd>> endsAt; // by cohort
    for (int o = 0; o < static_cast<int>(library.overlaps.size()); ++o) {
        const Overlap &overlap = library.overlaps[index(o)];
        for (const OverlapEnd end : {OverlapEnd{o, 0}, OverlapEnd{o, 1}}) {
            const QString &id = end.side == 0 ? overlap.a : overlap.b;
            if (const int at = library.cohortIndex.value(id, -1); at >= 0) {
                endsAt[at].push_back(end);
                for (const int above : pathUp(*this, parent(at))) {
                    if (figureOf(above) >= 0)
                        m_overlaps[index(figureOf(above))].push_back(end);
                }
            } else if (const auto it = byReport.constFind(id); it != byReport.constEnd()) {
                for (const int f : *it)
                    m_overlaps[index(f)].push_back(end);
            }
        }
    }
    for (int f = 0; f < size(); ++f) {
        auto &own = m_overlaps[index(f)];
        if (!endsAt.isEmpty()) {
            for (const int c : pathUp(*this, cohort(f))) {
                if (const auto it = endsAt.constFind(c); it != endsAt.constEnd())
                    own.insert(own.end(), it->begin(), it->end());
            }
        }
        std::ranges::sort(own);
        const auto repeated = std::ranges::unique(own);
        own.erase(repeated.begin(), repeated.end());
    }
}

int SharedParticipants::parent(int cohort) const
{
    return cohort < 0 ? -1 : record(cohort).parent;
}

int SharedParticipants::figureAbove(int figure) const
{
    for (const int above : pathUp(*this, parent(cohort(figure)))) {
        if (figureOf(above) >= 0 && figureOf(above) != figure)
            return figureOf(above);
    }
    return -1;
}

Sharing SharedParticipants::inOneStudy(int a, int b) const
{
    const std::vector<int> pathA = pathUp(*this, a);
    const std::vector<int> pathB = pathUp(*this, b);
    for (std::size_t i = 0; i < pathA.size(); ++i) {
        const auto meeting = std::ranges::find(pathB, pathA[i]);
        if (meeting == pathB.end())
            continue;
        if (i == 0 || meeting == pathB.begin())
            return Sharing::Part;
        return isArm(pathA[i - 1]) && isArm(*(meeting - 1)) ? Sharing::None : Sharing::OtherGroup;
    }
    return Sharing::OtherGroup;
}

SharingLink SharedParticipants::between(int a, int b) const
{
    SharingLink link;
    if (study(a) >= 0 && study(a) == study(b))
        link.kind = inOneStudy(cohort(a), cohort(b));
    const auto &other = m_overlaps[index(b)];
    for (const OverlapEnd end : m_overlaps[index(a)]) {
        if (!std::ranges::binary_search(other, OverlapEnd{end.overlap, 1 - end.side}))
            continue;
        const Overlap &overlap = m_library.overlaps[index(end.overlap)];
        const Sharing kind =
            overlap.level == OverlapLevel::CannotBeExcluded ? Sharing::Possible : Sharing::Recorded;
        if (kind > link.kind)
            link = {kind, &overlap};
    }
    return link;
}

} // namespace anakinra
