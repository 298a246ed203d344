// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Completeness.h"

#include "models/figures/CompletenessLookup.h"
#include "models/figures/SourceText.h"

#include <algorithm>
#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t rowsPerStep = 256; ///< between two looks at the stop and the progress

template<typename Take>
void forEachRow(const Library &library, std::span<const int> cohorts, const RateOptions &options,
                const std::stop_token &stop, const std::function<void(double)> &progress, Take take)
{
    for (std::size_t i = 0; i < cohorts.size(); ++i) {
        if (i % rowsPerStep == 0) {
            if (stop.stop_requested())
                return;
            if (progress)
                progress(double(i) / double(cohorts.size()));
        }
        CompletenessRow row = completenessRow(library, cohorts[i], options);
        take(row);
    }
}

} // namespace

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

CompletenessRow completenessRow(const Library &library, int cohort, const RateOptions &options)
{
    CompletenessRow row;
    row.cohort = cohort;
    row.label = cohortTitle(library, cohort);
    row.cells.reserve(itemSpecs().size());
    for (const ItemSpec &spec : itemSpecs()) {
        CompletenessCell cell = spec.look ? spec.look(library, cohort, options)
                                          : spec.lookFor(library, cohort, options, spec.argument);
        row.known += cell.reporting < Reporting::NotReported ? 1 : 0;
        row.applicable += cell.reporting != Reporting::NotApplicable ? 1 : 0;
        row.cells.push_back(std::move(cell));
    }
    return row;
}

Completeness makeCompleteness(const Library &library, std::span<const int> cohorts,
                              const RateOptions &options, const std::stop_token &stop,
                              const std::function<void(double)> &progress)
{
    Completeness matrix;
    matrix.rows.reserve(cohorts.size());
    forEachRow(library, cohorts, options, stop, progress, [&](CompletenessRow &row) {
        markFindings(row, library);
        matrix.rows.push_back(std::move(row));
    });
    return matrix;
}

ReportingStates reportingStates(const Library &library, std::span<const int> cohorts,
                                const RateOptions &options, const std::stop_token &stop,
                                const std::function<void(double)> &progress)
{
    ReportingStates states;
    states.states.reserve(cohorts.size() * itemSpecs().size());
    states.knownShare.reserve(cohorts.size());
    forEachRow(library, cohorts, options, stop, progress, [&](const CompletenessRow &row) {
        for (const CompletenessCell &cell : row.cells)
            states.states.push_back(cell.reporting);
        states.knownShare.push_back(row.applicable > 0 ? double(row.known) / row.applicable : 0.0);
    });
    return states;
}

std::vector<int> sortedByReporting(const ReportingStates &states, int column, bool descending)
{
    std::vector<int> order(states.rows());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](int i) {
        const auto row = static_cast<std::size_t>(i);
        return column >= 0 ? double(states.at(row, static_cast<std::size_t>(column)))
                           : -states.knownShare[row];
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
    if (!cell.findingLines.isEmpty())
        lines << cell.findingLines;
    if (cell.source && cell.reporting < Reporting::NotReported)
        lines += sourceLines(library, *cell.source);
    return lines.join(u'\n');
}

} // namespace anakinra
