// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SheetSources.h"

#include <span>

namespace anakinra {

/// The comparators of the studies of `cohorts`, listed by the filter or not, each with its limits
/// and beside what the listed cohorts of the same study report. `also` are comparators to show
/// although none of their study's cohorts is listed.
[[nodiscard]] std::vector<SheetComparator> sheetComparators(const Library &library,
                                                            std::span<const int> cohorts,
                                                            std::span<const int> also,
                                                            std::span<const SheetOutcome> outcomes,
                                                            const RateOptions &options,
                                                            SheetSources &sources);

/// What may and may not be concluded from them, in one or two sentences.
[[nodiscard]] QString comparatorText(std::span<const SheetComparator> comparators);

} // namespace anakinra
