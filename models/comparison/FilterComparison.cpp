// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/FilterComparison.h"

#include "models/comparison/GatheredWarnings.h"
#include "models/comparison/ModeratorContrast.h"
#include "models/comparison/OutcomeContrast.h"
#include "models/figures/RateFindings.h"

#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

bool isReported(const Rate &rate)
{
    return rate.percent || rate.events;
}

FilterSide sideOf(const Library &library, std::span<const int> cohorts, const QString &outcome,
                  const CompareOptions &options, const std::stop_token &stop)
{
    FilterSide side;
    for (const int cohort : cohorts) {
        const Rate rate = bareRateOf(library, cohort, outcome, options.rates);
        const bool isListed = options.longestSide <= 0
            || side.rates.size() < static_cast<std::size_t>(options.longestSide);
        if (isReported(rate) && isListed)
            side.rates.push_back(rateOf(library, cohort, outcome, options.rates));
        else if (isReported(rate))
            ++side.notListed;
        else if (rate.setAside)
            side.setAside.push_back(cohort);
        else
            ++side.notReporting;
    }
    PoolRequest request;
    request.level = options.rates.level;
    request.guard.showInferred = options.rates.showInferred;
    request.guard.possibleOverlap = options.possibleOverlap;
    request.sensitivity = false;
    side.pool = analysePool(library, cohorts, outcome, request, stop).overall;
    return side;
}

/// Codes of the rates that any of the cohorts reports, in the vocabulary's order.
QStringList reportedRates(const Library &library, std::span<const int> a, std::span<const int> b)
{
    QSet<QString> found;
    for (const std::span<const int> cohorts : {a, b}) {
        for (const int cohort : cohorts) {
            for (const Observation &o : library.cohorts[static_cast<std::size_t>(cohort)].outcomes) {
                if (o.figure.source.status != Status::NotReported && (o.figure.rate() || o.figure.events))
                    found.insert(o.outcome);
            }
        }
    }
    QStringList codes;
    for (const OutcomeTerm &term : library.vocabulary.outcomes) {
        if (found.contains(term.code))
            codes << term.code;
    }
    return codes;
}

FilterOutcome compareOutcome(const Library &library, const FilterComparison &of,
                             const QString &code, const std::stop_token &stop)
{
    FilterOutcome outcome;
    outcome.outcome = code;
    outcome.label = outcomeLabel(library, code);
    outcome.shortLabel = outcome.label;
    if (const OutcomeTerm *term = library.vocabulary.outcome(code)) {
        outcome.shortLabel = term->shortLabel;
        outcome.domain = term->domain;
        outcome.direction = term->direction;
    }
    outcome.a = sideOf(library, of.a.cohorts, code, of.options, stop);
    outcome.b = sideOf(library, of.b.cohorts, code, of.options, stop);
    if (stop.stop_requested())
        return outcome;
    for (const auto &[name, side] : {std::pair(u"A: "_s, &outcome.a), std::pair(u"B: "_s, &outcome.b)}) {
        for (const int cohort : side->setAside)
            outcome.warnings << name + cohortTitle(library, cohort)
                    + u" is not shown: participants who already had a toxicity, not an incidence."_s;
        if (!side->pool.guard.refused.isEmpty())
            outcome.warnings << name + u"not pooled. "_s + side->pool.guard.refused;
        for (const QString &warning : side->pool.guard.warnings)
            outcome.warnings << name + warning;
    }
    contrastSides(library, outcome, of.options, stop);
    return outcome;
}

/// Cohorts that both filters list stand on both sides.
QString onBothSides(const Library &library, const FilterComparison &of)
{
    QStringList names;
    for (const int cohort : of.a.cohorts) {
        if (std::ranges::find(of.b.cohorts, cohort) != of.b.cohorts.end())
            names << cohortTitle(library, cohort);
    }
    if (names.isEmpty())
        return {};
    return names.size() == 1
        ? u"%1 is on both sides."_s.arg(names.first())
        : u"%1 cohorts are on both sides, among them %2."_s.arg(names.size()).arg(names.first());
}

QStringList warningsOf(const Library &library, const FilterComparison &of)
{
    QStringList warnings;
    for (const auto &[name, side] : {std::pair(u"A"_s, &of.a), std::pair(u"B"_s, &of.b)}) {
        if (side->cohorts.empty())
            warnings << u"%1: no cohort matches."_s.arg(name);
        if (side->unjudged > 0)
            warnings << (side->unjudged == 1
                             ? u"%1: 1 cohort could not be judged and is not shown."_s.arg(name)
                             : u"%1: %2 cohorts could not be judged and are not shown."_s.arg(name)
                                   .arg(side->unjudged));
    }
    if (const QString both = onBothSides(library, of); !both.isEmpty())
        warnings << both;
    return warnings + gatheredWarnings(of.outcomes);
}

/// Of the cohorts that are listed one by one.
QStringList markRates(const Library &library, FilterComparison &of)
{
    std::vector<Rate *> rates;
    for (FilterOutcome &outcome : of.outcomes) {
        for (FilterSide *side : {&outcome.a, &outcome.b}) {
            for (Rate &rate : side->rates)
                rates.push_back(&rate);
        }
    }
    return markFindings(library, rates);
}

} // namespace

FilterComparison compareFilters(const Library &library, ComparedFilter a, ComparedFilter b,
                                const CompareOptions &options, const QString &outcome,
                                std::stop_token stop)
{
    FilterComparison comparison;
    comparison.a = std::move(a);
    comparison.b = std::move(b);
    comparison.options = options;
    comparison.statement = u"The two sides are made of different studies, or of groups that were not "
                           "assigned by chance: patients, products, definitions and care may differ "
                           "as well as anakinra."_s;
    const QStringList outcomes = outcome.isEmpty()
        ? reportedRates(library, comparison.a.cohorts, comparison.b.cohorts)
        : QStringList{outcome};
    for (const QString &code : outcomes) {
        if (stop.stop_requested())
            break;
        comparison.outcomes.push_back(compareOutcome(library, comparison, code, stop));
    }
    comparison.cancelled = stop.stop_requested();
    if (comparison.cancelled)
        return comparison;
    comparison.properties = comparedProperties(library, comparison.a.cohorts, comparison.b.cohorts);
    comparison.warnings = warningsOf(library, comparison);
    comparison.findings = markRates(library, comparison);
    return comparison;
}

} // namespace anakinra
