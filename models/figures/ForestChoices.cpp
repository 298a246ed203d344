// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ForestChoices.h"

#include <QSet>

#include <algorithm>

namespace anakinra {

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// Counts or a percentage are printed, or may be inferred from what is.
bool hasRate(const Observation &observation)
{
    const Figure &figure = observation.figure;
    return figure.source.status != Status::NotReported && (figure.hasCounts() || figure.percent);
}

} // namespace

std::vector<int> referenceCohorts(const Library &library, std::span<const int> cohorts,
                                  const QString &outcome)
{
    QSet<int> studies;
    for (const int cohort : cohorts)
        studies.insert(cohortAt(library, cohort).study);
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(library.cohorts.size()); ++i) {
        const Cohort &cohort = cohortAt(library, i);
        if (isComparator(cohort.role) &&
            std::ranges::any_of(cohort.outcomes, [&](const Observation &observation) {
                return observation.outcome == outcome && hasRate(observation);
            }))
            found.push_back(i);
    }
    std::ranges::stable_partition(
        found, [&](int cohort) { return studies.contains(cohortAt(library, cohort).study); });
    return found;
}

} // namespace anakinra
