// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ViewPage.h"

#include "app/DrawLimit.h"
#include "app/pages/AskedMark.h"
#include "views/charts/FigureView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace anakinra {

ViewPage::ViewPage(LibrarySession &session, QWidget *parent, QString fileName)
    : FigurePage(session, parent), m_fileName(std::move(fileName)), m_controls(new QHBoxLayout),
      m_view(new FigureView(this))
{
    m_controls->setContentsMargins(8, 4, 8, 2);
    m_controls->setSpacing(6);
    m_controls->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_controls);
    layout->addWidget(m_view, 1);
    connect(m_view, &FigureView::cohortSelected, this, &EvidencePage::cohortSelected);
    connect(m_view, &FigureView::cohortActivated, this, &EvidencePage::cohortActivated);
    connect(m_view, &FigureView::requested, this, [this](const QString &request) { takeRequest(request); });
}

void ViewPage::addControl(const QString &label, QWidget *control)
{
    auto *text = new QLabel(label, this);
    text->setBuddy(control);
    const int end = m_controls->count() - 1; // before the stretch
    m_controls->insertWidget(end, text);
    m_controls->insertWidget(end + 1, control);
}

void ViewPage::controlChanged()
{
    if (!session().hasLibrary())
        return;
    refresh();
    Q_EMIT optionsChanged();
}

QString ViewPage::emptyText() const
{
    return tr("No cohort matches this filter");
}

std::size_t ViewPage::mostCohorts() const
{
    return mostCohortsDrawn;
}

bool ViewPage::isTooMuch() const
{
    return session().result().cohorts.size() > mostCohorts();
}

QString ViewPage::whyNothing() const
{
    return isTooMuch() ? tooManyCohorts(session().result().cohorts.size(), mostCohorts()) : emptyText();
}

std::shared_ptr<const ChartFigure> ViewPage::figureWithin(FigureCaption caption) const
{
    return isTooMuch() ? nullptr : makeFigure(std::move(caption));
}

void ViewPage::refresh()
{
    updateControls();
    FigureCaption caption;
    caption.context = session().context();
    caption.withFooter = false; // chips, counts line and banner say it beside the chart
    m_view->setFigure(figureWithin(std::move(caption)), whyNothing());
}

void ViewPage::selectCohort(const QString &cohortId)
{
    m_view->setSelectedCohort(cohortId);
}

ExportableFigure ViewPage::figure() const
{
    ExportableFigure result;
    result.recipe = [this](const FigureChoices &choices) {
        const auto made = figureWithin({choices.title, session().context(), {}, choices.withFooter});
        return made ? figureRecipe(made) : FigureRecipe::nothing(whyNothing());
    };
    result.fileName = m_fileName;
    return result;
}

AskedNumber ViewPage::askedNumber() const
{
    return askedMark(*m_view, session().library());
}

FigureTable ViewPage::table() const
{
    const auto made = figureWithin({});
    return made ? made->table() : FigureTable();
}

} // namespace anakinra
