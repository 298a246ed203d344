// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"
#include "models/statistics/ProportionInterval.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

/// Pooling of single-arm proportions over independent studies.
namespace anakinra::statistics {

enum class PoolMethod {
    /// Random-intercept logistic model, maximum likelihood, t(k-1) interval: the primary method.
    Glmm,
    /// Inverse variance on the logit scale, REML, ad hoc Hartung-Knapp: sensitivity analysis.
    RemlHartungKnapp,
};

/// Why no model was fitted. The crude total with its exact interval is then all there is to say.
enum class PoolObstacle {
    None,
    NoRows,
    OneRow,        ///< k = 1: no heterogeneity can be estimated
    NoEvents,      ///< every row is 0/n: no finite maximum of the likelihood
    OnlyEvents,    ///< every row is n/n
    Separated,     ///< every row is 0/n or n/n and both occur: tau diverges
    NotIdentified, ///< every n is 1: tau is not identified
};

/// Rates are 0-1, tau^2 is on the logit scale. nullopt = not estimable.
struct PooledRate
{
    PoolMethod method = PoolMethod::Glmm;
    double level = 0.95;
    int k = 0; ///< rows, each an independent study
    PoolObstacle obstacle = PoolObstacle::None;

    std::optional<double> median;         ///< expit(mu): the rate of the median study
    std::optional<Interval> interval;     ///< of the median rate, t(k-1)
    std::optional<double> populationMean; ///< E[expit(mu + tau z)]
    std::optional<Interval> prediction;   ///< t(k-1) on sqrt(se^2 + tau^2); only for k >= 3
    int degreesOfFreedom = 0;             ///< k - 1, of the interval and the prediction interval

    std::optional<double> logitEstimate; ///< mu
    std::optional<double> logitStandardError;
    std::optional<double> tau2;
    std::optional<Interval>
        tau2Interval;         ///< profile likelihood (GLMM) or Q-profile (REML); high may be inf
    std::optional<double> i2; ///< Higgins-Thompson with the typical variance, 0-1
    std::optional<double> q;  ///< likelihood-ratio Q (GLMM) or Cochran's Q (REML)
    std::optional<double> qP; ///< on k-1 degrees of freedom

    int events = 0; ///< crude total
    int n = 0;
    Interval crudeExact; ///< Clopper-Pearson of the crude total
};

/// Requires 0 <= events <= n, n >= 1 in every row and 0 < level < 1.
[[nodiscard]] PooledRate poolRates(std::span<const EventsOfN> rows, PoolMethod method,
                                   double level);

/// The same, which a newer request can end within about a millisecond: nullopt then.
[[nodiscard]] std::optional<PooledRate>
poolRates(std::span<const EventsOfN> rows, PoolMethod method, double level, std::stop_token stop);

/// The pool without row i, for every i.
[[nodiscard]] std::vector<PooledRate> leaveOneOut(std::span<const EventsOfN> rows,
                                                  PoolMethod method, double level);

/// nullopt when stopped.
[[nodiscard]] std::optional<std::vector<PooledRate>>
leaveOneOut(std::span<const EventsOfN> rows, PoolMethod method, double level, std::stop_token stop);

} // namespace anakinra::statistics
