// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace anakinra {

/// Header of a column.
struct ColumnHead
{
    QString title;
    QString toolTip;
};

/// A table of some of the records of a list, in the order the reader sorted them by. Sorting is
/// stable, so that equal rows stay in the order of the list, and keeps persistent indexes.
class RowListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Positions in the list of records, as shown.
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Column -1 returns to the order to begin with.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] virtual const std::vector<ColumnHead> &heads() const = 0;
    /// `rows` come in the order of the list; `column` may be -1.
    virtual void sortRows(std::vector<int> &rows, int column, bool descending) const = 0;

    [[nodiscard]] int recordAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Takes other records or other rows of them: `change` gives the rows in the order of the list.
    void resetRows(const std::function<std::vector<int>()> &change);

private:
    std::vector<int> m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// Sorts rows stably by a text, as a reader expects names to be sorted; rows without one come last
/// in both directions.
void sortByText(std::vector<int> &rows, bool descending, const std::function<QString(int)> &textOf);

} // namespace anakinra
