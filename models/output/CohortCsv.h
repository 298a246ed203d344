// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/output/CohortTable.h"

#include <QByteArray>

namespace anakinra {

enum class ByteOrderMark {
    Without, ///< for scripts
    With,    ///< for double-clicking in Excel, which else reads UTF-8 as the local code page
};

/// RFC 4180: commas, CRLF, quotes doubled, UTF-8. Lines at the top that begin with "#" state the
/// facts of the table and the meaning of the columns; then one header line and one line per
/// cohort. A text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a
/// line break) gets an apostrophe before it; numbers never do.
[[nodiscard]] QByteArray cohortCsv(const CohortTable &table,
                                   ByteOrderMark mark = ByteOrderMark::Without);

} // namespace anakinra
