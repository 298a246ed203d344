// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/references/ReferenceRecord.h"

namespace anakinra {

/// Names from a printed list: "Park JH, Maron Alfaro G" (family name and initials) or "Jae H Park".
/// Words in brackets after a name, dots of omission and "et al" are no names.
[[nodiscard]] std::vector<ReferenceName> parseNames(const QString &printed);

/// "2023 Jul; Epub 2023 Jul 3" -> July 2023; "2020" -> 2020; nothing known -> nothing.
[[nodiscard]] ReferenceDate parseDate(const QString &printed);

/// Splits "1710-1717" and the open "3398-".
void parsePages(const QString &printed, ReferenceRecord &record);

} // namespace anakinra
