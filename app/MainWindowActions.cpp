// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does: what actions lead to, and how changes of the session are shown. How it is
// put together stands in MainWindow.cpp.

#include "app/MainWindow.h"

#include "app/Actions.h"
#include "app/Banner.h"
#include "app/ColourTheme.h"
#include "app/KeptViews.h"
#include "app/WhereFrom.h"
#include "app/pages/CohortsPage.h"
#include "app/pages/ComparePage.h"
#include "app/pages/PageStack.h"
#include "app/pages/RatesPage.h"
#include "views/details/DetailsPane.h"
#include "views/export/EmbeddedView.h"
#include "views/filter/ChipBar.h"
#include "views/table/CohortTableView.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QStatusBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::size_t searchAtOnce = 20'000; ///< cohorts up to which every keystroke is applied
constexpr int searchPauseMs = 150;
constexpr int messageMs = 8000;

QString nativePath(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

void MainWindow::checkOptionActions()
{
    const RateOptions &options = m_session.options();
    (options.method == statistics::IntervalMethod::ClopperPearson ? m_actions->clopperPearson
                                                                  : m_actions->wilson)
        ->setChecked(true);
    QAction *level = options.level == 90.0 ? m_actions->level90
        : options.level == 99.0            ? m_actions->level99
                                           : m_actions->level95;
    level->setChecked(true);
    m_actions->showInferred->setChecked(options.showInferred);
    m_actions->resolutionPanel->setChecked(m_session.panels() ==
                                           RatePanels::ToxicityResponseAndResolution);
    checkGrouping();
    (m_state.dark        ? m_actions->darkColours
         : m_state.light ? m_actions->lightColours
                         : m_actions->systemColours)
        ->setChecked(true);
}

void MainWindow::checkGrouping()
{
    const bool byCohort = m_figures->options()["rates"_L1]["groupBy"_L1].toString() ==
                          groupingCode(RateGrouping::ByCohort);
    (byCohort ? m_actions->groupByCohort : m_actions->groupByOutcome)->setChecked(true);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, what);
    };
    FilterStore *filter = m_session.filter();
    on(m_actions->open, [this] { askForLibrary(); });
    on(m_actions->openShipped, [this] { openShippedLibrary(); });
    on(m_actions->showProblems, [this] { showProblems(); });
    on(m_actions->openView, [this] { m_views->askAndRestore(); });
    on(m_actions->keepView, [this] { m_views->askAndKeep(); });
    on(m_actions->exportViews, [this] { m_views->askAndExportAll(); });
    on(m_actions->composeFigure, [this] { m_views->askAndCompose(); });
    on(m_actions->exportFigure,
       [this] { m_exports->exportFigure(m_views->withView(figurePage()->figure())); });
    on(m_actions->saveBundle,
       [this] { m_exports->exportFile(offeredBundle(m_views->withView(figurePage()->figure()))); });
    on(m_actions->copyFigure,
       [this] { m_exports->copyFigure(m_views->withView(figurePage()->figure())); });
    on(m_actions->copyFigureTable, [this] { m_exports->copyFigureTable(figurePage()->table()); });
    on(m_actions->copyTable, [this] {
        m_lists->currentPage()->copyRows();
        statusBar()->showMessage(tr("Table copied"), messageMs);
    });
    on(m_actions->exportTable, [this] {
        m_exports->exportTable(cohortsPage()->rows(), m_table->shownColumns());
    });
    const auto sheet = [this, on](QAction *action,
                                  void (Exports::*what)(const SheetChoices &) const) {
        on(action, [this, what, action] {
            if (!m_exports->sheetIsPossible(action->text().remove(u'&').remove(u'…')))
                return;
            const auto chosen = m_dialogs.chooseSheet(this, m_views->charts(), m_state.sheet);
            if (!chosen)
                return;
            m_state.sheet = *chosen;
            (*m_exports.*what)(*chosen);
        });
    };
    sheet(m_actions->printSheet, &Exports::printSheet);
    sheet(m_actions->previewSheet, &Exports::previewSheet);
    sheet(m_actions->saveSheet, &Exports::saveSheet);
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [filter] { filter->undo(); });
    on(m_actions->redo, [filter] { filter->redo(); });
    on(m_actions->clearFilter, [filter] { filter->clear(); });
    on(m_actions->lastFilter, [this] { bringBackLastFilter(); });
    on(m_actions->excludeCohort, [this, filter] { filter->excludeCohort(m_selected); });
    on(m_actions->compare, [this] {
        m_figures->setCurrent(u"compare"_s);
        if (auto *page = qobject_cast<ComparePage *>(m_figures->currentPage()))
            page->compareCohort(m_selected);
    });
    on(m_actions->whereFrom, [this] { sayWhereFrom(); });
    on(m_actions->find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(m_actions->groupByOutcome, [this] { ratesPage()->setGrouping(RateGrouping::ByOutcome); });
    on(m_actions->groupByCohort, [this] { ratesPage()->setGrouping(RateGrouping::ByCohort); });
    const auto option = [this, on](QAction *action, auto change) {
        on(action, [this, change] {
            RateOptions options = m_session.options();
            change(options);
            m_session.setOptions(options);
        });
    };
    option(m_actions->wilson,
           [](RateOptions &o) { o.method = statistics::IntervalMethod::Wilson; });
    option(m_actions->clopperPearson,
           [](RateOptions &o) { o.method = statistics::IntervalMethod::ClopperPearson; });
    option(m_actions->level90, [](RateOptions &o) { o.level = 90.0; });
    option(m_actions->level95, [](RateOptions &o) { o.level = 95.0; });
    option(m_actions->level99, [](RateOptions &o) { o.level = 99.0; });
    option(m_actions->showInferred,
           [this](RateOptions &o) { o.showInferred = m_actions->showInferred->isChecked(); });
    on(m_actions->withComparators, [this](bool with) {
        m_session.edit([with](FilterCriteria &c) { c.withComparators = with; });
    });
    on(m_actions->resolutionPanel, [this](bool with) {
        m_session.setPanels(with ? RatePanels::ToxicityResponseAndResolution
                                 : RatePanels::ToxicityAndResponse);
    });
    for (QAction *action :
         {m_actions->systemColours, m_actions->lightColours, m_actions->darkColours}) {
        on(action, [this] {
            m_state.dark = m_actions->darkColours->isChecked();
            m_state.light = m_actions->lightColours->isChecked();
            applyColours();
        });
    }
    on(m_actions->shortcuts, [this] {
        m_dialogs.inform(this, tr("Keyboard shortcuts"), Actions::shortcutsHtml(this));
    });
    on(m_actions->about, [this] {
        m_dialogs.inform(this, tr("About %1").arg(QApplication::applicationDisplayName()),
                         aboutHtml(m_session));
    });
    connect(m_actions->recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    connect(m_actions->columnsMenu, &QMenu::aboutToShow, this, [this] {
        m_actions->columnsMenu->clear();
        m_table->fillColumnMenu(m_actions->columnsMenu);
    });
}

void MainWindow::connectViews()
{
    FilterStore *filter = m_session.filter();
    connect(&m_session, &LibrarySession::libraryChanged, this, &MainWindow::showLibrary);
    connect(&m_session, &LibrarySession::resultChanged, this, &MainWindow::showResult);
    connect(&m_session, &LibrarySession::optionsChanged, this, &MainWindow::showOptions);

    connect(m_chips, &ChipBar::criteriaRequested, filter, &FilterStore::set);
    connect(m_chips, &ChipBar::clearRequested, filter, &FilterStore::clear);
    connect(m_chips, &ChipBar::cohortActivated, this, &MainWindow::selectCohort);

    connect(m_search, &QLineEdit::textEdited, this, [this] {
        m_searchDelay->start(m_session.library().cohorts.size() <= searchAtOnce ? 0 : searchPauseMs);
    });
    connect(m_searchDelay, &QTimer::timeout, this,
            [this, filter] { filter->setSearch(m_search->text()); });

    for (PageStack *pages : {m_figures, m_lists}) {
        connect(pages, &PageStack::cohortSelected, this, &MainWindow::selectCohort);
        connect(pages, &PageStack::cohortActivated, this, &MainWindow::showDetails);
        connect(pages, &PageStack::fileOffered, this,
                [this](const OfferedFile &file) { m_exports->exportFile(file); });
        connect(pages, &PageStack::figureOffered, this,
                [this](const ExportableFigure &figure) { m_exports->exportFigure(figure); });
        connect(pages, &PageStack::textOffered, this, [this](const QString &title, const QString &text) {
            m_dialogs.showText(this, title, text);
        });
    }
    connect(m_figures, &PageStack::currentChanged, this, &MainWindow::updateActions);
    connect(m_figures, &PageStack::optionsChanged, this, &MainWindow::checkGrouping);
    connect(m_views, &KeptViews::said, this,
            [this](const QString &text) { statusBar()->showMessage(text, messageMs); });
}

void MainWindow::connectOpening()
{
    connect(&m_opening, &OpenLibrary::started, this, [this](const QString &path) {
        m_progressBar->setValue(0);
        m_progress->show();
        statusBar()->showMessage(tr("Opening %1").arg(nativePath(path)));
    });
    connect(&m_opening, &OpenLibrary::finished, this, &MainWindow::libraryRead);
    connect(&m_opening, &OpenLibrary::cancelled, this, [this] {
        m_progress->hide();
        statusBar()->showMessage(tr("Opening was cancelled; nothing has changed"), messageMs);
    });
}

void MainWindow::showLibrary()
{
    selectCohort({});
    if (m_details)
        m_details->setLibrary(m_session.sharedLibrary());
    const Library &library = m_session.library();
    const QString program = QApplication::applicationDisplayName();
    setWindowTitle(library.shipped ? program : library.title + u" – "_s + program);
    m_actions->openShipped->setEnabled(!library.shipped);
    m_banner->setText(m_session.context().banner,
                      static_cast<qsizetype>(m_session.problems().size()));
}

void MainWindow::showResult()
{
    const FilterResult &result = m_session.result();
    const FilterCriteria &criteria = m_session.criteria();
    rememberFilter();
    m_chips->setFilter(criteria, result, m_session.library());
    if (m_search->text() != criteria.search && !m_searchDelay->isActive())
        m_search->setText(criteria.search);
    m_actions->withComparators->setChecked(criteria.withComparators);
    m_figures->refresh();
    m_lists->refresh();
    updateActions();
}

void MainWindow::showOptions()
{
    if (m_details)
        m_details->setOptions(m_session.options());
    checkOptionActions();
    m_figures->refresh();
    m_lists->refresh();
}

FigurePage *MainWindow::figurePage() const
{
    return qobject_cast<FigurePage *>(m_figures->currentPage());
}

CohortsPage *MainWindow::cohortsPage() const
{
    return qobject_cast<CohortsPage *>(m_lists->page(u"cohorts"_s));
}

RatesPage *MainWindow::ratesPage() const
{
    return qobject_cast<RatesPage *>(m_figures->page(u"rates"_s));
}

void MainWindow::updateActions()
{
    if (!m_session.hasLibrary())
        return;
    FilterStore *filter = m_session.filter();
    m_actions->undo->setEnabled(filter->canUndo());
    m_actions->redo->setEnabled(filter->canRedo());
    m_actions->clearFilter->setEnabled(!m_session.criteria().isEmpty());
    m_actions->lastFilter->setEnabled(
        !m_state.lastFilter.isEmpty()
        && FilterCriteria::fromJson(m_state.lastFilter) != m_session.criteria());
    m_actions->excludeCohort->setEnabled(
        m_session.library().cohortIndex.contains(m_selected)
        && !m_session.criteria().excluded.contains(m_selected));
    const bool any = !m_session.result().cohorts.empty();
    for (QAction *action :
         {m_actions->exportFigure, m_actions->saveBundle, m_actions->composeFigure, m_actions->copyFigure,
          m_actions->copyFigureTable, m_actions->copyTable, m_actions->exportTable})
        action->setEnabled(any);
    const bool rates = m_figures->currentCode() == "rates"_L1;
    for (QAction *action : {m_actions->groupByOutcome, m_actions->groupByCohort})
        action->setEnabled(rates);
}

void MainWindow::selectCohort(const QString &cohortId)
{
    if (cohortId == m_selected)
        return;
    m_selected = cohortId;
    m_lists->selectCohort(cohortId);
    m_figures->selectCohort(cohortId);
    if (m_details)
        m_details->setCohort(cohortId);
    updateActions();
}

void MainWindow::showDetails(const QString &cohortId)
{
    selectCohort(cohortId);
    finishStart();
    m_detailsDock->show();
    m_details->setFocus(Qt::OtherFocusReason);
}

void MainWindow::askForLibrary()
{
    const QString path = m_dialogs.openFile(this, tr("Open library"),
                                            tr("Evidence libraries (*.json);;All files (*)"));
    if (!path.isEmpty())
        openLibrary(path);
}

void MainWindow::openLibrary(const QString &path)
{
    finishStart();
    m_opening.start(QFileInfo(path).absoluteFilePath());
}

void MainWindow::openFile(const QString &path)
{
    if (viewSourceOf(path) == ViewSource::Other)
        openLibrary(path);
    else
        m_views->restoreFrom(path);
}

void MainWindow::openShippedLibrary()
{
    m_opening.cancel();
    m_session.setLibrary(m_shipped.library, m_shipped.problems);
}

void MainWindow::libraryRead(const QString &path, const OpenedLibrary &opened)
{
    const LoadReport &report = opened.report;
    m_progress->hide();
    statusBar()->clearMessage();
    if (!report.isUsable()) {
        const QString first = report.problems.empty() ? tr("it cannot be read as a library")
                                                      : report.problems.front().toString();
        m_dialogs.warn(this, tr("Open library"),
                       tr("%1 was not opened; what was open stays open.\n\n%2")
                           .arg(nativePath(path), first),
                       report.problems.size() > 1 ? linesOf(report.problems) : QString());
        m_state.removeRecent(path);
        return;
    }
    m_state.addRecent(path);
    m_session.setLibrary(report.library, report.problems, opened.engine);
    statusBar()->showMessage(tr("%1 opened").arg(nativePath(path)), messageMs);
}

void MainWindow::showProblems()
{
    const auto &problems = m_session.problems();
    if (problems.empty())
        return;
    const QString text = problems.size() == 1
        ? tr("One fault was found, and what it concerns was left out:\n\n%1")
              .arg(problems.front().toString())
        : tr("%1 faults were found, and what they concern was left out. The first is:\n\n%2")
              .arg(problems.size())
              .arg(problems.front().toString());
    m_dialogs.warn(this, tr("Problems in this library"), text, linesOf(problems));
}

void MainWindow::fillRecentMenu()
{
    QMenu *menu = m_actions->recentMenu;
    menu->clear();
    for (const QString &path : m_state.recentLibraries) {
        QAction *action = menu->addAction(nativePath(path).replace(u'&', u"&&"_s));
        action->setStatusTip(tr("Open this library again"));
        connect(action, &QAction::triggered, this, [this, path] { openLibrary(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No other library opened yet"))->setEnabled(false);
}

/// Of the part of the window that has the focus; else of the list, where a row is always chosen with
/// its column.
void MainWindow::sayWhereFrom()
{
    const bool figure = m_figures->isAncestorOf(QApplication::focusWidget());
    const EvidencePage *page = (figure ? m_figures : m_lists)->currentPage();
    const auto findings = m_session.findings();
    const QString html
        = whereFromHtml(m_session.library(), page->askedNumber(), m_session.options(), findings.get());
    if (html.isEmpty()) {
        statusBar()->showMessage(tr("Choose a number in the table or in a chart first; this one has no "
                                    "source of its own"),
                                 messageMs);
        return;
    }
    m_dialogs.inform(this, tr("Where from?"), html);
}

void MainWindow::rememberFilter()
{
    if (!m_session.criteria().isEmpty())
        m_state.lastFilter = m_session.criteria().toJson();
}

void MainWindow::bringBackLastFilter()
{
    m_session.filter()->set(FilterCriteria::fromJson(m_state.lastFilter));
}

void MainWindow::applyColours()
{
    applyColourTheme(m_state.dark        ? ColourTheme::Dark
                         : m_state.light ? ColourTheme::Light
                                         : ColourTheme::System);
}

QString MainWindow::aboutHtml(const LibrarySession &session)
{
    const Library &library = session.library();
    return tr("<h3>%1 %2</h3><p>Published evidence on anakinra for CAR T-cell toxicities, with the "
              "place of every number in its source.</p><p><b>%3</b></p><p>It is a library, not a "
              "decision aid: it takes no patient data and gives no patient-specific advice.</p>"
              "<p>Open library: %4, version %5, curated %6.</p><p>Licence: GPL-3.0-or-later. "
              "Uses Qt %7 and Qt Charts.</p>")
        .arg(QApplication::applicationDisplayName().toHtmlEscaped(),
             QApplication::applicationVersion().toHtmlEscaped(), disclaimer().toHtmlEscaped(),
             library.title.toHtmlEscaped(), library.version.toHtmlEscaped(),
             library.curated.toHtmlEscaped(), QString::fromLatin1(qVersion()));
}

} // namespace anakinra
