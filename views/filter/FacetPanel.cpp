// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/FacetPanel.h"

#include "views/filter/FacetModel.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Ticks on a click anywhere in the row, not only on the little box.
class WholeRowCheckDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        const bool mouse = event->type() == QEvent::MouseButtonRelease
            || event->type() == QEvent::MouseButtonPress
            || event->type() == QEvent::MouseButtonDblClick;
        if (!mouse)
            return QStyledItemDelegate::editorEvent(event, model, option, index);
        const auto *click = static_cast<QMouseEvent *>(event);
        const QModelIndex box = index.siblingAtColumn(FacetModel::Label);
        if (click->button() != Qt::LeftButton || !(box.flags() & Qt::ItemIsUserCheckable))
            return false;
        if (event->type() == QEvent::MouseButtonRelease) {
            const bool checked = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            model->setData(box, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        return true;
    }
};

} // namespace

FacetPanel::FacetPanel(QWidget *parent) :
    QWidget(parent), m_model(new FacetModel(this)), m_view(new QTreeView(this)),
    m_all(new QPushButton(tr("All"), this)), m_none(new QPushButton(tr("None"), this)),
    m_expanded({codeOf(Facet::Product), codeOf(Facet::Route), codeOf(Facet::Timing)})
{
    setObjectName(u"facetPanel"_s);
    m_view->setObjectName(u"facetTree"_s);
    m_view->setAccessibleName(tr("Filter by facet"));
    m_view->setAccessibleDescription(
        tr("Values ticked inside a facet are alternatives; facets restrict each other"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new WholeRowCheckDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(12);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setMinimumSectionSize(24);
    m_view->header()->setSectionResizeMode(FacetModel::Label, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(FacetModel::Cohorts, QHeaderView::Fixed);
    m_view->header()->resizeSection(
        FacetModel::Cohorts, m_view->fontMetrics().horizontalAdvance(tr("Cohorts")) + 20);

    m_all->setObjectName(u"facetAll"_s);
    m_all->setToolTip(tr("Tick every value of the facet in which the current row is"));
    m_all->setAccessibleName(tr("Tick all values of the current facet"));
    m_none->setObjectName(u"facetNone"_s);
    m_none->setToolTip(tr("Remove every tick of the facet in which the current row is"));
    m_none->setAccessibleName(tr("Remove the ticks of the current facet"));

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 0, 4, 4);
    buttons->addWidget(m_all);
    buttons->addWidget(m_none);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_view);
    layout->addLayout(buttons);

    connect(m_model, &FacetModel::toggleRequested, this, &FacetPanel::toggleRequested);
    connect(m_all, &QPushButton::clicked, this, &FacetPanel::selectAll);
    connect(m_none, &QPushButton::clicked, this, &FacetPanel::selectNone);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &FacetPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FacetPanel::updateActions);
    connect(m_model, &FacetModel::dataChanged, this, &FacetPanel::updateActions);
    connect(m_model, &FacetModel::modelAboutToBeReset, this, [this] {
        if (m_model->rowCount() > 0)
            m_expanded = expandedFacets();
    });
    connect(m_model, &FacetModel::modelReset, this, [this] { setExpandedFacets(m_expanded); });
    updateActions();
}

void FacetPanel::setFacets(const std::vector<std::vector<FacetValue>> &facets)
{
    m_model->setFacets(facets);
}

QStringList FacetPanel::expandedFacets() const
{
    QStringList codes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex facet = m_model->index(row, FacetModel::Label);
        if (m_view->isExpanded(facet))
            codes.append(codeOf(m_model->facetAt(facet)));
    }
    return codes;
}

void FacetPanel::setExpandedFacets(const QStringList &codes)
{
    m_expanded = codes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex facet = m_model->index(row, FacetModel::Label);
        m_view->setExpanded(facet, codes.contains(codeOf(m_model->facetAt(facet))));
    }
    updateActions();
}

void FacetPanel::selectAll()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const Facet facet = m_model->facetAt(current);
    Q_EMIT selectAllRequested(facet, m_model->codes(facet));
}

void FacetPanel::selectNone()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        Q_EMIT selectNoneRequested(m_model->facetAt(current));
}

void FacetPanel::updateActions()
{
    const QModelIndex current = m_view->currentIndex();
    int ticked = 0;
    if (current.isValid()) {
        const QModelIndex facet = m_model->indexOf(m_model->facetAt(current));
        for (int row = 0; row < m_model->rowCount(facet); ++row)
            ticked += facet.model()->index(row, 0, facet).data(Qt::CheckStateRole).toInt() != 0;
        m_all->setEnabled(ticked < m_model->rowCount(facet));
    } else {
        m_all->setEnabled(false);
    }
    m_none->setEnabled(ticked > 0);
}

void FacetPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (index.isValid())
        m_view->setCurrentIndex(index);
    QMenu menu(this);
    if (m_view->currentIndex().isValid()) {
        const QString label = labelOf(m_model->facetAt(m_view->currentIndex()));
        connect(menu.addAction(tr("%1: tick all").arg(label)), &QAction::triggered, this,
                &FacetPanel::selectAll);
        connect(menu.addAction(tr("%1: tick none").arg(label)), &QAction::triggered, this,
                &FacetPanel::selectNone);
        menu.addSeparator();
    }
    connect(menu.addAction(tr("Open all facets")), &QAction::triggered, m_view,
            &QTreeView::expandAll);
    connect(menu.addAction(tr("Close all facets")), &QAction::triggered, m_view,
            &QTreeView::collapseAll);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

} // namespace anakinra
