// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"
#include "models/comparison/FilterComparison.h"
#include "models/figures/FigureContext.h"

namespace anakinra::cli {

/// --a, --b and the interval of a difference, which `compare` calls --method and `chart`, where
/// another kind has such an option, --difference.
[[nodiscard]] std::vector<OptionSpec> compareOptionSpecs(const QString &methodOption);

/// A filter as a side: its JSON, as view files hold it.
[[nodiscard]] QString sideOf(const FilterCriteria &filter);

/// The filter that a side stands for; nullopt where it is the id of a cohort. The problem is one of
/// usage.
[[nodiscard]] Result<std::optional<FilterCriteria>> sideFilter(const QString &side,
                                                               const Library &library);

/// A comparison as the command line asked for it: of two cohorts or of two filters.
struct AskedComparison
{
    std::optional<CohortComparison> cohorts;
    std::optional<FilterComparison> filters;
    FigureContext context;
};

/// The sides are `cohorts` (two ids, or none) or --a and --b; each of these is a cohort's id, a
/// FILTER in quotes, or a filter as view files hold it. The outcome is --outcome, or all. Anything but Success has been explained on
/// the console.
[[nodiscard]] ExitCode makeComparison(const QString &command, const Arguments &arguments,
                                      const QStringList &cohorts, const Library &library,
                                      const RateOptions &rates, Console &console,
                                      AskedComparison &asked);

} // namespace anakinra::cli
