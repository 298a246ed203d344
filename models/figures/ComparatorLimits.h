// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// What limits a comparison with this group, one phrase each: "historical control: other patients
/// of another time", "not randomised", "number of patients not printed: no interval, no test".
/// Empty for cohorts that are no comparators.
[[nodiscard]] QStringList comparatorLimits(const Library &library, const Cohort &cohort);

/// The label of a comparator with what it is, where it does not say so itself:
/// "Liang 2025, TRANSCEND (other trial)". Other cohorts keep their label.
[[nodiscard]] QString labelWithRole(const QString &label, const Cohort &cohort);

} // namespace anakinra
