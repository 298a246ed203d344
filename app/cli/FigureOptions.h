// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Arguments.h"
#include "views/export/FigureExporter.h"

namespace anakinra::cli {

/// Size, resolution and dress of a figure, the same for every command that writes one.
[[nodiscard]] std::vector<OptionSpec> figureOptions();

Result<ExportSpec> exportSpecFrom(const Arguments &arguments);
Result<FigureChoices> figureChoicesFrom(const Arguments &arguments);

} // namespace anakinra::cli
