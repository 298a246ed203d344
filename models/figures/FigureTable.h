// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace anakinra {

/// The numbers of a figure as a table, for those who read rather than look. Every row has as many
/// cells as there are headers; what is not reported is written "NR".
struct FigureTable
{
    QStringList headers;
    std::vector<QStringList> rows;

    /// Tab-separated lines with the headers first; tabs and line breaks inside cells become spaces.
    [[nodiscard]] QString toText() const;
};

} // namespace anakinra
