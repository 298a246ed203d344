// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"
#include "models/statistics/ProportionInterval.h"

#include <optional>

/// Effect measures for two independent proportions A and B, always A against B. Differences are
/// pA - pB in -1..1; ratios are pA / pB, odds ratios oddsA / oddsB, both 0..infinity.
/// Requires 0 <= events <= n, n >= 1 and 0 < level < 1.
namespace anakinra::statistics {

/// Newcombe's hybrid score interval, method 10. Newcombe RG. Stat Med 1998;17:873-890.
[[nodiscard]] Interval newcombeDifference(EventsOfN a, EventsOfN b, double level);

/// Score interval with the N/(N-1) correction. Miettinen O, Nurminen M. Stat Med 1985;4:213-226.
[[nodiscard]] Interval miettinenNurminenDifference(EventsOfN a, EventsOfN b, double level);

/// A ratio and its interval; the estimate is nullopt where it is undefined (0/0).
struct RatioEstimate
{
    std::optional<double> estimate; ///< may be infinite
    Interval interval;              ///< high may be infinite
};

/// Score interval without the N/(N-1) correction. Koopman PAR. Biometrics 1984;40:513-517.
[[nodiscard]] RatioEstimate koopmanRiskRatio(EventsOfN a, EventsOfN b, double level);

/// Conditional maximum-likelihood odds ratio with the exact interval, each tail (1 - level)/2.
/// Cornfield J. Proc Third Berkeley Symp 1956;4:135-148.
[[nodiscard]] RatioEstimate conditionalOddsRatio(EventsOfN a, EventsOfN b, double level);

} // namespace anakinra::statistics
