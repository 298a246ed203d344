// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Completeness.h"

#include "models/figures/CompletenessLookup.h"
#include "models/figures/SourceText.h"

#include <algorithm>
#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

std::span<const CompletenessItem> completenessItems()
{
    static const std::vector<CompletenessItem> items = [] {
        std::vector<CompletenessItem> list;
        for (const ItemSpec &spec : itemSpecs())
            list.push_back(spec.item);
        return list;
    }();
    return items;
}

Completeness makeCompleteness(const Library &library, std::span<const int> cohorts,
                              const RateOptions &options)
{
    Completeness matrix;
    matrix.rows.reserve(cohorts.size());
    for (const int cohort : cohorts) {
        CompletenessRow row;
        row.cohort = cohort;
        row.label = cohortTitle(library, cohort);
        row.cells.reserve(itemSpecs().size());
        for (const ItemSpec &spec : itemSpecs()) {
            const CompletenessCell cell = spec.look
                ? spec.look(library, cohort, options)
                : spec.lookFor(library, cohort, options, spec.argument);
            row.known += cell.reporting < Reporting::NotReported ? 1 : 0;
            row.applicable += cell.reporting != Reporting::NotApplicable ? 1 : 0;
            row.cells.push_back(cell);
        }
        matrix.rows.push_back(std::move(row));
    }
    return matrix;
}

std::vector<int> sortedByReporting(const Completeness &matrix, int column, bool descending)
{
    std::vector<int> order(matrix.rows.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](int i) {
        const CompletenessRow &row = matrix.rows[static_cast<std::size_t>(i)];
        if (column >= 0)
            return double(row.cells[static_cast<std::size_t>(column)].reporting);
        return row.applicable > 0 ? -double(row.known) / row.applicable : 0.0;
    };
    std::ranges::stable_sort(order, [&](int a, int b) {
        return descending ? key(a) > key(b) : key(a) < key(b);
    });
    return order;
}

QString spokenCell(const Library &library, const CompletenessRow &row, std::size_t item)
{
    const CompletenessCell &cell = row.cells[item];
    const CompletenessItem &what = completenessItems()[item];
    QString first = row.label + u", "_s + what.title + u": "_s + labelOf(cell.reporting).toLower();
    if (cell.reporting < Reporting::NotReported)
        first += u", "_s + cell.text;
    if (!cell.remark.isEmpty())
        first += u" ("_s + cell.remark + u')';
    QStringList lines{first};
    if (cell.source && cell.reporting < Reporting::NotReported)
        lines += sourceLines(library, *cell.source);
    return lines.join(u'\n');
}

} // namespace anakinra
