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

/// The sentences with their severity and arithmetic, one per line, for tooltips; "" for none.
[[nodiscard]] QString findingLines(FindingIndex::List findings);

} // namespace anakinra
