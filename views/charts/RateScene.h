// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/RatePanelLayout.h"

namespace anakinra {

/// Which part of a long figure is shown, on screen only: rows from `first` on, as many as fit. An
/// export always shows everything.
struct RowWindow
{
    int first = 0;
    bool onlyWhatFits = false;
};

/// As makeRateScene, with the places of everything; `scene` is null when the size is too small.
[[nodiscard]] RateScene composeRateScene(const RateFigure &figure, QSizeF sizeUnits,
                                         const FigureStyle &style, RowWindow window = {});

/// As naturalSizeMm, in scene units, and with `smallest` the least height that is legible.
[[nodiscard]] QSizeF neededSize(const RateFigure &figure, qreal width, const FigureStyle &style,
                                bool smallest = false, RowWindow window = {});

} // namespace anakinra
