// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/JointDenominators.h"

#include "models/integrity/checks/Checks.h"
#include "models/integrity/checks/Words.h"

#include <algorithm>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// A bare percentage of a group that is not named may be of anybody.
bool isBare(const Observation &observation)
{
    const Figure &figure = observation.figure;
    return figure.percent && !figure.n && figure.source.status == Status::PercentOnly
        && !figure.source.flags.contains(u"group-not-named"_s);
}

/// By rounding or by cutting off, each for itself.
bool anyDenominator(const std::vector<PrintedPercent> &printed, int most)
{
    for (int n = 1; n <= most; ++n) {
        if (std::ranges::all_of(printed, [n](const PrintedPercent &p) {
                return fittingCounts(p, n).has_value();
            }))
            return true;
    }
    return false;
}

} // namespace

JointDenominators::JointDenominators(const Library &library, int cohort)
    : m_library(library), m_cohort(cohort)
{
    const Cohort &record = cohortAt(library, cohort);
    m_most = largest(record.n).value_or(0);
    if (m_most < 1 || m_most > largestSearchedDenominator)
        return;
    const auto domainOf = [&](std::size_t i) -> std::optional<Domain> {
        const OutcomeTerm *term = library.vocabulary.outcome(record.outcomes[i].outcome);
        return term ? std::optional(term->domain) : std::nullopt;
    };
    std::vector<bool> taken(record.outcomes.size(), false);
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) {
        if (taken[i] || !isBare(record.outcomes[i]))
            continue;
        Group group;
        for (std::size_t k = i; k < record.outcomes.size(); ++k) {
            const Observation &other = record.outcomes[k];
            if (taken[k] || !isBare(other) || !sameAssessment(record.outcomes[i], other)
                || other.denominator != record.outcomes[i].denominator || domainOf(k) != domainOf(i))
                continue;
            taken[k] = true;
            group.outcomes.push_back(k);
            group.printed.push_back(
                PrintedPercent::find(other.figure.source.reported, *other.figure.percent));
        }
        if (group.outcomes.size() > 1)
            m_groups.push_back(std::move(group));
    }
}

const JointDenominators::Group *JointDenominators::groupOf(std::size_t position) const
{
    const auto it = std::ranges::find_if(m_groups, [position](const Group &group) {
        return std::ranges::find(group.outcomes, position) != group.outcomes.end();
    });
    return it == m_groups.end() ? nullptr : &*it;
}

QString JointDenominators::named(const Group &group, std::size_t member) const
{
    const QString &code = cohortAt(m_library, m_cohort).outcomes[group.outcomes[member]].outcome;
    const OutcomeTerm *term = m_library.vocabulary.outcome(code);
    return (term ? term->shortLabel : code) + u' ' + percentWords(group.printed[member]);
}

QString JointDenominators::together(std::size_t position) const
{
    const Group *group = groupOf(position);
    if (!group)
        return {};
    QStringList others;
    std::vector<int> own;
    for (std::size_t i = 0; i < group->outcomes.size(); ++i) {
        if (group->outcomes[i] == position)
            own = fittingDenominators({&group->printed[i], 1}, m_most);
        else
            others << named(*group, i);
    }
    const std::vector<int> joint = fittingDenominators(group->printed, m_most);
    if (joint.empty() || joint.size() == own.size())
        return {};
    return u"; together with %1 only %2"_s.arg(others.join(u", "_s), numberList(joint));
}

void JointDenominators::report(AuditLog &log) const
{
    const Cohort &record = cohortAt(m_library, m_cohort);
    for (const Group &group : m_groups) {
        if (anyDenominator(group.printed, m_most))
            continue;
        QStringList each;
        bool eachFits = true;
        for (std::size_t i = 0; i < group.outcomes.size(); ++i) {
            const auto fitting = fittingDenominators({&group.printed[i], 1}, m_most);
            eachFits &= anyDenominator({group.printed[i]}, m_most);
            each << named(group, i) + u": "_s
                    + (fitting.empty() ? u"none"_s : numberList(fitting));
        }
        if (!eachFits) // told at the one that fits nothing
            continue;
        std::vector<FindingTarget> rest;
        for (std::size_t i = 1; i < group.outcomes.size(); ++i)
            rest.push_back(outcomeTarget(m_cohort, record, group.outcomes[i]));
        log.add(Check::GrimJoint, Severity::Note,
                outcomeTarget(m_cohort, record, group.outcomes.front()),
                u"No one number of patients up to %1 gives these percentages, so they are not shares of the same group."_s
                    .arg(m_most),
                u"denominators that fit "_s + each.join(u"; "_s), std::move(rest));
    }
}

} // namespace anakinra::integrity
