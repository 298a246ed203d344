// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/Dialogs.h"
#include "models/kept/ViewFolder.h"
#include "models/kept/ViewReader.h"
#include "views/export/FigureRecipe.h"

#include <QObject>

namespace anakinra {

class CohortTableView;
class LibrarySession;
class PageStack;

/// The views of a window: what it shows now as a view, the ones that are kept, and the way back to
/// any of them. Asks and tells the user through the dialogs.
class KeptViews : public QObject
{
    Q_OBJECT

public:
    /// What of the window a view is made of.
    struct Window
    {
        LibrarySession &session;
        PageStack &figures;
        CohortTableView &table;
    };

    /// `folder`: where the user's views are kept.
    KeptViews(Window window, const Dialogs &dialogs, const QString &folder, QWidget *parent);

    [[nodiscard]] SavedView current(const QString &name = {}) const;
    /// Filter in one step of undo, chart, options, order of the table. Says what has changed since
    /// the view was kept.
    void restore(const SavedView &view);
    /// A view's file or a picture that carries one; says why where there is none.
    void restoreFrom(const QString &path);
    /// The same figure, which carries the view when it leaves the program.
    [[nodiscard]] ExportableFigure withView(const ExportableFigure &figure) const;

    /// Code and title of every chart that can stand on a page with others.
    [[nodiscard]] std::vector<std::pair<QString, QString>> charts() const;
    /// The figures of these charts as they are set in the window, titled and without footers; the
    /// rates, which sheets make themselves, and what cannot be drawn are left out.
    [[nodiscard]] std::vector<FigureRecipe> figures(const QStringList &codes) const;

    /// Asks which charts go on one page and exports it.
    void askAndCompose();

    /// Read afresh, as other windows and people may have changed the folder.
    [[nodiscard]] ViewFolder::Listing kept() const { return m_folder.read(); }

    void askAndRestore();
    void askAndKeep();
    void askAndRename(const ViewFolder::Entry &entry);
    void askAndRemove(const ViewFolder::Entry &entry);
    void askAndExport(const SavedView &view);
    /// All views, ready-made and kept, as figures into a folder; with progress and cancel.
    void askAndExportAll();

Q_SIGNALS:
    void changed(); ///< the kept views
    void said(const QString &text); ///< what was done, for the status bar

private:
    /// Chart and options of a view; says where the chart is not known.
    void restoreChart(const SavedView &view, QStringList &details);
    void sayChanges(const SavedView &view, QStringList details);
    void failed(const QString &title, const Problem &problem) const;
    [[nodiscard]] std::optional<ViewFolder::Entry> entryNamed(const QString &name) const;

    Window m_window;
    const Dialogs &m_dialogs;
    ViewFolder m_folder;
    QWidget *m_parent;
};

} // namespace anakinra
