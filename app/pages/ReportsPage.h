// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/TablePage.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
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
    void exportReferences();
    void exportTable();

    ReportTableModel *m_model;
    QCheckBox *m_onlyListed;
    QPushButton *m_references;
    QPushButton *m_export;
};

} // namespace anakinra
