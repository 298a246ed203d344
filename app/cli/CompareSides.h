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

/// A comparison as the command line asked for it: of two cohorts or of two filters.
struct AskedComparison
{
    std::optional<CohortComparison> cohorts;
    std::optional<FilterComparison> filters;
    FigureContext context;
};

/// The sides are `cohorts` (two ids, or none) or --a and --b; each of these is a cohort's id or a
/// FILTER in quotes. The outcome is --outcome, or all. Anything but Success has been explained on
/// the console.
[[nodiscard]] ExitCode makeComparison(const QString &command, const Arguments &arguments,
                                      const QStringList &cohorts, const Library &library,
                                      const RateOptions &rates, Console &console,
                                      AskedComparison &asked);

} // namespace anakinra::cli
