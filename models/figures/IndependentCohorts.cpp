// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/IndependentCohorts.h"

#include <algorithm>

namespace anakinra {

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

bool isAncestor(const Library &library, int ancestor, int cohort)
{
    for (int p = cohortAt(library, cohort).parent; p >= 0; p = cohortAt(library, p).parent) {
        if (p == ancestor)
            return true;
    }
    return false;
}

bool related(const Library &library, int a, int b)
{
    return a == b || isAncestor(library, a, b) || isAncestor(library, b, a);
}

bool certainOverlap(const Library &library, int a, int b)
{
    return std::ranges::any_of(library.overlaps, [&](const Overlap &overlap) {
        if (overlap.level == OverlapLevel::CannotBeExcluded)
            return false;
        const int first = library.cohortIndex.value(overlap.a, -1);
        const int second = library.cohortIndex.value(overlap.b, -1);
        if (first < 0 || second < 0)
            return false;
        return (related(library, a, first) && related(library, b, second))
            || (related(library, a, second) && related(library, b, first));
    });
}

bool shareParticipants(const Library &library, int a, int b)
{
    if (related(library, a, b) || certainOverlap(library, a, b))
        return true;
    const Cohort &first = cohortAt(library, a);
    const Cohort &second = cohortAt(library, b);
    if (first.study != second.study)
        return false;
    // Arms and dose groups partition their parent; other groups of a study may overlap.
    return !(first.isRegimenDefinedPart() && second.isRegimenDefinedPart()
             && first.parent == second.parent);
}

} // namespace

std::vector<int> independentCohorts(const Library &library, std::span<const int> cohorts)
{
    // A parent before its parts, then the larger before the smaller.
    const auto depth = [&](int cohort) {
        int steps = 0;
        for (int p = cohortAt(library, cohort).parent; p >= 0; p = cohortAt(library, p).parent)
            ++steps;
        return steps;
    };
    std::vector<int> order(cohorts.begin(), cohorts.end());
    std::ranges::stable_sort(order, [&](int a, int b) {
        if (depth(a) != depth(b))
            return depth(a) < depth(b);
        return cohortAt(library, a).n.value.value_or(0) > cohortAt(library, b).n.value.value_or(0);
    });
    std::vector<int> kept;
    for (const int candidate : order) {
        if (std::ranges::none_of(kept, [&](int other) {
                return shareParticipants(library, candidate, other);
            }))
            kept.push_back(candidate);
    }
    std::ranges::sort(kept);
    return kept;
}

} // namespace anakinra
