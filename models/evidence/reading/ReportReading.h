// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Record.h"

#include <optional>

namespace anakinra::reading {

/// Reads one report with its citation. nullopt where its id, kind or peer review has a fault;
/// values that cite it are left out then, because a reader could not judge where they stand.
std::optional<anakinra::Report> readReport(Reading &reading, Place place, const Json &json);

} // namespace anakinra::reading
