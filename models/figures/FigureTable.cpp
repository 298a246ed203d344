// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/FigureTable.h"

namespace anakinra {

namespace {

QString line(const QStringList &cells)
{
    QStringList clean;
    clean.reserve(cells.size());
    for (QString cell : cells)
        clean.append(cell.replace(u'\t', u' ').replace(u'\n', u' '));
    return clean.join(u'\t') + u'\n';
}

} // namespace

QString FigureTable::toText() const
{
    QString text = line(headers);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

} // namespace anakinra
