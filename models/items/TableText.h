// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/CohortColumns.h"

namespace anakinra {

/// Cohorts (indices into the library) as lines of text for the clipboard, one line each, ended by
/// "\n". `columns` are positions in cohortColumns() in the order wanted. A field that contains the
/// separator, a quote or a line break is quoted, its quotes doubled (RFC 4180).
[[nodiscard]] QString tableText(const Library &library, std::span<const int> cohorts,
                                std::span<const int> columns, const RateOptions &options,
                                QChar separator = u'\t', bool withHeaders = true);

} // namespace anakinra
