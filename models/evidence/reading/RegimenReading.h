// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Record.h"

#include <optional>

/// What a cohort was given: products, regimens and the day of the first dose. nullopt where the
/// value has a fault, which is reported then.
namespace anakinra::reading {

std::optional<ProductShare> readProduct(Reading &reading, const Place &place, const Json &json);
std::optional<Regimen> readRegimen(Reading &reading, const Place &place, const Json &json);
std::optional<StartDay> readStartDay(Reading &reading, const Place &place, const Json &json);

} // namespace anakinra::reading
