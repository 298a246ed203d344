// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureStyle.h"

#include <QFont>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QGraphicsScene;
class QAbstractAxis;
class QAbstractSeries;
class QChart;
QT_END_NAMESPACE

namespace anakinra {

/// A chart in the project's dress, added to the scene: nothing of theme, style or dpi is left in it.
/// Its plot area is exactly `plot`, in scene coordinates, whatever the axes would ask for.
[[nodiscard]] QChart *addDressedChart(QGraphicsScene &scene, const QRectF &geometry, const QRectF &plot);

/// Colours, lines and fonts of an axis. Call after the axis was added to its chart, which gives it
/// the theme's.
void dressAxis(QAbstractAxis &axis, const FigureStyle &style);

/// Lays out the axes, with an invisible series to refer to. Returns the series, for
/// QChart::mapToPosition.
QAbstractSeries *layOut(QChart &chart);

} // namespace anakinra
