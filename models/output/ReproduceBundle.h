// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"
#include "models/pooling/PoolAnalysis.h"

#include <QByteArray>

namespace anakinra {

/// A file of a bundle, by its name inside it.
struct BundleFile
{
    QString name;
    QByteArray bytes;
};

/// What another statistician needs to get the same numbers: data.csv (the rows of every pool),
/// cohorts.csv (every candidate, where its figure stands and what became of it), reproduce.R
/// (metafor and lme4; compares with the program's results and ends with status 1 where they
/// differ), README.txt (filter, versions, results, methods), and `figures` as they are given.
[[nodiscard]] std::vector<BundleFile> reproduceBundle(const PoolAnalysis &analysis,
                                                      const Library &library,
                                                      const FigureContext &context,
                                                      std::vector<BundleFile> figures = {});

/// The script alone.
[[nodiscard]] QString reproduceScript(const PoolAnalysis &analysis, const Library &library);

} // namespace anakinra
