// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/TableText.h"

#include <QAbstractItemModel>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString quotedWhereNeeded(QString field, QChar separator)
{
    if (!field.contains(separator) && !field.contains(u'"') && !field.contains(u'\n')
        && !field.contains(u'\r'))
        return field;
    field.replace(u'"', u"\"\""_s);
    return u'"' + field + u'"';
}

} // namespace

QString tableText(const QAbstractItemModel &model, std::span<const int> rows,
                  std::span<const int> columns, QChar separator, bool withHeaders)
{
    QString text;
    const auto addLine = [&](const auto &field) {
        QStringList fields;
        for (const int column : columns)
            fields << quotedWhereNeeded(field(column).toString(), separator);
        text += fields.join(separator) + u'\n';
    };
    if (withHeaders)
        addLine([&](int column) { return model.headerData(column, Qt::Horizontal); });
    for (const int row : rows)
        addLine([&](int column) { return model.index(row, column).data(); });
    return text;
}

} // namespace anakinra
