// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/integrity/Finding.h"

#include <functional>
#include <span>
#include <stop_token>

namespace anakinra {

/// Everything the checks find in a library, in its order: study by study, each cohort with its
/// numbers, then the comparisons of the study; overlaps last. `stop` is polled for each study; a
/// stopped audit returns what it has and is worthless as a whole. `progress` hears the share done,
/// 0-1, never decreasing.
[[nodiscard]] std::vector<Finding> audit(const Library &library, std::stop_token stop = {},
                                         const std::function<void(double)> &progress = {});

/// The part of it about one study, with the overlaps that have an end in it.
[[nodiscard]] std::vector<Finding> auditStudy(const Library &library, const Study &study);

/// The part of it about all studies to which one of the cohorts belongs, with the overlaps that
/// have an end in one of them.
[[nodiscard]] std::vector<Finding> auditStudiesOf(const Library &library,
                                                  std::span<const int> cohorts);

/// The part of it about the numbers of one cohort: what a figure or a sheet of a few cohorts of a
/// large library needs.
[[nodiscard]] std::vector<Finding> auditCohort(const Library &library, int cohort);

} // namespace anakinra
