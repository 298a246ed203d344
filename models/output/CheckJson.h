// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"

#include <QByteArray>

#include <vector>

namespace anakinra {

/// The object of `check --format json`: errors[] with file, record, field and message, and
/// findings[], which stays empty as long as no integrity audit runs.
[[nodiscard]] QByteArray checkJson(const std::vector<Problem> &errors);

} // namespace anakinra
