// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

#include <vector>

namespace anakinra {

/// A table whose rows can be copied with their headers, as every table of the window is.
class CopyableTable : public QTableView
{
    Q_OBJECT

public:
    using QTableView::QTableView;

    /// Visible columns from left to right.
    [[nodiscard]] std::vector<int> shownColumns() const;

    /// Selected rows (all rows without a selection), visible columns in shown order, tab separated,
    /// headers first.
    [[nodiscard]] QString selectionAsText() const;

public Q_SLOTS:
    void copySelection() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace anakinra
