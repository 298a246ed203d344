// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/RatePanelLayout.h"

namespace anakinra {

/// What a window may do and an export may not, and the other way round.
struct SceneOptions
{
    bool onlyRowsThatFit = false; ///< rows that find no room are left to scrolling
    bool growIfNeeded = false;    ///< a larger scene instead of none where the size is too small
    bool mayStack = true;         ///< panels one below the other where the width is short
};

/// As makeRateScene, with the places of everything; `scene` is null when the size is too small.
[[nodiscard]] RateScene composeRateScene(const RateFigure &figure, QSizeF sizeUnits,
                                         const FigureStyle &style, SceneOptions options = {});

} // namespace anakinra
