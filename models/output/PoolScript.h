// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/output/CohortTable.h"
#include "models/output/RScript.h"
#include "models/pooling/PoolAnalysis.h"

/// Pools as data and R: what every script that fits them again is made of.
namespace anakinra {

/// Loads metafor and lme4, reads data.csv as `rows`, and defines the functions that fit a pool and
/// compare it. Expects `level` and scriptComparison().
[[nodiscard]] QString poolScriptFunctions();

/// Fits one pool again, or its crude total where no model was fitted; `data` is an R expression.
[[nodiscard]] QString fitAgain(const statistics::PooledRate &pooled, const QString &data,
                               const QString &title);

/// The R expression for the rows of a pool of data.csv.
[[nodiscard]] QString rowsOfPool(const QString &pool);

/// The whole script for one analysis.
[[nodiscard]] QString poolScript(const PoolAnalysis &analysis, const Library &library);

/// data.csv without rows; addPoolRows appends those of one pool under its name.
[[nodiscard]] CohortTable poolRowTable();
void addPoolRows(CohortTable &table, const Library &library, const QString &pool,
                 const GuardedPool &guard);

} // namespace anakinra
