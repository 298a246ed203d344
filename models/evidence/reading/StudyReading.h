// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Record.h"

namespace anakinra::reading {

/// One study of the file while it is read: its record stays open, because the reports of all
/// studies are read before any cohort, and all cohorts before any comparison.
struct OpenStudy
{
    OpenStudy(Reading &reading, const Place &studies, std::size_t at, const Json &studyJson);

    const Json &json;
    std::string_view id; ///< "" where it has no usable one
    Place place;
    Record record;
    int index = -1; ///< in the library; -1 = left out
};

/// Id, label, title and reports; adds them to the library. A study whose id is unusable or taken
/// is left out.
void readHead(OpenStudy &study, Library &library);

/// Design, setting, year and notes: what may cite reports.
void readDescription(OpenStudy &study, Library &library);

/// Comparisons between cohorts of the library.
void readComparisons(OpenStudy &study, Library &library);

} // namespace anakinra::reading
