// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureStyle.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace anakinra {

/// The style of a figure inside a widget: its palette, light or dark, and the widget's own
/// font.
[[nodiscard]] FigureStyle screenStyle(const QWidget &widget);

} // namespace anakinra
