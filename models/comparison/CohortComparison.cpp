// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/CohortComparison.h"

#include "models/comparison/GatheredWarnings.h"
#include "models/comparison/OutcomeContrast.h"
#include "models/figures/RateFindings.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// What either cohort reports, in the vocabulary's order; codes it does not know come last.
QStringList reportedOutcomes(const Library &library, int a, int b)
{
    QStringList found;
    for (const int cohort : {a, b}) {
        for (const Observation &observation : cohortAt(library, cohort).outcomes) {
            if (observation.figure.source.status != Status::NotReported)
                found << observation.outcome;
        }
    }
    found.removeDuplicates();
    const auto &terms = library.vocabulary.outcomes;
    std::ranges::stable_sort(found, {}, [&](const QString &code) {
        return std::ranges::find(terms, code, &OutcomeTerm::code) - terms.begin();
    });
    return found;
}

QStringList warningsOf(const Library &library, const CohortComparison &comparison)
{
    QStringList warnings;
    if (!comparison.relation.shared.isEmpty())
        warnings << comparison.relation.shared;
    for (const auto &[side, index] : {std::pair(u"A"_s, comparison.a), std::pair(u"B"_s, comparison.b)}) {
        const Cohort &cohort = cohortAt(library, index);
        if (isComparator(cohort.role))
            warnings << side + u": "_s + roleLimit(cohort.role) + u'.';
        if (!cohort.n.value)
            warnings << side + u": the number of patients is not printed."_s;
    }
    return warnings + gatheredWarnings(comparison.outcomes);
}

} // namespace

CohortComparison compareCohorts(const Library &library, int a, int b, const CompareOptions &options,
                                const QString &outcome)
{
    CohortComparison comparison;
    comparison.a = a;
    comparison.b = b;
    comparison.options = options;
    comparison.relation = cohortRelation(library, {a, {}}, {b, {}});
    const QStringList outcomes = outcome.isEmpty() ? reportedOutcomes(library, a, b)
                                                   : QStringList{outcome};
    for (const QString &code : outcomes)
        comparison.outcomes.push_back(contrastOutcome(library, a, b, code, options));
    comparison.properties = comparedProperties(library, {&a, 1}, {&b, 1});
    comparison.warnings = warningsOf(library, comparison);
    std::vector<Rate *> rates;
    for (OutcomeComparison &each : comparison.outcomes)
        rates.insert(rates.end(), {&each.a, &each.b});
    comparison.findings = markFindings(library, rates);
    return comparison;
}

} // namespace anakinra
