// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// What sort of value a source belongs to.
enum class RecordedSort { Outcome, Regimen, Characteristic, Comparison, Note, Other };

/// Calls visit(sort, source) for every value that is recorded of the cohort itself; what it has
/// from its parent is left out.
template<typename Visit>
void forEachSource(const Cohort &cohort, const Visit &visit)
{
    visit(RecordedSort::Other, cohort.n.source);
    // For anakinra cohorts the number given anakinra is n itself, and counts once.
    if (cohort.role != Role::Anakinra)
        visit(RecordedSort::Other, cohort.nAnakinra.source);
    if (!cohort.timingInherited)
        visit(RecordedSort::Other, cohort.timingSource);
    for (const Coded *coded : {&cohort.ageGroups, &cohort.diseases, &cohort.indications}) {
        if (!coded->inherited)
            visit(RecordedSort::Other, coded->source);
    }
    for (const ProductShare &share : cohort.products) {
        if (!share.inherited)
            visit(RecordedSort::Other, share.source);
    }
    if (!cohort.startDay.inherited)
        visit(RecordedSort::Other, cohort.startDay.source);
    if (!cohort.regimensInherited) {
        for (const Regimen &regimen : cohort.regimens) {
            visit(RecordedSort::Regimen, regimen.source);
            for (const FieldSource &also : regimen.alsoFrom)
                visit(RecordedSort::Regimen, also.source);
        }
    }
    for (const Observation &observation : cohort.outcomes)
        visit(RecordedSort::Outcome, observation.figure.source);
    for (const Characteristic &characteristic : cohort.characteristics)
        visit(RecordedSort::Characteristic, characteristic.figure.source);
    for (const Note &note : cohort.notes)
        visit(RecordedSort::Note, note.source);
}

/// The same for what is recorded of the study as a whole.
template<typename Visit>
void forEachSource(const Study &study, const Visit &visit)
{
    visit(RecordedSort::Other, study.design.source);
    visit(RecordedSort::Other, study.yearSource);
    for (const Comparison &comparison : study.comparisons)
        visit(RecordedSort::Comparison, comparison.source);
    for (const Note &note : study.notes)
        visit(RecordedSort::Note, note.source);
}

} // namespace anakinra
