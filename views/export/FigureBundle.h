// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/output/Reproduction.h"
#include "views/export/FigureExporter.h"

namespace anakinra {

/// A figure with all that is needed to check it: figure.pdf and figure.svg, its numbers as a table,
/// the data and script of its reproduction, the view that leads back to it, and README.txt with the
/// filter, versions, methods and what each file holds. The problem is that of drawing the figure.
[[nodiscard]] Result<std::vector<BundleFile>> figureBundle(const FigureRecipe &figure,
                                                           const ExportSpec &spec = {});

} // namespace anakinra
