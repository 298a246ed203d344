// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/FindingCells.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

using Found = std::vector<const Finding *>;

void append(Found &found, FindingIndex::List more)
{
    for (const Finding *finding : more) {
        if (std::ranges::find(found, finding) == found.end())
            found.push_back(finding);
    }
}

int positionOf(const Cohort &cohort, const Observation *observation)
{
    return int(observation - cohort.outcomes.data());
}

bool isOutsideTheTable(const FindingTarget &target)
{
    return target.kind == NumberKind::Characteristic || target.kind == NumberKind::Comparison
        || target.kind == NumberKind::Overlap;
}

Found elsewhere(int cohort, const FindingIndex &findings)
{
    Found found;
    for (const Finding *finding : findings.cohort(cohort)) {
        if (isOutsideTheTable(finding->target))
            found.push_back(finding);
    }
    return found;
}

} // namespace

std::vector<const Finding *> findingsOfCell(const Library &library, int cohort,
                                            const CohortColumn &column, const RateOptions &options,
                                            const FindingIndex &findings)
{
    if (findings.cohort(cohort).empty())
        return {};
    const Cohort &record = library.cohorts[static_cast<std::size_t>(cohort)];
    Found found;
    if (!column.outcome.isEmpty()) {
        const Rate rate = bareRateOf(library, cohort, column.outcome, options);
        if (rate.observation)
            append(found, findings.at(NumberKind::Endpoint, cohort, positionOf(record, rate.observation)));
    } else if (column.key == u"resolution") {
        for (const Observation &observation : record.outcomes) {
            if (observation.outcome.startsWith(u"resolution."))
                append(found,
                       findings.at(NumberKind::Endpoint, cohort, positionOf(record, &observation)));
        }
    } else if (column.key == u"n") {
        append(found, findings.of(NumberKind::Count, cohort, u"n"_s));
        append(found, findings.of(NumberKind::Count, cohort, u"n-anakinra"_s));
    } else if (column.key == u"products") {
        append(found, findings.products(cohort));
    } else if (column.key == u"timing") {
        append(found, findings.of(NumberKind::Count, cohort, u"timing"_s));
    } else if (column.key == u"cohort") {
        append(found, elsewhere(cohort, findings));
    }
    return found;
}

} // namespace anakinra
