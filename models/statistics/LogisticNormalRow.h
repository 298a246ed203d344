// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace anakinra::statistics {

/// How exactly a row's integral is wanted.
enum class Quadrature {
    Search, ///< to about 1e-6: enough to look for a maximum
    Full,   ///< to about 1e-12
};

/// log of the integral of p^x q^(n-x) over z ~ N(0, 1), where logit p = eta + tau z, without the
/// binomial coefficient, and its first and second derivatives in eta and tau.
struct RowIntegral
{
    double logValue = 0.0;
    double eta = 0.0; ///< d/d eta
    double tau = 0.0; ///< d/d tau
    double etaEta = 0.0;
    double etaTau = 0.0;
    double tauTau = 0.0;
};

/// By the trapezoid rule outwards from the integrand's mode, which converges exponentially here;
/// the step is halved until the nodes between the nodes say the same. Requires 0 <= events <= n,
/// n >= 1 and finite eta and tau.
[[nodiscard]] RowIntegral integrateRow(double events, double n, double eta, double tau,
                                       Quadrature quadrature);

} // namespace anakinra::statistics
