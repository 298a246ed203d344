// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/kept/SavedView.h"
#include "views/table/CopyableTable.h"

#include <vector>

class QMenu;

namespace anakinra {

class CohortTableModel;

/// The table of cohorts: sorting, moving and hiding columns, copying with headers. A selection is
/// told and set by cohort id; it survives filtering and sorting as long as its cohort is listed.
class CohortTableView : public CopyableTable
{
    Q_OBJECT

public:
    explicit CohortTableView(QWidget *parent = nullptr);

    /// `layout`: as saveLayout() gave it; the default one where it is empty or broken.
    void setCohortModel(CohortTableModel *model, const QByteArray &layout = {});

    /// Makes the cohort's row the current one and scrolls to it; "" or one not listed: none.
    /// Emits nothing.
    void selectCohort(const QString &cohortId);

    /// Column order, widths, hidden columns and sorting by column key, so that a layout outlives
    /// columns that are added later. Tolerant: what is not understood is left as it is.
    [[nodiscard]] QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);
    void resetLayout();

    /// nullopt: in the order of the library, which an unknown column gives too.
    [[nodiscard]] std::optional<TableOrder> order() const;
    void setOrder(const std::optional<TableOrder> &order);

    /// Fills a menu with one checkable entry per column.
    void fillColumnMenu(QMenu *menu);

Q_SIGNALS:
    void cohortSelected(const QString &cohortId); ///< by the user

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void showHeaderMenu(const QPoint &position);
    void showMenu(const QPoint &position);
    void restoreSelection();

    CohortTableModel *m_model = nullptr;
    QString m_selected;
    bool m_telling = true; ///< false while the program itself moves the current row
};

} // namespace anakinra
