// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace anakinra::bench {

/// Of every chart that is a ChartFigure, at 12, 60 and 1,000 invented cohorts: milliseconds from
/// new values to a painted view ("redraw"), to make the values ("values"), and to write a PNG at
/// 300 dpi and an SVG ("png", "svg").
[[nodiscard]] QJsonObject measureCharts();

} // namespace anakinra::bench
