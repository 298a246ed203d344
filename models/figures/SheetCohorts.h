// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SheetSources.h"

#include <span>

namespace anakinra {

/// The reports that a cohort's recorded values come from, in the order of its study.
[[nodiscard]] std::vector<const Report *> reportsOf(const Library &library, const Cohort &cohort);

/// The row of one cohort in the table of included cohorts; labels, flags and the number of the
/// note on interests are left to the caller.
[[nodiscard]] SheetCohort sheetCohort(const Library &library, int cohort, SheetSources &sources);

} // namespace anakinra
