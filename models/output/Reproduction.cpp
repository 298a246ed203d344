// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/Reproduction.h"

#include "models/output/CohortCsv.h"
#include "models/output/TableMakers.h"

namespace anakinra {

using namespace Qt::StringLiterals;

BundleFile tableFile(const FigureTable &table)
{
    CohortTable cells;
    for (const QString &header : table.headers)
        cells.columns.push_back({header, {}, {}});
    for (const QStringList &row : table.rows) {
        std::vector<TableCell> &line = cells.rows.emplace_back();
        for (const QString &cell : row)
            line.push_back(textCell(cell));
    }
    return {u"table.csv"_s, cohortCsv(cells), u"the numbers as the figure shows them"_s};
}

} // namespace anakinra
