// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortListModel.h"

#include "models/figures/RateSeries.h"

namespace anakinra {

using namespace Qt::StringLiterals;

void CohortListModel::setLibrary(std::shared_ptr<const Library> library)
{
    beginResetModel();
    m_library = std::move(library);
    endResetModel();
}

int CohortListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_library ? 0 : static_cast<int>(m_library->cohorts.size());
}

QVariant CohortListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return titleWithSize(*m_library, index.row());
    if (role != Qt::ToolTipRole)
        return {};
    const Cohort &cohort = m_library->cohorts[static_cast<std::size_t>(index.row())];
    return QString(labelOf(cohort.role) + u", "_s + cohort.id);
}

} // namespace anakinra
