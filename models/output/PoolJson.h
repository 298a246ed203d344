// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolAnalysis.h"

#include <QByteArray>

namespace anakinra {

/// `pool --format json`: one object. Keys are always present, a missing value is null; rates,
/// bounds, I^2 and levels are in percent (0-100), tau^2 is on the logit scale.
[[nodiscard]] QByteArray poolJson(const Library &library, const PoolAnalysis &analysis,
                                  const QString &filterWords);

} // namespace anakinra
