// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SheetSources.h"

#include <span>

namespace anakinra {

/// The numbered notes of a sheet whose outcome rows, cohorts, comparators and series are made: how
/// to read the rates, overlap, conflicts and cautions of the sources, findings of the audit, what
/// is not reported, what could not be judged, what was taken out by hand, funding and interests.
/// Writes the numbers of the notes on interests into `sheet.cohorts`.
void writeSheetNotes(SummarySheet &sheet, const Library &library, const FilterCriteria &criteria,
                     const FilterResult &result, SheetSources &sources);

} // namespace anakinra
