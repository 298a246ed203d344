// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/Dialogs.h"
#include "app/pages/AsideJob.h"
#include "app/pages/Offers.h"
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

    /// What goes on sheets besides what the session holds.
    struct SheetParts
    {
        QByteArray view; ///< leads back to what is shown
        std::vector<FigureRecipe> figures;
    };
    using SheetPartsMaker = std::function<SheetParts(const SheetChoices &)>;
    void setSheetParts(SheetPartsMaker parts) { m_parts = std::move(parts); }
    void exportFigure(const ExportableFigure &figure) const;
    void copyFigure(const ExportableFigure &figure) const;
    /// The numbers of a figure to the clipboard.
    void copyFigureTable(const FigureTable &table) const;
    /// `cohorts` in shown order, `columns` (positions in cohortColumns()) as shown.
    void exportTable(const std::vector<int> &cohorts, const std::vector<int> &columns);
    /// Asks where, and makes the file aside where the format allows it.
    void exportFile(const OfferedFile &file);
    /// Says so where a sheet of what is shown would keep the window waiting.
    [[nodiscard]] bool sheetIsPossible(const QString &title) const;
    void printSheet(const SheetChoices &choices) const;
    void previewSheet(const SheetChoices &choices) const;
    void saveSheet(const SheetChoices &choices) const;

private:
    /// With progress where it takes a while; nullopt: cancelled.
    [[nodiscard]] std::optional<Result<QByteArray>>
    makeAside(const QString &title, const std::function<Result<QByteArray>()> &bytes);
    [[nodiscard]] SheetDocument sheet(const SheetChoices &choices) const;
    void said(const QString &text) const;
    void failed(const QString &title, const Problem &problem) const;

    LibrarySession &m_session;
    const Dialogs &m_dialogs;
    QWidget *m_window;
    QStatusBar *m_status;
    SheetPartsMaker m_parts;
    AsideJob m_making; ///< a file that is being made
};

} // namespace anakinra
