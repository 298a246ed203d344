// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Reading.h"

namespace anakinra::reading {

/// Reads a whole library from the root of its file: indexes every id first, so that references
/// can be judged wherever they stand, then reads the vocabulary, the reports, the cohorts with
/// what they inherit, and what refers to cohorts. Stops early on request.
void assembleLibrary(Reading &reading, const Json &root, Library &library,
                     const LoadProgress &progress);

} // namespace anakinra::reading
