// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"

#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace anakinra {

/// Empty = missing or not applicable.
using TableCell = std::variant<std::monostate, double, QString>;

struct TableColumn
{
    QString key;     ///< CSV header: "crs.any", "crs.any.events" ...
    QString title;   ///< spreadsheet header: "CRS any", "CRS any: events" ...
    QString meaning; ///< with unit; the same text for the same number of every rate
};

/// Cohorts as a table for other programs (CSV, XLSX). First the columns of the cohort table as
/// shown on screen, then columns for machines: ids, numbers of n, dose and start day, and for
/// every rate events, n, percent, interval, method, status, printed figure, report, locator and
/// what the audit finds about it.
struct CohortTable
{
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> rows; ///< each as long as `columns`
    /// What the table must say about itself: filter, counts, library, methods, what is left out.
    std::vector<std::pair<QString, QString>> facts;
};

/// Whether every value is followed by the places it comes from.
enum class TableSources {
    Rates, ///< for rates only: printed figure, status, report and locator
    All,   ///< also for n, products, regimen, timing ...; for rates also how the figure was taken
           ///< over, kind and reference of the report, its note, and what is found
};

/// `cohorts` in the order wanted (those listed by `result`, sorted or not); `columns` are positions
/// in cohortColumns() in the order wanted.
[[nodiscard]] CohortTable makeCohortTable(const Library &library, const FilterResult &result,
                                          std::span<const int> cohorts,
                                          std::span<const int> columns, const RateOptions &options,
                                          const FigureContext &context,
                                          TableSources sources = TableSources::Rates);

/// What a table made under `context` says about itself.
[[nodiscard]] std::vector<std::pair<QString, QString>> tableFacts(const FigureContext &context,
                                                                  const RateOptions &options);

/// All columns of cohortColumns() in their order.
[[nodiscard]] std::vector<int> allCohortColumns();

} // namespace anakinra
