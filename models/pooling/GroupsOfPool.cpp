// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/GroupsOfPool.h"

#include "models/figures/RateSeries.h"
#include "models/pooling/SharedParticipants.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

/// Calls `visit` for what a cohort is a part of, nearest first.
template<typename Visit>
void forEachAbove(const Library &library, int cohort, const Visit &visit)
{
    int levels = 0; // stops at a cohort that is its own ancestor
    for (int p = library.cohorts[at(cohort)].parent; p >= 0 && ++levels < 64;
         p = library.cohorts[at(p)].parent)
        visit(p);
}

/// Whether `a` and `b`, which cut their study in different ways, are parts of one parent.
bool haveOneParent(const Library &library, int a, int b)
{
    const int parent = library.cohorts[at(a)].parent;
    return parent >= 0 && parent == library.cohorts[at(b)].parent;
}

} // namespace

std::vector<CohortsOfGroup> groupCandidates(const Library &library, const GuardedPool &pool,
                                            PoolGrouping grouping, const QStringList &preferred)
{
    QSet<int> preferredCohorts;
    for (const PoolCandidate &candidate : pool.candidates) {
        if (candidate.usable && preferred.contains(library.cohorts[at(candidate.cohort)].id))
            preferredCohorts.insert(candidate.cohort);
    }
    QHash<int, QSet<QString>> codesBelow;
    QSet<int> partsOfPreferred;
    for (const PoolCandidate &candidate : pool.candidates) {
        if (!candidate.usable)
            continue;
        const QString code = poolGroupOf(library, candidate.cohort, grouping).code;
        forEachAbove(library, candidate.cohort, [&](int above) {
            codesBelow[above].insert(code);
            if (preferredCohorts.contains(above))
                partsOfPreferred.insert(candidate.cohort);
        });
    }
    std::map<std::pair<int, QString>, CohortsOfGroup> groups;
    std::map<std::pair<int, QString>, bool> counted;
    for (const PoolCandidate &candidate : pool.candidates) {
        const int cohort = candidate.cohort;
        const bool separated =
            codesBelow.value(cohort).size() > 1 && !preferredCohorts.contains(cohort);
        if (separated || partsOfPreferred.contains(cohort) ||
            isComparator(library.cohorts[at(cohort)].role))
            continue;
        const PoolGroupKey key = poolGroupOf(library, cohort, grouping);
        CohortsOfGroup &group = groups[{key.rank, key.code}];
        group.key = key;
        group.cohorts.push_back(cohort);
        counted[{key.rank, key.code}] |= candidate.n.has_value();
    }
    std::vector<CohortsOfGroup> ordered;
    for (auto &[rank, group] : groups) {
        if (counted[rank])
            ordered.push_back(std::move(group));
    }
    return ordered;
}

QString sharedBetweenGroups(const Library &library, std::span<const GuardedPool *const> pools)
{
    std::vector<CohortFigure> figures;
    std::vector<std::size_t> groupOf;
    for (std::size_t g = 0; g < pools.size(); ++g) {
        for (const PoolCandidate &candidate : pools[g]->candidates) {
            if (candidate.used) {
                figures.push_back({candidate.cohort, candidate.observation->figure.source.report});
                groupOf.push_back(g);
            }
        }
    }
    const SharedParticipants shared(library, std::move(figures));
    // Only figures of one study or of one recorded overlap can share participants.
    std::map<int, std::vector<int>> ofStudy;
    std::map<int, std::vector<int>> ofOverlap;
    for (int f = 0; f < shared.size(); ++f) {
        ofStudy[shared.study(f)].push_back(f);
        for (const OverlapEnd end : shared.overlapsOf(f))
            ofOverlap[end.overlap].push_back(f);
    }
    const auto meeting = [&](const std::map<int, std::vector<int>> &lists) -> QString {
        for (const auto &[key, list] : lists) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const int a = list[i];
                    const int b = list[j];
                    if (groupOf[at(a)] == groupOf[at(b)])
                        continue;
                    const Sharing kind = shared.between(a, b).kind;
                    const bool separated =
                        kind == Sharing::OtherGroup &&
                        haveOneParent(library, shared.cohort(a), shared.cohort(b));
                    if (kind > Sharing::Possible && !separated)
                        return u"%1 and %2 share participants and stand in different groups"_s.arg(
                            cohortTitle(library, shared.cohort(b)),
                            cohortTitle(library, shared.cohort(a)));
                }
            }
        }
        return {};
    };
    const QString inOneStudy = meeting(ofStudy);
    return inOneStudy.isEmpty() ? meeting(ofOverlap) : inOneStudy;
}

} // namespace anakinra
