// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Confidence intervals for one proportion. Plain numbers, no Qt.
namespace anakinra::statistics {

enum class IntervalMethod { Wilson, ClopperPearson, Jeffreys, AgrestiCoull };

/// Bounds of a proportion, 0-1.
struct Interval
{
    double low = 0.0;
    double high = 1.0;
};

/// Two-sided interval for `events` of `n`. Requires 0 <= events <= n, n >= 1 and
/// 0 < level < 1 (e.g. 0.95). The bound is exactly 0 at events = 0 and exactly 1 at events = n.
///
/// Wilson: Wilson EB. J Am Stat Assoc 1927;22:209-212, without continuity correction.
/// Clopper-Pearson: Clopper CJ, Pearson ES. Biometrika 1934;26:404-413.
/// Jeffreys: equal-tailed, prior Beta(1/2, 1/2), ends modified at events = 0 and n as in Brown LD,
///     Cai TT, DasGupta A. Stat Sci 2001;16:101-133.
/// Agresti-Coull: Agresti A, Coull BA. Am Stat 1998;52:119-126, with the exact z^2 instead of
///     "add 4", cut to 0-1.
[[nodiscard]] Interval proportionInterval(int events, int n, double level, IntervalMethod method);

/// The normal approximation p -+ z sqrt(p(1-p)/n), cut to 0-1. Only to recognise printed intervals:
/// at few participants it covers far less than its level (Brown, Cai, DasGupta 2001).
[[nodiscard]] Interval waldInterval(int events, int n, double level);

} // namespace anakinra::statistics
