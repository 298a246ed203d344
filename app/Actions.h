// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>

class QMainWindow;
class QMenu;
class QToolBar;

namespace anakinra {

/// Every command of the window with its text, tip and shortcut, and the menus that hold them.
/// What they do is connected by MainWindow. Children of the window.
struct Actions
{
    explicit Actions(QMainWindow *window);

    QAction *open;
    QAction *openView;
    QAction *keepView;
    QAction *exportViews;
    QAction *composeFigure;
    QAction *openShipped;
    QAction *showProblems;
    QAction *exportFigure;
    QAction *saveBundle;
    QAction *copyFigure;
    QAction *copyFigureTable;
    QAction *copyTable;
    QAction *exportTable;
    QAction *printSheet;
    QAction *previewSheet;
    QAction *saveSheet;
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *clearFilter;
    QAction *lastFilter;
    QAction *excludeCohort;
    QAction *compare;
    QAction *whereFrom;
    QAction *find;
    QAction *groupByOutcome;
    QAction *groupByCohort;
    QAction *wilson;
    QAction *clopperPearson;
    QAction *level90;
    QAction *level95;
    QAction *level99;
    QAction *showInferred;
    QAction *withComparators;
    QAction *resolutionPanel;
    QAction *systemColours;
    QAction *lightColours;
    QAction *darkColours;
    QAction *shortcuts;
    QAction *about;

    QMenu *recentMenu;  ///< filled by the window when opened
    QMenu *columnsMenu; ///< filled by the window when opened
    QMenu *viewMenu;    ///< dock and toolbar switches are appended by the window

    void fillMenuBar(QMainWindow *window);
    void fillToolBar(QToolBar *bar) const;
    /// All actions with a shortcut as an HTML table.
    [[nodiscard]] static QString shortcutsHtml(const QMainWindow *window);
};

} // namespace anakinra
