// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

struct Spec
{
    QAction *Actions::*action;
    const char *name; ///< objectName
    const char *text;
    const char *tip;
    const char *shortcut; ///< portable text, "" = none
    bool checkable = false;
};

constexpr Spec specs[]{
    {&Actions::open, "open", QT_TRANSLATE_NOOP("Actions", "&Open library…"),
     QT_TRANSLATE_NOOP("Actions", "Open another evidence library"), "Ctrl+O"},
    {&Actions::openView, "openView", QT_TRANSLATE_NOOP("Actions", "Open &view…"),
     QT_TRANSLATE_NOOP("Actions", "Open a kept view, or the view inside an exported figure"),
     "Ctrl+Shift+O"},
    {&Actions::keepView, "keepView", QT_TRANSLATE_NOOP("Actions", "&Keep view…"),
     QT_TRANSLATE_NOOP("Actions", "Keep filter, chart and options under a name"), "Ctrl+K"},
    {&Actions::exportViews, "exportViews", QT_TRANSLATE_NOOP("Actions", "Export &all views…"),
     QT_TRANSLATE_NOOP("Actions", "Write the charts of all views into a folder"), ""},
    {&Actions::composeFigure, "composeFigure",
     QT_TRANSLATE_NOOP("Actions", "&Figure of several panels…"),
     QT_TRANSLATE_NOOP("Actions", "Put several charts on one page, lettered A, B, C"), ""},
    {&Actions::openShipped, "openShipped", QT_TRANSLATE_NOOP("Actions", "&Shipped library"),
     QT_TRANSLATE_NOOP("Actions", "Return to the evidence that comes with the program"), ""},
    {&Actions::showProblems, "showProblems", QT_TRANSLATE_NOOP("Actions", "Pro&blems…"),
     QT_TRANSLATE_NOOP("Actions", "What is wrong in the open library and was left out"), ""},
    {&Actions::exportFigure, "exportFigure", QT_TRANSLATE_NOOP("Actions", "&Export figure…"),
     QT_TRANSLATE_NOOP("Actions", "Save the figure as PNG, SVG or PDF at a chosen size"), "Ctrl+E"},
    {&Actions::saveBundle, "saveBundle", QT_TRANSLATE_NOOP("Actions", "Save bun&dle…"),
     QT_TRANSLATE_NOOP("Actions",
                       "Save the figure with its data and an R script that computes it again"),
     ""},
    {&Actions::copyFigure, "copyFigure", QT_TRANSLATE_NOOP("Actions", "Copy &figure"),
     QT_TRANSLATE_NOOP("Actions", "Put the figure with its footer on the clipboard"),
     "Ctrl+Shift+C"},
    {&Actions::copyFigureTable, "copyFigureTable",
     QT_TRANSLATE_NOOP("Actions", "Copy figure as ta&ble"),
     QT_TRANSLATE_NOOP("Actions", "Put the numbers of the figure on the clipboard, with headers"),
     "Ctrl+Alt+F"},
    {&Actions::copyTable, "copyTable", QT_TRANSLATE_NOOP("Actions", "&Copy table"),
     QT_TRANSLATE_NOOP("Actions",
                       "Copy the selected rows with headers, or all rows without a selection"),
     "Ctrl+Alt+C"},
    {&Actions::exportTable, "exportTable", QT_TRANSLATE_NOOP("Actions", "Export &table…"),
     QT_TRANSLATE_NOOP("Actions", "Save the filtered rows as CSV or XLSX"), "Ctrl+Shift+E"},
    {&Actions::printSheet, "printSheet", QT_TRANSLATE_NOOP("Actions", "&Print sheet…"),
     QT_TRANSLATE_NOOP("Actions", "Print a summary sheet of what is shown"), "Ctrl+P"},
    {&Actions::previewSheet, "previewSheet", QT_TRANSLATE_NOOP("Actions", "Print pre&view…"),
     QT_TRANSLATE_NOOP("Actions", "See the pages of the summary sheet before printing"),
     "Ctrl+Shift+P"},
    {&Actions::saveSheet, "saveSheet", QT_TRANSLATE_NOOP("Actions", "Save sheet as P&DF…"),
     QT_TRANSLATE_NOOP("Actions", "Save the summary sheet as a PDF file; needs no printer"),
     "Ctrl+Shift+S"},
    {&Actions::quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"),
     QT_TRANSLATE_NOOP("Actions", "Close the program"), "Ctrl+Q"},
    {&Actions::undo, "undo", QT_TRANSLATE_NOOP("Actions", "&Undo filter"),
     QT_TRANSLATE_NOOP("Actions", "Take back the last change of the filter"), "Ctrl+Z"},
    {&Actions::redo, "redo", QT_TRANSLATE_NOOP("Actions", "&Redo filter"),
     QT_TRANSLATE_NOOP("Actions", "Repeat the change of the filter that was taken back"),
     "Ctrl+Shift+Z"},
    {&Actions::clearFilter, "clearFilter", QT_TRANSLATE_NOOP("Actions", "C&lear filter"),
     QT_TRANSLATE_NOOP("Actions", "Remove every restriction"), "Ctrl+Backspace"},
    {&Actions::lastFilter, "lastFilter", QT_TRANSLATE_NOOP("Actions", "Last fil&ter"),
     QT_TRANSLATE_NOOP("Actions", "Bring back the filter of the last time"), "Ctrl+L"},
    {&Actions::excludeCohort, "excludeCohort", QT_TRANSLATE_NOOP("Actions", "E&xclude cohort"),
     QT_TRANSLATE_NOOP("Actions", "Take the selected cohort out; figures and sheets say so"),
     "Ctrl+D"},
    {&Actions::compare, "compare", QT_TRANSLATE_NOOP("Actions", "&Compare"),
     QT_TRANSLATE_NOOP("Actions", "Put the selected cohort beside another one"), "Ctrl+M"},
    {&Actions::whereFrom, "whereFrom", QT_TRANSLATE_NOOP("Actions", "&Where from?"),
     QT_TRANSLATE_NOOP("Actions", "Source, arithmetic and findings of the current number"), "Ctrl+I"},
    {&Actions::find, "find", QT_TRANSLATE_NOOP("Actions", "&Find"),
     QT_TRANSLATE_NOOP("Actions", "Search all text of the library"), "Ctrl+F"},
    {&Actions::groupByOutcome, "groupByOutcome", QT_TRANSLATE_NOOP("Actions", "Group by &outcome"),
     QT_TRANSLATE_NOOP("Actions", "Cohorts side by side under each outcome"), "", true},
    {&Actions::groupByCohort, "groupByCohort", QT_TRANSLATE_NOOP("Actions", "Group by &cohort"),
     QT_TRANSLATE_NOOP("Actions", "Outcomes side by side under each cohort"), "", true},
    {&Actions::wilson, "wilson", QT_TRANSLATE_NOOP("Actions", "&Wilson score interval"),
     QT_TRANSLATE_NOOP("Actions", "Close to the stated level on average, also near 0 and 100 %"),
     "", true},
    {&Actions::clopperPearson, "clopperPearson",
     QT_TRANSLATE_NOOP("Actions", "Clopper–&Pearson (exact) interval"),
     QT_TRANSLATE_NOOP("Actions", "Never below the stated level; what oncology trials often print"),
     "", true},
    {&Actions::level90, "level90", QT_TRANSLATE_NOOP("Actions", "90 % level"),
     QT_TRANSLATE_NOOP("Actions", "Intervals at the 90 % level"), "", true},
    {&Actions::level95, "level95", QT_TRANSLATE_NOOP("Actions", "95 % level"),
     QT_TRANSLATE_NOOP("Actions", "Intervals at the 95 % level"), "", true},
    {&Actions::level99, "level99", QT_TRANSLATE_NOOP("Actions", "99 % level"),
     QT_TRANSLATE_NOOP("Actions", "Intervals at the 99 % level"), "", true},
    {&Actions::showInferred, "showInferred", QT_TRANSLATE_NOOP("Actions", "Show &inferred counts"),
     QT_TRANSLATE_NOOP("Actions", "Draw plausible but unproven counts, hollow and marked"), "",
     true},
    {&Actions::withComparators, "withComparators",
     QT_TRANSLATE_NOOP("Actions", "&With comparators"),
     QT_TRANSLATE_NOOP("Actions", "Also list controls and references of the studies shown"), "",
     true},
    {&Actions::resolutionPanel, "resolutionPanel",
     QT_TRANSLATE_NOOP("Actions", "Toxicity &resolution panel"),
     QT_TRANSLATE_NOOP("Actions", "Add a panel of toxicity resolution after anakinra"), "", true},
    {&Actions::systemColours, "systemColours",
     QT_TRANSLATE_NOOP("Actions", "Colours of the &system"),
     QT_TRANSLATE_NOOP("Actions", "Follow the desktop"), "", true},
    {&Actions::lightColours, "lightColours", QT_TRANSLATE_NOOP("Actions", "&Light colours"),
     QT_TRANSLATE_NOOP("Actions", "Dark text on light ground; exports always use it"), "", true},
    {&Actions::darkColours, "darkColours", QT_TRANSLATE_NOOP("Actions", "&Dark colours"),
     QT_TRANSLATE_NOOP("Actions", "Light text on dark ground; exports stay light"), "", true},
    {&Actions::shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
     QT_TRANSLATE_NOOP("Actions", "Everything that a key does"), "F1"},
    {&Actions::about, "about", QT_TRANSLATE_NOOP("Actions", "&About"),
     QT_TRANSLATE_NOOP("Actions", "What this program is and is not"), ""},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

void makeExclusive(QObject *parent, std::initializer_list<QAction *> actions)
{
    auto *group = new QActionGroup(parent);
    for (QAction *action : actions)
        group->addAction(action);
}

QMenu *addMenu(QMenuBar *bar, const char *name, const QString &title,
               std::initializer_list<QAction *> actions)
{
    QMenu *menu = bar->addMenu(title);
    menu->setObjectName(QString::fromLatin1(name));
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    return menu;
}

} // namespace

