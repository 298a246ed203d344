// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/TwoProportions.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace anakinra::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double normalQuantile(double level)
{
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1.0 - level) / 2.0));
}

/// Root of f on [low, high] where f changes from "inside" (true) to "outside".
template<typename Inside>
double boundary(Inside inside, double from, double to)
{
    for (int i = 0; i < 200; ++i) {
        const double middle = (from + to) / 2.0;
        if (middle == from || middle == to)
            break;
        (inside(middle) ? from : to) = middle;
    }
    return (from + to) / 2.0;
}

/// Maximum-likelihood pB under pA - pB = d. The derivative of the restricted likelihood is
/// decreasing in pB, so bisection is safe where the closed cubic loses its digits.
double restrictedPb(EventsOfN a, EventsOfN b, double d)
{
    const double low = std::max(0.0, -d);
    const double high = std::min(1.0, 1.0 - d);
    const auto term = [](double count, double p) { return count == 0.0 ? 0.0 : count / p; };
    const auto rising = [&](double pB) {
        const double pA = pB + d;
        return term(a.events, pA) - term(a.n - a.events, 1.0 - pA) + term(b.events, pB)
            - term(b.n - b.events, 1.0 - pB) > 0.0;
    };
    return boundary(rising, low, high);
}

double scoreZ(EventsOfN a, EventsOfN b, double d)
{
    const double total = double(a.n) + b.n;
    const double pB = restrictedPb(a, b, d);
    const double pA = std::clamp(pB + d, 0.0, 1.0);
    const double variance = (pA * (1.0 - pA) / a.n + pB * (1.0 - pB) / b.n) * total / (total - 1.0);
    const double numerator = double(a.events) / a.n - double(b.events) / b.n - d;
    if (variance <= 0.0)
        return numerator == 0.0 ? 0.0 : std::copysign(infinity, numerator);
    return numerator / std::sqrt(variance);
}

/// A group's part of Pearson's statistic at the rate `p`.
double pearson(EventsOfN counts, double p)
{
    const double residual = counts.events - counts.n * p;
    // where all have the event the restricted rate is 1 but for rounding
    if (std::abs(residual) <= 1e-13 * counts.n)
        return 0.0;
    return residual * residual / (counts.n * p * (1.0 - p));
}

/// Koopman's statistic for pA / pB = ratio: Pearson's at the restricted maximum-likelihood rates.
double koopmanStatistic(EventsOfN a, EventsOfN b, double ratio)
{
    const double total = double(a.n) + b.n;
    const double events = double(a.events) + b.events;
    // N r pB^2 - (r (nA + xB) + xA + nB) pB + events = 0; the stable smaller root.
    const double qa = total * ratio;
    const double qb = -(ratio * (a.n + b.events) + a.events + b.n);
    const double root = std::sqrt(std::max(0.0, qb * qb - 4.0 * qa * events));
    const double pB = 2.0 * events / (-qb + root);
    const double pA = std::min(1.0, ratio * pB);
    if (pA >= 1.0 && a.events < a.n)
        return infinity;
    return pearson(a, pA) + pearson(b, pB);
}

/// Noncentral hypergeometric distribution of A's events given both margins, by the ratio
/// recurrence in logarithms.
class NoncentralHypergeometric
{
public:
    NoncentralHypergeometric(EventsOfN a, EventsOfN b)
        : m_low(std::max(0, a.events + b.events - b.n)),
          m_logWeights(1, 0.0)
    {
        const double events = double(a.events) + b.events;
        const int high = std::min(a.n, a.events + b.events);
        for (int k = m_low; k < high; ++k) {
            m_logWeights.push_back(m_logWeights.back()
                                   + std::log((events - k) * (double(a.n) - k)
                                              / ((k + 1.0) * (b.n - events + k + 1.0))));
        }
    }

    [[nodiscard]] int low() const { return m_low; }
    [[nodiscard]] int high() const { return m_low + int(m_logWeights.size()) - 1; }

