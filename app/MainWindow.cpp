// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/MainWindow.h"

#include "app/Actions.h"
#include "app/Banner.h"
#include "app/FilterPane.h"
#include "app/KeptViews.h"
#include "app/ViewsPane.h"
#include "app/pages/CohortsPage.h"
#include "app/pages/Pages.h"
#include "views/details/DetailsPane.h"
#include "views/filter/ChipBar.h"
#include "views/table/CohortTableView.h"

#include <QCloseEvent>
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

constexpr int layoutVersion = 1;

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
