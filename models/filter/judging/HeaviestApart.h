// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <utility>
#include <vector>

namespace anakinra::filter {

/// Of the members of `pairs`, those that together weigh most without both members of any pair; in
/// ascending order. `weights` is by member, >= 0. Exact for groups of up to 24 linked members; in
/// larger ones the heaviest is taken first, which gives a set without pairs, but perhaps a lighter
/// one.
[[nodiscard]] std::vector<int> heaviestApart(std::span<const std::pair<int, int>> pairs,
                                             std::span<const int> weights);

} // namespace anakinra::filter
