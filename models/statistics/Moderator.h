// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"
#include "models/statistics/Pooling.h"
#include "models/statistics/ProportionInterval.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

/// Pooling of single-arm proportions with one moderator: does the rate differ between groups of
/// studies, or change with the dose? Comparisons between studies are not randomised.
namespace anakinra::statistics {

/// One row with the value of a moderator: 0 and 1 for two groups, the dose (mg/day or mg/kg/day)
/// or another number for a regression.
struct ModeratedRow
{
    EventsOfN counts;
    double moderator = 0.0;
};

/// Why no model was fitted.
enum class ModeratorObstacle {
    None,
    TooFewRows,        ///< no residual degree of freedom: k <= 2, or k <= groups
    OneGroup,          ///< the moderator is constant, or fewer than two groups have rows
    GroupAllZeroOrAll, ///< a group (or one end of the moderator) is all 0/n or all n/n: slope
                       ///< infinite
    NotIdentified,     ///< every n is 1, or every row is 0/n or n/n: tau is not identified
};

/// The line logit(median rate) = intercept + slope * moderator. Slopes are log odds ratios per unit
/// of the moderator; nullopt = not estimable.
struct ModeratedPool
{
    ModeratorObstacle obstacle = ModeratorObstacle::None;
    PoolMethod method = PoolMethod::Glmm;
    int k = 0; ///< rows, each an independent study
    double level = 0.95;
    int residualDegreesOfFreedom = 0; ///< k - 2

    std::optional<double> intercept; ///< logit of the median rate at moderator 0
    std::optional<double> slope;
    std::optional<double> slopeStandardError;
    std::optional<Interval> slopeInterval; ///< t(k-2)
    /// Two-sided p of slope / standard error on t(k-2), so that it agrees with slopeInterval; the
    /// same as F(1, k-2).
    std::optional<double> waldP;
    std::optional<double> waldNormalP;      ///< the same ratio on the standard normal
    std::optional<double> likelihoodRatioP; ///< chi-square on 1 degree of freedom; GLMM only
    std::optional<double> tau2;             ///< residual, on the logit scale

    /// Variance of the intercept, covariance, variance of the slope. Zeros where nothing was
    /// fitted.
    std::array<double, 3> covariance{};

    /// Interval of the median rate at a value of the moderator, 0-1, t(k-2).
    [[nodiscard]] std::optional<Interval> rateAt(double moderator) const;
    /// Median rate at a value of the moderator, 0-1.
    [[nodiscard]] std::optional<double> estimateAt(double moderator) const;
};

/// Glmm: logistic-normal model by maximum likelihood, all local maxima compared. RemlHartungKnapp:
/// inverse variance on the logit scale, ad hoc Hartung-Knapp standard errors.
/// Knapp G, Hartung J. Stat Med 2003;22:2693-2710.
/// Requires 0 <= events <= n, n >= 1 in every row, finite moderators and 0 < level < 1.
/// After `stop` the search ends early, with a result that means nothing.
[[nodiscard]] ModeratedPool poolWithModerator(std::span<const ModeratedRow> rows, double level,
                                              PoolMethod method = PoolMethod::Glmm,
                                              std::stop_token stop = {});

/// Likelihood-ratio test that the median rates of several groups are equal, with one tau for all.
struct SubgroupTest
{
    ModeratorObstacle obstacle = ModeratorObstacle::None;
    int groups = 0; ///< groups that have rows
    int k = 0;      ///< rows of all groups
    double statistic = 0.0;
    int degreesOfFreedom = 0; ///< groups - 1
    double p = 1.0;           ///< meaningless with an obstacle
};

/// Groups without rows are passed over. After `stop` as poolWithModerator.
[[nodiscard]] SubgroupTest testSubgroups(std::span<const std::vector<EventsOfN>> groups,
                                         std::stop_token stop = {});

} // namespace anakinra::statistics
