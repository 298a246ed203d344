// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/CohortsPage.h"

#include "models/items/CohortTableModel.h"
#include "views/table/CohortTableView.h"

#include <QVBoxLayout>

namespace anakinra {

CohortsPage::CohortsPage(LibrarySession &session, const QByteArray &layout, QWidget *parent)
    : EvidencePage(session, parent), m_model(new CohortTableModel(this)), m_table(new CohortTableView(this))
{
    m_table->setCohortModel(m_model, layout);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_table);
    connect(m_table, &CohortTableView::cohortSelected, this, &EvidencePage::cohortSelected);
}

const std::vector<int> &CohortsPage::rows() const
{
    return m_model->rows();
}

void CohortsPage::refresh()
{
    if (m_model->library() != &session().library())
        m_model->setLibrary(session().sharedLibrary());
    m_model->setOptions(session().options());
    const FilterResult &result = session().result();
    m_model->setVisible(result.cohorts, result.comparators, session().unjudgedListed());
}

void CohortsPage::selectCohort(const QString &cohortId)
{
    m_table->selectCohort(cohortId);
}

} // namespace anakinra
