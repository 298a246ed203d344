// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SummarySheet.h"

namespace anakinra {

class SheetFlow;

/// The parts of a sheet in reading order. Each adds itself with its heading.
void addSheetHead(const SummarySheet &sheet, SheetFlow &flow);
void addSheetRates(const SummarySheet &sheet, SheetFlow &flow);
void addSheetFigure(const SummarySheet &sheet, SheetFlow &flow);
void addSheetComparators(const SummarySheet &sheet, SheetFlow &flow);
void addSheetCohorts(const SummarySheet &sheet, SheetFlow &flow);
void addSheetNotes(const SummarySheet &sheet, SheetFlow &flow);
void addSheetReferences(const SummarySheet &sheet, SheetFlow &flow);

/// A heading that stays on one page with `below` of what follows.
void addSheetHeading(SheetFlow &flow, const QString &text, qreal below);

} // namespace anakinra
