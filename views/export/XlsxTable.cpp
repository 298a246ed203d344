// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/XlsxTable.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr double narrowColumn = 9.0; // in characters of the default font
constexpr double wideColumn = 28.0;
constexpr double factColumn = 110.0;

struct Formats
{
    lxw_format *header = nullptr;
    lxw_format *percent = nullptr; ///< one decimal is shown, the cell keeps all
    lxw_format *wrapped = nullptr;
    lxw_format *bold = nullptr;
};

lxw_row_t rowOf(std::size_t row)
{
    return static_cast<lxw_row_t>(row);
}

lxw_col_t columnOf(std::size_t column)
{
    return static_cast<lxw_col_t>(column);
}

/// A text longer than Excel holds is an error, not a cut text.
lxw_error writeText(lxw_worksheet *sheet, std::size_t row, std::size_t column, const QString &text,
                    lxw_format *format)
{
    return worksheet_write_string(sheet, rowOf(row), columnOf(column), text.toUtf8().constData(),
                                  format);
}

bool isPercent(const TableColumn &column)
{
    return column.key.endsWith(u".percent") || column.key.endsWith(u".ci.low") ||
           column.key.endsWith(u".ci.high");
}

double widthOf(const CohortTable &table, std::size_t column)
{
    qsizetype longest = 0;
    for (const auto &row : table.rows) {
        if (const auto *text = std::get_if<QString>(&row[column]))
            longest = std::max(longest, text->size());
    }
    return std::clamp(static_cast<double>(longest) + 1.0, narrowColumn, wideColumn);
}

lxw_error writeCohorts(lxw_worksheet *sheet, const CohortTable &table, const Formats &formats)
{
    lxw_error error = LXW_NO_ERROR;
    const auto check = [&error](lxw_error outcome) {
        if (error == LXW_NO_ERROR)
            error = outcome;
    };
    const std::size_t columns = table.columns.size();
    for (std::size_t c = 0; c < columns; ++c) {
        const TableColumn &column = table.columns[c];
        check(worksheet_set_column(sheet, columnOf(c), columnOf(c), widthOf(table, c),
                                   isPercent(column) ? formats.percent : nullptr));
        check(writeText(sheet, 0, c, column.title, formats.header));
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const TableCell &cell = table.rows[r][c];
            if (const auto *number = std::get_if<double>(&cell))
                check(worksheet_write_number(sheet, rowOf(r + 1), columnOf(c), *number,
                                             isPercent(table.columns[c]) ? formats.percent
                                                                         : nullptr));
            else if (const auto *text = std::get_if<QString>(&cell))
                check(writeText(sheet, r + 1, c, *text, nullptr));
        }
    }
    check(worksheet_set_row(sheet, 0, 45.0, nullptr));
    worksheet_freeze_panes(sheet, 1, 0);
    if (columns > 0)
        check(worksheet_autofilter(sheet, 0, 0, rowOf(table.rows.size()), columnOf(columns - 1)));
    worksheet_set_landscape(sheet);
    check(worksheet_repeat_rows(sheet, 0, 0));
    return error;
}

lxw_error writeAbout(lxw_worksheet *sheet, const CohortTable &table, const Formats &formats)
{
    lxw_error error = LXW_NO_ERROR;
    std::size_t row = 0;
    const auto line = [&](const QString &name, const QString &text, lxw_format *nameFormat) {
        for (const auto outcome : {writeText(sheet, row, 0, name, nameFormat),
                                   writeText(sheet, row, 1, text, formats.wrapped)}) {
            if (error == LXW_NO_ERROR)
                error = outcome;
        }
        ++row;
    };
    worksheet_set_column(sheet, 0, 0, wideColumn, nullptr);
    worksheet_set_column(sheet, 1, 1, factColumn, nullptr);
    for (const auto &[name, fact] : table.facts)
        line(name, fact, formats.bold);
    ++row;
    line(u"Column"_s, u"Meaning"_s, formats.bold);
    for (const TableColumn &column : table.columns)
        line(column.title, column.meaning, nullptr);
    return error;
}

Problem problemOf(lxw_error error)
{
    return {
        {}, {}, {}, u"The workbook could not be made: "_s + QString::fromUtf8(lxw_strerror(error))};
}

} // namespace

Result<QByteArray> xlsxWorkbook(const CohortTable &table)
{
    const QTemporaryDir directory;
    if (!directory.isValid())
        return Problem{{}, {}, {}, u"No temporary folder: "_s + directory.errorString()};
    const QString path = directory.filePath(u"table.xlsx"_s);
    const QByteArray folder = QFile::encodeName(directory.path());
    QByteArray folderForOptions = folder;
    lxw_workbook_options options{};
    options.tmpdir = folderForOptions.data();
    lxw_workbook *workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!workbook)
        return problemOf(LXW_ERROR_MEMORY_MALLOC_FAILED);
    Formats formats;
    formats.header = workbook_add_format(workbook);
    format_set_bold(formats.header);
    format_set_text_wrap(formats.header);
    format_set_align(formats.header, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(formats.header, LXW_BORDER_THIN);
    formats.percent = workbook_add_format(workbook);
    format_set_num_format(formats.percent, "0.0");
    formats.wrapped = workbook_add_format(workbook);
    format_set_text_wrap(formats.wrapped);
    formats.bold = workbook_add_format(workbook);
    format_set_bold(formats.bold);
    lxw_error error = writeCohorts(workbook_add_worksheet(workbook, "Cohorts"), table, formats);
    const lxw_error about = writeAbout(workbook_add_worksheet(workbook, "About"), table, formats);
    const lxw_error closed = workbook_close(workbook); // frees it, whatever happened
    for (const lxw_error next : {about, closed}) {
        if (error == LXW_NO_ERROR)
            error = next;
    }
    if (error != LXW_NO_ERROR)
        return problemOf(error);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Problem{path, {}, {}, u"cannot be read back: "_s + file.errorString()};
    return file.readAll();
}

} // namespace anakinra
