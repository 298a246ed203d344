// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// Whether grading or response criteria belong to the outcome: toxicities, tumour responses and
/// the resolution of a toxicity.
[[nodiscard]] bool isGraded(const Library &library, const Observation &observation);

/// The grading or response criterion as printed, "not stated" where a graded outcome names none,
/// "" where none applies.
[[nodiscard]] QString criterionText(const Library &library, const Observation &observation);

} // namespace anakinra
