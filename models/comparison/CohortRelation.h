// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/SharedParticipants.h"

namespace anakinra {

/// What two cohorts are to each other, which decides what may be computed between them.
struct CohortRelation
{
    bool sameStudy = false;
    /// Arms, or a treated and an untreated group, of a study that is described as randomised.
    bool randomised = false;
    QString statement;       ///< whether the groups were randomised, and what else sets them apart
    QString shared;          ///< how they share participants, or may; "" = separate, as far as known
    QString possibleOverlap; ///< an overlap that the sources do not exclude; "" = none recorded
    QString noTest;          ///< why there is no p value and no ratio; "" = two groups of one study
};

/// A p value and a ratio are for two groups of one study without a common participant: arms of one
/// parent, a group given anakinra and an untreated one, or groups that the study itself compares.
/// Historical controls, groups quoted from elsewhere and unnamed groups are no groups of the study.
[[nodiscard]] CohortRelation cohortRelation(const Library &library, const CohortFigure &a,
                                            const CohortFigure &b);

/// Whether the study's design says that it is randomised.
[[nodiscard]] bool isRandomised(const Study &study);

/// What limits a comparison with a cohort of this role: "historical control: other patients of
/// another time". For other roles their label.
[[nodiscard]] QString roleLimit(Role role);

} // namespace anakinra
