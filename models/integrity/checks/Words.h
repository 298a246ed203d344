// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/Grim.h"

/// How the findings write their arithmetic.
namespace anakinra::integrity {

/// "74 %", with the decimals of the print.
[[nodiscard]] QString percentWords(const PrintedPercent &printed);

/// "18/25 = 72 %": half up to `decimals`, without needless zeros.
[[nodiscard]] QString shareWords(int events, int n, int decimals);

/// The two counts around a percentage that no count of n gives: "18/25 = 72 %, 19/25 = 76 %".
[[nodiscard]] QString nearestShares(const PrintedPercent &printed, int n);

/// "19, 23"; of more than eight only the number: "14 numbers".
[[nodiscard]] QString numberList(const std::vector<int> &numbers);

} // namespace anakinra::integrity
