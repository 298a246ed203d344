// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ReportedOutcomes.h"

#include "models/figures/RateSeries.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

std::vector<ReportedOutcome> reportedOutcomes(const Library &library, std::span<const int> cohorts)
{
    QHash<QString, int> reporting;
    const RateOptions options;
    for (const int cohort : cohorts) {
        QSet<QString> counted; // a cohort may record one outcome several times
        for (const Observation &o : library.cohorts[static_cast<std::size_t>(cohort)].outcomes) {
            if (counted.contains(o.outcome)
                || bareRateOf(library, cohort, o.outcome, options).kind == RateKind::NotReported)
                continue;
            counted.insert(o.outcome);
            ++reporting[o.outcome];
        }
    }
    std::vector<ReportedOutcome> outcomes;
    for (const OutcomeTerm &term : library.vocabulary.outcomes) {
        if (const int count = reporting.value(term.code))
            outcomes.push_back({term.code, term.label, count});
    }
    return outcomes;
}

std::vector<ReportedOutcome> ofDomain(const Library &library, std::span<const ReportedOutcome> outcomes,
                                      Domain domain)
{
    std::vector<ReportedOutcome> chosen;
    for (const ReportedOutcome &outcome : outcomes) {
        const OutcomeTerm *term = library.vocabulary.outcome(outcome.code);
        if (term && term->domain == domain)
            chosen.push_back(outcome);
    }
    return chosen;
}

QString startingOutcome(std::span<const ReportedOutcome> outcomes)
{
    if (outcomes.empty())
        return {};
    const QString usual = u"icans.any"_s;
    if (std::ranges::find(outcomes, usual, &ReportedOutcome::code) != outcomes.end())
        return usual;
    return std::ranges::max_element(outcomes, {}, &ReportedOutcome::cohorts)->code;
}

} // namespace anakinra
