// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Reading.h"

namespace anakinra::reading {

/// Reads the open lists and makes their codes known to `reading`. A faulty or repeated term is
/// left out, and so then is every value that uses its code.
Vocabulary readVocabulary(Reading &reading, const Place &place, const Json &json);

} // namespace anakinra::reading
