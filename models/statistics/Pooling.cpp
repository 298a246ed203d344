// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Pooling.h"

#include "models/statistics/LogitReml.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace anakinra::statistics {

namespace {

PoolObstacle obstacleOf(std::span<const EventsOfN> rows)
{
    if (rows.empty())
        return PoolObstacle::NoRows;
    const bool noEvents = std::ranges::all_of(rows, [](auto r) { return r.events == 0; });
    const bool onlyEvents = std::ranges::all_of(rows, [](auto r) { return r.events == r.n; });
    const bool extreme = std::ranges::all_of(
        rows, [](auto r) { return r.events == 0 || r.events == r.n; });
    const bool singles = std::ranges::all_of(rows, [](auto r) { return r.n == 1; });
    if (rows.size() == 1)
        return PoolObstacle::OneRow;
    if (noEvents)
        return PoolObstacle::NoEvents;
    if (onlyEvents)
        return PoolObstacle::OnlyEvents;
    if (singles)
        return PoolObstacle::NotIdentified;
    if (extreme)
        return PoolObstacle::Separated;
    return PoolObstacle::None;
}

double xlogy(double x, double y)
{
    return x == 0.0 ? 0.0 : x * std::log(y);
}

/// Likelihood-ratio Q of "all rows share one rate" against the saturated model.
double likelihoodRatioQ(std::span<const EventsOfN> rows, double crude)
{
    double q = 0.0;
    for (const EventsOfN &row : rows) {
        const double x = row.events;
        const double n = row.n;
        q += xlogy(x, x / (n * crude)) + xlogy(n - x, (n - x) / (n * (1.0 - crude)));
    }
    return std::max(0.0, 2.0 * q);
}

/// Root of a decreasing function on [low, high] by bisection.
double bisect(const std::function<double(double)> &f, double low, double high)
{
    for (int i = 0; i < 100 && high - low > 1e-11 * (1.0 + high); ++i) {
        const double middle = (low + high) / 2.0;
        (f(middle) > 0.0 ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

/// Profile-likelihood interval of tau^2. Where the likelihood is flat for ever, high is infinite.
Interval profileTau2(const LogisticNormalModel &model, LogisticNormalParameters top, double level)
{
    const double drop = 0.5 * boost::math::quantile(boost::math::chi_squared(1.0), level);
    const double target = model.evaluate(top).logLikelihood - drop;
    double mu = top.mu;
    const auto above = [&](double tau) {
        mu = model.maximiseMu(tau, mu);
        return model.evaluate({mu, tau}).logLikelihood - target;
    };
    Interval interval{0.0, std::numeric_limits<double>::infinity()};
    if (top.tau > 0.0 && above(0.0) < 0.0)
        interval.low = std::pow(bisect([&](double tau) { return -above(tau); }, 0.0, top.tau), 2);
    mu = top.mu;
    double outside = std::max(0.5, 2.0 * top.tau);
    while (outside < 100.0 && above(outside) > 0.0)
        outside *= 2.0;
    if (outside < 100.0)
        interval.high = std::pow(bisect(above, top.tau, outside), 2);
    return interval;
}

Interval onRateScale(double mu, double halfWidth)
{
    return {expit(mu - halfWidth), expit(mu + halfWidth)};
}

void fitGlmm(std::span<const EventsOfN> rows, PooledRate &pool)
{
    const LogisticNormalModel model(rows);
    const LogisticNormalParameters top = model.maximise();
    const LogisticNormalValue value = model.evaluate(top);
    // Inverse of the joint observed information; at tau = 0 the cross derivative vanishes.
    const double a = -value.hessian[0][0];
    const double b = -value.hessian[0][1];
    const double c = -value.hessian[1][1];
    const double variance = top.tau > 0.0 ? c / (a * c - b * b) : 1.0 / a;
    pool.logitEstimate = top.mu;
    pool.logitStandardError = std::sqrt(variance);
    pool.tau2 = top.tau * top.tau;
    pool.tau2Interval = profileTau2(model, top, pool.level);
    pool.populationMean = LogisticNormalModel::populationMean(top);
    pool.q = likelihoodRatioQ(rows, double(pool.events) / pool.n);
    pool.i2 = *pool.tau2 / (*pool.tau2 + typicalLogitVariance(rows));
}

void fitReml(std::span<const EventsOfN> rows, PooledRate &pool)
{
    const LogitReml fit = fitLogitReml(rows, pool.level);
    pool.logitEstimate = fit.mu;
    pool.logitStandardError = fit.standardError;
    pool.tau2 = fit.tau2;
    pool.tau2Interval = fit.tau2Interval;
    pool.populationMean = LogisticNormalModel::populationMean({fit.mu, std::sqrt(fit.tau2)});
    pool.q = fit.q;
    pool.i2 = fit.tau2 / (fit.tau2 + typicalLogitVariance(rows));
}

} // namespace

PooledRate poolRates(std::span<const EventsOfN> rows, PoolMethod method, double level)
{
    PooledRate pool;
    pool.method = method;
    pool.level = level;
    pool.k = int(rows.size());
    for (const EventsOfN &row : rows) {
        pool.events += row.events;
        pool.n += row.n;
    }
    if (pool.n > 0)
        pool.crudeExact = proportionInterval(pool.events, pool.n, level,
                                             IntervalMethod::ClopperPearson);
    pool.obstacle = obstacleOf(rows);
    if (pool.obstacle != PoolObstacle::None)
        return pool;

    if (method == PoolMethod::Glmm)
        fitGlmm(rows, pool);
    else
        fitReml(rows, pool);

    pool.degreesOfFreedom = pool.k - 1;
    pool.qP = boost::math::cdf(
        boost::math::complement(boost::math::chi_squared(pool.degreesOfFreedom), *pool.q));
    const double t = boost::math::quantile(boost::math::complement(
        boost::math::students_t(pool.degreesOfFreedom), (1.0 - level) / 2.0));
    const double mu = *pool.logitEstimate;
    const double se = *pool.logitStandardError;
    pool.median = expit(mu);
    pool.interval = onRateScale(mu, t * se);
    if (pool.k >= 3)
        pool.prediction = onRateScale(mu, t * std::sqrt(se * se + *pool.tau2));
    return pool;
}

std::vector<PooledRate> leaveOneOut(std::span<const EventsOfN> rows, PoolMethod method,
                                    double level)
{
    std::vector<PooledRate> pools;
    pools.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<EventsOfN> others(rows.begin(), rows.end());
        others.erase(others.begin() + std::ptrdiff_t(i));
        pools.push_back(poolRates(others, method, level));
    }
    return pools;
}

} // namespace anakinra::statistics
