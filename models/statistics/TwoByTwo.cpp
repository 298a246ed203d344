// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/TwoByTwo.h"

#include "models/statistics/Hypergeometric.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace anakinra::statistics {

namespace {

[[maybe_unused]] bool isTable(EventsOfN a) { return a.n >= 0 && a.events >= 0 && a.events <= a.n; }

/// Every cell is `correction` nearer to what is expected of it, but never beyond.
std::optional<double> pearsonP(EventsOfN a, EventsOfN b, double correction)
{
    assert(isTable(a) && isTable(b));
    const double nA = a.n;
    const double nB = b.n;
    const double events = double(a.events) + b.events;
    const double others = nA + nB - events;
    if (nA == 0.0 || nB == 0.0 || events == 0.0 || others == 0.0)
        return std::nullopt;
    const double raw = std::abs(a.events * (nB - b.events) - b.events * (nA - a.events));
    const double cross = std::max(0.0, raw - correction * (nA + nB));
    const double chi2 = cross / nA * cross / nB * (nA + nB) / (events * others);
    return std::erfc(std::sqrt(chi2 / 2.0));
}

} // namespace

double fisherTwoSided(EventsOfN a, EventsOfN b)
{
    assert(isTable(a) && isTable(b));
    const Hypergeometric d = hypergeometric(a.n, b.n, a.events + b.events);
    return twoSidedP(d, d.indexOf(a.events));
}

double fisherMidP(EventsOfN a, EventsOfN b)
{
    assert(isTable(a) && isTable(b));
    const Hypergeometric d = hypergeometric(a.n, b.n, a.events + b.events);
    const std::size_t observed = d.indexOf(a.events);
    double below = 0.0;
    double above = 0.0;
    for (std::size_t i = 0; i < d.p.size(); ++i) {
        if (i < observed)
            below += d.p[i];
        else if (i > observed)
            above += d.p[i];
    }
    return std::min(1.0, 2.0 * (std::min(below, above) + d.p[observed] / 2.0));
}

std::optional<double> chiSquareP(EventsOfN a, EventsOfN b)
{
    return pearsonP(a, b, 0.0);
}

std::optional<double> chiSquareYatesP(EventsOfN a, EventsOfN b)
{
    return pearsonP(a, b, 0.5);
}

} // namespace anakinra::statistics
