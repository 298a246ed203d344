// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/AsideJob.h"
#include "app/pages/TablePage.h"

QT_BEGIN_NAMESPACE
class QProgressBar;
QT_END_NAMESPACE

namespace anakinra {

class CompletenessTableModel;

/// What is reported of the listed cohorts and what is not, and what to ask the authors.
class GapsPage : public TablePage
{
    Q_OBJECT

public:
    GapsPage(LibrarySession &session, QWidget *parent);

    void refresh() override;
    void selectCohort(const QString &cohortId) override;
    [[nodiscard]] AskedNumber askedNumber() const override;
    /// The matrix as sorted, as it leaves the program.
    [[nodiscard]] ExportableFigure figure() const;

private:
    void sortAside();
    void showProgress();
    void exportTable();
    void showQuestions();
    void updateButtons();

    CompletenessTableModel *m_model;
    QPushButton *m_questions;
    QPushButton *m_exportFigure;
    QPushButton *m_export;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    AsideJob m_sorting; ///< of more cohorts than the model computes at once
    AsideJob m_exporting;
};

} // namespace anakinra
