// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

namespace anakinra::statistics {

/// Probabilities of k = first ... last events in group A when both groups together have a given
/// number of them and all distributions of these are equally likely.
struct Hypergeometric
{
    int first = 0;
    std::vector<double> p;

    [[nodiscard]] std::size_t indexOf(int k) const { return static_cast<std::size_t>(k - first); }
};

/// For groups of nA and nB with `events` among them; 0 <= events <= nA + nB. Good to 1e-13.
[[nodiscard]] Hypergeometric hypergeometric(int nA, int nB, int events);

/// Fisher's two-sided p of the table at `index`: all tables that are no likelier, within a relative
/// 1e-7, so that rounding cannot split ties.
[[nodiscard]] double twoSidedP(const Hypergeometric &distribution, std::size_t index);

} // namespace anakinra::statistics