    /// Mean and the probabilities of <= k and >= k at odds ratio exp(logOdds).
    struct Summary
    {
        double mean, lower, upper;
    };
    [[nodiscard]] Summary at(double logOdds, int k) const
    {
        double top = -infinity;
        for (std::size_t i = 0; i < m_logWeights.size(); ++i)
            top = std::max(top, m_logWeights[i] + logOdds * double(i));
        double sum = 0.0, mean = 0.0, lower = 0.0, upper = 0.0;
        for (std::size_t i = 0; i < m_logWeights.size(); ++i) {
            const double w = std::exp(m_logWeights[i] + logOdds * double(i) - top);
            const int value = m_low + int(i);
            sum += w;
            mean += w * value;
            if (value <= k)
                lower += w;
            if (value >= k)
                upper += w;
        }
        return {mean / sum, lower / sum, upper / sum};
    }

private:
    int m_low;
    std::vector<double> m_logWeights;
};

} // namespace

Interval newcombeDifference(EventsOfN a, EventsOfN b, double level)
{
    const double pA = double(a.events) / a.n;
    const double pB = double(b.events) / b.n;
    const Interval wilsonA = proportionInterval(a.events, a.n, level, IntervalMethod::Wilson);
    const Interval wilsonB = proportionInterval(b.events, b.n, level, IntervalMethod::Wilson);
    const double d = pA - pB;
    return {std::max(-1.0, d - std::hypot(pA - wilsonA.low, wilsonB.high - pB)),
            std::min(1.0, d + std::hypot(wilsonA.high - pA, pB - wilsonB.low))};
}

Interval miettinenNurminenDifference(EventsOfN a, EventsOfN b, double level)
{
    const double z = normalQuantile(level);
    const double d = double(a.events) / a.n - double(b.events) / b.n;
    const auto inside = [&](double x) { return std::abs(scoreZ(a, b, x)) <= z; };
    return {inside(-1.0) ? -1.0 : boundary(inside, d, -1.0),
            inside(1.0) ? 1.0 : boundary(inside, d, 1.0)};
}

RatioEstimate koopmanRiskRatio(EventsOfN a, EventsOfN b, double level)
{
    const double pA = double(a.events) / a.n;
    const double pB = double(b.events) / b.n;
    if (a.events == 0 && b.events == 0)
        return {std::nullopt, {0.0, infinity}};
    const double limit = std::pow(normalQuantile(level), 2);
    const auto inside = [&](double logRatio) {
        return koopmanStatistic(a, b, std::exp(logRatio)) <= limit;
    };
    RatioEstimate ratio;
    ratio.estimate = b.events == 0 ? infinity : pA / pB;
    // With an empty cell the search starts from a ratio that the data cannot contradict.
    const double start = a.events == 0 ? -40.0 : b.events == 0 ? 40.0 : std::log(pA / pB);
    ratio.interval.low = a.events == 0 ? 0.0 : std::exp(boundary(inside, start, -60.0));
    ratio.interval.high = b.events == 0 ? infinity : std::exp(boundary(inside, start, 60.0));
    return ratio;
}

RatioEstimate conditionalOddsRatio(EventsOfN a, EventsOfN b, double level)
{
    const NoncentralHypergeometric distribution(a, b);
    if (distribution.low() == distribution.high())
        return {std::nullopt, {0.0, infinity}};
    const int x = a.events;
    const double tail = (1.0 - level) / 2.0;
    RatioEstimate ratio;
    if (x == distribution.low()) {
        ratio.estimate = 0.0;
        ratio.interval.low = 0.0;
    } else {
        ratio.interval.low = std::exp(boundary(
            [&](double l) { return distribution.at(l, x).upper >= tail; }, 60.0, -60.0));
    }
    if (x == distribution.high()) {
        ratio.estimate = infinity;
        ratio.interval.high = infinity;
    } else {
        ratio.interval.high = std::exp(boundary(
            [&](double l) { return distribution.at(l, x).lower >= tail; }, -60.0, 60.0));
    }
    if (!ratio.estimate) {
        ratio.estimate = std::exp(boundary(
            [&](double l) { return distribution.at(l, x).mean <= x; }, -60.0, 60.0));
    }
    return ratio;
}

} // namespace anakinra::statistics
