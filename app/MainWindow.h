// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/Dialogs.h"
#include "app/Exports.h"
#include "app/LibrarySession.h"
#include "app/OpenLibrary.h"
#include "app/WindowState.h"

#include <QMainWindow>

#include <memory>

class QDockWidget;
class QLineEdit;
class QProgressBar;
class QSplitter;
class QTimer;
class QToolButton;

namespace anakinra {

class Banner;
class ChipBar;
class CohortTableView;
class CohortsPage;
class DetailsPane;
class FilterPane;
class FigurePage;
class KeptViews;
class PageStack;
class RatesPage;
struct Actions;

/// Composes the views around one session and connects them: what a view requests goes to the
/// session, what the session says goes to the views. One selection, by cohort id.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `statePath`: file of the remembered layout, see WindowState.
    MainWindow(const LoadReport &shipped, Dialogs dialogs, QString statePath);
    ~MainWindow() override;

    [[nodiscard]] LibrarySession *session() { return &m_session; }
    [[nodiscard]] QString selectedCohort() const { return m_selected; }

    /// Reads the file in the background; what is open stays open until it is read, and when it
    /// cannot be read.
    void openLibrary(const QString &path);
    void openShippedLibrary();
    /// A library, a view, or a figure that carries one: whichever the file is.
    void openFile(const QString &path);

public Q_SLOTS:
    void selectCohort(const QString &cohortId);
    /// The same, with the pane of details in front.
    void showDetails(const QString &cohortId);
    /// Builds what the first picture does not need; comes by itself after it.
    void finishStart();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildToolBar();
    void buildPanes();
    void buildSide();
    void buildProgress();
    void connectActions();
    void connectViews();
    void connectOpening();
    void restoreState();
    void saveState();
    void checkOptionActions();

    void showLibrary();
    void showResult();
    void showOptions();
    void checkGrouping();
    void updateActions();
    [[nodiscard]] FigurePage *figurePage() const;
    [[nodiscard]] RatesPage *ratesPage() const;
    [[nodiscard]] CohortsPage *cohortsPage() const;

    void askForLibrary();
    void libraryRead(const QString &path, const OpenedLibrary &opened);
    void fillRecentMenu();
    void showProblems();
    void sayWhereFrom();
    void bringBackLastFilter();
    void rememberFilter();
    void applyColours();
    [[nodiscard]] static QString aboutHtml(const LibrarySession &session);

    LoadReport m_shipped;
    Dialogs m_dialogs;
    QString m_statePath;
    WindowState m_state;
    LibrarySession m_session;
    OpenLibrary m_opening;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<Exports> m_exports;
    KeptViews *m_views = nullptr;
    QString m_selected;

    Banner *m_banner = nullptr;
    ChipBar *m_chips = nullptr;
    QSplitter *m_splitter = nullptr;
    PageStack *m_figures = nullptr;
    PageStack *m_lists = nullptr;
    CohortTableView *m_table = nullptr; ///< of the cohorts page
    QDockWidget *m_filterDock = nullptr;
    QDockWidget *m_detailsDock = nullptr;
    FilterPane *m_filters = nullptr;   ///< these four are built after the first picture
    DetailsPane *m_details = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchDelay = nullptr;
    QWidget *m_progress = nullptr;
    QProgressBar *m_progressBar = nullptr;
};

} // namespace anakinra
