// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ComposeDialog.h"
#include "views/export/FigureRecipe.h"
#include "views/report/SheetPrinter.h"

#include <QString>

#include <functional>

class QWidget;

namespace anakinra {

/// Everything at which the window would wait for a person. Tests put their own answers here.
struct Dialogs
{
    /// Chosen path, or "" when cancelled.
    std::function<QString(QWidget *, const QString &title, const QString &filters)> openFile;
    /// `suggested` may carry a file name; `filters` as QFileDialog takes them.
    std::function<QString(QWidget *, const QString &title, const QString &suggested,
                          const QString &filters)>
        saveFile;
    std::function<QString(QWidget *, const QString &title)> chooseFolder; ///< "" when cancelled
    /// One line of text, "" when cancelled.
    std::function<QString(QWidget *, const QString &title, const QString &label,
                          const QString &suggested)>
        askText;
    /// Whether to do what `button` says.
    std::function<bool(QWidget *, const QString &title, const QString &text, const QString &button)>
        confirm;
    /// A fault, with the list of its parts in `details` ("" = none).
    std::function<void(QWidget *, const QString &title, const QString &text, const QString &details)>
        warn;
    std::function<void(QWidget *, const QString &title, const QString &html)> inform;
    /// Which charts go on one page; nullopt when cancelled.
    std::function<std::optional<PanelChoice>(QWidget *, const std::vector<std::pair<QString, QString>> &charts,
                                             const QStringList &ticked)>
        choosePanels;
    /// A long text to read, copy and paste.
    std::function<void(QWidget *, const QString &title, const QString &text)> showText;
    /// The whole export of a figure: size, format, preview, writing and saying what failed.
    std::function<void(QWidget *, const ExportableFigure &)> exportFigure;
    /// What goes on the sheet; nullopt when cancelled.
    std::function<std::optional<SheetChoices>(QWidget *, const std::vector<std::pair<QString, QString>> &charts,
                                              const SheetChoices &now)>
        chooseSheet;
    std::function<Result<PrintEnd>(QWidget *, const SheetDocument &)> printSheet;
    std::function<void(QWidget *, const SheetDocument &)> previewSheet;

    /// The dialogs a person sees.
    [[nodiscard]] static Dialogs native();
};

/// The paper of the locale: Letter where inches are used, A4 elsewhere.
[[nodiscard]] SheetPage localSheetPage();

} // namespace anakinra
