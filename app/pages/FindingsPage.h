// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/TablePage.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
QT_END_NAMESPACE

namespace anakinra {

class FindingTableModel;

/// What the audit finds in the library: filtered by severity and words, each leading to its number.
class FindingsPage : public TablePage
{
    Q_OBJECT

public:
    FindingsPage(LibrarySession &session, QWidget *parent);

    void refresh() override;
    [[nodiscard]] AskedNumber askedNumber() const override;
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;

private:
    void applyFilter();
    void showState();
    void exportFindings();

    FindingTableModel *m_model;
    QComboBox *m_severity;
    QLineEdit *m_words;
    QCheckBox *m_onlyListed;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_audit;  ///< cancels an audit that runs, begins one that was cancelled
    QPushButton *m_export;
};

} // namespace anakinra
