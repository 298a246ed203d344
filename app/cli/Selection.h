// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"
#include "models/figures/FigureContext.h"

namespace anakinra::cli {

/// What the FILTER of a command line chose, and how its rates are to be computed.
struct Selection
{
    std::shared_ptr<const Library> library;
    FilterCriteria criteria;
    FilterResult result;
    RateOptions options;
    FigureContext context;
};

/// Opens the library, reads and applies the filter. Names that the library does not know are said
/// on the console. Anything but Success has been explained there.
[[nodiscard]] ExitCode makeSelection(const QString &command, const Arguments &arguments,
                                     Console &console, Selection &selection);

} // namespace anakinra::cli
