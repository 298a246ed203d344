// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SheetSources.h"

namespace anakinra {

/// What the reports print of the patients of the listed cohorts, cohorts without anything left out.
[[nodiscard]] std::vector<SheetCharacteristics> sheetCharacteristics(const Library &library,
                                                                     std::span<const int> cohorts,
                                                                     SheetSources &sources);

} // namespace anakinra
