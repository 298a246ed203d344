// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"
#include "models/figures/FigureContext.h"
#include "models/kept/SavedView.h"

namespace anakinra::cli {

/// What the FILTER of a command line chose, and how its rates are to be computed.
struct Selection
{
    std::shared_ptr<const Library> library;
    FilterCriteria criteria;
    FilterResult result;
    RateOptions options;
    FigureContext context;
    RatePanels panels = RatePanels::ToxicityAndResponse;
    std::optional<SavedView> view; ///< that --view named
};

/// What a view chooses of a library.
[[nodiscard]] Selection selectionOf(const SavedView &view, std::shared_ptr<const Library> library,
                                    const FilterEngine &engine);
/// The view that leads back to a selection; its chart is that of --view, or none.
[[nodiscard]] SavedView viewOf(const Selection &selection);

/// Opens the library, reads and applies the filter, on top of the view where --view names one. Names
/// that the library does not know, and what has changed since the view was kept, are said on the
/// console. Anything but Success has been explained there.
[[nodiscard]] ExitCode makeSelection(const QString &command, const Arguments &arguments,
                                     Console &console, Selection &selection);

} // namespace anakinra::cli
