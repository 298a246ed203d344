// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/integrity/FindingIndex.h"
#include "models/items/RowListModel.h"

#include <memory>
#include <optional>
#include <vector>

namespace anakinra {

/// Which findings to list.
struct FindingFilter
{
    std::optional<Severity> severity;
    QString words; ///< all of them must occur in the row, whatever their case
    std::optional<std::vector<int>> cohorts; ///< only findings at a number of one of these

    friend bool operator==(const FindingFilter &, const FindingFilter &) = default;
};

/// The findings of a library, one per row: the gravest first until sorted by a column.
class FindingTableModel : public RowListModel
{
    Q_OBJECT

public:
    enum Column { AtSeverity, AtCheck, AtStudy, AtCohort, AtNumber, AtText, AtWorking, ColumnCount };
    enum ExtraRole {
        CohortIdRole = Qt::UserRole, ///< QString, id of the cohort of the number, "" = none
    };

    using RowListModel::RowListModel;

    /// `findings`: of this library; null = none known.
    void setFindings(std::shared_ptr<const Library> library, std::shared_ptr<const FindingIndex> findings);
    void setFilter(FindingFilter filter);

    [[nodiscard]] const Finding &findingAt(int row) const;
    /// As shown.
    [[nodiscard]] std::vector<const Finding *> findings() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const std::vector<ColumnHead> &heads() const override;
    void sortRows(std::vector<int> &rows, int column, bool descending) const override;

private:
    [[nodiscard]] QString text(const Finding &finding, int column) const;
    [[nodiscard]] bool isListed(const Finding &finding) const;
    [[nodiscard]] std::vector<int> listedRows() const;

    std::shared_ptr<const Library> m_library;
    std::shared_ptr<const FindingIndex> m_findings;
    FindingFilter m_filter;
};

/// "! Cannot be as printed": severity with the sign that stands beside a number.
[[nodiscard]] QString severityWords(Severity severity);

/// Study and cohort that a finding is about, for columns of their own; "" = none.
[[nodiscard]] QString findingStudy(const Library &library, const Finding &finding);
[[nodiscard]] QString findingCohort(const Library &library, const Finding &finding);

} // namespace anakinra
