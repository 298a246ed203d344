// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/FilterComparison.h"

namespace anakinra {

/// Fills the difference of an outcome whose two sides are pooled, or why there is none: a side that
/// is not pooled, fewer than three studies on a side, a participant on both sides, endpoints that
/// do not mean the same, or a model that cannot be fitted.
void contrastSides(const Library &library, FilterOutcome &outcome, const CompareOptions &options,
                   const std::stop_token &stop);

} // namespace anakinra
