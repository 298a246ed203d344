// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// What limits a comparison with this group, one phrase each: "historical control: other patients
/// of another time", "not randomised", "number of patients not printed: no interval, no test".
/// Empty for cohorts that are no comparators.
[[nodiscard]] QStringList comparatorLimits(const Library &library, const Cohort &cohort);

/// Short, for labels beside a rate: "historical control, n NR"; "n = 15" for other cohorts.
[[nodiscard]] QString groupSizeText(const Cohort &cohort);

} // namespace anakinra
