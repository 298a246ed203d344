// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/CohortsPage.h"

#include "models/items/CohortTableModel.h"
#include "views/table/CohortTableView.h"

#include <QTimer>
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
    connect(&session, &LibrarySession::findingsChanged, this, &CohortsPage::markFindings);
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
    if (m_marksFindings)
        QTimer::singleShot(0, this, &CohortsPage::markFindings);
}

void CohortsPage::markFindings()
{
    m_marksFindings = true;
    if (session().hasLibrary() && m_model->library() == &session().library())
        m_model->setFindings(session().findings());
}

AskedNumber CohortsPage::askedNumber() const
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return {};
    return {m_model->cohortAt(current.row()),
            {cohortColumns()[static_cast<std::size_t>(current.column())].key},
            current.data(Qt::ToolTipRole).toString()};
}

void CohortsPage::copyRows() const
{
    m_table->copySelection();
}

void CohortsPage::selectCohort(const QString &cohortId)
{
    m_table->selectCohort(cohortId);
}

} // namespace anakinra
