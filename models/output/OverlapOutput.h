// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/OverlapGraph.h"
#include "models/output/CohortTable.h"

#include <QByteArray>

#include <optional>

namespace anakinra {

/// The overlaps for reading in a terminal of `width` columns: who, how certain, why, and what it
/// means for the totals.
[[nodiscard]] QString overlapText(const Library &library, const OverlapGraph &graph,
                                  bool excludePossibleOverlaps, const FigureContext &context,
                                  std::optional<int> width);

/// The object of `overlap --format json`: library, filter, counts, nodes[] and edges[].
[[nodiscard]] QByteArray overlapJson(const Library &library, const OverlapGraph &graph,
                                     const FilterResult &result, const FigureContext &context);

/// The list as a table for CSV and XLSX.
[[nodiscard]] CohortTable makeOverlapTable(const Library &library, const OverlapGraph &graph,
                                           bool excludePossibleOverlaps, const RateOptions &options,
                                           const FigureContext &context);

} // namespace anakinra
