// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/output/CohortTable.h"

#include <functional>

namespace anakinra {

struct CohortColumn;
class FindingIndex;

/// How a CohortTable is put together; used by its makers only.

using Row = std::vector<TableCell>;

/// Columns that belong together and how their cells are added to the row of a cohort.
struct Maker
{
    std::vector<TableColumn> columns;
    std::function<void(int cohort, Row &row)> append;
};

class Makers
{
public:
    void add(const TableColumn &column, std::function<TableCell(int cohort)> cell)
    {
        add({{column},
             [cell = std::move(cell)](int cohort, Row &row) { row.push_back(cell(cohort)); }});
    }
    void add(Maker maker) { m_makers.push_back(std::move(maker)); }

    [[nodiscard]] CohortTable table(std::span<const int> cohorts) const
    {
        CohortTable table;
        for (const Maker &maker : m_makers)
            table.columns.insert(table.columns.end(), maker.columns.begin(), maker.columns.end());
        table.rows.reserve(cohorts.size());
        for (const int cohort : cohorts) {
            Row &row = table.rows.emplace_back();
            row.reserve(table.columns.size());
            for (const Maker &maker : m_makers)
                maker.append(cohort, row);
        }
        return table;
    }

private:
    std::vector<Maker> m_makers;
};

[[nodiscard]] inline TableCell textCell(const QString &text)
{
    return text.isEmpty() ? TableCell() : TableCell(text);
}

template<typename Number>
[[nodiscard]] TableCell numberCell(const std::optional<Number> &number)
{
    return number ? TableCell(static_cast<double>(*number)) : TableCell();
}

/// What stands in the columns of findings.
[[nodiscard]] QString findingsMeaning();

/// The columns of one rate: events, n, percent, interval, status, printed figure, its place, and
/// what is found about it. `library`, `column` and `findings` must outlive the table's making.
void addRateColumns(Makers &makers, const Library &library, const CohortColumn &column,
                    const RateOptions &options, const FindingIndex &findings);

/// Where the cell of a column comes from, as far as addRateColumns() does not say it already; no
/// columns where the cell prints nothing recorded. What is given must outlive the making.
void addSourceColumns(Makers &makers, const Library &library, const CohortColumn &column,
                      const RateOptions &options, const FindingIndex &findings);

} // namespace anakinra
