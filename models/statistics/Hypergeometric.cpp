// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Hypergeometric.h"

#include <algorithm>
#include <numeric>

namespace anakinra::statistics {

Hypergeometric hypergeometric(int nA, int nB, int events)
{
    const double a = nA;
    const double b = nB;
    const double m = events;
    const int first = std::max(0, events - nB);
    const int last = std::min(nA, events);
    const int mode = std::clamp(int((a + 1.0) * (m + 1.0) / (a + b + 2.0)), first, last);
    // d[k+1] / d[k]
    const auto ratio = [=](double k) {
        return (m - k) * (a - k) / ((k + 1.0) * (b - m + k + 1.0));
    };

    // By the ratio of neighbours outwards from the mode, then normalised: no factorials, so neither
    // overflow nor loss of digits for large groups.
    Hypergeometric d{first, std::vector<double>(static_cast<std::size_t>(last - first + 1))};
    const auto at = [&d](int k) -> double & { return d.p[d.indexOf(k)]; };
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

double twoSidedP(const Hypergeometric &distribution, std::size_t index)
{
    const double limit = distribution.p[index] * (1.0 + 1e-7);
    double sum = 0.0;
    for (const double p : distribution.p) {
        if (p <= limit)
            sum += p;
    }
    return std::min(1.0, sum);
}

} // namespace anakinra::statistics
