// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/evidence/Problem.h"
#include "models/integrity/Finding.h"
#include "models/output/JsonOut.h"

namespace anakinra {

/// The object of `check --format json`: errors[] with file, record, field and message, and
/// findings[] as writeFinding has them. `library` is what the findings are about; null where the
/// file is no library, and then there are none.
[[nodiscard]] QByteArray checkJson(const std::vector<Problem> &errors, const Library *library,
                                   const std::vector<Finding> &findings);

/// One object: id, severity, study, cohort, outcome, text, working, check, kind ("outcome",
/// "product" ...) and code of the number.
void writeFinding(JsonOut &json, const Library &library, const Finding &finding);

} // namespace anakinra
