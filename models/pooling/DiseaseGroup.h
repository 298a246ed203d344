// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// Diseases whose tumour responses mean the same, so that they may be pooled: lymphomas, acute
/// leukaemias, chronic lymphocytic leukaemia and plasma cell diseases are four groups. A disease
/// that the program does not know, or that is not specified ("B-cell malignancy"), is a group of
/// its own.
struct DiseaseGroup
{
    QString code;  ///< "lymphoma"; of an unknown disease the disease's own code
    QString label; ///< "Lymphoma"

    friend bool operator==(const DiseaseGroup &, const DiseaseGroup &) = default;
};

/// The groups of a cohort's diseases, each once, sorted by code; empty = not reported.
[[nodiscard]] std::vector<DiseaseGroup> diseaseGroups(const Library &library, const Cohort &cohort);

} // namespace anakinra
