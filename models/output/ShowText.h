// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

#include <optional>

namespace anakinra {

/// Everything recorded of a study, for reading in a terminal of `width` columns: each value with
/// what is printed, how it came to be and where it stands, and which main outcomes are missing.
[[nodiscard]] QString showText(const Library &library, const Study &study,
                               const RateOptions &options, std::optional<int> width);

} // namespace anakinra
