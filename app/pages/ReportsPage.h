// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/AsideJob.h"
#include "app/pages/TablePage.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QProgressBar;
QT_END_NAMESPACE

namespace anakinra {

class ReportTableModel;

/// The reports that the evidence was taken from, and their references for a reference manager.
class ReportsPage : public TablePage
{
    Q_OBJECT

public:
    ReportsPage(LibrarySession &session, QWidget *parent);

    void refresh() override;
    /// {"all": bool}
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;
    [[nodiscard]] AskedNumber askedNumber() const override;

private:
    /// Looks up what each report of the library gives: aside, where there are many.
    void lookUp();
    void showListed();
    void exportReferences();
    void exportTable();

    ReportTableModel *m_model;
    std::shared_ptr<const Library> m_wanted; ///< the library whose reports were last looked up
    AsideJob m_job;
    QProgressBar *m_progress;
    QCheckBox *m_onlyListed;
    QPushButton *m_references;
    QPushButton *m_export;
};

} // namespace anakinra
