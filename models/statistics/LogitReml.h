// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"
#include "models/statistics/ProportionInterval.h"

#include <array>
#include <span>

/// Inverse-variance pooling of logits with a restricted-maximum-likelihood tau^2.
namespace anakinra::statistics {

struct LogitReml
{
    double mu = 0.0;
    /// Ad hoc Hartung-Knapp: never smaller than the Wald standard error.
    /// Knapp G, Hartung J. Stat Med 2003;22:2693; Roever C, Knapp G, Friede T. BMC MRM 2015;15:99.
    double standardError = 0.0;
    double tau2 = 0.0;
    Interval tau2Interval; ///< Q-profile (Viechtbauer W. Stat Med 2007;26:37); high may be infinite
    double q = 0.0;        ///< Cochran's Q on k-1 degrees of freedom
};

/// The line y = intercept + slope * moderator.
struct LogitRemlLine
{
    double intercept = 0.0;
    double slope = 0.0;
    std::array<double, 3> covariance{}; ///< ad hoc: var intercept, covariance, var slope
    double tau2 = 0.0;
};

/// y = log(x / (n-x)), v = 1/x + 1/(n-x); 0.5 is added to x and n-x only in rows with x = 0 or
/// x = n. All maxima of the restricted likelihood are compared. Requires at least two rows.
[[nodiscard]] LogitReml fitLogitReml(std::span<const EventsOfN> rows, double level);

/// The same with one moderator, a value for each row. Requires three rows and two values.
[[nodiscard]] LogitRemlLine fitLogitRemlLine(std::span<const EventsOfN> rows,
                                             std::span<const double> moderators);

/// Higgins and Thompson's typical within-study variance of the logits, for I^2.
[[nodiscard]] double typicalLogitVariance(std::span<const EventsOfN> rows);

} // namespace anakinra::statistics
