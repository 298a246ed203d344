// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/table/CohortTableView.h"

#include "models/items/CohortTableModel.h"
#include "views/table/CohortDelegate.h"

#include <QAction>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Reading order and width (in digits) of a fresh layout: who, what was given, what happened, then
/// the rest.
struct DefaultColumn
{
    QStringView key;
    int digits;
};
constexpr std::array<DefaultColumn, 18> defaultColumns{{
    {u"study", 17},     {u"cohort", 24},    {u"n", 8},          {u"route", 8},
    {u"dose", 16},      {u"timing", 13},    {u"crs.any", 14},   {u"crs.ge3", 14},
    {u"icans.any", 14}, {u"icans.ge3", 14}, {u"response.orr", 14}, {u"response.cr", 14},
    {u"resolution", 22}, {u"start-day", 10}, {u"products", 26}, {u"regimen", 40},
    {u"role", 18},      {u"design", 26},
}};

/// Columns are moved and resized many at a time: the table lays itself out once, afterwards.
class QuietHeader
{
public:
    explicit QuietHeader(QTableView *table) : m_table(table), m_blocker(table->horizontalHeader()) {}
    ~QuietHeader()
    {
        m_blocker.unblock();
        m_table->horizontalHeader()->viewport()->update();
        m_table->viewport()->update();
        QMetaObject::invokeMethod(m_table, "updateGeometries");
    }
    Q_DISABLE_COPY_MOVE(QuietHeader)

private:
    QTableView *m_table;
    QSignalBlocker m_blocker;
};

int columnOfKey(const QString &key)
{
    return cohortColumnIndex(key);
}

} // namespace

CohortTableView::CohortTableView(QWidget *parent) : CopyableTable(parent)
{
    setObjectName(u"cohortTable"_s);
    setAccessibleName(tr("Table of cohorts"));
    setItemDelegate(new CohortDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &CohortTableView::showMenu);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    QHeaderView *header = horizontalHeader();
    header->setObjectName(u"cohortTableHeader"_s);
    header->setResizeContentsPrecision(0);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &CohortTableView::showHeaderMenu);
}

void CohortTableView::setCohortModel(CohortTableModel *model, const QByteArray &layout)
{
    m_model = model;
    setModel(model);
    horizontalHeader()->setSortIndicator(model->sortColumn(), model->sortOrder());
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    connect(model, &QAbstractItemModel::modelReset, this, &CohortTableView::restoreSelection);
    if (!restoreLayout(layout))
        resetLayout();
}

void CohortTableView::selectCohort(const QString &cohortId)
{
    m_selected = cohortId;
    restoreSelection();
}

void CohortTableView::restoreSelection()
{
    const QScopedValueRollback quiet(m_telling, false);
    int row = -1;
    if (const Library *library = m_model->library())
        row = m_model->rowOfCohort(library->cohortIndex.value(m_selected, -1));
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    if (currentIndex().row() == row && selectionModel()->isRowSelected(row))
        return;
    const int column = std::max(0, currentIndex().column());
    const QModelIndex target = m_model->index(row, column);
    selectionModel()->setCurrentIndex(
        target, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int left = horizontalScrollBar()->value();
    scrollTo(target);
    horizontalScrollBar()->setValue(left);
}

void CohortTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    CopyableTable::currentChanged(current, previous);
    if (!m_telling || !current.isValid())
        return;
    const QString id = current.data(CohortTableModel::CohortIdRole).toString();
    if (id == m_selected)
        return;
    m_selected = id;
    Q_EMIT cohortSelected(id);
}

std::optional<TableOrder> CohortTableView::order() const
{
    if (!m_model || m_model->sortColumn() < 0)
        return std::nullopt;
    return TableOrder{cohortColumns()[static_cast<std::size_t>(m_model->sortColumn())].key,
                      m_model->sortOrder() == Qt::DescendingOrder};
}

