// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace anakinra {

/// Width of text output where the terminal's is not known.
inline constexpr qsizetype defaultTextWidth = 80;

/// `text` in lines of at most `width` columns, broken at spaces (a no-break space holds), each
/// ended by "\n". The first line is indented by `indent`, the others by `indent + hanging`. A word
/// longer than a line stays whole.
[[nodiscard]] QString wrapped(const QString &text, qsizetype width, qsizetype indent = 0,
                              qsizetype hanging = 0);

/// Columns padded to the widest cell, two spaces between them, no spaces at line ends. The first
/// row is the header, underlined. `rightAligned` by column; missing entries mean left.
[[nodiscard]] QString alignedTable(const std::vector<QStringList> &rows,
                                   const std::vector<bool> &rightAligned);

} // namespace anakinra
