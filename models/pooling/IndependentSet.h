// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolGuard.h"
#include "models/pooling/SharedParticipants.h"

#include <optional>
#include <span>
#include <vector>

namespace anakinra {

/// What to choose from, one entry per figure of a SharedParticipants.
struct Choice
{
    int weight = 0;      ///< >= 0; the sum is made as large as possible
    bool wanted = true;  ///< may be chosen at all
    bool forced = false; ///< has to be chosen
};

struct IndependentSet
{
    std::vector<bool> chosen; ///< by figure
    std::vector<int> instead; ///< by figure: a chosen one that shares participants; -1 = none
    std::optional<std::pair<int, int>> forcedShare; ///< two forced figures that share participants
    bool greedy = false;                            ///< a larger set may exist
};

/// Figures of cohorts that do not share participants. A parent is preferred to its parts; else the
/// set with the largest total weight is taken, of two such sets the one with more figures: exactly
/// within groups of up to 20 overlapping figures, else greedily from the heaviest down. Figures
/// that are not wanted are told what they share participants with.
[[nodiscard]] IndependentSet independentSet(const SharedParticipants &shared,
                                            std::span<const Choice> choices,
                                            PossibleOverlap possibleOverlap);

/// The cohorts among `cohorts` that do not share participants, sorted: the same rules with the
/// cohorts' sizes as weights. For what is not a count, such as the range of printed percentages.
[[nodiscard]] std::vector<int> independentCohorts(const Library &library,
                                                  std::span<const int> cohorts);

} // namespace anakinra
