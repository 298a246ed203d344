// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/ThresholdProbability.h"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cassert>

namespace anakinra::statistics {

ThresholdProbability thresholdProbability(EventsOfN counts, double threshold)
{
    assert(counts.n >= 1 && counts.events >= 0 && counts.events <= counts.n);
    const double at = std::clamp(threshold, 0.0, 1.0);
    const double a = counts.events + 0.5;
    const double b = counts.n - counts.events + 0.5;
    return {counts, at, boost::math::ibeta(a, b, at), boost::math::ibetac(a, b, at)};
}

} // namespace anakinra::statistics
