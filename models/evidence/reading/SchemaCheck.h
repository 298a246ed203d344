// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Reading.h"

namespace anakinra::reading {

/// Validates the file against the JSON Schema that is shipped with the program and reports what
/// the reader's own checks have not reported at that place already. `required`: a program built
/// without the schema is a problem; otherwise the check is left out then.
void checkSchema(Reading &reading, const Json &root, bool required);

} // namespace anakinra::reading
