// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/Finding.h"
#include "models/output/CohortTable.h"

namespace anakinra {

/// Findings as a table for CSV and XLSX, in the order given.
[[nodiscard]] CohortTable makeFindingsTable(const Library &library,
                                            std::span<const Finding *const> findings,
                                            const RateOptions &options, const FigureContext &context);

} // namespace anakinra
