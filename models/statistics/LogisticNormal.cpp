// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/LogisticNormal.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace anakinra::statistics {

namespace {

/// log(1 + e^x) without overflow.
double log1pexp(double x)
{
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

/// The logarithm of a row's integrand as a function of the standardised random effect z:
/// strictly concave, with a second derivative of at most -1.
struct Integrand
{
    double events;
    double n;
    double mu;
    double tau;

    double operator()(double z) const
    {
        const double eta = mu + tau * z;
        return events * eta - n * log1pexp(eta) - z * z / 2.0;
    }

    double slope(double z) const { return tau * (events - n * expit(mu + tau * z)) - z; }

    /// Root of the slope: safeguarded Newton inside the bracket that concavity gives.
    double mode() const
    {
        double low = std::min(tau * (events - n), tau * events);
        double high = std::max(tau * (events - n), tau * events);
        double z = std::clamp(0.0, low, high);
        for (int i = 0; i < 200 && high - low > 1e-12 * (1.0 + std::abs(z)); ++i) {
            const double s = slope(z);
            (s > 0.0 ? low : high) = z;
            const double p = expit(mu + tau * z);
            double next = z + s / (1.0 + tau * tau * n * p * (1.0 - p));
            if (!(next > low && next < high))
                next = (low + high) / 2.0;
            if (std::abs(next - z) < 1e-13 * (1.0 + std::abs(z)))
                return next;
            z = next;
        }
        return z;
    }

    /// Where the integrand has fallen by e^-60 on one side of the mode. Because the second
    /// derivative is at most -1 this is nearer than sqrt(120). A rough end is enough.
    double end(double mode, double top, double side) const
    {
        double inside = mode;
        double outside = mode + side * std::sqrt(120.0);
        for (int i = 0; i < 12; ++i) {
            const double middle = (inside + outside) / 2.0;
            ((*this)(middle) > top - 60.0 ? inside : outside) = middle;
        }
        return outside;
    }
};

double logBinomial(double n, double k)
{
    using boost::math::lgamma; // std::lgamma writes the global signgam
    return lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0);
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

LogisticNormalModel::LogisticNormalModel(std::span<const EventsOfN> rows)
{
    std::vector<EventsOfN> sorted(rows.begin(), rows.end());
    std::ranges::sort(sorted);
    double events = 0.0;
    double total = 0.0;
    for (const EventsOfN &row : sorted) {
        events += row.events;
        total += row.n;
        m_constant += logBinomial(row.n, row.events);
        if (!m_rows.empty() && m_rows.back().events == row.events && m_rows.back().n == row.n)
            m_rows.back().weight += 1.0;
        else
            m_rows.push_back({double(row.events), double(row.n), 1.0});
    }
    m_crudeLogit = std::log(events / (total - events));
}

LogisticNormalValue LogisticNormalModel::evaluate(LogisticNormalParameters at, int nodes) const
{
    LogisticNormalValue value;
    value.logLikelihood = m_constant;
    for (const WeightedRow &row : m_rows) {
        const Integrand g{row.events, row.n, at.mu, at.tau};
        const double mode = g.mode();
        const double top = g(mode);
        const double low = g.end(mode, top, -1.0);
        const double high = g.end(mode, top, +1.0);
        const double step = (high - low) / (nodes - 1);

        // Posterior moments of the score r and of r z, and of the curvature v = n p q.
        double sum = 0.0, r1 = 0.0, rz = 0.0, rr = 0.0, rrz = 0.0, rrzz = 0.0;
        double v0 = 0.0, vz = 0.0, vzz = 0.0;
        for (int j = 0; j < nodes; ++j) {
            const double z = low + step * j;
            const double eta = at.mu + at.tau * z;
            const double e = std::exp(-std::abs(eta));
            const double p = eta >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
            const double logTerm = row.events * eta - row.n * (std::max(eta, 0.0) + std::log1p(e))
                - z * z / 2.0;
            const double w = std::exp(logTerm - top);
            const double r = row.events - row.n * p;
            const double v = row.n * p * (1.0 - p);
            sum += w;
            r1 += w * r;
            rz += w * r * z;
            rr += w * r * r;
            rrz += w * r * r * z;
            rrzz += w * r * r * z * z;
            v0 += w * v;
            vz += w * v * z;
            vzz += w * v * z * z;
        }
        const double mean = r1 / sum;
        const double meanZ = rz / sum;
        value.logLikelihood += row.weight
            * (top + std::log(sum * step) - 0.5 * std::log(2.0 * std::numbers::pi));
        value.gradient[0] += row.weight * mean;
        value.gradient[1] += row.weight * meanZ;
        value.hessian[0][0] += row.weight * (rr / sum - mean * mean - v0 / sum);
        value.hessian[0][1] += row.weight * (rrz / sum - mean * meanZ - vz / sum);
        value.hessian[1][1] += row.weight * (rrzz / sum - meanZ * meanZ - vzz / sum);
    }
    value.hessian[1][0] = value.hessian[0][1];
    return value;
}

LogisticNormalParameters LogisticNormalModel::climb(LogisticNormalParameters from, int nodes,
                                                    double tolerance) const
{
    LogisticNormalValue here = evaluate(from, nodes);
    for (int iteration = 0; iteration < 100; ++iteration) {
        const double gm = here.gradient[0];
        const double gt = here.gradient[1];
        if (std::hypot(gm, gt) < tolerance)
            break;
        // Newton on -H, made positive definite where the surface is not concave.
        double a = -here.hessian[0][0];
        const double b = -here.hessian[0][1];
        double c = -here.hessian[1][1];
        const double smallest = (a + c) / 2.0 - std::hypot((a - c) / 2.0, b);
        const double floor = 1e-3 * std::max({std::abs(a), std::abs(c), 1e-8});
        if (smallest < floor) {
            a += floor - smallest;
            c += floor - smallest;
        }
        const double determinant = a * c - b * b;
        double stepMu = (c * gm - b * gt) / determinant;
        double stepTau = (a * gt - b * gm) / determinant;
        const double length = std::hypot(stepMu, stepTau);
        if (length > 4.0) {
            stepMu *= 4.0 / length;
            stepTau *= 4.0 / length;
        }
        bool improved = false;
        for (double scale = 1.0; scale > 1e-10; scale /= 2.0) {
            const LogisticNormalParameters next{from.mu + scale * stepMu,
                                                from.tau + scale * stepTau};
            const LogisticNormalValue there = evaluate(next, nodes);
            // Near the top the gain is below rounding; a shrinking gradient is progress then.
            const bool flat = std::abs(there.logLikelihood - here.logLikelihood)
                < 1e-12 * (1.0 + std::abs(here.logLikelihood));
            if (there.logLikelihood > here.logLikelihood
                || (flat && std::hypot(there.gradient[0], there.gradient[1]) < std::hypot(gm, gt))) {
                from = next;
                here = there;
                improved = true;
                break;
            }
        }
        if (!improved)
            break;
    }
    return from;
}

LogisticNormalParameters LogisticNormalModel::maximise() const
{
    // The score for tau^2 at 0 says whether tau = 0 is a local maximum; a second one can lie inside.
    const double p = expit(m_crudeLogit);
    double score = 0.0;
    for (const WeightedRow &row : m_rows) {
        const double residual = row.events - row.n * p;
        score += row.weight * (residual * residual - row.n * p * (1.0 - p));
    }
    std::vector<LogisticNormalParameters> tops;
    for (const double tau : {0.1, 0.5, 1.0, 2.0, 4.0}) {
        const double mu = m_crudeLogit * std::sqrt(1.0 + 0.346 * tau * tau);
        LogisticNormalParameters top = climb({mu, tau}, 32, 1e-3);
        top.tau = std::abs(top.tau);
        const bool known = std::ranges::any_of(tops, [top](const LogisticNormalParameters &other) {
            return std::abs(top.tau - other.tau) < 1e-2 * (1.0 + other.tau);
        });
        if (!known)
            tops.push_back(top);
    }
    LogisticNormalParameters best{m_crudeLogit, 0.0};
    double bestLogLikelihood = score <= 0.0 ? evaluate(best).logLikelihood
                                            : -std::numeric_limits<double>::infinity();
    for (LogisticNormalParameters top : tops) {
        top = climb(top, 120, 1e-11);
        const double logLikelihood = evaluate(top).logLikelihood;
        if (logLikelihood > bestLogLikelihood) {
            best = {top.mu, std::abs(top.tau)};
            bestLogLikelihood = logLikelihood;
        }
    }
    // A start that crept towards the maximum at 0 stops a rounding error away from it.
    if (best.tau < 1e-4 && score <= 0.0)
        best = {m_crudeLogit, 0.0};
    return best;
}

double LogisticNormalModel::maximiseMu(double tau, double start) const
{
    double mu = start;
    LogisticNormalValue here = evaluate({mu, tau});
    for (int iteration = 0; iteration < 100 && std::abs(here.gradient[0]) > 1e-10; ++iteration) {
        const double curvature = std::max(-here.hessian[0][0], 1e-8);
        double step = std::clamp(here.gradient[0] / curvature, -4.0, 4.0);
        LogisticNormalValue there = evaluate({mu + step, tau});
        while (there.logLikelihood < here.logLikelihood - 1e-11 && std::abs(step) > 1e-12) {
            step /= 2.0;
            there = evaluate({mu + step, tau});
        }
        if (std::abs(step) <= 1e-12)
            break;
        mu += step;
        here = there;
    }
    return mu;
}

double LogisticNormalModel::populationMean(LogisticNormalParameters at)
{
    constexpr int nodes = 401;
    constexpr double reach = 10.0;
    const double step = 2.0 * reach / (nodes - 1);
    double sum = 0.0;
    double weights = 0.0;
    for (int j = 0; j < nodes; ++j) {
        const double z = -reach + step * j;
        const double w = std::exp(-z * z / 2.0);
        sum += w * expit(at.mu + at.tau * z);
        weights += w;
    }
    return sum / weights;
}

} // namespace anakinra::statistics
