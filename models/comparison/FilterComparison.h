// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"
#include "models/pooling/PoolAnalysis.h"

#include <stop_token>

namespace anakinra {

/// The cohorts of one filter.
struct ComparedFilter
{
    QString words;            ///< the filter in words
    std::vector<int> cohorts; ///< indices into Library::cohorts, in figure order
    int unjudged = 0;         ///< how many it could not judge, and so does not list
};

/// One outcome on one side.
struct FilterSide
{
    std::vector<Rate> rates; ///< of the cohorts that report it, in figure order
    int notListed = 0;       ///< how many more report it than CompareOptions lets in here
    int notReporting = 0;    ///< how many of the side's cohorts do not report it
    std::vector<int> setAside; ///< those that report it of participants who already had a toxicity
    PoolGroup pool;          ///< what the guard admits of them, and the median rate
};

/// The difference between the medians of two sides, estimated over studies: not randomised.
struct ModeratorDifference
{
    statistics::ModeratedPool fit; ///< moderator 1 on side A, 0 on side B
    double oddsRatio = 1.0;        ///< of the median rates, A to B
    statistics::Interval interval; ///< of the odds ratio, t(k - 2)
};

struct FilterOutcome
{
    QString outcome; ///< code
    QString label;
    QString shortLabel;
    Domain domain = Domain::ToxicityIncidence;
    Direction direction = Direction::Neutral;
    FilterSide a;
    FilterSide b;
    std::optional<ModeratorDifference> difference;
    QString noDifference; ///< why there is none, in a sentence; "" where there is one
    QStringList warnings; ///< of the two pools and of the difference
};

/// The cohorts of two filters side by side. Rates point into the library, which has to live as long.
struct FilterComparison
{
    ComparedFilter a;
    ComparedFilter b;
    CompareOptions options;
    QString statement;
    std::vector<FilterOutcome> outcomes; ///< rates that either side reports, in vocabulary order
    std::vector<ComparedProperty> properties;
    QStringList warnings;   ///< of both sides, then of the outcomes with their names
    QStringList findings;   ///< what marks beside the rates say, and each finding; none = empty
    bool cancelled = false; ///< stopped half-way: not to be used
};

/// Studies that a side needs for the difference of the medians to be estimated.
inline constexpr int leastStudiesPerSide = 3;

/// Pure. Pools by the logistic model where the guard admits it; a difference only as the test of
/// the side as a moderator, with enough studies on both sides, no participant on both and one
/// endpoint. `outcome`: the one to compare; "" = all that either side reports as a rate.
[[nodiscard]] FilterComparison compareFilters(const Library &library, ComparedFilter a,
                                              ComparedFilter b, const CompareOptions &options,
                                              const QString &outcome = {},
                                              std::stop_token stop = {});

} // namespace anakinra
