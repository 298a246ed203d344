// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// The members of `cohorts` that do not share participants as far as is known: parts beside their
/// parent, certain overlaps, and overlapping groups of one study are left out. Where two share
/// participants the larger stays.
[[nodiscard]] std::vector<int> independentCohorts(const Library &library, std::span<const int> cohorts);

} // namespace anakinra
