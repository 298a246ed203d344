// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/integrity/Finding.h"

namespace anakinra {

/// For reading in a terminal: how many, then the gravest first, each with its number, sentence and
/// arithmetic, wrapped at `width`. "" for none.
[[nodiscard]] QString findingsText(const Library &library, const std::vector<Finding> &findings,
                                   qsizetype width);

} // namespace anakinra