Actions::Actions(QMainWindow *window)
{
    for (const Spec &spec : specs) {
        auto *action = new QAction(translated(spec.text), window);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setStatusTip(translated(spec.tip));
        action->setCheckable(spec.checkable);
        QString tip = translated(spec.tip);
        if (*spec.shortcut) {
            action->setShortcut(QKeySequence(QString::fromLatin1(spec.shortcut)));
            tip += u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')';
        }
        action->setToolTip(tip);
        this->*spec.action = action;
    }
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    makeExclusive(window, {groupByOutcome, groupByCohort});
    makeExclusive(window, {wilson, clopperPearson});
    makeExclusive(window, {level90, level95, level99});
    makeExclusive(window, {systemColours, lightColours, darkColours});
    fillMenuBar(window);
}

void Actions::fillMenuBar(QMainWindow *window)
{
    QMenuBar *bar = window->menuBar();
    QMenu *file = addMenu(bar, "fileMenu", translated(QT_TRANSLATE_NOOP("Actions", "&File")),
                          {open});
    recentMenu = file->addMenu(translated(QT_TRANSLATE_NOOP("Actions", "Open &recent")));
    recentMenu->setObjectName(u"recentMenu"_s);
    recentMenu->menuAction()->setObjectName(u"recentMenuAction"_s);
    for (QAction *action : {openShipped, showProblems, static_cast<QAction *>(nullptr), openView,
                            keepView, static_cast<QAction *>(nullptr), exportFigure, saveBundle, composeFigure,
                            exportViews, exportTable, static_cast<QAction *>(nullptr), printSheet,
                            previewSheet, saveSheet, static_cast<QAction *>(nullptr), quit}) {
        if (action)
            file->addAction(action);
        else
            file->addSeparator();
    }
    addMenu(bar, "editMenu", translated(QT_TRANSLATE_NOOP("Actions", "&Edit")),
            {undo, redo, clearFilter, lastFilter, excludeCohort, compare, whereFrom, nullptr, copyFigure, copyFigureTable, copyTable,
             nullptr, find});
    viewMenu = addMenu(bar, "viewMenu", translated(QT_TRANSLATE_NOOP("Actions", "&View")),
                       {groupByOutcome, groupByCohort, nullptr, wilson, clopperPearson, nullptr,
                        level90, level95, level99, nullptr, showInferred, withComparators,
                        resolutionPanel, nullptr});
    columnsMenu = viewMenu->addMenu(translated(QT_TRANSLATE_NOOP("Actions", "Table col&umns")));
    columnsMenu->setObjectName(u"columnsMenu"_s);
    QMenu *colours = viewMenu->addMenu(translated(QT_TRANSLATE_NOOP("Actions", "Colo&urs")));
    colours->setObjectName(u"coloursMenu"_s);
    colours->addActions({systemColours, lightColours, darkColours});
    viewMenu->addSeparator();
    addMenu(bar, "helpMenu", translated(QT_TRANSLATE_NOOP("Actions", "&Help")),
            {shortcuts, about});
}

