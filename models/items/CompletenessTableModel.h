// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"
#include "models/items/RowListModel.h"

#include <memory>

namespace anakinra {

/// The completeness matrix as a table: cohort, share of known items, and one column per item, each
/// cell with the sign of its state and what is known.
class CompletenessTableModel : public RowListModel
{
    Q_OBJECT

public:
    enum Column { AtCohort, AtKnown, AtFirstItem };
    enum ExtraRole {
        CohortIdRole = Qt::UserRole, ///< QString
        ReportingRole,               ///< int of Reporting; invalid in the first two columns
    };

    using RowListModel::RowListModel;

    /// `matrix` points into `library`.
    void setMatrix(std::shared_ptr<const Library> library, Completeness matrix);

    [[nodiscard]] const CompletenessRow &rowAt(int row) const;
    /// As sorted.
    [[nodiscard]] Completeness matrix() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const std::vector<ColumnHead> &heads() const override;
    void sortRows(std::vector<int> &rows, int column, bool descending) const override;

private:
    std::shared_ptr<const Library> m_library;
    Completeness m_matrix;
};

} // namespace anakinra
