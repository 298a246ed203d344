// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SummarySheet.h"
#include "views/export/FigureRecipe.h"

namespace anakinra {

/// A sheet with the figures that go on it besides the rates, which it makes itself. Stands wherever
/// a sheet stands.
struct SheetDocument
{
    SheetDocument(SummarySheet content, std::vector<FigureRecipe> recipes = {})
        : sheet(std::move(content)), figures(std::move(recipes))
    {
    }
    operator const SummarySheet &() const { return sheet; }

    SummarySheet sheet;
    std::vector<FigureRecipe> figures; ///< without footers, in printing order after the rates
};

} // namespace anakinra
