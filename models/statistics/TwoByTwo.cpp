// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/TwoByTwo.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

namespace anakinra::statistics {

namespace {

/// Probabilities of k = first ... first + size - 1 events in group A given all margins.
struct Hypergeometric
{
    int first = 0;
    std::vector<double> p;
};

/// By the ratio of neighbours outwards from the mode, then normalised: no factorials, so neither
/// overflow nor loss of digits for large groups.
Hypergeometric distribution(EventsOfN a, EventsOfN b)
{
    const double nA = a.n;
    const double nB = b.n;
    const double m = double(a.events) + b.events;
    const int first = std::max(0, a.events + b.events - b.n);
    const int last = std::min(a.n, a.events + b.events);
    const int mode = std::clamp(int((nA + 1.0) * (m + 1.0) / (nA + nB + 2.0)), first, last);
    // d[k+1] / d[k]
    const auto ratio = [=](double k) {
        return (m - k) * (nA - k) / ((k + 1.0) * (nB - m + k + 1.0));
    };

    Hypergeometric d{first, std::vector<double>(static_cast<std::size_t>(last - first + 1))};
    const auto at = [&d, first](int k) -> double & {
        return d.p[static_cast<std::size_t>(k - first)];
    };
    at(mode) = 1.0;
    for (int k = mode; k < last; ++k)
        at(k + 1) = at(k) * ratio(k);
    for (int k = mode; k > first; --k)
        at(k - 1) = at(k) / ratio(k - 1);
    const double sum = std::accumulate(d.p.begin(), d.p.end(), 0.0);
    for (double &p : d.p)
        p /= sum;
    return d;
}

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
    const Hypergeometric d = distribution(a, b);
    const double limit = d.p[static_cast<std::size_t>(a.events - d.first)] * (1.0 + 1e-7);
    double sum = 0.0;
    for (const double p : d.p) {
        if (p <= limit)
            sum += p;
    }
    return std::min(1.0, sum);
}

double fisherMidP(EventsOfN a, EventsOfN b)
{
    assert(isTable(a) && isTable(b));
    const Hypergeometric d = distribution(a, b);
    const std::size_t observed = static_cast<std::size_t>(a.events - d.first);
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
