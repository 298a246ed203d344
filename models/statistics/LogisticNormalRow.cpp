// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/LogisticNormalRow.h"

#include "models/statistics/LogisticNormal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anakinra::statistics {

namespace {

/// The integrand's logarithm is strictly concave in z, with a second derivative of at most -1.
struct Integrand
{
    double events;
    double n;
    double eta;
    double tau;

    /// Root of the slope: safeguarded Newton inside the bracket that concavity gives.
    double mode() const
    {
        double low = std::min(tau * (events - n), tau * events);
        double high = std::max(tau * (events - n), tau * events);
        double z = std::clamp(0.0, low, high);
        for (int i = 0; i < 200 && high - low > 1e-12 * (1.0 + std::abs(z)); ++i) {
            const double p = expit(eta + tau * z);
            const double slope = tau * (events - n * p) - z;
            (slope > 0.0 ? low : high) = z;
            double next = z + slope / (1.0 + tau * tau * n * p * (1.0 - p));
            if (!(next > low && next < high))
                next = (low + high) / 2.0;
            // The mode only centres the nodes, so a rough one is enough.
            if (std::abs(next - z) < 1e-4)
                return next;
            z = next;
        }
        return z;
    }
};

/// Sums over nodes of the weight w, the score r = x - n p and the curvature v = n p q.
struct Sums
{
    double w = 0.0, r = 0.0, rz = 0.0, rr = 0.0, rrz = 0.0, rrzz = 0.0;
    double v = 0.0, vz = 0.0, vzz = 0.0;

    Sums &operator+=(const Sums &o)
    {
        w += o.w;
        r += o.r;
        rz += o.rz;
        rr += o.rr;
        rrz += o.rrz;
        rrzz += o.rrzz;
        v += o.v;
        vz += o.vz;
        vzz += o.vzz;
        return *this;
    }
};

struct Node
{
    double p;
    double logTerm;
};

Node nodeAt(const Integrand &g, double z)
{
    const double eta = g.eta + g.tau * z;
    const double e = std::exp(-std::abs(eta));
    const double sum = 1.0 + e;
    const double inverse = 1.0 / sum;
    // log1p(e) from the faster log, with what the rounding of 1 + e lost put back.
    const double log1pe = std::log(sum) + (e - (sum - 1.0)) * inverse;
    return {eta >= 0.0 ? inverse : e * inverse,
            g.events * eta - g.n * (std::max(eta, 0.0) + log1pe) - z * z / 2.0};
}

/// Adds the nodes from, from + step, from + 2 step ... until they no longer count. The integrand
/// falls monotonically away from its mode.
void addOutwards(const Integrand &g, double lowest, double top, double from, double step,
                 Sums &sums)
{
    for (double z = from;; z += step) {
        const Node node = nodeAt(g, z);
        const double fall = node.logTerm - top;
        if (!(fall > lowest))
            return;
        const double w = std::exp(fall);
        const double r = g.events - g.n * node.p;
        const double v = g.n * node.p * (1.0 - node.p);
        const double wr = w * r;
        const double wv = w * v;
        sums.w += w;
        sums.r += wr;
        sums.rz += wr * z;
        sums.rr += wr * r;
        sums.rrz += wr * r * z;
        sums.rrzz += wr * r * z * z;
        sums.v += wv;
        sums.vz += wv * z;
        sums.vzz += wv * z * z;
    }
}

RowIntegral withoutSpread(double events, double n, double eta)
{
    const double p = expit(eta);
    const double r = events - n * p;
    const double v = n * p * (1.0 - p);
    const double log1pexp = std::max(eta, 0.0) + std::log1p(std::exp(-std::abs(eta)));
    return {events * eta - n * log1pexp, r, 0.0, -v, 0.0, r * r - v};
}

} // namespace

RowIntegral integrateRow(double events, double n, double eta, double tau, Quadrature quadrature)
{
    if (tau == 0.0)
        return withoutSpread(events, n, eta);
    const Integrand g{events, n, eta, tau};
    const double mode = g.mode();
    const Node atMode = nodeAt(g, mode);
    const double top = atMode.logTerm;
    const double sd = 1.0 / std::sqrt(1.0 + tau * tau * n * atMode.p * (1.0 - atMode.p));

    // Halving the step at least squares the error, so nodes that agree to 1e-6 are good to 1e-12.
    // The error is governed by the poles at a height of pi / tau; steps much longer than that could
    // agree by chance on either side of a steep edge.
    const bool full = quadrature == Quadrature::Full;
    double step =
        full ? std::min(0.95 * sd, 2.0 / std::abs(tau)) : std::min(1.5 * sd, 3.0 / std::abs(tau));
    const double agreement = full ? 1e-6 : 1e-3;
    const double lowest = full ? -38.0 : -20.0; // below that the nodes no longer count
    Sums sums;
    addOutwards(g, lowest, top, mode, step, sums);
    addOutwards(g, lowest, top, mode - step, -step, sums);
    for (int halvings = 0; halvings < 10; ++halvings) {
        Sums between;
        addOutwards(g, lowest, top, mode + step / 2.0, step, between);
        addOutwards(g, lowest, top, mode - step / 2.0, -step, between);
        const bool agree = std::abs(sums.w - between.w) <= agreement * sums.w;
        sums += between;
        step /= 2.0;
        if (agree)
            break;
    }

    RowIntegral row;
    row.logValue = top + std::log(sums.w * step) - 0.5 * std::log(2.0 * std::numbers::pi);
    row.eta = sums.r / sums.w;
    row.tau = sums.rz / sums.w;
    row.etaEta = sums.rr / sums.w - row.eta * row.eta - sums.v / sums.w;
    row.etaTau = sums.rrz / sums.w - row.eta * row.tau - sums.vz / sums.w;
    row.tauTau = sums.rrzz / sums.w - row.tau * row.tau - sums.vzz / sums.w;
    return row;
}

} // namespace anakinra::statistics
