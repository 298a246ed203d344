// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/MainWindow.h"

#include "app/Actions.h"
#include "app/Banner.h"
#include "app/ColourTheme.h"
#include "app/FilterPane.h"
#include "app/KeptViews.h"
#include "app/ViewsPane.h"
#include "app/WhereFrom.h"
#include "app/pages/CohortsPage.h"
#include "app/pages/ComparePage.h"
#include "app/pages/Pages.h"
#include "app/pages/RatesPage.h"
#include "views/details/DetailsPane.h"
#include "views/export/EmbeddedView.h"
#include "views/filter/ChipBar.h"
#include "views/table/CohortTableView.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::size_t searchAtOnce = 20'000; ///< cohorts up to which every keystroke is applied
constexpr int searchPauseMs = 150;
constexpr int layoutVersion = 1;
constexpr int messageMs = 8000;

QString nativePath(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString listOf(const std::vector<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(problem.toString());
    return lines.join(u'\n');
}

} // namespace

MainWindow::MainWindow(const LoadReport &shipped, Dialogs dialogs, QString statePath) :
    m_shipped(shipped), m_dialogs(std::move(dialogs)), m_statePath(std::move(statePath)),
    m_state(WindowState::read(m_statePath)), m_actions(std::make_unique<Actions>(this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    m_exports = std::make_unique<Exports>(m_session, m_dialogs, this, statusBar());
    applyColours();
    m_session.setOptions(m_state.options);
    m_session.setPanels(m_state.resolutionPanel ? RatePanels::ToxicityResponseAndResolution
                                                : RatePanels::ToxicityAndResponse);
    buildToolBar();
    buildCentre();
    buildDocks();
    restoreState();
    m_views = new KeptViews({m_session, *m_figures, *m_table}, m_dialogs,
                            QFileInfo(m_statePath).absolutePath() + u"/views"_s, this);
    m_exports->setSheetParts([this](const SheetChoices &choices) {
        return Exports::SheetParts{m_views->current().toMetadata(),
                                   m_views->figures(choices.figures)};
    });
    checkOptionActions();
    connectActions();
    connectViews();
    connectOpening();
    m_session.setLibrary(m_shipped.library, m_shipped.problems);
    m_table->viewport()->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    // The session tells its views while it goes; they go first otherwise.
    m_session.disconnect(this);
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Toolbar"));
    bar->setObjectName(u"toolBar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_actions->fillToolBar(bar);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search all text of the library"));
    m_search->setToolTip(tr("Cohorts in whose study all these words occur; case and accents do not "
                            "matter"));
    m_search->setPlaceholderText(tr("Search all text"));
    m_search->setMaximumWidth(360);
    m_searchDelay = new QTimer(this);
    m_searchDelay->setSingleShot(true);
    auto *spacer = new QWidget(bar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    bar->addWidget(m_search);
    m_actions->viewMenu->addAction(bar->toggleViewAction());
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    centre->setObjectName(u"centre"_s);
    m_banner = new Banner(m_actions->showProblems, m_actions->openShipped, centre);
    m_chips = new ChipBar(centre);
    m_splitter = new QSplitter(Qt::Vertical, centre);
    m_splitter->setObjectName(u"centreSplitter"_s);
    m_figures = new PageStack(figurePages(), m_session, m_splitter);
    m_figures->setObjectName(u"figurePages"_s);
    m_lists = new PageStack(listPages(m_state.table), m_session, m_splitter);
    m_lists->setObjectName(u"listPages"_s);
    m_table = cohortsPage()->table();
    m_table->addActions({m_actions->whereFrom, m_actions->copyTable, m_actions->excludeCohort, m_actions->exportTable});
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_chips);
    layout->addWidget(m_splitter, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks()
{
    const auto add = [this](const QString &name, const QString &title, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        // A plain title: the usual buttons cost more at start than both panels, and the View menu
        // hides and shows.
        auto *caption = new QLabel(title, dock);
        caption->setContentsMargins(6, 3, 6, 3);
        dock->setTitleBarWidget(caption);
        addDockWidget(area, dock);
        m_actions->viewMenu->addAction(dock->toggleViewAction());
        dock->toggleViewAction()->setStatusTip(tr("Show or hide: %1").arg(title));
        return dock;
    };
    m_filterDock = add(u"filterDock"_s, tr("Filters and views"), Qt::LeftDockWidgetArea);
    m_detailsDock = add(u"detailsDock"_s, tr("Details"), Qt::RightDockWidgetArea);
    resizeDocks({m_filterDock, m_detailsDock}, {300, 330}, Qt::Horizontal);
}

void MainWindow::buildPanes()
{
    buildSide();
    m_details = new DetailsPane(m_detailsDock);
    m_details->setLibrary(m_session.sharedLibrary());
    m_details->setOptions(m_session.options());
    m_details->setCohort(m_selected);
    connect(m_details, &DetailsPane::cohortRequested, this, &MainWindow::selectCohort);
    m_detailsDock->setWidget(m_details);
}

void MainWindow::buildSide()
{
    auto *tabs = new QTabWidget(m_filterDock);
    tabs->setObjectName(u"sideTabs"_s);
    tabs->setAccessibleName(tr("Filters and kept views"));
    tabs->setDocumentMode(true);
    m_filters = new FilterPane(&m_session, tabs);
    if (m_state.hasOpenFacets)
        m_filters->setOpenFacets(m_state.openFacets);
    tabs->addTab(m_filters, tr("Filters"));
    auto *place = new QWidget(tabs);
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    tabs->setTabToolTip(tabs->addTab(place, tr("Views")),
                        tr("Ready-made views for a tumour board, and those that you have kept"));
    // The folder of kept views is read when somebody looks at it.
    connect(tabs, &QTabWidget::currentChanged, place, [this, place, layout](int tab) {
        if (tab == 1 && layout->isEmpty())
            layout->addWidget(new ViewsPane(*m_views, m_actions->keepView, place));
    });
    m_filterDock->setWidget(tabs);
}

void MainWindow::buildProgress()
{
    m_progress = new QWidget(this);
    m_progress->setObjectName(u"openProgress"_s);
    m_progressBar = new QProgressBar(m_progress);
    m_progressBar->setObjectName(u"openProgressBar"_s);
    m_progressBar->setAccessibleName(tr("Progress of opening the library"));
    auto *cancel = new QToolButton(m_progress);
    cancel->setObjectName(u"cancelOpening"_s);
    cancel->setText(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel opening the library"));
    cancel->setToolTip(tr("Keep the library that is open"));
    connect(cancel, &QToolButton::clicked, &m_opening, &OpenLibrary::cancel);
    connect(&m_opening, &OpenLibrary::progressed, m_progressBar, &QProgressBar::setValue);
    auto *layout = new QHBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progressBar);
    layout->addWidget(cancel);
    statusBar()->addPermanentWidget(m_progress);
    m_progress->hide();
}

void MainWindow::finishStart()
{
    if (m_filters)
        return;
    m_table->viewport()->removeEventFilter(this);
    buildPanes();
    buildProgress();
    cohortsPage()->markFindings();
}

bool MainWindow::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_filters)
        QMetaObject::invokeMethod(this, &MainWindow::finishStart, Qt::QueuedConnection);
    return QMainWindow::eventFilter(object, event);
}

