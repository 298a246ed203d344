// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/checks/AuditLog.h"

/// The checks, one family per file. Each looks at one record and writes what it finds; none knows
/// another, and none knows any one study.
namespace anakinra::integrity {

/// Percentages against the denominators they can have (GRIM), alone and jointly over those of one
/// assessment; printed and inferred counts against the percentages beside them.
void checkPercentages(AuditLog &log, int cohort);

/// One percentage of a group of a comparison that is recorded nowhere else.
void checkPercentage(AuditLog &log, const FindingTarget &target, const Figure &figure);

/// Counts against their denominators, denominators against the cohort, two values for one number.
void checkCounts(AuditLog &log, int cohort);

/// Grade >=3 against any grade, grade 4 against grade >=3, complete against overall response; only
/// within one report, time window, population and denominator.
void checkOrder(AuditLog &log, int cohort);

/// Parts against the cohort they belong to, declared divisions against their sum.
void checkParts(AuditLog &log, int cohort);

/// Products against the size of the cohort.
void checkProducts(AuditLog &log, int cohort);

/// Printed intervals against those that the counts give.
void checkIntervals(AuditLog &log, int cohort);

/// A toxicity called refractory to steroids that not everyone was given.
void checkCalledRefractory(AuditLog &log, int cohort);

/// Values without a locator.
void checkLocators(AuditLog &log, int cohort);

/// The printed p value of a comparison, its percentages and its locator. `position` is its place in
/// the study.
void checkComparison(AuditLog &log, const Study &study, int position);

/// Cohorts that share participants and report the same outcome. `position` is the place of the
/// overlap in the library.
void checkOverlap(AuditLog &log, int position);

/// What a figure points to, where the list and the position in it are known.
[[nodiscard]] inline FindingTarget outcomeTarget(int cohort, const Cohort &record, std::size_t position)
{
    return {NumberKind::Endpoint, cohort, record.outcomes[position].outcome, int(position)};
}
[[nodiscard]] inline FindingTarget characteristicTarget(int cohort, const Cohort &record,
                                                        std::size_t position)
{
    return {NumberKind::Characteristic, cohort, record.characteristics[position].code,
            int(position)};
}
[[nodiscard]] inline FindingTarget productTarget(int cohort, const Cohort &record,
                                                 std::size_t position)
{
    return {NumberKind::Product, cohort, record.products[position].code, int(position)};
}
[[nodiscard]] inline FindingTarget sizeTarget(int cohort)
{
    return {NumberKind::Count, cohort, QStringLiteral("n"), 0};
}

/// Both figures are of one assessment, as far as is told: one report, time window and population.
[[nodiscard]] inline bool sameAssessment(const Observation &a, const Observation &b)
{
    return a.figure.source.report == b.figure.source.report && a.window == b.window
        && a.population == b.population;
}

/// One figure printed once, recorded in two places.
[[nodiscard]] bool isSameFigure(const Figure &a, const Figure &b);

/// Largest printed number of the count.
[[nodiscard]] inline std::optional<int> largest(const Count &count)
{
    return count.max ? count.max : count.value;
}

} // namespace anakinra::integrity
