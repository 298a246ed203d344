// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/integrity/FindingIndex.h"

namespace anakinra {

/// The number a finding is about: "ORR", "tisa-cel", "number of patients", the label of a comparison.
[[nodiscard]] QString numberName(const Library &library, const FindingTarget &target);

/// "Liang 2025, All anakinra, ORR"; of an overlap both cohorts.
[[nodiscard]] QString findingSubject(const Library &library, const Finding &finding);

/// "Liang 2025, All anakinra, ORR: 74 % cannot be ... (18/25 = 72 %, ...).", for notes.
[[nodiscard]] QString findingNote(const Library &library, const Finding &finding);

/// What stands beside a number with findings: "!" where it cannot be as printed or the record is at
/// fault, "*" where something is worth knowing, "" for none.
[[nodiscard]] QString findingMark(FindingIndex::List findings);

/// "Cannot be as printed: ... (...). [grim.impossible:park/all:...]" of each, for cells of tables that
/// other programs read; "" for none.
[[nodiscard]] QString findingRecord(FindingIndex::List findings);

/// The sentences with their severity and arithmetic, one per line, for tooltips; "" for none.
[[nodiscard]] QString findingLines(FindingIndex::List findings);

} // namespace anakinra
