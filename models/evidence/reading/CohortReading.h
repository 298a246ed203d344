// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Record.h"

#include <optional>

namespace anakinra::reading {

/// Which of the inheritable fields a cohort states itself. A field that is stated but faulty
/// counts as stated: the parent's value must not take its place.
struct Stated
{
    bool nAnakinra = false;
    bool timing = false;
    bool ageGroups = false;
    bool diseases = false;
    bool indications = false;
    bool products = false;
    bool startDay = false;
    bool regimens = false;
};

struct CohortRecord
{
    Cohort cohort; ///< without study, parent and what it inherits
    Stated stated;
    std::string_view parent; ///< id of the parent cohort; "" = none
};

/// Reads one cohort with everything in it. nullopt where its id, role, n or parent has a
/// fault: then it cannot be told what the figures are of. Anything else at fault is left out of the cohort; a
/// single value (timing, start day ...) then is empty and its source says why.
std::optional<CohortRecord> readCohort(Reading &reading, Place place, const Json &json);

} // namespace anakinra::reading
