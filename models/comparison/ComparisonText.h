// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"
#include "models/comparison/FilterComparison.h"

/// The words of a comparison: screen, figure, command line and table print the same.
namespace anakinra {

/// "−36.7", "+4.0", "0": percentage points with one decimal and a sign.
[[nodiscard]] QString pointsText(double points);
/// "−36.7 points (−59.8 to −1.2)".
[[nodiscard]] QString differenceText(const RateDifference &difference);
/// "0.59 (0.33–0.98)"; "∞" where unbounded, "not defined" for 0/0.
[[nodiscard]] QString ratioText(const statistics::RatioEstimate &ratio);
/// "Fisher p 0.088, mid-p 0.071, Boschloo p 0.063; risk ratio 0.59 (0.33–0.98); odds ratio 0.13 (0.00–1.52)".
[[nodiscard]] QString testText(const RateTest &test);
/// "odds ratio 0.42 (0.11–1.60), p 0.18": of the median rates, with its t(k - 2) interval.
[[nodiscard]] QString moderatorText(const ModeratorDifference &difference);
/// "Toxicity (lower is better)": the heading over outcomes of one kind and direction.
[[nodiscard]] QString sectionText(Domain domain, Direction direction);

/// "NOT RANDOMISED", or "Described as randomised".
[[nodiscard]] QString randomisationHeadline(const CohortRelation &relation);

/// How it was computed and by which program, for a methods section. Numbers in brackets point to
/// the references.
[[nodiscard]] QString methodsText(const CohortComparison &comparison, const Library &library);
[[nodiscard]] QString methodsText(const FilterComparison &comparison, const Library &library);
[[nodiscard]] QStringList methodsReferences(const CohortComparison &comparison);
[[nodiscard]] QStringList methodsReferences(const FilterComparison &comparison);

} // namespace anakinra
