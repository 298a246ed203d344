// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/report/SheetDocument.h"

namespace anakinra {

class SheetFlow;

/// The parts of a sheet in reading order. Each adds itself with its heading.
void addSheetHead(const SummarySheet &sheet, SheetFlow &flow);
void addSheetRates(const SummarySheet &sheet, SheetFlow &flow);
/// The rates, then the other figures that were chosen. `share`: of the room between the least height
/// of a figure and the one that shows it best.
void addSheetFigures(const SheetDocument &document, SheetFlow &flow, qreal share = 1.0);
void addSheetComparators(const SummarySheet &sheet, SheetFlow &flow);
/// The table of what is reported without anakinra, alone.
void addSheetContrasts(const SummarySheet &sheet, SheetFlow &flow);
void addSheetCohorts(const SummarySheet &sheet, SheetFlow &flow);
void addSheetCharacteristics(const SummarySheet &sheet, SheetFlow &flow);
void addSheetNotes(const SummarySheet &sheet, SheetFlow &flow);
void addSheetReferences(const SummarySheet &sheet, SheetFlow &flow);

/// A heading that stays on one page with `below` of what follows.
void addSheetHeading(SheetFlow &flow, const QString &text, qreal below);

} // namespace anakinra
