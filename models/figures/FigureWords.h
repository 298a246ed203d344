// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

/// "8.5 (2–14) days, median and range": as far as there is anything; "" for nothing.
[[nodiscard]] QString continuousWords(const Continuous &value);

/// Any recorded figure: "6/31 19.4 %", "74 %", "61 (20–79) years, median and range"; "NR".
[[nodiscard]] QString figureWords(const Library &library, const Figure &figure,
                                  const RateOptions &options);

} // namespace anakinra
