// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/PageStack.h"

namespace anakinra {

/// The charts above the table, in the order of their tabs. A new chart is one line here.
[[nodiscard]] std::vector<PageSpec> figurePages();

/// The lists below the charts. `tableLayout`: of the table of cohorts.
[[nodiscard]] std::vector<PageSpec> listPages(const QByteArray &tableLayout);

} // namespace anakinra
