// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/report/SheetDocument.h"

#include <QSizeF>

class QPagedPaintDevice;

namespace anakinra {

/// Draws the sheet on a PDF writer, a printer or a print preview, whatever its resolution, on paper
/// of the size and orientation the device is set to, with margins of its own. Text stays text and
/// the figure stays lines. Returns the number of pages, or 0 if the device cannot be painted on.
int renderSheet(const SheetDocument &document, QPagedPaintDevice *device);

/// How many pages the sheet takes on paper of this size.
[[nodiscard]] int sheetPageCount(const SheetDocument &document, QSizeF paperMm);

} // namespace anakinra
