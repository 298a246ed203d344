// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/FacetModel.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Internal id of facet rows; a value row carries the row of its facet.
constexpr quintptr facetId = ~quintptr(0);

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

QString cohortsText(int cohorts)
{
    return cohorts == 1 ? FacetModel::tr("1 cohort") : FacetModel::tr("%1 cohorts").arg(cohorts);
}

QColor dimmed()
{
    return QGuiApplication::palette().color(QPalette::Disabled, QPalette::Text);
}

QString facetHelp(Facet facet)
{
    switch (facet) {
    case Facet::Product:
        return FacetModel::tr("Cohorts in which the product was used, alone or among others");
    case Facet::OnlyProduct:
        return FacetModel::tr("Cohorts in which no other product was used");
    case Facet::Route:
        return FacetModel::tr("Cohorts in which the route was used, alone or with the other");
    case Facet::OnlyRoute:
        return FacetModel::tr("Cohorts in which no other route was used");
    case Facet::Timing:
        return FacetModel::tr("The protocol's intent when anakinra starts");
    case Facet::Role:
        return FacetModel::tr("What the cohort is in its study; without a tick: anakinra cohorts");
    default:
        return {};
    }
}

} // namespace

int FacetModel::Group::selectedCount() const
{
    return static_cast<int>(std::ranges::count_if(values, &FacetValue::selected));
}

void FacetModel::setFacets(const std::vector<std::vector<FacetValue>> &facets)
{
    std::vector<Group> groups;
    for (std::size_t i = 0; i < facets.size(); ++i) {
        if (!facets[i].empty())
            groups.push_back({static_cast<Facet>(i), facets[i]});
    }
    const bool sameTree = std::ranges::equal(groups, m_groups, [](const Group &a, const Group &b) {
        return a.facet == b.facet
            && std::ranges::equal(a.values, b.values, [](const FacetValue &x, const FacetValue &y) {
                   return x.code == y.code && x.label == y.label;
               });
    });
    if (!sameTree) {
        beginResetModel();
        m_groups = std::move(groups);
        endResetModel();
        return;
    }
    m_groups = std::move(groups);
    if (m_groups.empty())
        return;
    Q_EMIT dataChanged(index(0, Label), index(rowCount() - 1, Cohorts));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex facet = index(row, Label);
        Q_EMIT dataChanged(index(0, Label, facet), index(rowCount(facet) - 1, Cohorts, facet),
                           {Qt::DisplayRole, Qt::CheckStateRole, Qt::ForegroundRole,
                            Qt::AccessibleTextRole, Qt::ToolTipRole});
    }
}

bool FacetModel::isFacet(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == facetId;
}

bool FacetModel::isValue(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != facetId;
}

const FacetModel::Group &FacetModel::groupAt(const QModelIndex &index) const
{
    return m_groups[isFacet(index) ? at(index.row()) : index.internalId()];
}

Facet FacetModel::facetAt(const QModelIndex &index) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return groupAt(index).facet;
}

QString FacetModel::codeAt(const QModelIndex &index) const
{
    return isValue(index) ? groupAt(index).values[at(index.row())].code : QString();
}

QStringList FacetModel::codes(Facet facet) const
{
    QStringList result;
    for (const Group &group : m_groups) {
        if (group.facet != facet)
            continue;
        for (const FacetValue &value : group.values)
            result.append(value.code);
    }
    return result;
}

QModelIndex FacetModel::indexOf(Facet facet) const
{
    const auto it = std::ranges::find(m_groups, facet, &Group::facet);
    return it == m_groups.end() ? QModelIndex()
                                : index(static_cast<int>(it - m_groups.begin()), Label);
}

QModelIndex FacetModel::indexOf(Facet facet, const QString &code) const
{
    const QModelIndex top = indexOf(facet);
    const auto row = top.isValid() ? codes(facet).indexOf(code) : -1;
    return row < 0 ? QModelIndex() : index(static_cast<int>(row), Label, top);
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : facetId);
}

QModelIndex FacetModel::parent(const QModelIndex &child) const
{
    if (!isValue(child))
        return {};
    return createIndex(static_cast<int>(child.internalId()), Label, facetId);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (isFacet(parent) && parent.column() == Label)
        return static_cast<int>(groupAt(parent).values.size());
    return 0;
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Group &group = groupAt(index);
    if (isFacet(index))
        return facetData(group, index.column(), role);
    return valueData(group, group.values[at(index.row())], index.column(), role);
}

QVariant FacetModel::facetData(const Group &group, int column, int role) const
{
    const int selected = group.selectedCount();
    switch (role) {
    case Qt::DisplayRole:
        if (column == Label)
            return labelOf(group.facet);
        return selected > 0 ? tr("%1 ticked").arg(selected) : QString();
    case Qt::BackgroundRole:
        // Set off by ground and not by weight: a bold face would be loaded for these words only.
        return QGuiApplication::palette().color(QPalette::Window);
    case Qt::ToolTipRole:
        return facetHelp(group.facet);
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 values ticked")
            .arg(labelOf(group.facet))
            .arg(selected)
            .arg(group.values.size());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            Qt::AlignVCenter | (column == Cohorts ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant FacetModel::valueData(const Group &group, const FacetValue &value, int column,
                               int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Label ? QVariant(value.label) : QVariant(value.cohorts);
    case Qt::CheckStateRole:
        if (column != Label)
            return {};
        return value.selected ? Qt::Checked : Qt::Unchecked;
    case Qt::ForegroundRole:
        // Not hidden: that nothing is there is a finding too.
        return value.cohorts == 0 && !value.selected ? QVariant(dimmed()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            Qt::AlignVCenter | (column == Cohorts ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return tr("%1: %2 – %3 under the other restrictions")
            .arg(labelOf(group.facet), value.label, cohortsText(value.cohorts));
    case Qt::AccessibleTextRole:
        if (column == Cohorts)
            return cohortsText(value.cohorts);
        return tr("%1: %2, %3").arg(labelOf(group.facet), value.label, cohortsText(value.cohorts));
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !isValue(index) || index.column() != Label)
        return false;
    const Group &group = groupAt(index);
    const FacetValue &facetValue = group.values[at(index.row())];
    if ((value.toInt() == Qt::Checked) == facetValue.selected)
        return false;
    // The filter answers with a new result, and that sets the tick; copies, since it replaces them.
    Q_EMIT toggleRequested(Facet(group.facet), QString(facetValue.code));
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isFacet(index))
        return common;
    return common | Qt::ItemNeverHasChildren
        | (index.column() == Label ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

QVariant FacetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return section == Label ? tr("Filter") : tr("Cohorts");
    if (role == Qt::ToolTipRole && section == Cohorts)
        return tr("Cohorts that a tick would give under the other restrictions");
    return {};
}

} // namespace anakinra
