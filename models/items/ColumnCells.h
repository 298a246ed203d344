// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/CohortColumns.h"

/// The cells behind cohortColumns(), for its table only: each column is a sort key and a cell.
namespace anakinra::cells {

using ColumnKey = QVariant(const Library &, int cohort, const CohortColumn &, const RateOptions &);
using ColumnCell = CohortCell(const Library &, int cohort, const CohortColumn &, const RateOptions &);

// StudyCells.cpp: who was studied, and how.
ColumnKey studyKey;
ColumnCell studyCell;
ColumnKey cohortKey;
ColumnCell cohortCell;
ColumnKey roleKey;
ColumnCell roleCell;
ColumnKey designKey;
ColumnCell designCell;
ColumnKey sizeKey;
ColumnCell sizeCell;
ColumnKey productsKey;
ColumnCell productsCell;

// RegimenCells.cpp: how anakinra was given; "n/a" for comparators.
ColumnKey regimenKey;
ColumnCell regimenCell;
ColumnKey doseColumnKey;
ColumnCell doseCell;
ColumnKey routeKey;
ColumnCell routeCell;
ColumnKey timingKey;
ColumnCell timingCell;
ColumnKey startDayKey;
ColumnCell startDayCell;

// OutcomeCells.cpp: rates.
ColumnKey rateKey;
ColumnCell rateCell;
ColumnKey resolutionKey;
ColumnCell resolutionCell;

/// "NR" with the reason why there is nothing to show.
[[nodiscard]] CohortCell missingCell(const QString &toolTip = {});
/// "n/a" with the reason.
[[nodiscard]] CohortCell notApplicableCell(const QString &toolTip);
[[nodiscard]] bool isFlagged(const Source &source);
/// Printed figure, status, report and place; says where the value is the parent's.
[[nodiscard]] QString tipOf(const Library &library, const Source &source, bool inherited = false);

} // namespace anakinra::cells
