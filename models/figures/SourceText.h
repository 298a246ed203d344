// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// Where a value stands, in the lines that every tooltip and reading aid shows: printed figure,
/// status, report, place, flags, note. What is empty is left out.
[[nodiscard]] QStringList sourceLines(const Library &library, const Source &source);

/// A number without needless digits: 200, 2.5.
[[nodiscard]] QString plainNumber(double value);

/// "5–8", or one number where both ends are equal.
[[nodiscard]] QString plainRange(double min, double max);

/// "200 mg/day", "5–8 mg/kg/day".
[[nodiscard]] QString doseText(const Dose &dose);

/// "2", "≤ 2", "2–5", "median 8.5"; "" when not reported.
[[nodiscard]] QString startDayText(const StartDay &day);

/// "2 cases", "8.5 (2–14) days", or a result in words; "NR" where nothing is given.
[[nodiscard]] QString valueInWords(const Continuous &value);

} // namespace anakinra
