// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CohortCsv.h"

#include <QLocale>

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

} // namespace

QByteArray cohortCsv(const CohortTable &table, ByteOrderMark mark)
{
    QString text;
    for (const auto &[name, fact] : table.facts)
        text += comment(name + u": "_s + fact);
    for (const TableColumn &column : table.columns)
        text += comment(u"Column "_s + column.key + u": "_s + column.meaning);
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
    return (mark == ByteOrderMark::With ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + text.toUtf8();
}

} // namespace anakinra
