// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

#include <QByteArray>

namespace anakinra {

/// Everything recorded of a study, each value with its printed string, status, report and
/// locator: library, study, reports[], cohorts[] (the keys of `list` and more), characteristics[],
/// comparisons[], overlaps[], notes[]. Missing is null.
[[nodiscard]] QByteArray showJson(const Library &library, const Study &study,
                                  const RateOptions &options);

/// The overlaps in which a cohort or a report of the study takes part.
[[nodiscard]] std::vector<const Overlap *> overlapsOf(const Library &library, const Study &study);

} // namespace anakinra
