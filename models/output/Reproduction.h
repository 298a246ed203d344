// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureTable.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace anakinra {

/// A file of a bundle, by its name inside it; a name may lead into a folder: "a/data.csv".
struct BundleFile
{
    QString name;
    QByteArray bytes;
    QString about = {}; ///< what it holds, for the bundle's README; "" = not listed there
};

/// table.csv: the numbers of a figure as it shows them.
[[nodiscard]] BundleFile tableFile(const FigureTable &table);

/// What another statistician needs to compute the numbers of a figure or a pool again.
struct Reproduction
{
    std::vector<BundleFile> files; ///< data, and reproduce.R, which compares with the program's results
    QString needs;                 ///< what the script needs: "R with the packages metafor and lme4"
    QString results;               ///< the program's results in words, lines ending in \n; "" = none

    /// Nothing of it is computed from counts.
    [[nodiscard]] bool isEmpty() const { return files.empty(); }
};

/// Makes it when it is asked for, and owns what it needs for that.
using ReproductionMaker = std::function<Reproduction()>;

/// The name of the script in every bundle. It runs in its own folder, prints the program's results
/// beside its own, and ends with status 1 where they differ.
inline constexpr QStringView reproduceScriptName = u"reproduce.R";

} // namespace anakinra
