// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetPrinter.h"

#include "models/output/SaveFile.h"
#include "views/charts/FigureStyle.h"
#include "views/export/XmpPacket.h"
#include "views/report/SheetRenderer.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPrinterInfo>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 1200;

QPageLayout layoutOf(SheetPage page)
{
    const QPageSize size(page == SheetPage::A4 ? QPageSize::A4 : QPageSize::Letter);
    return QPageLayout(size, QPageLayout::Portrait, QMarginsF(0, 0, 0, 0));
}

QStringList installedPrinters()
{
    return QPrinterInfo::availablePrinterNames();
}

bool askForPrinter(QWidget *parent, QPrinter &printer)
{
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(QCoreApplication::translate("SheetPrinter", "Print summary sheet"));
    return dialog.exec() == QDialog::Accepted;
}

QString askForPdf(QWidget *parent, const QString &message)
{
    QMessageBox box(QMessageBox::Information,
                    QCoreApplication::translate("SheetPrinter", "Print summary sheet"), message,
                    QMessageBox::Save | QMessageBox::Cancel, parent);
    box.button(QMessageBox::Save)
        ->setText(QCoreApplication::translate("SheetPrinter", "Save as PDF…"));
    if (box.exec() != QMessageBox::Save)
        return {};
    QFileDialog dialog(parent,
                       QCoreApplication::translate("SheetPrinter", "Save summary sheet as PDF"),
                       QDir::homePath(),
                       QCoreApplication::translate("SheetPrinter", "PDF files (*.pdf)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"pdf"_s); // added before the dialog asks about overwriting
    dialog.selectFile(u"anakinra-summary.pdf"_s);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return dialog.selectedFiles().value(0);
}

void showPreview(QWidget *parent, QPrinter &printer, const SheetDocument &document)
{
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(QCoreApplication::translate("SheetPrinter", "Preview of the summary sheet"));
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&document](QPrinter *target) { renderSheet(document, target); });
    dialog.exec();
}

void prepare(QPrinter &printer, const SheetDocument &document, SheetPage page)
{
    printer.setDocName(document.sheet.question);
    printer.setCreator(softwareName());
    printer.setPageLayout(layoutOf(page));
    printer.setFullPage(true);
}

} // namespace

Outcome saveSheetPdf(const SheetDocument &document, const QString &path, SheetPage page)
{
    if (figureFontFamily().isEmpty())
        return Problem{path, {}, {}, u"no font is available to print with"_s};
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return Problem{path, {}, {}, buffer.errorString()};
    int pages = 0;
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageLayout(layoutOf(page));
        writer.setTitle(document.sheet.question);
        writer.setCreator(softwareName());
        writer.setDocumentXmpMetadata(
            xmpPacket({document.sheet.question, document.sheet.footerLines().join(u"; "_s),
                       document.sheet.context.libraryLine, document.sheet.view}));
        pages = renderSheet(document, &writer);
    }
    if (pages == 0)
        return Problem{path, {}, {}, u"the sheet could not be drawn"_s};
    return saveFile(path, buffer.data());
}

SheetDialogs SheetDialogs::desktop()
{
    return {installedPrinters, askForPrinter, askForPdf, showPreview};
}

Result<PrintEnd> printSheet(const SheetDocument &document, QWidget *parent, SheetPage page,
                            const SheetDialogs &dialogs)
{
    if (dialogs.printers().isEmpty()) {
        const QString path = dialogs.choosePdf(
            parent, QCoreApplication::translate("SheetPrinter",
                                                "No printer is installed on this computer. The sheet "
                                                "can be saved as a PDF file and printed elsewhere."));
        if (path.isEmpty())
            return PrintEnd::Cancelled;
        const Outcome saved = saveSheetPdf(document, path, page);
        if (!saved)
            return saved.problem();
        return PrintEnd::SavedAsPdf;
    }
    QPrinter printer(QPrinter::HighResolution);
    prepare(printer, document, page);
    if (!dialogs.choosePrinter(parent, printer))
        return PrintEnd::Cancelled;
    if (renderSheet(document, &printer) == 0)
        return Problem{printer.printerName(), {}, {}, u"the printer did not accept the sheet"_s};
    return PrintEnd::Printed;
}

void previewSheet(const SheetDocument &document, QWidget *parent, SheetPage page,
                  const SheetDialogs &dialogs)
{
    QPrinter printer(QPrinter::HighResolution);
    prepare(printer, document, page);
    dialogs.preview(parent, printer, document);
}

} // namespace anakinra
