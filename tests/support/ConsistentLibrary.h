// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <memory>

namespace anakinra::test {

enum class PrintedAs { Rounded, CutOff };

/// A random library whose figures are all counted from the people of its cohorts: what happened to
/// whom is drawn once per person, so that parts, grades, responses, products, percentages and p
/// values agree by construction. Percentages are written with 0 to 2 decimals; figures, counts and
/// sizes are missing at random. No overlap is recorded.
[[nodiscard]] std::shared_ptr<Library> consistentLibrary(quint32 seed,
                                                         PrintedAs printed = PrintedAs::Rounded);

} // namespace anakinra::test
