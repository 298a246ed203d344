// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <vector>

/// The random-intercept logistic model x_i ~ Bin(n_i, expit(mu + tau z_i)), z_i ~ N(0, 1):
/// its likelihood, to about 1e-12, and its global maximum.
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

/// Parameters on the logit scale. The likelihood is even in tau; results carry tau >= 0.
struct LogisticNormalParameters
{
    double mu = 0.0;
    double tau = 0.0;
};

/// Log-likelihood (with the binomial coefficients) and its first and second derivatives.
struct LogisticNormalValue
{
    double logLikelihood = 0.0;
    double gradient[2] = {0.0, 0.0};               ///< d/dmu, d/dtau
    double hessian[2][2] = {{0.0, 0.0}, {0.0, 0.0}};
};

class LogisticNormalModel
{
public:
    explicit LogisticNormalModel(std::span<const EventsOfN> rows);

    /// The integral of every row by the trapezoid rule, which converges exponentially here:
    /// 120 nodes are good to 4e-14 per row, 32 to about 1e-4 (enough to search with).
    [[nodiscard]] LogisticNormalValue evaluate(LogisticNormalParameters at, int nodes = 120) const;

    /// The global maximum, from several starts: the likelihood can have a second, worse maximum.
    /// Requires a finite maximum (not all rows 0/n, not all n/n, not only such rows).
    [[nodiscard]] LogisticNormalParameters maximise() const;

    /// mu that maximises the likelihood for a given tau, for profile likelihoods.
    [[nodiscard]] double maximiseMu(double tau, double start) const;

    /// Population mean rate E[expit(mu + tau z)], 0-1; expit(mu) is the median rate.
    [[nodiscard]] static double populationMean(LogisticNormalParameters at);

private:
    struct WeightedRow
    {
        double events;
        double n;
        double weight; ///< how many cohorts have exactly these counts
    };

    [[nodiscard]] LogisticNormalParameters climb(LogisticNormalParameters from, int nodes,
                                                 double tolerance) const;

    std::vector<WeightedRow> m_rows;
    double m_constant = 0.0; ///< log binomial coefficients
    double m_crudeLogit = 0.0;
};

[[nodiscard]] double expit(double x);
[[nodiscard]] double logit(double p);

} // namespace anakinra::statistics
