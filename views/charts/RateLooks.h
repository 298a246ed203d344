// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/MarkLook.h"
#include "views/charts/RateFigure.h"

#include <vector>

namespace anakinra {

/// Up to six cohorts are grouped bars; more are one row per cohort.
enum class RateForm { Bars, Rows };
[[nodiscard]] RateForm rateForm(const RateFigure &figure);

/// Looks by cohort of the series: bars have a colour and a hatch each, rows a colour and a shape by
/// timing. Comparators are grey outlines in both.
[[nodiscard]] std::vector<MarkLook> cohortLooks(const RateFigure &figure, const FigureStyle &style);
[[nodiscard]] MarkLook timingLook(Timing timing, const FigureStyle &style);

/// What stands beside a mark: "6/31", "74 %", "NR", "2/NR"; with findings "74 % !".
[[nodiscard]] QString markText(const Rate &rate);
/// Count and percentage in a list beside a chart: "6/31 19.4 % *".
[[nodiscard]] QString markedCell(const Rate &rate);

/// "Liang 2025, SC arm, n = 15"; says when a cohort is a part or could not be judged.
[[nodiscard]] QString cohortCaption(const RateCohort &cohort);

/// Kinds of rates that occur, for the keys of the legend.
[[nodiscard]] bool hasKind(const RateSeries &series, RateKind kind);

} // namespace anakinra
