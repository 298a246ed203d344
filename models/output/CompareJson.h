// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"
#include "models/comparison/FilterComparison.h"

#include <QByteArray>

namespace anakinra {

/// A comparison as one object: outcome, a, b, rates, difference, ratio, p, warnings and more, see
/// `compare --help`. With one outcome these are its own; with `all` they are null and stand in
/// outcomes[] instead. Percentages, points and bounds are in percent.
[[nodiscard]] QByteArray compareJson(const Library &library, const CohortComparison &comparison,
                                     bool all);
[[nodiscard]] QByteArray compareJson(const Library &library, const FilterComparison &comparison,
                                     bool all);

} // namespace anakinra
