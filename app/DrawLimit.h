// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstddef>

namespace anakinra {

/// Charts of more cohorts would take longer to draw than a window may pause. The command line draws
/// all.
constexpr std::size_t mostCohortsDrawn = 2000;
/// The same of a sheet, whose tables have a line and notes for each.
constexpr std::size_t mostCohortsOnSheet = 300;

/// Why there is nothing of so many, and what to do about it.
[[nodiscard]] QString tooManyCohorts(std::size_t cohorts, std::size_t most = mostCohortsDrawn);

} // namespace anakinra
