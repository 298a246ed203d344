// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// Comparators of the library with a rate of the outcome, as a reference to choose; in library
/// order, those of the given cohorts' studies first.
[[nodiscard]] std::vector<int>
referenceCohorts(const Library &library, std::span<const int> cohorts, const QString &outcome);

} // namespace anakinra
