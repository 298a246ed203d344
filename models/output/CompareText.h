// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"
#include "models/comparison/FilterComparison.h"

namespace anakinra {

/// A comparison for reading, in lines of at most `width` columns where words allow.
[[nodiscard]] QString compareText(const Library &library, const CohortComparison &comparison,
                                  qsizetype width);
[[nodiscard]] QString compareText(const Library &library, const FilterComparison &comparison,
                                  qsizetype width);

} // namespace anakinra
