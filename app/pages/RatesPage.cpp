// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/RatesPage.h"

#include "app/DrawLimit.h"
#include "views/charts/RateView.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::size_t figureAtOnce = 200; ///< cohorts up to which all rates are computed

} // namespace

RatesPage::RatesPage(LibrarySession &session, QWidget *parent)
    : FigurePage(session, parent), m_view(new RateView(this))
{
    m_view->setObjectName(u"rateView"_s);
    m_view->setEmptyText(tr("No cohort matches this filter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &RateView::cohortSelected, this, &EvidencePage::cohortSelected);
    connect(m_view, &RateView::cohortActivated, this, &EvidencePage::cohortActivated);
}

void RatesPage::refresh()
{
    RateFigure figure;
    figure.options = session().options();
    figure.grouping = m_grouping;
    figure.withFooter = false; // chips, counts line and banner say it beside the chart
    const auto &cohorts = session().result().cohorts;
    if (cohorts.size() <= figureAtOnce) {
        figure.series = session().series();
        m_view->setFigure(figure, session().sharedLibrary());
        return;
    }
    RateRows rows;
    rows.cohorts = figureOrder(session().library(), cohorts);
    const auto order = std::make_shared<const std::vector<int>>(rows.cohorts);
    rows.series = [this, order](int first, int count) {
        return session().seriesOf(std::span(*order).subspan(static_cast<std::size_t>(first),
                                                            static_cast<std::size_t>(count)));
    };
    m_view->setFigure(figure, std::move(rows), session().sharedLibrary());
}

void RatesPage::selectCohort(const QString &cohortId)
{
    m_view->setSelectedCohort(cohortId);
}

void RatesPage::setGrouping(RateGrouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    if (session().hasLibrary())
        refresh();
    Q_EMIT optionsChanged();
}

QJsonObject RatesPage::options() const
{
    return {{u"groupBy"_s, groupingCode(m_grouping)}};
}

void RatesPage::setOptions(const QJsonObject &options)
{
    setGrouping(options["groupBy"_L1].toString() == "cohort"_L1 ? RateGrouping::ByCohort
                                                                : RateGrouping::ByOutcome);
}

AskedNumber RatesPage::askedNumber() const
{
    const int mark = m_view->currentMark();
    return {session().library().cohortIndex.value(m_view->markCohortId(mark), -1),
            {m_view->markOutcome(mark)},
            m_view->spokenMark(mark)};
}

ExportableFigure RatesPage::figure() const
{
    if (const std::size_t count = session().result().cohorts.size(); count > mostCohortsDrawn)
        return notDrawn(u"rates"_s, tooManyCohorts(count));
    RateFigure figure;
    figure.series = session().series();
    figure.options = session().options();
    figure.grouping = m_grouping;
    figure.context = session().context();
    figure.library = session().sharedLibrary();
    return exportable(figure);
}

FigureTable RatesPage::table() const
{
    return rateTable(session().series());
}

} // namespace anakinra
