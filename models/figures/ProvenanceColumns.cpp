// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Provenance.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// The figure that the cell shows first, then whatever else is recorded for the outcome.
std::vector<Provenance> ofRate(const Library &library, int cohort, QStringView outcome,
                               const RateOptions &options)
{
    const Rate shown = rateOf(library, cohort, outcome, options);
    std::vector<Provenance> all;
    if (shown.observation)
        all.push_back(provenanceOf(library, cohort, *shown.observation, options));
    for (const Observation &observation : cohortAt(library, cohort).outcomes) {
        if (observation.outcome == outcome && &observation != shown.observation)
            all.push_back(provenanceOf(library, cohort, observation, options));
    }
    return all;
}

std::vector<Provenance> ofRegimens(const Library &library, int cohort, bool stepUps)
{
    std::vector<Provenance> all;
    for (const Regimen &regimen : cohortAt(library, cohort).regimens) {
        if (stepUps || regimen.kind == RegimenKind::Starting)
            all.push_back(provenanceOf(library, cohort, regimen));
    }
    return all;
}

} // namespace

std::vector<Provenance> provenanceOfColumn(const Library &library, int cohort, QStringView column,
                                           const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    std::vector<Provenance> all;
    if (column == u"n") {
        all.push_back(provenanceOfSize(library, cohort));
        if (c.nAnakinra.value && c.nAnakinra.value != c.n.value)
            all.push_back(provenanceOfRecipients(library, cohort));
    } else if (column == u"products") {
        for (const ProductShare &share : c.products)
            all.push_back(provenanceOf(library, cohort, share));
    } else if (column == u"design") {
        all.push_back(provenanceOfDesign(library, cohort));
    } else if (column == u"resolution") {
        for (const Observation &observation : c.outcomes) {
            if (observation.outcome.startsWith(u"resolution."))
                all.push_back(provenanceOf(library, cohort, observation, options));
        }
    } else if (library.vocabulary.outcome(column)) {
        all = ofRate(library, cohort, column, options);
    } else if (!isComparator(c.role)) {
        if (column == u"regimen" || column == u"dose" || column == u"route")
            all = ofRegimens(library, cohort, column == u"regimen");
        else if (column == u"timing")
            all.push_back(provenanceOfTiming(library, cohort));
        else if (column == u"start-day")
            all.push_back(provenanceOfStartDay(library, cohort));
    }
    return all;
}

} // namespace anakinra
