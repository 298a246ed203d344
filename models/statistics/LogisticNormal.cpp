// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/LogisticNormal.h"

#include "models/statistics/VectorState.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace anakinra::statistics {

namespace {

double logBinomial(double n, double k)
{
    using boost::math::lgamma; // std::lgamma writes the global signgam
    return lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0);
}

std::vector<DesignedRow> withIntercept(std::span<const EventsOfN> rows)
{
    std::vector<DesignedRow> designed;
    designed.reserve(rows.size());
    for (const EventsOfN &row : rows)
        designed.push_back({row, {1.0}});
    return designed;
}

double lengthOf(const std::vector<double> &v)
{
    return std::sqrt(std::inner_product(v.begin(), v.end(), v.begin(), 0.0));
}

std::vector<double> moved(std::vector<double> from, const std::vector<double> &step, double scale)
{
    for (std::size_t i = 0; i < step.size(); ++i)
        from[i] += scale * step[i];
    return from;
}

struct NewtonStep
{
    std::vector<double> step;
    bool concave; ///< the surface curves down in every direction here
};

/// Newton on the negative Hessian, made positive definite where the surface is not concave, and
/// never longer than 4.
NewtonStep newtonStep(const SymmetricMatrix &hessian, const std::vector<double> &gradient)
{
    SymmetricMatrix curvature = hessian.negated();
    std::optional<std::vector<double>> step = curvature.solve(gradient);
    const bool concave = step.has_value();
    double ridge = std::max(1e-3 * curvature.largestDiagonal(), 1e-8);
    for (; !step; ridge *= 4.0) {
        for (std::size_t i = 0; i < curvature.size(); ++i)
            curvature.add(i, i, ridge);
        step = curvature.solve(gradient);
        if (!std::isfinite(ridge))
            return {std::vector<double>(gradient.size(), 0.0), false};
    }
    const double length = lengthOf(*step);
    if (length > 4.0) {
        for (double &part : *step)
            part *= 4.0 / length;
    }
    return {*std::move(step), concave};
}

/// Newton's step of the coefficients alone.
std::vector<double> stepOfCoefficients(const LogisticNormalValue &value)
{
    std::vector<double> gradient(value.gradient);
    gradient.pop_back();
    return newtonStep(value.hessian.leading(gradient.size()), gradient).step;
}

/// What a step of the coefficients alone adds to the log-likelihood, half its squared length in
/// standard errors.
double gainOf(const std::vector<double> &step, const LogisticNormalValue &value)
{
    return std::inner_product(step.begin(), step.end(), value.gradient.begin(), 0.0) / 2.0;
}

} // namespace

double expit(double x)
{
    if (x >= 0.0)
        return 1.0 / (1.0 + std::exp(-x));
    const double e = std::exp(x);
    return e / (1.0 + e);
}

double logit(double p)
{
    return std::log(p / (1.0 - p));
}

std::optional<SymmetricMatrix> LogisticNormalTop::covariance() const
{
    const SymmetricMatrix information = value.hessian.negated();
    const std::size_t coefficients = at.size() - 1;
    if (tau() != 0.0) {
        if (const auto joint = information.inverse())
            return joint->leading(coefficients);
    }
    return information.leading(coefficients).inverse();
}

LogisticNormalModel::LogisticNormalModel(std::span<const EventsOfN> rows, std::stop_token stop)
    : LogisticNormalModel(withIntercept(rows), std::move(stop))
{
}

LogisticNormalModel::LogisticNormalModel(std::vector<DesignedRow> rows, std::stop_token stop)
    : m_stop(std::move(stop))
{
    assert(!rows.empty());
    clearVectorState();
    std::ranges::sort(rows);
    const DesignedRow *previous = nullptr;
    for (DesignedRow &row : rows) {
        m_constant += logBinomial(row.counts.n, row.counts.events);
        if (previous && *previous == row)
            m_rows.back().weight += 1.0;
        else
            m_rows.push_back({double(row.counts.events), double(row.counts.n), row.design, 1.0});
        previous = &row;
    }
}

