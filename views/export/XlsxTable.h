// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/output/CohortTable.h"

#include <QByteArray>

namespace anakinra {

/// A workbook of two sheets: "Cohorts" (header frozen, with filter buttons; numbers as numbers,
/// texts never as formulas) and "About", which states filter, counts, what is left out, library,
/// methods and the meaning of every column. The problem says why it could not be made.
[[nodiscard]] Result<QByteArray> xlsxWorkbook(const CohortTable &table);

} // namespace anakinra
