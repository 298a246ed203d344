// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/FilterPane.h"

#include "app/LibrarySession.h"
#include "views/filter/FacetPanel.h"
#include "views/filter/RangePanel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

FilterPane::FilterPane(LibrarySession *session, QWidget *parent) :
    QWidget(parent), m_session(session), m_facets(new FacetPanel(this)),
    m_ranges(new RangePanel(this))
{
    setObjectName(u"filterPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_facets, 1);
    layout->addWidget(m_ranges);

    FilterStore *filter = session->filter();
    connect(m_facets, &FacetPanel::toggleRequested, filter, &FilterStore::toggle);
    connect(m_facets, &FacetPanel::selectAllRequested, filter, &FilterStore::selectAll);
    connect(m_facets, &FacetPanel::selectNoneRequested, filter, &FilterStore::selectNone);
    connect(m_ranges, &RangePanel::editRequested, session, &LibrarySession::edit);
    connect(session, &LibrarySession::resultChanged, this, &FilterPane::showResult);
    showResult();
}

QStringList FilterPane::openFacets() const
{
    return m_facets->expandedFacets();
}

void FilterPane::setOpenFacets(const QStringList &codes)
{
    m_facets->setExpandedFacets(codes);
}

void FilterPane::showResult()
{
    m_facets->setFacets(m_session->result().facets);
    m_ranges->setCriteria(m_session->criteria());
    m_ranges->setUnjudged(m_session->result());
}

} // namespace anakinra
