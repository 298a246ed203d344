// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

#include <QJsonObject>

namespace anakinra {

/// How rates are computed, as the window and kept views remember it: method, level, showInferred.
[[nodiscard]] QJsonObject rateOptionsToJson(const RateOptions &options);
/// What is missing or makes no sense keeps its default and is listed in `ignored` by its key.
[[nodiscard]] RateOptions rateOptionsFromJson(const QJsonObject &json, QStringList *ignored = nullptr);

/// Codes of the interval methods: "wilson", "clopper-pearson".
[[nodiscard]] QString intervalMethodCode(statistics::IntervalMethod method);

} // namespace anakinra
