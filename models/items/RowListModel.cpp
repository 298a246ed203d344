// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/RowListModel.h"

#include <QHash>

#include <algorithm>

namespace anakinra {

int RowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(heads().size());
}

QVariant RowListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const ColumnHead &head = heads()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return head.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return head.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RowListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int record = recordAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(record, index.column());
    case Qt::ToolTipRole:
        return toolTip(record, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(record, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(index.column()));
    case CohortIdRole:
        return cohortId(record);
    default:
        return {};
    }
}

QString RowListModel::accessibleText(int record, int column) const
{
    return heads()[static_cast<std::size_t>(column)].title + QStringLiteral(": ") + text(record, column);
}

Qt::Alignment RowListModel::alignment(int) const
{
    return Qt::AlignLeft | Qt::AlignVCenter;
}

void RowListModel::sortRows(std::vector<int> &rows, int column, bool descending) const
{
    if (column >= 0)
        sortByText(rows, descending, [&](int record) { return text(record, column); });
}

void RowListModel::resetRows(const std::function<std::vector<int>()> &change)
{
    beginResetModel();
    m_rows = change();
    sortRows(m_rows, m_sortColumn, m_sortOrder == Qt::DescendingOrder);
    endResetModel();
}

void RowListModel::sort(int column, Qt::SortOrder order)
{
    if (column < -1 || column >= columnCount())
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> records;
    for (const QModelIndex &index : before)
        records.push_back(recordAt(index.row()));

    m_sortColumn = column;
    m_sortOrder = order;
    std::ranges::sort(m_rows);
    sortRows(m_rows, column, order == Qt::DescendingOrder);

    QHash<int, int> rowOf;
    for (int row = 0; row < rowCount(); ++row)
        rowOf.insert(recordAt(row), row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf.value(records[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void sortByText(std::vector<int> &rows, bool descending, const std::function<QString(int)> &textOf)
{
    struct Keyed
    {
        int row;
        QString key;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const int row : rows)
        keyed.push_back({row, textOf(row)});
    std::ranges::stable_sort(keyed, [descending](const Keyed &a, const Keyed &b) {
        if (a.key.isEmpty() != b.key.isEmpty())
            return b.key.isEmpty();
        const int order = QString::compare(a.key, b.key, Qt::CaseInsensitive);
        return descending ? order > 0 : order < 0;
    });
    std::ranges::transform(keyed, rows.begin(), &Keyed::row);
}

} // namespace anakinra
