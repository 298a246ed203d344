// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/report/SheetText.h"

#include <vector>

namespace anakinra {

class SheetFlow;

struct SheetTableRow
{
    std::vector<SheetSpans> cells; ///< as many as columns; one alone spans them all
    bool heading = false;          ///< shaded, kept with the row below
    qreal indent = 0.0;            ///< of the first cell, in sheet units
};

/// A table that wraps every cell, repeats its header on every page it reaches, and divides a row
/// only if the row is taller than a page.
struct SheetTable
{
    std::vector<SheetSpans> header;
    std::vector<qreal> shares; ///< of the width, per column
    std::vector<SheetTableRow> rows;
    qreal pointSize = 7.0;

    void addTo(SheetFlow &flow) const;
    /// Height of the header and the first rows that belong together: what a heading above the
    /// table has to be kept with.
    [[nodiscard]] qreal leadHeight(const SheetFlow &flow) const;
};

} // namespace anakinra
