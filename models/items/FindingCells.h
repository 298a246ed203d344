// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/FindingIndex.h"
#include "models/items/CohortColumns.h"

namespace anakinra {

/// What is found about the value that a cell shows. The column of the cohort has what the table
/// shows nowhere else: characteristics, comparisons, shared patients. Lives as long as `findings`.
[[nodiscard]] std::vector<const Finding *> findingsOfCell(const Library &library, int cohort,
                                                          const CohortColumn &column,
                                                          const RateOptions &options,
                                                          const FindingIndex &findings);

} // namespace anakinra
