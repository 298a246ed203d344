// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ReportTable.h"
#include "models/items/RowListModel.h"

#include <memory>

namespace anakinra {

/// Reports with what they are and what the library takes from them, one per row, each leading to the
/// first listed cohort of its study.
class ReportTableModel : public RowListModel
{
    Q_OBJECT

public:
    enum Column { AtStudy, AtReport, AtKind, AtPeerReview, AtValues, AtGives, AtOnlyHere, AtReference, AtDocument };
    using RowListModel::RowListModel;

    /// All reports of a library, of which setListed chooses; shows none until then.
    void setLibrary(std::shared_ptr<const Library> library);
    /// The same where the rows of all reports, as reportTable gives them, are at hand.
    void setLibrary(std::shared_ptr<const Library> library, std::vector<ReportRow> reports);
    /// `reports`: indices into Library::reports; `cohorts`: those that the filter lists.
    void setListed(std::vector<int> reports, const std::vector<int> &cohorts);

    [[nodiscard]] const Library *library() const { return m_library.get(); }
    /// As shown.
    [[nodiscard]] std::vector<ReportRow> reports() const;

protected:
    [[nodiscard]] const std::vector<ColumnHead> &heads() const override;
    [[nodiscard]] QString text(int record, int column) const override;
    [[nodiscard]] QString toolTip(int record, int column) const override;
    [[nodiscard]] QString cohortId(int record) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;
    void sortRows(std::vector<int> &rows, int column, bool descending) const override;

private:
    [[nodiscard]] const ReportRow &report(int index) const { return m_reports[static_cast<std::size_t>(index)]; }

    std::shared_ptr<const Library> m_library;
    std::vector<ReportRow> m_reports;  ///< as Library::reports
    std::vector<int> m_cohortOfStudy;  ///< first listed cohort by study, -1 = none
};

/// "12 outcomes, 2 regimens": what the library takes from a report.
[[nodiscard]] QString contributionWords(const ReportContribution &contribution);

} // namespace anakinra
