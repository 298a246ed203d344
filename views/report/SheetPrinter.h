// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "views/report/SheetDocument.h"

#include <QString>
#include <QStringList>

#include <functional>

class QPrinter;
class QWidget;

namespace anakinra {

enum class SheetPage { A4, Letter };

template<>
struct CodeList<SheetPage>
{
    static constexpr std::array<CodeEntry<SheetPage>, 2> entries{{
        {SheetPage::A4, u"A4", u"A4"},
        {SheetPage::Letter, u"Letter", u"Letter"},
    }};
};

/// Writes the sheet as a PDF with title, author and subject. Whatever fails, no half-written file
/// is left behind and an older file of that name stays as it was.
Outcome saveSheetPdf(const SheetDocument &document, const QString &path, SheetPage page);

/// What printing asks the desktop and the user. Tests put their own answers in.
struct SheetDialogs
{
    std::function<QStringList()> printers;                ///< names of the installed printers
    std::function<bool(QWidget *, QPrinter &)> choosePrinter; ///< false: cancelled
    /// The message why PDF is offered; answers a path, "" = cancelled.
    std::function<QString(QWidget *, const QString &message)> choosePdf;
    std::function<void(QWidget *, QPrinter &, const SheetDocument &)> preview;

    /// The real dialogs.
    [[nodiscard]] static SheetDialogs desktop();
};

enum class PrintEnd { Printed, SavedAsPdf, Cancelled };

/// Prints the sheet after the print dialog. Without any printer it says so and offers a PDF.
[[nodiscard]] Result<PrintEnd> printSheet(const SheetDocument &document, QWidget *parent, SheetPage page,
                                          const SheetDialogs &dialogs = SheetDialogs::desktop());

/// Shows the pages as they would be printed; works without any printer.
void previewSheet(const SheetDocument &document, QWidget *parent, SheetPage page,
                  const SheetDialogs &dialogs = SheetDialogs::desktop());

} // namespace anakinra
