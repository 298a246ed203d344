// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"
#include "models/items/RowListModel.h"

#include <memory>
#include <optional>
#include <unordered_map>

namespace anakinra {

/// The completeness matrix as a table: cohort, share of known items, and one column per item, each
/// cell with the sign of its state and what is known. A row is computed when it is looked at. To sort
/// by what is known all rows are needed: of a few the model computes them itself, of many it waits
/// until it is given them.
class CompletenessTableModel : public RowListModel
{
    Q_OBJECT

public:
    enum Column { AtCohort, AtKnown, AtFirstItem };
    enum ExtraRole {
        ReportingRole = CohortIdRole + 1, ///< int of Reporting; invalid in the first two columns
    };

    using RowListModel::RowListModel;

    void setCohorts(std::shared_ptr<const Library> library, std::vector<int> cohorts,
                    const RateOptions &options);
    /// How far everything is known of all cohorts, in the order given to setCohorts().
    void setStates(ReportingStates states);
    /// Sorted by what is known of more cohorts than are computed at once: setStates() is due.
    [[nodiscard]] bool waitsForStates() const;

    [[nodiscard]] int cohortAt(int row) const; ///< index into Library::cohorts
    /// Valid until another row is asked for.
    [[nodiscard]] const CompletenessRow &rowAt(int row) const;
    /// As given, and as sorted.
    [[nodiscard]] const std::vector<int> &cohorts() const { return m_cohorts; }
    [[nodiscard]] std::vector<int> sortedCohorts() const;

    /// Up to as many cohorts everything is computed at once.
    static constexpr std::size_t computedAtOnce = 2000;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const std::vector<ColumnHead> &heads() const override;
    [[nodiscard]] QString text(int record, int column) const override;
    [[nodiscard]] QString toolTip(int record, int column) const override;
    [[nodiscard]] QString accessibleText(int record, int column) const override;
    [[nodiscard]] QString cohortId(int record) const override;
    void sortRows(std::vector<int> &rows, int column, bool descending) const override;

private:
    [[nodiscard]] const CompletenessRow &rowOf(int record) const;
    [[nodiscard]] std::vector<int> allRows() const;
    [[nodiscard]] const ReportingStates &states() const;

    std::shared_ptr<const Library> m_library;
    std::vector<int> m_cohorts;
    RateOptions m_options;
    mutable std::optional<ReportingStates> m_states;
    mutable std::unordered_map<int, CompletenessRow> m_rows; ///< by cohort, those looked at last
};

} // namespace anakinra
