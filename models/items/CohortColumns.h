// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

#include <QVariant>

#include <span>

namespace anakinra {

/// One cell of the cohort table, the same on screen, on the clipboard, in CSV and XLSX.
struct CohortCell
{
    QString text;                 ///< as shown; "NR" when not reported, "n/a" when not applicable
    QVariant sortKey;             ///< double or QString; invalid = sorts last in both orders
    QString toolTip;              ///< printed figure, status, report and locator
    bool flagged = false;         ///< the value carries a flag or note
};

struct CohortColumn
{
    QString key;       ///< stable id for saved layouts and CSV headers: "study", "crs.any" ...
    QString title;     ///< header
    QString toolTip;   ///< what the column means, with unit
    bool rightAligned = false;
    QString outcome;   ///< outcome code for rate columns, else ""
    CohortCell (*cell)(const Library &library, int cohort, const CohortColumn &column,
                       const RateOptions &options) = nullptr;
    /// The sort key of the cell without its text: for sorting whole libraries.
    QVariant (*sortKey)(const Library &library, int cohort, const CohortColumn &column,
                        const RateOptions &options) = nullptr;
};

/// study, cohort, role, design, n, products, regimen (as reported), dose per day, route, timing,
/// start day, CRS any, CRS >=3, ICANS any, ICANS >=3, ORR, CR, toxicity resolution.
[[nodiscard]] std::span<const CohortColumn> cohortColumns();

/// Position of a column in cohortColumns(), -1 for an unknown key.
[[nodiscard]] int cohortColumnIndex(QStringView key);

} // namespace anakinra
