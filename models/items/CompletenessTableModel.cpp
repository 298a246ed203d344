// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CompletenessTableModel.h"

#include "models/figures/CompletenessWords.h"
#include "models/figures/RateFindings.h"

#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostRowsKept = 1024; ///< some screens full

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// With its sign before it, as the key beside the list has them.
QString cellText(const CompletenessCell &cell)
{
    return afterMark(cell.findingMark, reportingSign(cell.reporting) + u"  "_s + cell.text);
}

} // namespace

const std::vector<ColumnHead> &CompletenessTableModel::heads() const
{
    static const std::vector<ColumnHead> all = [] {
        std::vector<ColumnHead> list{
            {u"Cohort"_s, u"Study and cohort"_s},
            {u"Known"_s, u"Items of which something is reported, of those that apply"_s}};
        for (const CompletenessItem &item : completenessItems())
            list.push_back({item.title, item.request + u"\n"_s + reportingKey()});
        return list;
    }();
    return all;
}

void CompletenessTableModel::setCohorts(std::shared_ptr<const Library> library,
                                        std::vector<int> cohorts, const RateOptions &options)
{
    resetRows([&] {
        m_library = std::move(library);
        m_cohorts = std::move(cohorts);
        m_options = options;
        m_states.reset();
        m_rows.clear();
        return allRows();
    });
}

void CompletenessTableModel::setStates(ReportingStates states)
{
    Q_ASSERT(states.rows() == m_cohorts.size());
    resetRows([&] {
        m_states = std::move(states);
        return allRows();
    });
}

bool CompletenessTableModel::waitsForStates() const
{
    return sortColumn() >= AtKnown && !m_states && m_cohorts.size() > computedAtOnce;
}

int CompletenessTableModel::cohortAt(int row) const
{
    return m_cohorts[at(recordAt(row))];
}

const CompletenessRow &CompletenessTableModel::rowAt(int row) const
{
    return rowOf(recordAt(row));
}

const CompletenessRow &CompletenessTableModel::rowOf(int record) const
{
    const int cohort = m_cohorts[at(record)];
    if (const auto known = m_rows.find(cohort); known != m_rows.end())
        return known->second;
    if (m_rows.size() >= mostRowsKept)
        m_rows.clear();
    CompletenessRow made = completenessRow(*m_library, cohort, m_options);
    markFindings(made, *m_library);
    return m_rows.emplace(cohort, std::move(made)).first->second;
}

std::vector<int> CompletenessTableModel::sortedCohorts() const
{
    std::vector<int> sorted;
    sorted.reserve(rows().size());
    for (int row = 0; row < rowCount(); ++row)
        sorted.push_back(cohortAt(row));
    return sorted;
}

std::vector<int> CompletenessTableModel::allRows() const
{
    std::vector<int> rows(m_cohorts.size());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

const ReportingStates &CompletenessTableModel::states() const
{
    if (!m_states)
        m_states = reportingStates(*m_library, m_cohorts, m_options);
    return *m_states;
}

QVariant CompletenessTableModel::data(const QModelIndex &index, int role) const
{
    if (role != ReportingRole || !index.isValid())
        return RowListModel::data(index, role);
    const int item = index.column() - AtFirstItem;
    return item < 0 ? QVariant() : QVariant(int(rowAt(index.row()).cells[at(item)].reporting));
}

QString CompletenessTableModel::text(int record, int column) const
{
    if (column == AtCohort)
        return cohortTitle(*m_library, m_cohorts[at(record)]);
    const CompletenessRow &row = rowOf(record);
    return column == AtKnown ? knownShare(row) : cellText(row.cells[at(column - AtFirstItem)]);
}

QString CompletenessTableModel::toolTip(int record, int column) const
{
    if (column == AtCohort)
        return text(record, column);
    const CompletenessRow &row = rowOf(record);
    return column == AtKnown ? u"%1 of %2 items known"_s.arg(row.known).arg(row.applicable)
                             : spokenCell(*m_library, row, at(column - AtFirstItem));
}

QString CompletenessTableModel::accessibleText(int record, int column) const
{
    return toolTip(record, column); // names item and cohort
}

QString CompletenessTableModel::cohortId(int record) const
{
    return m_library->cohorts[at(m_cohorts[at(record)])].id;
}

void CompletenessTableModel::sortRows(std::vector<int> &rows, int column, bool descending) const
{
    // an order may be taken over before the first library is there
    if (!m_library || column < 0 || (column >= AtKnown && !m_states && m_cohorts.size() > computedAtOnce))
        return;
    if (column == AtCohort) {
        RowListModel::sortRows(rows, column, descending);
        return;
    }
    rows = sortedByReporting(states(), column - AtFirstItem, descending); // -1 = the share of known items
}

} // namespace anakinra
