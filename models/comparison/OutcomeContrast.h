// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"

namespace anakinra {

/// The figure of a cohort for a comparison: of everyone infused where there is one, else of a
/// population that already had the toxicity.
[[nodiscard]] Rate comparedRate(const Library &library, int cohort, const QString &outcome,
                                const RateOptions &options);

/// One outcome of two cohorts with everything that is computed of it, or why not.
[[nodiscard]] OutcomeComparison contrastOutcome(const Library &library, int a, int b,
                                                const QString &outcome,
                                                const CompareOptions &options);

/// Why a rate has no interval, after the name of its side: "only a percentage is printed ...";
/// "" where it has one, and where nothing is reported.
[[nodiscard]] QString noIntervalReason(const Library &library, const Rate &rate);

/// "A", "B" or "A and B": whose rate is of participants who already had a toxicity; "" = none.
[[nodiscard]] QString selectedSides(const Rate &a, const Rate &b);

/// "ICANS, any grade"; the code where the library does not know it.
[[nodiscard]] QString outcomeLabel(const Library &library, const QString &outcome);

} // namespace anakinra
