// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/EvidencePage.h"

namespace anakinra {

class CohortTableModel;
class CohortTableView;

/// The table of the cohorts that the filter lists.
class CohortsPage : public EvidencePage
{
    Q_OBJECT

public:
    /// `layout`: as CohortTableView::saveLayout gave it.
    CohortsPage(LibrarySession &session, const QByteArray &layout, QWidget *parent);

    [[nodiscard]] CohortTableView *table() const { return m_table; }
    [[nodiscard]] const std::vector<int> &rows() const; ///< cohorts as shown

    /// Marks the values with findings, from now on. Called after the window's first picture, which
    /// has no reason to wait for the audit.
    void markFindings();

    void refresh() override;
    void selectCohort(const QString &cohortId) override;
    [[nodiscard]] AskedNumber askedNumber() const override;
    void copyRows() const override;

private:
    CohortTableModel *m_model;
    CohortTableView *m_table;
    bool m_marksFindings = false;
};

} // namespace anakinra
