// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/TablePage.h"

#include "views/table/CopyableTable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int rowsMeasured = 100; ///< enough to set widths by, and quick in a table of any length

QString cohortOf(const QModelIndex &index)
{
    return index.siblingAtColumn(0).data(Qt::UserRole).toString();
}

QString titleOf(const QAbstractItemModel &model, int column)
{
    return model.headerData(column, Qt::Horizontal).toString();
}

} // namespace

TablePage::TablePage(LibrarySession &session, QWidget *parent, const QString &name, const QString &title)
    : EvidencePage(session, parent), m_controls(new QHBoxLayout), m_table(new CopyableTable(this))
{
    m_controls->setContentsMargins(8, 4, 8, 2);
    m_controls->setSpacing(6);
    m_table->setObjectName(name + u"Table"_s);
    m_table->setAccessibleName(title);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_controls);
    layout->addWidget(m_table, 1);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const QString cohort = cohortOf(index); !cohort.isEmpty())
            Q_EMIT cohortActivated(cohort);
    });
}

void TablePage::setTable(QAbstractItemModel *model)
{
    m_table->setModel(model);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { tell(current); });
}

void TablePage::copyRows() const
{
    m_table->copySelection();
}

QJsonObject TablePage::options() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int column = header->sortIndicatorSection();
    if (column < 0 || column >= header->count())
        return {};
    return {{u"sortedBy"_s, titleOf(*m_table->model(), column)},
            {u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder}};
}

void TablePage::setOptions(const QJsonObject &options)
{
    const QAbstractItemModel *model = m_table->model();
    int column = model->columnCount() - 1;
    while (column >= 0 && titleOf(*model, column) != options["sortedBy"_L1].toString())
        --column;
    m_table->sortByColumn(column, options["descending"_L1].toBool() ? Qt::DescendingOrder
                                                                    : Qt::AscendingOrder);
    if (session().hasLibrary())
        refresh();
}

QPushButton *TablePage::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleName(QString(text).remove(u'&').remove(u'…'));
    m_controls->addWidget(button);
    return button;
}

void TablePage::tell(const QModelIndex &current)
{
    if (!m_telling || !current.isValid())
        return;
    m_selected = cohortOf(current);
    if (!m_selected.isEmpty())
        Q_EMIT cohortSelected(m_selected);
}

void TablePage::selectCohort(const QString &cohortId)
{
    m_selected = cohortId;
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && cohortOf(current) == cohortId)
        return; // one cohort may have many rows: the reader's stays
    const QAbstractItemModel *model = m_table->model();
    const QModelIndexList found = cohortId.isEmpty() || !model || model->rowCount() == 0
        ? QModelIndexList()
        : model->match(model->index(0, 0), Qt::UserRole, cohortId, 1, Qt::MatchExactly | Qt::MatchCaseSensitive);
    m_telling = false;
    if (found.isEmpty()) {
        m_table->setCurrentIndex({});
        m_table->clearSelection();
    } else {
        m_table->setCurrentIndex(found.front().siblingAtColumn(std::max(0, current.column())));
    }
    m_telling = true;
}

void TablePage::fitColumns(int widest)
{
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_table->model()->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), widest));
}

} // namespace anakinra
