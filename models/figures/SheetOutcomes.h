// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SheetSources.h"
#include "models/pooling/PoolGuard.h"

#include <span>

namespace anakinra {

/// The seven outcome rows of a sheet for `cohorts`, in the order of the sheet. With `resolution`,
/// toxicity resolution stands in the place of ICANS of any grade.
[[nodiscard]] std::vector<SheetOutcome> sheetOutcomes(const Library &library,
                                                      std::span<const int> cohorts,
                                                      const RateOptions &options,
                                                      PossibleOverlap possibleOverlap,
                                                      bool resolution, SheetSources &sources);

/// One figure as the sheet prints it: rate, interval, exact bound, and the mark of its place.
[[nodiscard]] SheetRate sheetRate(const Library &library, const Rate &rate,
                                  const RateOptions &options, SheetSources &sources);

} // namespace anakinra
