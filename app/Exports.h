// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/Dialogs.h"
#include "models/output/CohortTable.h"
#include "models/figures/FigureTable.h"
#include "views/export/FigureRecipe.h"

class QStatusBar;

namespace anakinra {

class LibrarySession;

/// Takes what a session shows out of the window: figure, table and sheet, to files, clipboard and
/// printer. Says what was written, or what went wrong and where; nothing is half written.
class Exports
{
public:
    Exports(LibrarySession &session, const Dialogs &dialogs, QWidget *window, QStatusBar *status);

    /// What leads back to what is shown, for the metadata of sheets.
    void setView(std::function<QByteArray()> view) { m_view = std::move(view); }
    void exportFigure(const ExportableFigure &figure) const;
    void copyFigure(const ExportableFigure &figure) const;
    /// The numbers of a figure to the clipboard.
    void copyFigureTable(const FigureTable &table) const;
    /// `cohorts` in shown order, `columns` (positions in cohortColumns()) as shown.
    void exportTable(const std::vector<int> &cohorts, const std::vector<int> &columns) const;
    void printSheet() const;
    void previewSheet() const;
    void saveSheet() const;

private:
    [[nodiscard]] SummarySheet sheet() const;
    void said(const QString &text) const;
    void failed(const QString &title, const Problem &problem) const;

    LibrarySession &m_session;
    const Dialogs &m_dialogs;
    QWidget *m_window;
    QStatusBar *m_status;
    std::function<QByteArray()> m_view;
};

} // namespace anakinra
