// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CompletenessTableModel.h"

#include "models/figures/CompletenessWords.h"

#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// What is known with its sign before it; what is not needs no words besides.
QString cellText(const CompletenessCell &cell)
{
    return cell.reporting < Reporting::NotReported ? reportingSign(cell.reporting) + u"  "_s + cell.text
                                                   : cell.text;
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

void CompletenessTableModel::setMatrix(std::shared_ptr<const Library> library, Completeness matrix)
{
    resetRows([&] {
        m_library = std::move(library);
        m_matrix = std::move(matrix);
        std::vector<int> rows(m_matrix.rows.size());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    });
}

const CompletenessRow &CompletenessTableModel::rowAt(int row) const
{
    return m_matrix.rows[at(recordAt(row))];
}

Completeness CompletenessTableModel::matrix() const
{
    Completeness sorted;
    sorted.rows.reserve(rows().size());
    for (int row = 0; row < rowCount(); ++row)
        sorted.rows.push_back(rowAt(row));
    return sorted;
}

QVariant CompletenessTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CompletenessRow &row = rowAt(index.row());
    if (role == CohortIdRole)
        return m_library->cohorts[at(row.cohort)].id;
    const bool isItem = index.column() >= AtFirstItem;
    const auto item = at(index.column() - AtFirstItem); // used where isItem
    switch (role) {
    case Qt::DisplayRole:
        return isItem                        ? cellText(row.cells[item])
            : index.column() == AtCohort ? row.label
                                         : knownShare(row);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return isItem                        ? spokenCell(*m_library, row, item)
            : index.column() == AtCohort ? row.label
                                         : u"%1 of %2 items known"_s.arg(row.known).arg(row.applicable);
    case ReportingRole:
        return isItem ? QVariant(int(row.cells[item].reporting)) : QVariant();
    default:
        return {};
    }
}

void CompletenessTableModel::sortRows(std::vector<int> &rows, int column, bool descending) const
{
    if (column < 0)
        return;
    if (column == AtCohort) {
        sortByText(rows, descending, [&](int i) { return m_matrix.rows[at(i)].label; });
        return;
    }
    rows = sortedByReporting(m_matrix, column - AtFirstItem, descending); // -1 = the share of known items
}

} // namespace anakinra
