// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolGrouping.h"
#include "models/pooling/PoolGuard.h"
#include "models/statistics/Moderator.h"
#include "models/statistics/Pooling.h"

#include <stop_token>

namespace anakinra {

/// What is asked of a pool, apart from the cohorts and the outcome.
struct PoolRequest
{
    statistics::PoolMethod method = statistics::PoolMethod::Glmm;
    double level = 95.0; ///< percent, 0 < level < 100
    PoolGrouping groupBy = PoolGrouping::None;
    GuardOptions guard;
    bool sensitivity = true;  ///< also fit the other method
    bool leaveOneOut = false; ///< also pool without each study in turn
    /// Percent, 0-100: also say of each cohort how probable a true rate below it is; nullopt = no.
    std::optional<double> threshold = {};

    friend bool operator==(const PoolRequest &, const PoolRequest &) = default;
};

/// A pool and what the guard said to it.
struct PoolGroup
{
    PoolGroupKey key; ///< code and label are "" for the pool of all
    GuardedPool guard;
    /// The fit, or why none could be made (PooledRate::obstacle). nullopt where the guard refuses.
    std::optional<statistics::PooledRate> pooled;

    /// A model was fitted: there are a median rate and an interval.
    [[nodiscard]] bool isFitted() const { return pooled && pooled->median.has_value(); }
    /// No model could be fitted, so the crude total is all there is to say; "crude total, not a
    /// pooled estimate". Never where the guard refuses or nothing can be counted.
    [[nodiscard]] bool hasCrudeTotalOnly() const
    {
        return pooled && !pooled->median && pooled->n > 0;
    }
};

/// Do the groups differ? A comparison of studies, not randomised.
struct GroupComparison
{
    QStringList groups;            ///< labels of the groups compared
    statistics::SubgroupTest test; ///< likelihood-ratio test with one tau for all groups
    QString notDone;               ///< why there is no test, in words; "" where there is one
};

/// The pool of all without one study.
struct PoolWithout
{
    int row = -1; ///< index into the rows of the overall pool
    statistics::PooledRate pooled;
};

/// The probability, in percent, that the true rate of a cohort lies below the request's threshold:
/// of its Jeffreys posterior, from its own counts alone. nullopt without threshold or counts.
[[nodiscard]] std::optional<double> probabilityBelow(const PoolCandidate &candidate,
                                                     const PoolRequest &request);

/// Everything that a forest figure, the `pool` command and a bundle say. Observations point into
/// the library it was made from, which has to live as long.
struct PoolAnalysis
{
    QString outcome; ///< code
    PoolRequest request;
    PoolGroup overall;
    /// By rank, each guarded by itself. A cohort whose parts fall into several groups is
    /// represented by them. Empty without grouping.
    std::vector<PoolGroup> groups;
    std::optional<GroupComparison> comparison;         ///< with grouping only
    std::optional<statistics::PooledRate> sensitivity; ///< the other method on the same rows
    std::vector<PoolWithout> leaveOneOut;              ///< on request, k >= 2
    QStringList warnings;   ///< of the overall pool, then of the groups with their label
    bool cancelled = false; ///< stopped half-way: the rest is not to be used
};

/// Pure. `outcome` is a code of the library's vocabulary. A stop request is obeyed between fits and
/// inside them; the result is then `cancelled`.
[[nodiscard]] PoolAnalysis analysePool(const Library &library, std::span<const int> cohorts,
                                       const QString &outcome, const PoolRequest &request,
                                       std::stop_token stop = {});

} // namespace anakinra
