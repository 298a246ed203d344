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

/// A table of some of the records of a list, one text per cell, in the order the reader sorted them
/// by. Sorting is stable, so that equal rows stay in the order of the list, and keeps persistent
/// indexes. A record is given by its position in the list.
class RowListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum SharedRole {
        CohortIdRole = Qt::UserRole, ///< QString, id of the cohort to which a row leads, "" = none
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Positions in the list of records, as shown.
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; } ///< -1 = as the list
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Column -1 returns to the order to begin with.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] virtual const std::vector<ColumnHead> &heads() const = 0;
    [[nodiscard]] virtual QString text(int record, int column) const = 0;
    [[nodiscard]] virtual QString cohortId(int record) const = 0;
    /// The text, which a narrow column may cut off, unless there is more to say.
    [[nodiscard]] virtual QString toolTip(int record, int column) const { return text(record, column); }
    /// With the title of the column, which a screen reader does not see.
    [[nodiscard]] virtual QString accessibleText(int record, int column) const;
    [[nodiscard]] virtual Qt::Alignment alignment(int column) const;
    /// `rows` come in the order of the list; `column` may be -1. By the text unless overridden.
    virtual void sortRows(std::vector<int> &rows, int column, bool descending) const;

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
