// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/filter/FilterEngine.h"

#include <QByteArray>

namespace anakinra {

/// The object of `list --format json`: library, filter, counts, cohorts, unjudged. Scripts outside
/// the program depend on its keys: they are always present, and a missing value is null.
[[nodiscard]] QByteArray listJson(const Library &library, const QString &filterWords,
                                  const FilterResult &result, const RateOptions &options);

} // namespace anakinra
