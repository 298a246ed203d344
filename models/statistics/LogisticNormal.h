// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormalRow.h"
#include "models/statistics/SymmetricMatrix.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

/// The logistic-normal model x_i ~ Bin(n_i, expit(design_i . b + tau z_i)), z_i ~ N(0, 1): its
/// likelihood, to about 1e-12, and its global maximum. With a design of 1 it is the
/// random-intercept model of one pooled rate, whose coefficient is called mu.
///
/// Hamza TH, van Houwelingen HC, Stijnen T. J Clin Epidemiol 2008;61:41-51.
/// Stijnen T, Hamza TH, Ozdemir P. Stat Med 2010;29:3046-3067.
namespace anakinra::statistics {

/// One row: events of n. Requires 0 <= events <= n, n >= 1.
struct EventsOfN
{
    int events = 0;
    int n = 0;

    friend auto operator<=>(const EventsOfN &, const EventsOfN &) = default;
};

/// A row and the factors of the coefficients in its linear predictor.
struct DesignedRow
{
    EventsOfN counts;
    std::vector<double> design;

    friend auto operator<=>(const DesignedRow &, const DesignedRow &) = default;
};

/// Coefficients on the logit scale, then tau. The likelihood is even in tau; results carry
/// tau >= 0.
using LogisticNormalParameters = std::vector<double>;

/// Log-likelihood (with the binomial coefficients) and its derivatives in the parameters' order.
struct LogisticNormalValue
{
    double logLikelihood = 0.0;
    std::vector<double> gradient;
    SymmetricMatrix hessian;
};

/// A point and the likelihood there.
struct LogisticNormalTop
{
    LogisticNormalParameters at;
    LogisticNormalValue value;

    [[nodiscard]] double tau() const { return at.back(); }
    /// Covariance of the coefficients from the joint observed information of all parameters. At
    /// tau = 0 the cross derivatives vanish and it is that of the fixed-effect model. nullopt
    /// where the point is no maximum.
    [[nodiscard]] std::optional<SymmetricMatrix> covariance() const;
};

/// The likelihood maximised over the coefficients at one tau, for profile likelihoods.
struct ProfilePoint
{
    LogisticNormalParameters at;
    double logLikelihood = 0.0;
    double slope = 0.0;            ///< d logLikelihood / d tau along the profile
    std::vector<double> direction; ///< d coefficients / d tau along the profile
};

class LogisticNormalModel
{
public:
    /// One pooled rate. After `stop` the searches end early with a point that means nothing.
    explicit LogisticNormalModel(std::span<const EventsOfN> rows, std::stop_token stop = {});
    /// Several coefficients. Requires designs of one size, and columns that are independent and
    /// of the order of 1.
    explicit LogisticNormalModel(std::vector<DesignedRow> rows, std::stop_token stop = {});

    [[nodiscard]] LogisticNormalValue evaluate(const LogisticNormalParameters &at,
                                               Quadrature quadrature = Quadrature::Full) const;

    /// The global maximum. The likelihood can have a second, worse one; but for a given tau it is
    /// concave in the coefficients (Prekopa A. Acta Sci Math 1973;34:335-343), so every maximum is
    /// one of the profile over tau. That is scanned, and every summit climbed.
    /// `near` is where a summit is likely, e.g. the maximum of nearly the same rows.
    /// Requires a finite maximum (no separation, not only rows 0/n and n/n, not only n = 1).
    [[nodiscard]] LogisticNormalTop
    maximise(const std::optional<LogisticNormalParameters> &near = std::nullopt) const;

    /// The profile at `tau`, searched from `start` (whose tau does not matter).
    [[nodiscard]] ProfilePoint profile(double tau, LogisticNormalParameters start,
                                       Quadrature quadrature = Quadrature::Full) const;

    /// Population mean rate E[expit(mu + tau z)], 0-1; expit(mu) is the median rate.
    [[nodiscard]] static double populationMean(double mu, double tau);

private:
    struct WeightedRow
    {
        double events;
        double n;
        std::vector<double> design;
        double weight; ///< how many cohorts have exactly these counts and this design
    };

    [[nodiscard]] LogisticNormalTop climb(LogisticNormalParameters from,
                                          Quadrature quadrature) const;
    /// Newton over the coefficients until a step would add less than `enough` to the likelihood.
    [[nodiscard]] LogisticNormalTop maximiseGiven(double tau, LogisticNormalParameters start,
                                                  Quadrature quadrature, double enough) const;
    /// A start below every summit of the profile at tau > 0.
    [[nodiscard]] std::vector<LogisticNormalParameters>
    summits(const LogisticNormalParameters &fixed, double score,
            const std::optional<LogisticNormalParameters> &near) const;
    /// Slope of the profile in tau^2 at 0.
    [[nodiscard]] double scoreAtZero(const LogisticNormalParameters &fixed) const;

    std::vector<WeightedRow> m_rows;
    double m_constant = 0.0; ///< log binomial coefficients
    std::stop_token m_stop;
};

[[nodiscard]] double expit(double x);
[[nodiscard]] double logit(double p);

} // namespace anakinra::statistics
