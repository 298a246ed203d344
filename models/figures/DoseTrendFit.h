// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/DosePoints.h"
#include "models/pooling/PoolGuard.h"

namespace anakinra {

/// A line is fitted to at least this many independent studies.
inline constexpr int fewestTrendStudies = 10;

/// The line of one panel, or in a sentence why there is none.
struct DoseTrendFit
{
    std::optional<DoseTrend> trend;
    QStringList notes; ///< to be printed with the figure
};

/// Meta-regression of the rate on the dose, the middle of the printed range: random-intercept
/// logistic model, studies as rows. Which cohorts may enter, and that no participant enters twice,
/// is the guard's word, as for every pool. The line holds between studies and says nothing about
/// patients ("ecological").
[[nodiscard]] DoseTrendFit fitDoseTrend(const Library &library, const DoseSeries &series,
                                        const DosePanel &panel, const QString &outcome,
                                        const RateOptions &options, PossibleOverlap overlap);

} // namespace anakinra
