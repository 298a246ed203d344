// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"

/// How probable it is that the true rate lies below or above a threshold.
namespace anakinra::statistics {

/// Probabilities are 0-1 and add up to 1; each is exact to the digits of a double, however small.
struct ThresholdProbability
{
    EventsOfN counts;
    double threshold = 0.0; ///< 0-1
    double below = 0.0;
    double above = 0.0;
};

/// From the Jeffreys posterior Beta(events + 1/2, n - events + 1/2) of one cohort alone, the one
/// behind IntervalMethod::Jeffreys (Brown LD, Cai TT, DasGupta A. Stat Sci 2001;16:101-133).
/// Requires 0 <= events <= n, n >= 1; a threshold outside 0-1 is taken to the nearer end.
[[nodiscard]] ThresholdProbability thresholdProbability(EventsOfN counts, double threshold);

} // namespace anakinra::statistics
