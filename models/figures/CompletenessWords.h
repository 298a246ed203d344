// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"
#include "models/figures/FigureTable.h"

namespace anakinra {

/// One sign per state, for narrow cells: "R", "D", "%", "I"; "–" not reported; "·" not applicable.
[[nodiscard]] QString reportingSign(Reporting reporting);

/// "R = reported; D = derived from a printed percentage; ..."
[[nodiscard]] QString reportingKey();

/// "12/30": items known of those that apply.
[[nodiscard]] QString knownShare(const CompletenessRow &row);

/// What is found about the numbers of a row, a line per finding: "ORR: Cannot be as printed: ...".
[[nodiscard]] QString foundInRow(const CompletenessRow &row);

/// The matrix in words, one row per cohort and one column per item.
[[nodiscard]] FigureTable completenessTable(const Completeness &matrix);

} // namespace anakinra
