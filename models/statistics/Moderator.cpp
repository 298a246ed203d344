// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/Moderator.h"

#include "models/statistics/LogitReml.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace anakinra::statistics {

namespace {

bool isExtreme(EventsOfN row)
{
    return row.events == 0 || row.events == row.n;
}

/// No finite tau: from single patients, or where every row is at an end.
bool leavesTauOpen(std::span<const EventsOfN> rows)
{
    return std::ranges::all_of(rows, [](EventsOfN row) { return row.n == 1; }) ||
           std::ranges::all_of(rows, isExtreme);
}

std::vector<EventsOfN> countsOf(std::span<const ModeratedRow> rows)
{
    std::vector<EventsOfN> counts;
    counts.reserve(rows.size());
    for (const ModeratedRow &row : rows)
        counts.push_back(row.counts);
    return counts;
}

/// Whether some value of the moderator has all events on one side of it and all non-events on the
/// other: the slope is then infinite. Two groups of which one is all 0/n are the simplest case.
bool isSeparated(std::span<const ModeratedRow> rows)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double firstEvent = infinity, lastEvent = -infinity;
    double firstOther = infinity, lastOther = -infinity;
    for (const ModeratedRow &row : rows) {
        if (row.counts.events > 0) {
            firstEvent = std::min(firstEvent, row.moderator);
            lastEvent = std::max(lastEvent, row.moderator);
        }
        if (row.counts.events < row.counts.n) {
            firstOther = std::min(firstOther, row.moderator);
            lastOther = std::max(lastOther, row.moderator);
        }
    }
    return lastEvent <= firstOther || lastOther <= firstEvent;
}

ModeratorObstacle obstacleOf(std::span<const ModeratedRow> rows)
{
    if (rows.size() <= 2)
        return ModeratorObstacle::TooFewRows;
    const auto [low, high] = std::ranges::minmax_element(rows, {}, &ModeratedRow::moderator);
    if (low->moderator == high->moderator)
        return ModeratorObstacle::OneGroup;
    if (isSeparated(rows))
        return ModeratorObstacle::GroupAllZeroOrAll;
    if (leavesTauOpen(countsOf(rows)))
        return ModeratorObstacle::NotIdentified;
    return ModeratorObstacle::None;
}

/// p of a likelihood-ratio statistic.
double chiSquareUpper(double statistic, int degreesOfFreedom)
{
    return boost::math::cdf(
        boost::math::complement(boost::math::chi_squared(degreesOfFreedom), statistic));
}

/// Twice the gain in log-likelihood; rounding may leave less than nothing.
double likelihoodRatio(double full, double restricted)
{
    return std::max(0.0, 2.0 * (full - restricted));
}

double studentQuantile(int degreesOfFreedom, double level)
{
    return boost::math::quantile(
        boost::math::complement(boost::math::students_t(degreesOfFreedom), (1.0 - level) / 2.0));
}

void fitGlmm(std::span<const ModeratedRow> rows, ModeratedPool &pool, const std::stop_token &stop)
{
    // Standardised, so that mg per day and mg/kg per day are searched alike.
    double mean = 0.0;
    for (const ModeratedRow &row : rows)
        mean += row.moderator / double(rows.size());
    double variance = 0.0;
    for (const ModeratedRow &row : rows)
        variance += (row.moderator - mean) * (row.moderator - mean) / double(rows.size());
    const double unit = std::sqrt(variance);

    std::vector<DesignedRow> designed;
    designed.reserve(rows.size());
    for (const ModeratedRow &row : rows)
        designed.push_back({row.counts, {1.0, (row.moderator - mean) / unit}});
    const LogisticNormalTop top = LogisticNormalModel(std::move(designed), stop).maximise();
    const LogisticNormalTop without = LogisticNormalModel(countsOf(rows), stop).maximise();
    const auto covariance = top.covariance();
    if (!covariance) {
        pool.obstacle = ModeratorObstacle::NotIdentified;
        return;
    }

    const double shift = mean / unit;
    const double slopeVariance = (*covariance)(1, 1) / variance;
    const double cross = ((*covariance)(0, 1) - shift * (*covariance)(1, 1)) / unit;
    pool.slope = top.at[1] / unit;
    pool.intercept = top.at[0] - shift * top.at[1];
    pool.covariance = {(*covariance)(0, 0) - 2.0 * shift * (*covariance)(0, 1) +
                           shift * shift * (*covariance)(1, 1),
                       cross, slopeVariance};
    pool.tau2 = top.tau() * top.tau();
    pool.likelihoodRatioP =
        chiSquareUpper(likelihoodRatio(top.value.logLikelihood, without.value.logLikelihood), 1);
}

