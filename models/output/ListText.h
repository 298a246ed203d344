// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"

#include <optional>

namespace anakinra {

/// The result of a filter for reading in a terminal: one row per cohort, then the counts line, the
/// filter in words, and every cohort that could not be judged with the reason. Where `width` (of
/// the terminal, in columns) is known and too small for the rows, each cohort becomes a short
/// block instead; nothing is cut.
[[nodiscard]] QString listText(const Library &library, const FilterResult &result,
                               const RateOptions &options, const FigureContext &context,
                               std::optional<int> width);

} // namespace anakinra
