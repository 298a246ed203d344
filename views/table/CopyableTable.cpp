// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/table/CopyableTable.h"

#include "models/items/TableText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <numeric>

namespace anakinra {

std::vector<int> CopyableTable::shownColumns() const
{
    const QHeaderView *header = horizontalHeader();
    std::vector<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            columns.push_back(column);
    }
    return columns;
}

QString CopyableTable::selectionAsText() const
{
    if (!model())
        return {};
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(model()->rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::ranges::sort(rows);
    return tableText(*model(), rows, shownColumns());
}

void CopyableTable::copySelection() const
{
    QGuiApplication::clipboard()->setText(selectionAsText());
}

void CopyableTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection(); // QTableView would copy the one current cell
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace anakinra
