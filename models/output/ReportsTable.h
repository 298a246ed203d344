// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ReportTable.h"
#include "models/output/CohortTable.h"

namespace anakinra {

/// Reports as a table for CSV and XLSX: what they are, what was taken from them, what stands only
/// there.
[[nodiscard]] CohortTable makeReportsTable(const Library &library, std::span<const ReportRow> rows,
                                           const RateOptions &options,
                                           const FigureContext &context);

} // namespace anakinra
