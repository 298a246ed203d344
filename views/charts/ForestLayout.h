// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/ForestFigure.h"

namespace anakinra {

/// Heads, rows and axis of a forest plot at one width.
[[nodiscard]] std::unique_ptr<FigureBody>
makeForestLayout(std::shared_ptr<const ForestRows> rows, ForestDress dress,
                 const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts);

} // namespace anakinra
