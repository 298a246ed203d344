// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/ProportionInterval.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace anakinra::statistics {

namespace {

Interval wilson(double x, double n, double level)
{
    const double z = boost::math::quantile(
        boost::math::complement(boost::math::normal(), (1.0 - level) / 2.0));
    const double p = x / n;
    const double z2 = z * z;
    const double centre = p + z2 / (2.0 * n);
    const double half = z * std::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    const double scale = 1.0 + z2 / n;
    return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

Interval clopperPearson(double x, double n, double level)
{
    using Beta = boost::math::beta_distribution<double>;
    const double tail = (1.0 - level) / 2.0;
    // A shape parameter of 0 is outside the distribution's domain; the bound there is exact.
    const double low = x > 0.0 ? boost::math::quantile(Beta(x, n - x + 1.0), tail) : 0.0;
    const double high = x < n
        ? boost::math::quantile(boost::math::complement(Beta(x + 1.0, n - x), tail))
        : 1.0;
    return {low, high};
}

} // namespace

Interval proportionInterval(int events, int n, double level, IntervalMethod method)
{
    assert(n >= 1 && events >= 0 && events <= n && level > 0.0 && level < 1.0);
    Interval interval = method == IntervalMethod::Wilson ? wilson(events, n, level)
                                                         : clopperPearson(events, n, level);
    // The closed formula leaves +-1e-17 at the ends.
    if (events == 0)
        interval.low = 0.0;
    if (events == n)
        interval.high = 1.0;
    return interval;
}

} // namespace anakinra::statistics
