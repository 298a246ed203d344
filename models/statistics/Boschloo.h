// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"

#include <optional>

/// Boschloo's unconditional exact test of two independent proportions: Fisher's p as the statistic,
/// and the largest probability, over every common rate, of one at most as large. It never exceeds
/// Fisher's p. Boschloo RD. Stat Neerl 1970;24:1-9.
namespace anakinra::statistics {

/// Which p of Fisher's orders the tables; programs differ.
enum class BoschlooOrder {
    FisherTwoSided,      ///< Fisher's two-sided p, as R's package Exact with tsmethod "square"
    TwiceSmallerOneSided ///< twice the smaller of the two one-sided tests, at most 1, as SciPy
};

struct BoschlooTest
{
    BoschlooOrder order = BoschlooOrder::FisherTwoSided;
    double p = 1.0;
    double commonRate = 0.0; ///< 0-1: where the probability is largest
};

/// The largest group for which the test is offered.
inline constexpr int boschlooLimit = 100;

/// nullopt for a group without patients or of more than boschlooLimit.
/// Requires 0 <= events <= n.
[[nodiscard]] std::optional<BoschlooTest>
boschlooTest(EventsOfN a, EventsOfN b, BoschlooOrder order = BoschlooOrder::FisherTwoSided);

} // namespace anakinra::statistics
