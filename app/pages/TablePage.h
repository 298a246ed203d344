// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/EvidencePage.h"

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
class QHBoxLayout;
class QModelIndex;
class QPushButton;
QT_END_NAMESPACE

namespace anakinra {

class CopyableTable;

/// A page of one sortable table under a row of controls. Each row belongs to a cohort, whose id its
/// first cell gives as Qt::UserRole ("" = none): the current row selects it, a double click or Enter
/// shows its details. Selected rows are copied with their headers.
class TablePage : public EvidencePage
{
    Q_OBJECT

public:
    void selectCohort(const QString &cohortId) override;
    void copyRows() const override;
    /// By which column the rows are sorted, for pages to add what else was chosen.
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;

protected:
    /// `name` begins the object names; `title`: what the table holds, for screen readers.
    TablePage(LibrarySession &session, QWidget *parent, const QString &name, const QString &title);

    void setTable(QAbstractItemModel *model);
    [[nodiscard]] CopyableTable *table() const { return m_table; }
    [[nodiscard]] QHBoxLayout *controls() const { return m_controls; }
    /// A button at the end of the row of controls.
    QPushButton *addButton(const QString &name, const QString &text, const QString &tip);
    /// To be called when rows have been replaced: the selected cohort's row is current again.
    void restoreSelection() { selectCohort(m_selected); }
    [[nodiscard]] QString selectedCohort() const { return m_selected; }
    /// Columns as wide as their titles and first rows need, within limits.
    void fitColumns(int widest);

private:
    void tell(const QModelIndex &current);

    QHBoxLayout *m_controls;
    CopyableTable *m_table;
    QString m_selected;
    bool m_telling = true; ///< false while the program itself moves the current row
};

} // namespace anakinra