void fitReml(std::span<const ModeratedRow> rows, ModeratedPool &pool)
{
    std::vector<double> moderators;
    moderators.reserve(rows.size());
    for (const ModeratedRow &row : rows)
        moderators.push_back(row.moderator);
    const LogitRemlLine line = fitLogitRemlLine(countsOf(rows), moderators);
    pool.slope = line.slope;
    pool.intercept = line.intercept;
    pool.covariance = line.covariance;
    pool.tau2 = line.tau2;
}

} // namespace

std::optional<double> ModeratedPool::estimateAt(double moderator) const
{
    if (!intercept)
        return std::nullopt;
    return expit(*intercept + *slope * moderator);
}

std::optional<Interval> ModeratedPool::rateAt(double moderator) const
{
    if (!intercept)
        return std::nullopt;
    const double centre = *intercept + *slope * moderator;
    const double variance =
        covariance[0] + 2.0 * moderator * covariance[1] + moderator * moderator * covariance[2];
    const double half =
        studentQuantile(residualDegreesOfFreedom, level) * std::sqrt(std::max(0.0, variance));
    return Interval{expit(centre - half), expit(centre + half)};
}

ModeratedPool poolWithModerator(std::span<const ModeratedRow> rows, double level, PoolMethod method,
                                std::stop_token stop)
{
    ModeratedPool pool;
    pool.method = method;
    pool.level = level;
    pool.k = int(rows.size());
    pool.obstacle = obstacleOf(rows);
    if (pool.obstacle != ModeratorObstacle::None)
        return pool;
    if (method == PoolMethod::Glmm)
        fitGlmm(rows, pool, stop);
    else
        fitReml(rows, pool);
    if (!pool.slope)
        return pool;

    pool.residualDegreesOfFreedom = pool.k - 2;
    const double standardError = std::sqrt(pool.covariance[2]);
    const double half = studentQuantile(pool.residualDegreesOfFreedom, level) * standardError;
    const double ratio = std::abs(*pool.slope) / standardError;
    pool.slopeStandardError = standardError;
    pool.slopeInterval = Interval{*pool.slope - half, *pool.slope + half};
    pool.waldP = 2.0 * boost::math::cdf(boost::math::complement(
                           boost::math::students_t(pool.residualDegreesOfFreedom), ratio));
    pool.waldNormalP =
        2.0 * boost::math::cdf(boost::math::complement(boost::math::normal(), ratio));
    return pool;
}

SubgroupTest testSubgroups(std::span<const std::vector<EventsOfN>> groups, std::stop_token stop)
{
    SubgroupTest test;
    std::vector<EventsOfN> all;
    bool oneSided = false;
    for (const std::vector<EventsOfN> &group : groups) {
        if (group.empty())
            continue;
        ++test.groups;
        all.insert(all.end(), group.begin(), group.end());
        oneSided = oneSided ||
                   std::ranges::all_of(group, [](EventsOfN row) { return row.events == 0; }) ||
                   std::ranges::all_of(group, [](EventsOfN row) { return row.events == row.n; });
    }
    test.k = int(all.size());
    if (test.groups < 2)
        test.obstacle = ModeratorObstacle::OneGroup;
    else if (test.k <= test.groups)
        test.obstacle = ModeratorObstacle::TooFewRows;
    else if (oneSided)
        test.obstacle = ModeratorObstacle::GroupAllZeroOrAll;
    else if (leavesTauOpen(all))
        test.obstacle = ModeratorObstacle::NotIdentified;
    if (test.obstacle != ModeratorObstacle::None)
        return test;

    std::vector<DesignedRow> designed;
    designed.reserve(all.size());
    std::size_t index = 0;
    for (const std::vector<EventsOfN> &group : groups) {
        if (group.empty())
            continue;
        std::vector<double> design(std::size_t(test.groups), 0.0);
        design[index++] = 1.0;
        for (const EventsOfN &row : group)
            designed.push_back({row, design});
    }
    test.degreesOfFreedom = test.groups - 1;
    test.statistic =
        likelihoodRatio(LogisticNormalModel(std::move(designed), stop).maximise().value.logLikelihood,
                        LogisticNormalModel(all, stop).maximise().value.logLikelihood);
    test.p = chiSquareUpper(test.statistic, test.degreesOfFreedom);
    return test;
}

} // namespace anakinra::statistics
