// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"

#include <optional>

/// Tests of two independent proportions, for recomputing printed p values from printed counts.
/// Requires 0 <= events <= n. A table with an empty margin (no events at all, only events, or an
/// empty group) says nothing: the exact tests give 1 and chi-square is undefined.
namespace anakinra::statistics {

/// Fisher's exact test, two-sided: the probability of all tables that are no likelier than the one
/// observed (within a relative 1e-7, so that rounding cannot split ties), as in R's fisher.test.
[[nodiscard]] double fisherTwoSided(EventsOfN a, EventsOfN b);

/// Twice the smaller one-sided probability that counts the observed table by half; at most 1.
[[nodiscard]] double fisherMidP(EventsOfN a, EventsOfN b);

/// Pearson's chi-square on one degree of freedom without continuity correction: its p value.
/// nullopt where a margin is empty.
[[nodiscard]] std::optional<double> chiSquareP(EventsOfN a, EventsOfN b);

/// The same with the continuity correction of Yates (Suppl J R Stat Soc 1934;1:217-235), which R's
/// chisq.test applies to tables of two groups unless told otherwise. nullopt where a margin is empty.
[[nodiscard]] std::optional<double> chiSquareYatesP(EventsOfN a, EventsOfN b);

} // namespace anakinra::statistics
