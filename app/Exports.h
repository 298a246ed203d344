// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/Dialogs.h"
#include "models/output/CohortTable.h"
#include "views/charts/RateFigure.h"

class QStatusBar;

namespace anakinra {

class LibrarySession;

/// Takes what a session shows out of the window: figure, table and sheet, to files, clipboard and
/// printer. Says what was written, or what went wrong and where; nothing is half written.
class Exports
{
public:
    Exports(LibrarySession &session, const Dialogs &dialogs, QWidget *window, QStatusBar *status);

    /// The figure with its footer, as it leaves the program.
    [[nodiscard]] RateFigure figure(RateGrouping grouping) const;

    void exportFigure(RateGrouping grouping) const;
    void copyFigure(RateGrouping grouping) const;
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
};

} // namespace anakinra
