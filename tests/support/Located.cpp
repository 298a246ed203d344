// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/Located.h"

namespace anakinra::test {

using namespace Qt::StringLiterals;

namespace {

void locate(Source &source) { source.locator = u"Results, sentence 1"_s; }

void locate(Cohort &cohort)
{
    for (Source *source : {&cohort.n.source, &cohort.nAnakinra.source, &cohort.timingSource,
                           &cohort.ageGroups.source, &cohort.diseases.source,
                           &cohort.indications.source, &cohort.startDay.source})
        locate(*source);
    for (ProductShare &share : cohort.products)
        locate(share.source);
    for (Regimen &regimen : cohort.regimens)
        locate(regimen.source);
    for (Observation &observation : cohort.outcomes)
        locate(observation.figure.source);
    for (Characteristic &characteristic : cohort.characteristics)
        locate(characteristic.figure.source);
}

} // namespace

void locateEverything(Library &library)
{
    for (Cohort &cohort : library.cohorts)
        locate(cohort);
    for (Study &study : library.studies) {
        for (Comparison &comparison : study.comparisons) {
            locate(comparison.source);
            for (ComparisonGroup &group : comparison.groups)
                locate(group.figure.source);
        }
    }
}

} // namespace anakinra::test
