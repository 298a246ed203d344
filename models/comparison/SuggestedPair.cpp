// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/SuggestedPair.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

bool areArms(const Cohort &a, const Cohort &b)
{
    return a.isRegimenDefinedPart() && b.isRegimenDefinedPart() && a.parent == b.parent;
}

FilterPair pairOf(const QString &code, const QString &label, const FilterCriteria &base)
{
    return {code, label, base, base};
}

} // namespace

int suggestedPartner(const Library &library, int cohort)
{
    const Cohort &chosen = cohortAt(library, cohort);
    int comparator = -1;
    int group = -1;
    if (chosen.study >= 0) {
        for (const int other : library.studies[static_cast<std::size_t>(chosen.study)].cohorts) {
            const Cohort &candidate = cohortAt(library, other);
            if (other == cohort)
                continue;
            if (areArms(chosen, candidate))
                return other;
            if (comparator < 0 && isComparator(candidate.role))
                comparator = other;
            if (group < 0 && candidate.parent != cohort && chosen.parent != other)
                group = other;
        }
    }
    if (comparator >= 0)
        return comparator;
    if (group >= 0)
        return group;
    for (int other = 0; other < static_cast<int>(library.cohorts.size()); ++other) {
        const Cohort &candidate = cohortAt(library, other);
        if (other != cohort && candidate.parent != cohort && chosen.parent != other)
            return other;
    }
    return library.cohorts.size() > 1 ? (cohort == 0 ? 1 : 0) : -1;
}

std::pair<int, int> suggestedPair(const Library &library, std::span<const int> cohorts)
{
    for (std::size_t i = 0; i < cohorts.size(); ++i) {
        if (!cohortAt(library, cohorts[i]).isRegimenDefinedPart())
            continue;
        // Arms of one parent stand close together; looking at all pairs would be slow.
        for (std::size_t j = i + 1; j < std::min(cohorts.size(), i + 8); ++j) {
            if (areArms(cohortAt(library, cohorts[i]), cohortAt(library, cohorts[j])))
                return {cohorts[i], cohorts[j]};
        }
    }
    if (library.cohorts.size() < 2)
        return {-1, -1};
    const int first = cohorts.empty() ? 0 : cohorts.front();
    return {first, suggestedPartner(library, first)};
}

std::vector<FilterPair> filterPairs(const FilterCriteria &base)
{
    FilterPair route = pairOf(u"sc-iv"_s, u"SC against IV"_s, base);
    route.a.setValues(Facet::Route, {codeOf(Route::Subcutaneous)});
    route.b.setValues(Facet::Route, {codeOf(Route::Intravenous)});
    FilterPair dose = pairOf(u"200-8"_s, u"200 mg/day against 8 mg/kg/day"_s, base);
    dose.a.dose = DoseRange{{200.0, 200.0}, DoseUnit::MgPerDay};
    dose.b.dose = DoseRange{{8.0, 8.0}, DoseUnit::MgPerKgPerDay};
    FilterPair timing = pairOf(u"prophylactic-refractory"_s, u"Prophylactic against refractory"_s,
                               base);
    timing.a.setValues(Facet::Timing, {codeOf(Timing::Prophylactic)});
    timing.b.setValues(Facet::Timing, {codeOf(Timing::Refractory)});
    return {route, dose, timing};
}

} // namespace anakinra
