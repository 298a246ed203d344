// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/report/SheetDocument.h"

#include <QRectF>

namespace anakinra {

class SheetFlow;

/// How much of a sheet goes on the one page of the tumour-board form.
struct BoardPlan
{
    qreal tablePt = 6.8;     ///< text of the table, >= 6
    std::size_t cohorts = 0; ///< named in the table; those that report something come first
    /// Of the room between the least and the natural height of the figures; nullopt: no figures.
    std::optional<qreal> figures;
    bool references = false;
    bool contrasts = false;  ///< the table of comparators
    std::size_t notes = 0;   ///< how many, from the first
};

/// The richest plan that stays on one page of this content area. Every cohort comes before figures,
/// these before references and comparators, and notes take what is left.
[[nodiscard]] BoardPlan fitBoard(const SheetDocument &document, const QRectF &content);

/// Lays the form out, with a line that says what is left out and where it stands.
void addBoard(const SheetDocument &document, const BoardPlan &plan, SheetFlow &flow);

} // namespace anakinra
