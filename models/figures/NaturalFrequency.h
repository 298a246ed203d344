// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/figures/RateSeries.h"

namespace anakinra {

/// Below this n a picture of 100 people would promise more than the cohort can tell.
inline constexpr int leastForNaturalFrequency = 30;

/// A rate as people out of 100, for teaching (natural frequencies: Gigerenzer G, Edwards A.
/// BMJ 2003;327:741-744). Whole people: the rate rounded to the nearest, the interval outwards, so
/// that it never looks narrower than it is.
struct NaturalFrequency
{
    QString cohortLabel; ///< "Park 2023, Cohort 1"
    QString cohortId;
    QString outcomeLabel;
    Rate rate;
    int people = 0; ///< 0-100
    int low = 0;    ///< lower end of the interval, <= people
    int high = 0;   ///< upper end, >= people
    QString words;  ///< two sentences: the rate, and how far the truth may be from it
    QStringList notes; ///< what the audit finds about the rate
};

/// Pure. The problem says why there is no such picture: no count, or too few patients.
[[nodiscard]] Result<NaturalFrequency> makeNaturalFrequency(const Library &library, int cohort,
                                                            const QString &outcome,
                                                            const RateOptions &options);

/// A rate of which a picture can be made.
struct NaturalFrequencyChoice
{
    int cohort = -1; ///< index into Library::cohorts
    QString outcome;
    QString label;   ///< "Park 2023, Cohort 1: ICANS, any grade (6/31)"
};
[[nodiscard]] std::vector<NaturalFrequencyChoice>
naturalFrequencyChoices(const Library &library, std::span<const int> cohorts, const RateOptions &options);

[[nodiscard]] FigureTable naturalFrequencyTable(const NaturalFrequency &frequency);

} // namespace anakinra
