// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/OverlapPage.h"

#include "views/charts/FigureView.h"
#include "views/charts/OverlapFigure.h"

#include <QCheckBox>
#include <QHBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace anakinra {

OverlapPage::OverlapPage(LibrarySession &session, QWidget *parent)
    : ViewPage(session, parent, u"overlap"_s), m_once(new QCheckBox(tr("Count &possible overlaps only once"), this))
{
    view()->setObjectName(u"overlapView"_s);
    m_once->setObjectName(u"possibleOverlapsOnce"_s);
    m_once->setToolTip(tr("Totals and pools then take at most one of two cohorts whose overlap cannot be excluded; "
                          "certain and assumed overlaps are always counted once"));
    controls()->insertWidget(0, m_once);
    connect(m_once, &QCheckBox::clicked, this, [this](bool once) {
        this->session().edit([once](FilterCriteria &criteria) { criteria.excludePossibleOverlaps = once; });
    });
}

void OverlapPage::updateControls()
{
    m_once->setChecked(session().criteria().excludePossibleOverlaps);
}

std::shared_ptr<const ChartFigure> OverlapPage::makeFigure(FigureCaption caption) const
{
    return std::make_shared<const OverlapFigure>(session().sharedLibrary(),
                                                 overlapGraph(session().library(), session().result().cohorts),
                                                 session().criteria().excludePossibleOverlaps, std::move(caption));
}

std::size_t OverlapPage::mostCohorts() const
{
    // The layout of one large group of studies takes the square of their number.
    constexpr std::size_t most = 500;
    return session().library().overlaps.size() > most ? most
                                                      : std::numeric_limits<std::size_t>::max();
}

QString OverlapPage::emptyText() const
{
    return tr("No overlap is recorded for the listed cohorts");
}

} // namespace anakinra
