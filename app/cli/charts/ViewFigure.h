// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/charts/ChartKind.h"
#include "models/kept/SavedView.h"

#include <limits>

namespace anakinra::cli {

/// The arguments with what a view says where no flag does. `options` are those of the kind's page.
[[nodiscard]] Arguments withViewOptions(Arguments arguments, const ChartKind &kind,
                                        const QJsonObject &options, const FilterCriteria &filter);

/// The charts of a page as --panels and its view name them: "rates,map". Unknown ones are left out.
[[nodiscard]] std::vector<const ChartKind *> panelKindsOf(const QString &panels);

/// The view that leads back to a figure of this selection.
[[nodiscard]] SavedView viewOf(const Selection &selection, const ChartKind &kind,
                               const Arguments &arguments);

/// The figure of a view on a library, with the view inside. Its recipe is empty where no cohort
/// matches. The problem is that of a command line which asks for the same, or that more than
/// `mostCohorts` match a chart with a mark for each.
[[nodiscard]] Result<FigureRecipe>
figureOfView(const SavedView &view, const std::shared_ptr<const Library> &library,
             const FilterEngine &engine, const FigureChoices &choices,
             std::size_t mostCohorts = std::numeric_limits<std::size_t>::max());

/// The same for a sheet, which says the filter itself: under its own title and without a footer.
[[nodiscard]] std::optional<FigureRecipe> sheetFigure(const SavedView &view,
                                                      const std::shared_ptr<const Library> &library,
                                                      const FilterEngine &engine);

/// What a kind calls its figure, without the filter's words.
[[nodiscard]] QString plainTitle(const FigureRecipe &recipe, const QString &filterWords);

} // namespace anakinra::cli
