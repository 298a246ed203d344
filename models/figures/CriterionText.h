// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>

namespace anakinra {

/// Whether grading or response criteria belong to the outcome: toxicities, tumour responses and
/// the resolution of a toxicity.
[[nodiscard]] bool isGraded(const Library &library, const Observation &observation);

/// The grading or response criterion as printed, "not stated" where a graded outcome names none,
/// "" where none applies.
[[nodiscard]] QString criterionText(const Library &library, const Observation &observation);

/// By which criteria the outcomes of these cohorts were graded, one line per family that any of
/// them reports: "ICANS grading: ASTCT (park-2023/cohort-1); not stated (3 cohorts)". Cohorts by id; a single one
/// is not named.
[[nodiscard]] QStringList criteriaLines(const Library &library, std::span<const int> cohorts);

} // namespace anakinra
