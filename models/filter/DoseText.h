// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/evidence/Problem.h"
#include "models/filter/FilterCriteria.h"

#include <QStringView>

namespace anakinra {

/// A daily dose as typed: "8 mg/kg/day", "400mg/d", "100–200 mg/day". Spaces, dashes and the
/// spelling of the unit may vary. A decimal comma is refused rather than misread, and so is a dose
/// without unit or per anything but a day.
[[nodiscard]] Result<Dose> parseDose(QStringView text);

/// The range between two typed bounds, either of which may be empty (open). Both must be single
/// doses on the same scale, the lower one first.
[[nodiscard]] Result<DoseRange> parseDoseRange(QStringView min, QStringView max);

/// "200 mg/day", "2.5–4 mg/kg/day".
[[nodiscard]] QString formatDose(const Dose &dose);

/// A number without needless digits: "8", "2.5".
[[nodiscard]] QString formatAmount(double value);

} // namespace anakinra