LogisticNormalValue LogisticNormalModel::evaluate(const LogisticNormalParameters &at,
                                                  Quadrature quadrature) const
{
    const std::size_t size = at.size();
    const std::size_t last = size - 1; // tau
    LogisticNormalValue value{m_constant, std::vector<double>(size, 0.0), SymmetricMatrix(size)};
    for (const WeightedRow &row : m_rows) {
        const double eta =
            std::inner_product(row.design.begin(), row.design.end(), at.begin(), 0.0);
        const RowIntegral integral = integrateRow(row.events, row.n, eta, at[last], quadrature);
        value.logLikelihood += row.weight * integral.logValue;
        for (std::size_t i = 0; i < last; ++i) {
            const double factor = row.weight * row.design[i];
            value.gradient[i] += factor * integral.eta;
            value.hessian.add(i, last, factor * integral.etaTau);
            for (std::size_t j = 0; j <= i; ++j)
                value.hessian.add(i, j, factor * row.design[j] * integral.etaEta);
        }
        value.gradient[last] += row.weight * integral.tau;
        value.hessian.add(last, last, row.weight * integral.tauTau);
    }
    return value;
}

LogisticNormalTop LogisticNormalModel::climb(LogisticNormalParameters from,
                                             Quadrature quadrature) const
{
    const double enough = quadrature == Quadrature::Search ? 1e-3 : 1e-11;
    LogisticNormalValue here = evaluate(from, quadrature);
    for (int iteration = 0; iteration < 100 && !m_stop.stop_requested(); ++iteration) {
        const NewtonStep newton = newtonStep(here.hessian, here.gradient);
        if (newton.concave && lengthOf(newton.step) < enough * (1.0 + lengthOf(from)))
            break;
        bool improved = false;
        for (double scale = 1.0; scale > 1e-10; scale /= 2.0) {
            LogisticNormalParameters next = moved(from, newton.step, scale);
            LogisticNormalValue there = evaluate(next, quadrature);
            // Near the top the gain is below rounding; a shrinking gradient is progress then.
            const bool flat = std::abs(there.logLikelihood - here.logLikelihood) <
                              1e-12 * (1.0 + std::abs(here.logLikelihood));
            if (there.logLikelihood > here.logLikelihood ||
                (flat && lengthOf(there.gradient) < lengthOf(here.gradient))) {
                from = std::move(next);
                here = std::move(there);
                improved = true;
                break;
            }
        }
        if (!improved)
            break;
    }
    return {std::move(from), std::move(here)};
}

double LogisticNormalModel::scoreAtZero(const LogisticNormalParameters &fixed) const
{
    double score = 0.0;
    for (const WeightedRow &row : m_rows) {
        const double p =
            expit(std::inner_product(row.design.begin(), row.design.end(), fixed.begin(), 0.0));
        const double residual = row.events - row.n * p;
        score += row.weight * (residual * residual - row.n * p * (1.0 - p)) / 2.0;
    }
    return score;
}

std::vector<LogisticNormalParameters>
LogisticNormalModel::summits(const LogisticNormalParameters &fixed, double score,
                             const std::optional<LogisticNormalParameters> &near) const
{
    constexpr std::array scan{0.1, 0.2, 0.4, 0.7, 1.2, 2.0, 3.2, 5.0};
    std::vector<LogisticNormalParameters> starts;
    // Slopes in tau^2, which unlike those in tau tell something at tau = 0 too.
    LogisticNormalParameters below = fixed;
    double slopeBelow = score;
    LogisticNormalParameters from = fixed;
    for (std::size_t i = 0; i < scan.size() && !m_stop.stop_requested(); ++i) {
        const double tau = scan[i];
        const ProfilePoint here = profile(tau, from, Quadrature::Search);
        const double slope = here.slope / (2.0 * tau);
        if (slopeBelow > 0.0 && slope <= 0.0) {
            const double part = slopeBelow / (slopeBelow - slope);
            LogisticNormalParameters start = below;
            for (std::size_t j = 0; j + 1 < start.size(); ++j)
                start[j] += part * (here.at[j] - below[j]);
            const double tau2 = below.back() * below.back();
            start.back() = std::sqrt(tau2 + part * (tau * tau - tau2));
            const bool inside = near && near->back() > below.back() && near->back() <= tau;
            starts.push_back(inside ? *near : start);
        }
        below = here.at;
        slopeBelow = slope;
        from = here.at;
        if (i + 1 < scan.size())
            from = moved(std::move(from), here.direction, scan[i + 1] - tau);
    }
    if (slopeBelow > 0.0) // it lies beyond the scan
        starts.push_back(below);
    return starts;
}

