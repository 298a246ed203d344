// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/CohortColumns.h"

#include <vector>

namespace anakinra {

/// A key whose plain string order is the natural order of texts: case and accents ignored,
/// "Cohort 2" before "Cohort 10". Invalid for an empty text.
[[nodiscard]] QVariant textKey(const QString &text);

/// A dose sorts by scale (mg/day before mg/kg/day), then by its upper end, then by its lower end.
[[nodiscard]] QVariant doseKey(const Dose &dose);

/// One number per cohort of the library in the order of the column's keys; NaN = missing. Texts
/// become their rank, so that sorting by a column again compares numbers only.
[[nodiscard]] std::vector<double> sortNumbers(const Library &library, const CohortColumn &column,
                                              const RateOptions &options);

/// `order` (cohort indices) stably sorted by `numbers` (by cohort). NaN goes last in both orders.
void sortCohorts(std::vector<int> &order, const std::vector<double> &numbers, bool descending);

} // namespace anakinra
