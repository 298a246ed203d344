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
    using RowListModel::RowListModel;

    /// `findings`: of this library; null = none known.
    void setFindings(std::shared_ptr<const Library> library, std::shared_ptr<const FindingIndex> findings);
    void setFilter(FindingFilter filter);

    [[nodiscard]] const Finding &findingAt(int row) const;
    /// As shown.
    [[nodiscard]] std::vector<const Finding *> findings() const;

protected:
    [[nodiscard]] const std::vector<ColumnHead> &heads() const override;
    [[nodiscard]] QString text(int record, int column) const override;
    [[nodiscard]] QString toolTip(int record, int column) const override;
    [[nodiscard]] QString cohortId(int record) const override;
    void sortRows(std::vector<int> &rows, int column, bool descending) const override;

private:
    [[nodiscard]] const Finding &finding(int record) const
    {
        return m_findings->all()[static_cast<std::size_t>(record)];
    }
    [[nodiscard]] bool isListed(int record) const;
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