void MainWindow::restoreState()
{
    resize(screen()->availableSize().boundedTo({1366, 768}));
    if (!m_state.geometry.isEmpty())
        restoreGeometry(m_state.geometry);
    if (!m_state.docks.isEmpty())
        QMainWindow::restoreState(m_state.docks, layoutVersion);
    if (!m_state.splitter.isEmpty())
        m_splitter->restoreState(m_state.splitter);
    m_figures->setOptions(m_state.pages);
    m_lists->setOptions(m_state.pages);
    m_figures->setCurrent(m_state.figurePage);
    m_lists->setCurrent(m_state.listPage);
}

void MainWindow::saveState()
{
    m_state.geometry = saveGeometry();
    m_state.docks = QMainWindow::saveState(layoutVersion);
    m_state.splitter = m_splitter->saveState();
    m_state.table = m_table->saveLayout();
    if (m_filters)
        m_state.openFacets = m_filters->openFacets();
    m_state.figurePage = m_figures->currentCode();
    m_state.listPage = m_lists->currentCode();
    m_state.pages = m_figures->options();
    const QJsonObject lists = m_lists->options();
    for (auto it = lists.begin(); it != lists.end(); ++it)
        m_state.pages.insert(it.key(), it.value());
    m_state.resolutionPanel = m_actions->resolutionPanel->isChecked();
    m_state.options = m_session.options();
    // A folder that cannot be written must not keep the window from closing.
    const Outcome written = m_state.write(m_statePath);
    if (!written)
        qWarning("%s", qUtf8Printable(written.problem().toString()));
}

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
                       report.problems.size() > 1 ? listOf(report.problems) : QString());
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
    m_dialogs.warn(this, tr("Problems in this library"), text, listOf(problems));
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

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_opening.cancel();
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return;
    event->acceptProposedAction();
    openFile(urls.front().toLocalFile());
}

} // namespace anakinra
