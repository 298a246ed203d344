// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"

namespace anakinra {

/// What one group of a study leaves open.
struct MissingGroup
{
    int cohort = -1;
    QString heading;   ///< "SC arm (n = 15)"
    QStringList items; ///< one request each, without a full stop
};

/// What a study's reports do not say, as questions to its authors.
struct MissingList
{
    int study = -1;
    QString title; ///< "Liang 2025: ..."
    std::vector<MissingGroup> groups; ///< those with at least one item

    /// Plain text to paste into a letter: an opening, the requests by group, what was read.
    [[nodiscard]] QString text(const Library &library) const;
};

/// Anakinra cohorts and historical controls of the study. A part is asked only for what its whole
/// reports, as the rest is asked of the whole "also by group".
[[nodiscard]] MissingList missingList(const Library &library, int study);

} // namespace anakinra
