// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"
#include "models/output/CohortTable.h"

#include <QByteArray>

namespace anakinra {

/// The completeness matrix as a table for CSV and XLSX: one row per row of the matrix, for every
/// item what is known and its state.
[[nodiscard]] CohortTable makeCompletenessTable(const Library &library, const Completeness &matrix,
                                                const RateOptions &options,
                                                const FigureContext &context);

/// The object of `missing --format json`: library, filter, items[], cohorts[] with one cell per
/// item, and studies[] with what to ask their authors. Missing is null.
[[nodiscard]] QByteArray missingJson(const Library &library, const Completeness &matrix,
                                     std::span<const int> studies, const FigureContext &context);

} // namespace anakinra
