// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolGrouping.h"
#include "models/pooling/PoolGuard.h"

namespace anakinra {

/// The candidates of one group.
struct CohortsOfGroup
{
    PoolGroupKey key;
    std::vector<int> cohorts; ///< indices into Library::cohorts
};

/// Distributes the candidates of a pool over groups, by rank; groups without any count are left
/// out. A cohort whose usable parts fall into different groups is separated by the grouping, so
/// the parts stand for it, unless it is preferred: then it stands for its parts.
[[nodiscard]] std::vector<CohortsOfGroup> groupCandidates(const Library &library,
                                                          const GuardedPool &pool,
                                                          PoolGrouping grouping,
                                                          const QStringList &preferred);

/// Which participants stand in two of the pools, in words; "" = none. Parts of one parent that fall
/// into different groups are taken to be separated by the grouping.
[[nodiscard]] QString sharedBetweenGroups(const Library &library,
                                          std::span<const GuardedPool *const> pools);

} // namespace anakinra
