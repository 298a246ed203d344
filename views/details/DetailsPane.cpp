// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/details/DetailsPane.h"

#include "views/details/StudyCard.h"

#include <QDesktopServices>
#include <QEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

StudyCardColours coloursFor(const QPalette &palette)
{
    const QColor ink = palette.color(QPalette::Text);
    const QColor paper = palette.color(QPalette::Base);
    const bool dark = paper.lightness() < ink.lightness();
    StudyCardColours colours;
    colours.soft = mixed(ink, paper, 0.35).name();
    colours.line = mixed(paper, ink, 0.15).name();
    colours.shade = mixed(paper, ink, 0.07).name();
    colours.link = dark ? u"#7cc0f0"_s : u"#0060a8"_s;
    colours.alert = dark ? u"#f0a060"_s : u"#b04a00"_s;
    return colours;
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"detailsPane"_s);
    setAccessibleName(tr("Details of the selected cohort"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("Select a cohort in the table or in a chart to see its study, its figures "
                          "and where each of them stands."));
    connect(this, &QTextBrowser::anchorClicked, this, &DetailsPane::follow);
}

void DetailsPane::setLibrary(std::shared_ptr<const Library> library)
{
    m_library = std::move(library);
    invalidate();
}

void DetailsPane::setOptions(const RateOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    invalidate();
}

void DetailsPane::setCohort(const QString &cohortId)
{
    if (cohortId == m_cohort)
        return;
    m_cohort = cohortId;
    invalidate();
}

void DetailsPane::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
}

void DetailsPane::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    if (m_stale)
        invalidate();
}

void DetailsPane::invalidate()
{
    // Laying out a card takes longer than everything else a selection does, so table and charts
    // come first.
    if (m_cohort.isEmpty() && document()->isEmpty())
        return;
    m_stale = true;
    if (m_scheduled || !isVisible())
        return;
    m_scheduled = true;
    QTimer::singleShot(0, this, &DetailsPane::refresh);
}

void DetailsPane::refresh()
{
    m_scheduled = false;
    m_stale = false;
    if (m_library && !m_cohort.isEmpty())
        setHtml(studyCardHtml(*m_library, m_cohort, m_options, coloursFor(palette())));
    else
        clear();
}

void DetailsPane::follow(const QUrl &url)
{
    if (url.scheme() == u"cohort"_s)
        Q_EMIT cohortRequested(url.path());
    else if (url.scheme() == u"https"_s || url.scheme() == u"http"_s)
        QDesktopServices::openUrl(url);
}

} // namespace anakinra
