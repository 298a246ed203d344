// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Exports.h"

#include "app/DrawLimit.h"
#include "app/LibrarySession.h"
#include "models/output/SaveFile.h"
#include "views/export/FigureExporter.h"
#include "views/report/SheetPrinter.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QProgressDialog>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int blinkMs = 300; ///< what takes longer shows its progress

QString tr(const char *text)
{
    return QCoreApplication::translate("Exports", text);
}

/// With a suffix that the program knows how to write; the first one where there is none.
QString withSuffix(const QString &path, const QString &suffix)
{
    return QFileInfo(path).suffix().isEmpty() ? path + u'.' + suffix : path;
}

} // namespace

Exports::Exports(LibrarySession &session, const Dialogs &dialogs, QWidget *window,
                 QStatusBar *status) :
    m_session(session), m_dialogs(dialogs), m_window(window), m_status(status)
{
}

void Exports::exportFigure(const ExportableFigure &figure) const
{
    m_dialogs.exportFigure(m_window, figure);
}

void Exports::copyFigureTable(const FigureTable &table) const
{
    QGuiApplication::clipboard()->setText(table.toText());
    said(tr("Numbers of the figure copied: %1 rows").arg(table.rows.size()));
}

void Exports::copyFigure(const ExportableFigure &figure) const
{
    const auto data = figureMimeData(figure.recipe(figure.choices), ExportSpec());
    if (!data) {
        failed(tr("Copy figure"), data.problem());
        return;
    }
    auto *copy = new QMimeData; // the clipboard takes it over
    for (const QString &format : (*data)->formats())
        copy->setData(format, (*data)->data(format));
    if ((*data)->hasImage())
        copy->setImageData((*data)->imageData());
    QGuiApplication::clipboard()->setMimeData(copy);
    said(tr("Figure copied, 170 mm wide, 300 dpi"));
}

void Exports::exportTable(const std::vector<int> &cohorts, const std::vector<int> &columns)
{
    const auto make = [library = m_session.sharedLibrary(), result = m_session.result(), cohorts, columns,
                       options = m_session.options(), context = m_session.context()] {
        return makeCohortTable(*library, result, cohorts, columns, options, context);
    };
    exportFile(offeredTable(tr("Export table"), u"cohorts"_s, tr("%1 rows").arg(cohorts.size()), make));
}

void Exports::exportFile(const OfferedFile &file)
{
    QStringList filters;
    QStringList suffixes;
    for (const OfferedFormat &format : file.formats) {
        filters << u"%1 (*.%2)"_s.arg(format.name, format.suffix);
        suffixes << u'.' + format.suffix;
    }
    const QString &usual = file.formats.front().suffix;
    const QString chosen = m_dialogs.saveFile(m_window, file.title, file.fileName + u'.' + usual,
                                              filters.join(u";;"_s));
    if (chosen.isEmpty())
        return;
    const QString path = withSuffix(chosen, usual);
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto format = std::ranges::find(file.formats, suffix, &OfferedFormat::suffix);
    if (format == file.formats.end()) {
        failed(file.title, {path, {}, {},
                            tr("this is written as %1, not as .%2").arg(suffixes.join(tr(" or ")), suffix)});
        return;
    }
    const auto bytes = format->aside ? makeAside(file.title, format->bytes) : format->bytes();
    if (!bytes)
        return;
    const Outcome outcome = *bytes ? saveFile(path, **bytes)
                                   : Outcome(Problem{path, {}, {}, bytes->problem().message});
    if (outcome)
        said(tr("%1 written to %2").arg(file.written, QDir::toNativeSeparators(path)));
    else
        failed(file.title, outcome.problem());
}

std::optional<Result<QByteArray>>
Exports::makeAside(const QString &title, const std::function<Result<QByteArray>()> &bytes)
{
    if (m_making.isRunning())
        return std::nullopt; // asked for once more while the dialog was not there yet
    std::optional<Result<QByteArray>> made;
    QEventLoop loop;
    QObject::connect(&m_making, &AsideJob::runningChanged, &loop, [&loop](bool running) {
        if (!running)
            loop.quit();
    });
    QProgressDialog progress(title, tr("Cancel"), 0, 0, m_window);
    progress.setObjectName(u"exportProgress"_s);
    progress.setAccessibleName(tr("The file is being made"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setAutoReset(false);
    QTimer::singleShot(blinkMs, &progress, &QWidget::show);
    QObject::connect(&progress, &QProgressDialog::canceled, &m_making, &AsideJob::cancel);
    m_making.start([&made, bytes](const std::stop_token &, const AsideJob::Progress &) {
        auto result = std::make_shared<Result<QByteArray>>(bytes());
        // Not called once it is cancelled.
        return AsideJob::Then([&made, result] { made.emplace(std::move(*result)); });
    });
    loop.exec();
    m_making.cancel(); // the loop also ends with the program, and `made` with the loop
    return made;
}

bool Exports::sheetIsPossible(const QString &title) const
{
    const std::size_t count = m_session.result().cohorts.size();
    if (count <= mostCohortsOnSheet)
        return true;
    failed(title, {{}, {}, {}, tooManyCohorts(count, mostCohortsOnSheet)});
    return false;
}

SheetDocument Exports::sheet(const SheetChoices &choices) const
{
    SummarySheet sheet =
        makeSummarySheet(m_session.library(), m_session.criteria(), m_session.result(),
                         m_session.options(), QDate::currentDate(), choices);
    SheetParts parts = m_parts ? m_parts(choices) : SheetParts();
    sheet.view = parts.view;
    return {std::move(sheet), std::move(parts.figures)};
}

void Exports::printSheet(const SheetChoices &choices) const
{
    const auto end = m_dialogs.printSheet(m_window, sheet(choices));
    if (!end)
        failed(tr("Print sheet"), end.problem());
    else if (*end == PrintEnd::Printed)
        said(tr("Sheet sent to the printer"));
    else if (*end == PrintEnd::SavedAsPdf)
        said(tr("Sheet saved as PDF"));
}

void Exports::previewSheet(const SheetChoices &choices) const
{
    m_dialogs.previewSheet(m_window, sheet(choices));
}

void Exports::saveSheet(const SheetChoices &choices) const
{
    const QString chosen = m_dialogs.saveFile(m_window, tr("Save sheet as PDF"),
                                              u"anakinra-evidence.pdf"_s, tr("PDF (*.pdf)"));
    if (chosen.isEmpty())
        return;
    const QString path = withSuffix(chosen, u"pdf"_s);
    const Outcome outcome = saveSheetPdf(sheet(choices), path, localSheetPage());
    if (outcome)
        said(tr("Sheet saved as %1").arg(QDir::toNativeSeparators(path)));
    else
        failed(tr("Save sheet as PDF"), outcome.problem());
}

void Exports::said(const QString &text) const
{
    m_status->showMessage(text, 8000);
}

void Exports::failed(const QString &title, const Problem &problem) const
{
    m_dialogs.warn(m_window, title, problem.toString(), {});
}

} // namespace anakinra
