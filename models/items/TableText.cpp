// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/TableText.h"

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

QString tableText(const Library &library, std::span<const int> cohorts, std::span<const int> columns,
                  const RateOptions &options, QChar separator, bool withHeaders)
{
    const auto all = cohortColumns();
    QString text;
    const auto addLine = [&](const auto &field) {
        QStringList fields;
        for (const int column : columns)
            fields << quotedWhereNeeded(field(all[static_cast<std::size_t>(column)]), separator);
        text += fields.join(separator) + u'\n';
    };
    if (withHeaders)
        addLine([](const CohortColumn &column) { return column.title; });
    for (const int cohort : cohorts) {
        addLine([&](const CohortColumn &column) {
            return column.cell(library, cohort, column, options).text;
        });
    }
    return text;
}

} // namespace anakinra
