// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"
#include "models/comparison/FilterComparison.h"
#include "models/output/Reproduction.h"

namespace anakinra {

/// contrasts.csv (both counts of every outcome with difference, p values and ratios, empty where
/// they are not computed) and a script in base R that computes them again.
[[nodiscard]] Reproduction comparisonReproduction(const Library &library,
                                                  const CohortComparison &comparison);

/// data.csv (the rows of the pools of both sides) and a script that fits them, and the difference
/// of their medians, again with metafor and lme4.
[[nodiscard]] Reproduction comparisonReproduction(const Library &library,
                                                  const FilterComparison &comparison);

} // namespace anakinra