LogisticNormalTop
LogisticNormalModel::maximise(const std::optional<LogisticNormalParameters> &near) const
{
    const std::size_t size = m_rows.front().design.size() + 1;
    const LogisticNormalTop fixed =
        maximiseGiven(0.0, LogisticNormalParameters(size, 0.0), Quadrature::Full, 1e-23);
    const double score = scoreAtZero(fixed.at);
    const bool zeroIsTop = score <= 0.0;
    LogisticNormalTop best = fixed;
    if (!zeroIsTop)
        best.value.logLikelihood = -std::numeric_limits<double>::infinity();
    for (LogisticNormalParameters &start : summits(fixed.at, score, near)) {
        LogisticNormalTop top =
            climb(climb(std::move(start), Quadrature::Search).at, Quadrature::Full);
        if (top.tau() < 0.0) { // mirror the derivatives too
            top.at.back() = -top.at.back();
            top.value = evaluate(top.at);
        }
        if (top.value.logLikelihood > best.value.logLikelihood)
            best = std::move(top);
    }
    // A start that crept towards the maximum at 0 stops a rounding error away from it.
    const double gain = best.value.logLikelihood - fixed.value.logLikelihood;
    if (best.tau() < 1e-4 && (zeroIsTop || gain < 1e-11))
        return fixed;
    return best;
}

LogisticNormalTop LogisticNormalModel::maximiseGiven(double tau, LogisticNormalParameters start,
                                                     Quadrature quadrature, double enough) const
{
    start.back() = tau;
    LogisticNormalTop here{start, evaluate(start, quadrature)};
    for (int iteration = 0; iteration < 100 && !m_stop.stop_requested(); ++iteration) {
        const std::vector<double> step = stepOfCoefficients(here.value);
        if (gainOf(step, here.value) < enough)
            break;
        // A full step near the top may lose a rounding error and still land nearer to it.
        const double rounding = 1e-13 * (1.0 + std::abs(here.value.logLikelihood));
        bool improved = false;
        for (double scale = 1.0; scale > 1e-10 && !improved; scale /= 2.0) {
            LogisticNormalParameters next = moved(here.at, step, scale);
            LogisticNormalValue there = evaluate(next, quadrature);
            improved = there.logLikelihood > here.value.logLikelihood - rounding;
            if (improved)
                here = {std::move(next), std::move(there)};
        }
        if (!improved)
            break;
    }
    return here;
}

ProfilePoint LogisticNormalModel::profile(double tau, LogisticNormalParameters start,
                                          Quadrature quadrature) const
{
    // The last step is not walked but added: what it gains is known to the third order.
    const LogisticNormalTop near = maximiseGiven(tau, std::move(start), quadrature,
                                                 quadrature == Quadrature::Full ? 1e-8 : 1e-2);
    const std::size_t coefficients = near.at.size() - 1;
    const std::vector<double> step = stepOfCoefficients(near.value);
    std::vector<double> cross(coefficients); // d gradient / d tau
    for (std::size_t i = 0; i < coefficients; ++i)
        cross[i] = near.value.hessian(i, coefficients);

    ProfilePoint point;
    point.at = moved(near.at, step, 1.0);
    point.logLikelihood = near.value.logLikelihood + gainOf(step, near.value);
    point.slope = near.value.gradient.back() +
                  std::inner_product(step.begin(), step.end(), cross.begin(), 0.0);
    point.direction = newtonStep(near.value.hessian.leading(coefficients), cross).step;
    return point;
}

double LogisticNormalModel::populationMean(double mu, double tau)
{
    constexpr int nodes = 401;
    constexpr double reach = 10.0;
    const double step = 2.0 * reach / (nodes - 1);
    double sum = 0.0;
    double weights = 0.0;
    for (int j = 0; j < nodes; ++j) {
        const double z = -reach + step * j;
        const double w = std::exp(-z * z / 2.0);
        sum += w * expit(mu + tau * z);
        weights += w;
    }
    return sum / weights;
}

} // namespace anakinra::statistics
