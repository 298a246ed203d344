// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/kept/SavedView.h"

#include <vector>

namespace anakinra {

/// The questions of a tumour board, ready made: prophylactic use, refractory ICANS, SC against IV,
/// 200 mg/day against 8 mg/kg/day, children. They are made for the shipped library and record none.
[[nodiscard]] const std::vector<SavedView> &readyViews();

} // namespace anakinra
