// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// A property of the two sides of a comparison, so that a reader sees what differs besides the rates.
struct ComparedProperty
{
    QString code;  ///< "products", "disease", "age-group", "timing", "route", "dose", "design" ...
    QString label; ///< "CAR T products"
    QString a;     ///< in words; "NR" not reported, "n/a" not applicable (a comparator's dose)
    QString b;
    std::optional<bool> same; ///< nullopt: not known, because a side does not report it

    [[nodiscard]] QString verdict() const; ///< "same", "differs", "not known"
};

/// Kind of group, products, disease, age group, timing, route, dose, design, peer review: of one
/// cohort on each side, or of the cohorts of a filter.
[[nodiscard]] std::vector<ComparedProperty> comparedProperties(const Library &library,
                                                               std::span<const int> a,
                                                               std::span<const int> b);

} // namespace anakinra
