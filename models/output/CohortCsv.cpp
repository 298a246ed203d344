// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CohortCsv.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString quoted(QString text)
{
    const auto special = [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r' || c == u'#';
    };
    if (std::none_of(text.cbegin(), text.cend(), special) && text == text.trimmed())
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString textField(const QString &text)
{
    static constexpr QStringView formulaStarts = u"=+-@\t\r\n";
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        return quoted(u'\'' + text);
    return quoted(text);
}

QString field(const TableCell &cell)
{
    if (const auto *number = std::get_if<double>(&cell))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const auto *text = std::get_if<QString>(&cell))
        return textField(*text);
    return {};
}

QString comment(const QString &text)
{
    return u"# "_s + text.simplified() + u"\r\n"_s;
}

/// One line for all columns of the same meaning, in the order of the first of them.
QString meanings(const CohortTable &table)
{
    std::vector<std::pair<QString, QStringList>> grouped;
    for (const TableColumn &column : table.columns) {
        auto it = std::ranges::find(grouped, column.meaning, [](const auto &g) { return g.first; });
        if (it == grouped.end())
            it = grouped.insert(it, {column.meaning, {}});
        it->second.append(column.key);
    }
    QString text;
    for (const auto &[meaning, keys] : grouped) {
        if (meaning.isEmpty())
            continue;
        text += comment((keys.size() == 1 ? u"Column "_s : u"Columns "_s) + keys.join(u", "_s) +
                        u": "_s + meaning);
    }
    return text;
}

} // namespace

QByteArray cohortCsv(const CohortTable &table, ByteOrderMark mark)
{
    QString text;
    for (const auto &[name, fact] : table.facts)
        text += comment(name + u": "_s + fact);
    text += meanings(table);
    QStringList fields;
    for (const TableColumn &column : table.columns)
        fields.append(quoted(column.key));
    text += fields.join(u',') + u"\r\n"_s;
    for (const auto &row : table.rows) {
        fields.clear();
        for (const TableCell &cell : row)
            fields.append(field(cell));
        text += fields.join(u',') + u"\r\n"_s;
    }
    return (mark == ByteOrderMark::With ? QByteArray("\xEF\xBB\xBF") : QByteArray()) +
           text.toUtf8();
}

} // namespace anakinra
