// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/OverlapGraph.h"

namespace anakinra {

/// Places the nodes in the unit square: each group of connected nodes has a box of its own, inside
/// which springs pull linked nodes together and push the others apart. The same graph always gives
/// the same picture; large groups are put on a circle instead.
void layOut(OverlapGraph &graph);

} // namespace anakinra
