// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <optional>
#include <vector>

namespace anakinra {

/// A p value computed from the printed counts of a comparison.
struct RecomputedP
{
    QString test;   ///< code: "fisher", "fisher-mid-p", "chi-square" (uncorrected), "chi-square-yates"
    QString label;  ///< in words
    double p = 1.0; ///< 0-1
    std::optional<bool>
        reproduces; ///< gives the printed p at its printed digits; nullopt: no p printed
};

/// One per test for a comparison of two groups whose counts are printed, else none.
[[nodiscard]] std::vector<RecomputedP> recomputedPs(const Comparison &comparison);

} // namespace anakinra