void Actions::fillToolBar(QToolBar *bar) const
{
    bar->addAction(open);
    bar->addSeparator();
    bar->addActions({undo, redo, lastFilter});
    bar->addSeparator();
    bar->addActions({compare, whereFrom});
    bar->addSeparator();
    bar->addActions({exportFigure, copyFigure, exportTable});
    bar->addSeparator();
    bar->addAction(printSheet);
}

QString Actions::shortcutsHtml(const QMainWindow *window)
{
    QString html = u"<table cellspacing='4'>"_s;
    for (const QAction *action : window->findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        if (action->shortcut().isEmpty())
            continue;
        QString text = action->text();
        html += u"<tr><td><b>"_s
            + action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped()
            + u"</b></td><td>"_s + text.remove(u'&').toHtmlEscaped() + u"</td></tr>"_s;
    }
    const std::pair<QString, QString> others[]{
        {translated(QT_TRANSLATE_NOOP("Actions", "Ctrl+C in the table")),
         translated(QT_TRANSLATE_NOOP("Actions", "Copy the selected rows with headers"))},
        {translated(QT_TRANSLATE_NOOP("Actions", "Space in the filter")),
         translated(QT_TRANSLATE_NOOP("Actions", "Tick or untick the current value"))},
        {translated(QT_TRANSLATE_NOOP("Actions", "Left, Right in the filter")),
         translated(QT_TRANSLATE_NOOP("Actions", "Close, open a facet"))},
        {translated(QT_TRANSLATE_NOOP("Actions", "Tab")),
         translated(QT_TRANSLATE_NOOP("Actions", "Next part of the window"))},
    };
    for (const auto &[keys, what] : others) {
        html += u"<tr><td><b>"_s + keys.toHtmlEscaped() + u"</b></td><td>"_s
            + what.toHtmlEscaped() + u"</td></tr>"_s;
    }
    return html + u"</table>"_s;
}

} // namespace anakinra
