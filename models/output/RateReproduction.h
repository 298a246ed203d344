// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/output/Reproduction.h"

namespace anakinra {

/// rates.csv (every rate, where it stands and how it came to be) and a script that computes each
/// interval again from events and n. Rates without a count are listed and have no interval.
[[nodiscard]] Reproduction rateReproduction(const Library &library, const std::vector<Rate> &rates,
                                            const RateOptions &options);

/// Its parts, for figures that show rates and more: the file, and the lines of the script, which
/// expect `level` (percent) and those of scriptComparison().
[[nodiscard]] BundleFile rateFile(const Library &library, const std::vector<Rate> &rates);
[[nodiscard]] QString rateScript(const RateOptions &options);

/// All rates of a series in reading order, those that are not reported included.
[[nodiscard]] std::vector<Rate> ratesOf(const RateSeries &series);

} // namespace anakinra
