// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ForestRows.h"

namespace anakinra {

/// All that is pooled falls into one group, so that its pool is the pool of all.
[[nodiscard]] bool oneGroupIsAll(const PoolAnalysis &analysis);

/// What is written below a forest plot: what was pooled and how, warnings, who does not report the
/// outcome, the source of the reference line, and how to read the marks that occur.
/// `unreported`: titles of the cohorts without any rate; `reference`: of the comparator that
/// gives the line, null = none.
[[nodiscard]] QStringList forestNotes(const Library &library, const PoolAnalysis &analysis,
                                      const ForestRows &rows, const QStringList &unreported,
                                      const Rate *reference);

} // namespace anakinra
