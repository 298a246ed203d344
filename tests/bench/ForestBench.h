// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>

namespace anakinra::bench {

/// Forest plots of 12, 60 and 1,000 studies: pool and rows, redraw in a window of 900 x 700 from
/// new rows to the painted picture, export of a PNG of 170 mm at 300 dpi.
[[nodiscard]] QJsonArray measureForest();

} // namespace anakinra::bench
