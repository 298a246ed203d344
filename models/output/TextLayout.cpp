// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/TextLayout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

QString wrapped(const QString &text, qsizetype width, qsizetype indent, qsizetype hanging)
{
    QString result;
    QString line(indent, u' ');
    qsizetype empty = indent;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool first = line.size() == empty;
        if (!first && line.size() + 1 + word.size() > width) {
            result += line + u'\n';
            empty = indent + hanging;
            line = QString(empty, u' ') + word;
        } else {
            line += first ? word : u' ' + word;
        }
    }
    return result + line + u'\n';
}

QString alignedTable(const std::vector<QStringList> &rows, const std::vector<bool> &rightAligned)
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i) {
            auto &width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, row[i].size());
        }
    }
    const auto lineOf = [&](const QStringList &row) -> QString {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto column = static_cast<std::size_t>(i);
            const bool right = column < rightAligned.size() && rightAligned[column];
            if (i > 0)
                line += u"  "_s;
            line += right ? row[i].rightJustified(widths[column])
                          : row[i].leftJustified(widths[column]);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        return line + u'\n';
    };
    QString text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += lineOf(rows[i]);
        if (i == 0) {
            qsizetype total = 2 * std::max<qsizetype>(static_cast<qsizetype>(widths.size()) - 1, 0);
            for (const qsizetype width : widths)
                total += width;
            text += QString(total, u'─') + u'\n';
        }
    }
    return text;
}

} // namespace anakinra
