// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Pooling.h"

#include "models/statistics/LogitReml.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace anakinra::statistics {

namespace {

/// What one fit is given besides the rows.
struct PoolRun
{
    std::stop_token stop;
    std::optional<PooledRate> near = std::nullopt; ///< the pool of nearly the same rows
};

PoolObstacle obstacleOf(std::span<const EventsOfN> rows)
{
    if (rows.empty())
        return PoolObstacle::NoRows;
    const bool noEvents = std::ranges::all_of(rows, [](auto r) { return r.events == 0; });
    const bool onlyEvents = std::ranges::all_of(rows, [](auto r) { return r.events == r.n; });
    const bool extreme =
        std::ranges::all_of(rows, [](auto r) { return r.events == 0 || r.events == r.n; });
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

/// The tau between the top and `outermost` (on either side) where the profile likelihood has fallen
/// to `target`, searched from `guess`; nullopt where it does not fall so far. Safeguarded Newton
/// along the profile.
std::optional<double> profileCrossing(const LogisticNormalModel &model,
                                      const LogisticNormalTop &top, double target, double outermost,
                                      double guess)
{
    const bool upwards = outermost > top.tau();
    const double slopeOfMu = -top.value.hessian(0, 1) / top.value.hessian(0, 0);
    double inside = top.tau();
    double outside = outermost;
    double tau = guess;
    LogisticNormalParameters start = top.at;
    start[0] += slopeOfMu * (tau - top.tau());
    for (int i = 0; i < 200; ++i) {
        const ProfilePoint here = model.profile(tau, start);
        const double excess = here.logLikelihood - target;
        (excess > 0.0 ? inside : outside) = tau;
        const double low = std::min(inside, outside);
        const double high = std::max(inside, outside);
        if (upwards && excess > 0.0 && high - low < 1e-3 && outside == outermost)
            return std::nullopt;
        double next = tau - excess / here.slope;
        if (std::abs(next - tau) < 1e-6 * (1.0 + tau)) // Newton doubles the digits
            return std::clamp(next, low, high);
        if (!(next > low && next < high)) // nor where the slope is 0
            next = upwards && outside == outermost ? std::min(2.0 * tau, (tau + high) / 2.0)
                                                   : (low + high) / 2.0;
        start = here.at;
        start[0] += here.direction[0] * (next - tau);
        tau = next;
    }
    return tau;
}

/// Profile-likelihood interval of tau^2. Where the likelihood is flat for ever, high is infinite.
Interval profileTau2(const LogisticNormalModel &model, const LogisticNormalTop &top, double level,
                     const std::optional<PooledRate> &near)
{
    constexpr double flatForEver = 100.0;
    const double drop = 0.5 * boost::math::quantile(boost::math::chi_squared(1.0), level);
    const double target = top.value.logLikelihood - drop;
    // To start with, the bounds of nearly the same rows, or the parabola at the top.
    const SymmetricMatrix &hessian = top.value.hessian;
    const double curvature = hessian(0, 1) * hessian(0, 1) / hessian(0, 0) - hessian(1, 1);
    const double reach = std::min(2.0, std::sqrt(2.0 * drop / std::max(curvature, 1e-2)));
    double low = std::max(top.tau() - reach, top.tau() / 2.0);
    double high = top.tau() + reach;
    if (near) {
        const double nearLow = std::sqrt(near->tau2Interval->low);
        const double nearHigh = std::sqrt(near->tau2Interval->high);
        if (nearLow > 0.0 && nearLow < top.tau())
            low = nearLow;
        if (nearHigh > top.tau() && nearHigh < flatForEver)
            high = nearHigh;
    }
    Interval interval{0.0, std::numeric_limits<double>::infinity()};
    if (top.tau() > 0.0 && model.profile(0.0, top.at).logLikelihood < target)
        interval.low = std::pow(profileCrossing(model, top, target, 0.0, low).value_or(0.0), 2);
    if (const auto tau = profileCrossing(model, top, target, flatForEver, high))
        interval.high = *tau * *tau;
    return interval;
}

Interval onRateScale(double mu, double halfWidth)
{
    return {expit(mu - halfWidth), expit(mu + halfWidth)};
}

std::optional<LogisticNormalParameters> startFrom(const std::optional<PooledRate> &near)
{
    if (!near || *near->tau2 == 0.0)
        return std::nullopt;
    return LogisticNormalParameters{*near->logitEstimate, std::sqrt(*near->tau2)};
}

/// Leaves the estimates empty when it was stopped on the way.
void fitGlmm(std::span<const EventsOfN> rows, PooledRate &pool, const PoolRun &run)
{
    const LogisticNormalModel model(rows, run.stop);
    const LogisticNormalTop top = model.maximise(startFrom(run.near));
    const auto covariance = top.covariance();
    if (run.stop.stop_requested() || !covariance)
        return;
    pool.logitEstimate = top.at.front();
    pool.logitStandardError = std::sqrt((*covariance)(0, 0));
    pool.tau2 = top.tau() * top.tau();
    pool.tau2Interval = profileTau2(model, top, pool.level, run.near);
    pool.populationMean = LogisticNormalModel::populationMean(top.at.front(), top.tau());
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
    pool.populationMean = LogisticNormalModel::populationMean(fit.mu, std::sqrt(fit.tau2));
    pool.q = fit.q;
    pool.i2 = fit.tau2 / (fit.tau2 + typicalLogitVariance(rows));
}

PooledRate pool(std::span<const EventsOfN> rows, PoolMethod method, double level,
                const PoolRun &run)
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
        pool.crudeExact =
            proportionInterval(pool.events, pool.n, level, IntervalMethod::ClopperPearson);
    pool.obstacle = obstacleOf(rows);
    if (pool.obstacle != PoolObstacle::None)
        return pool;

    if (method == PoolMethod::Glmm)
        fitGlmm(rows, pool, run);
    else
        fitReml(rows, pool);
    if (!pool.logitEstimate)
        return pool;

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

} // namespace

PooledRate poolRates(std::span<const EventsOfN> rows, PoolMethod method, double level)
{
    return pool(rows, method, level, {});
}

std::optional<PooledRate> poolRates(std::span<const EventsOfN> rows, PoolMethod method,
                                    double level, std::stop_token stop)
{
    PooledRate result = pool(rows, method, level, {stop});
    if (stop.stop_requested())
        return std::nullopt;
    return result;
}

std::vector<PooledRate> leaveOneOut(std::span<const EventsOfN> rows, PoolMethod method,
                                    double level)
{
    return leaveOneOut(rows, method, level, std::stop_token()).value();
}

std::optional<std::vector<PooledRate>>
leaveOneOut(std::span<const EventsOfN> rows, PoolMethod method, double level, std::stop_token stop)
{
    PoolRun run{stop};
    if (const PooledRate all = pool(rows, method, level, run); all.logitEstimate)
        run.near = all;
    std::map<EventsOfN, PooledRate> without; // leaving out either of two equal rows is the same
    std::vector<PooledRate> pools;
    pools.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size() && !stop.stop_requested(); ++i) {
        auto known = without.find(rows[i]);
        if (known == without.end()) {
            std::vector<EventsOfN> others(rows.begin(), rows.end());
            others.erase(others.begin() + std::ptrdiff_t(i));
            known = without.emplace(rows[i], pool(others, method, level, run)).first;
        }
        pools.push_back(known->second);
    }
    if (stop.stop_requested())
        return std::nullopt;
    return pools;
}

} // namespace anakinra::statistics