void CohortTableView::setOrder(const std::optional<TableOrder> &order)
{
    sortByColumn(order ? columnOfKey(order->column) : -1,
                 order && order->descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QByteArray CohortTableView::saveLayout() const
{
    const QHeaderView *header = horizontalHeader();
    QJsonArray columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool hidden = header->isSectionHidden(column);
        QJsonObject entry;
        entry["key"_L1] = cohortColumns()[static_cast<std::size_t>(column)].key;
        entry["hidden"_L1] = hidden;
        if (!hidden)
            entry["width"_L1] = header->sectionSize(column);
        columns.append(entry);
    }
    QJsonObject layout;
    layout["columns"_L1] = columns;
    if (m_model && m_model->sortColumn() >= 0) {
        layout["sortedBy"_L1]
            = cohortColumns()[static_cast<std::size_t>(m_model->sortColumn())].key;
        layout["descending"_L1] = m_model->sortOrder() == Qt::DescendingOrder;
    }
    return QJsonDocument(layout).toJson(QJsonDocument::Compact);
}

bool CohortTableView::restoreLayout(const QByteArray &layout)
{
    const QJsonDocument document = QJsonDocument::fromJson(layout);
    const QJsonArray columns = document["columns"_L1].toArray();
    if (columns.isEmpty())
        return false;
    QHeaderView *header = horizontalHeader();
    const QuietHeader quiet(this);
    int visual = 0;
    for (const QJsonValue &entry : columns) {
        const int column = columnOfKey(entry["key"_L1].toString());
        if (column < 0 || column >= header->count() || header->visualIndex(column) < visual)
            continue; // unknown, or named twice
        header->moveSection(header->visualIndex(column), visual++);
        const int width = entry["width"_L1].toInt();
        if (width >= header->minimumSectionSize() && width <= 2000)
            header->resizeSection(column, width);
        header->setSectionHidden(column, entry["hidden"_L1].toBool());
    }
    if (header->hiddenSectionCount() == header->count())
        resetLayout(); // a table without columns could not be repaired by its header
    const int sorted = columnOfKey(document["sortedBy"_L1].toString());
    sortByColumn(sorted, document["descending"_L1].toBool() ? Qt::DescendingOrder
                                                            : Qt::AscendingOrder);
    return true;
}

void CohortTableView::resetLayout()
{
    QHeaderView *header = horizontalHeader();
    const QuietHeader quiet(this);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    int visual = 0;
    for (const DefaultColumn &preset : defaultColumns) {
        const int column = columnOfKey(preset.key.toString());
        if (column < 0 || column >= header->count())
            continue;
        header->setSectionHidden(column, false);
        header->moveSection(header->visualIndex(column), visual++);
        header->resizeSection(column, preset.digits * digit + 8);
    }
    sortByColumn(-1, Qt::AscendingOrder);
}

void CohortTableView::fillColumnMenu(QMenu *menu)
{
    const QHeaderView *header = horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const CohortColumn &descriptor = cohortColumns()[static_cast<std::size_t>(column)];
        QAction *action = menu->addAction(descriptor.title);
        action->setToolTip(descriptor.toolTip);
        action->setStatusTip(descriptor.toolTip);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(!action->isChecked() || shown > 1);
        connect(action, &QAction::toggled, this,
                [this, column](bool show) { setColumnHidden(column, !show); });
    }
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("Reset columns"));
    reset->setStatusTip(tr("Show all columns in the original order, unsorted"));
    connect(reset, &QAction::triggered, this, &CohortTableView::resetLayout);
}

void CohortTableView::showHeaderMenu(const QPoint &position)
{
    const int column = horizontalHeader()->logicalIndexAt(position);
    QMenu menu(this);
    if (column >= 0
        && horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() > 1) {
        const QString title
            = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        connect(menu.addAction(tr("Hide “%1”").arg(title)), &QAction::triggered, this,
                [this, column] { setColumnHidden(column, true); });
    }
    connect(menu.addAction(tr("Order of the library")), &QAction::triggered, this,
            [this] { sortByColumn(-1, Qt::AscendingOrder); });
    menu.addSeparator();
    fillColumnMenu(&menu);
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void CohortTableView::showMenu(const QPoint &position)
{
    QMenu menu(this);
    menu.addActions(actions());
    if (!menu.isEmpty())
        menu.exec(viewport()->mapToGlobal(position));
}

} // namespace anakinra
