// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Boschloo.h"

#include "models/statistics/Hypergeometric.h"
#include "models/statistics/VectorState.h"

#include <boost/math/tools/minima.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <vector>

namespace anakinra::statistics {

namespace {

/// Fisher's p of one table of a distribution.
using Statistic = std::function<double(const Hypergeometric &, std::size_t index)>;

double lowerTail(const Hypergeometric &d, std::size_t index)
{
    return std::accumulate(d.p.begin(), d.p.begin() + std::ptrdiff_t(index) + 1, 0.0);
}

double upperTail(const Hypergeometric &d, std::size_t index)
{
    return std::accumulate(d.p.rbegin(), d.p.rend() - std::ptrdiff_t(index), 0.0);
}

/// The tables whose statistic is at most the observed one. Given the total of events their
/// probability does not depend on the common rate, so that share of every total is all we need.
class Region
{
public:
    Region(EventsOfN a, EventsOfN b, const Statistic &statistic) : m_total(a.n + b.n)
    {
        const Hypergeometric seen = hypergeometric(a.n, b.n, a.events + b.events);
        // Tied tables of other totals differ by rounding.
        const double limit = statistic(seen, seen.indexOf(a.events)) * (1.0 + 1e-9);
        for (int events = 0; events <= m_total; ++events) {
            const Hypergeometric d = hypergeometric(a.n, b.n, events);
            double share = 0.0;
            for (std::size_t i = 0; i < d.p.size(); ++i) {
                if (statistic(d, i) <= limit)
                    share += d.p[i];
            }
            m_share.push_back(share);
            m_logBinomial.push_back(events == 0
                                        ? 0.0
                                        : m_logBinomial.back() +
                                              std::log(double(m_total - events + 1) / events));
        }
    }

    [[nodiscard]] double probability(double rate) const
    {
        if (rate <= 0.0)
            return m_share.front();
        if (rate >= 1.0)
            return m_share.back();
        const double logRate = std::log(rate);
        const double logOther = std::log1p(-rate);
        double sum = 0.0;
        for (int events = 0; events <= m_total; ++events) {
            const std::size_t i = static_cast<std::size_t>(events);
            if (m_share[i] > 0.0)
                sum += m_share[i] * std::exp(m_logBinomial[i] + events * logRate +
                                             (m_total - events) * logOther);
        }
        return sum;
    }

private:
    int m_total;
    std::vector<double> m_share;
    std::vector<double> m_logBinomial;
};

struct Peak
{
    double p = 0.0;
    double rate = 0.0;
};

/// The highest probability over all common rates: a grid finds the peaks, the best are refined.
Peak highest(const Region &region)
{
    constexpr int cells = 1000;
    constexpr std::size_t refined = 8;
    std::vector<double> grid(cells + 1);
    for (int i = 0; i <= cells; ++i)
        grid[std::size_t(i)] = region.probability(double(i) / cells);
    std::vector<std::size_t> peaks;
    for (std::size_t i = 0; i <= cells; ++i) {
        const bool overLeft = i == 0 || grid[i] >= grid[i - 1];
        const bool overRight = i == cells || grid[i] >= grid[i + 1];
        if (overLeft && overRight)
            peaks.push_back(i);
    }
    std::ranges::sort(peaks, std::greater(), [&grid](std::size_t i) { return grid[i]; });
    peaks.resize(std::min(peaks.size(), refined));

    Peak best;
    for (const std::size_t i : peaks) {
        const double low = std::max(0.0, (double(i) - 1.0) / cells);
        const double high = std::min(1.0, (double(i) + 1.0) / cells);
        const auto [rate, negative] = boost::math::tools::brent_find_minima(
            [&region](double at) { return -region.probability(at); }, low, high,
            std::numeric_limits<double>::digits / 2);
        if (-negative > best.p)
            best = {-negative, rate};
        if (grid[i] > best.p) // at an end of the range
            best = {grid[i], double(i) / cells};
    }
    return {std::min(1.0, best.p), best.rate};
}

} // namespace

std::optional<BoschlooTest> boschlooTest(EventsOfN a, EventsOfN b, BoschlooOrder order)
{
    assert(a.events >= 0 && a.events <= a.n && b.events >= 0 && b.events <= b.n);
    clearVectorState();
    if (a.n < 1 || b.n < 1 || a.n > boschlooLimit || b.n > boschlooLimit)
        return std::nullopt;
    if (order == BoschlooOrder::FisherTwoSided) {
        const Peak peak = highest(Region(a, b, twoSidedP));
        return BoschlooTest{order, peak.p, peak.rate};
    }
    const Peak lower = highest(Region(a, b, lowerTail));
    const Peak upper = highest(Region(a, b, upperTail));
    const Peak &smaller = lower.p <= upper.p ? lower : upper;
    return BoschlooTest{order, std::min(1.0, 2.0 * smaller.p), smaller.rate};
}

} // namespace anakinra::statistics
