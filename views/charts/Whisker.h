// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureStyle.h"

#include <QPainter>

namespace anakinra {

/// An interval at its place in a scene, already cut at the axis.
struct Whisker
{
    QLineF line;         ///< from the lower to the upper bound
    bool cutLow = false; ///< the interval goes on beyond the axis: an arrow instead of a cap
    bool cutHigh = false;
    qreal cap = 4.0; ///< length of the caps
};

/// With a paper-coloured halo, so that it stays visible on a mark of any colour.
void drawWhisker(QPainter &painter, const Whisker &whisker, const QColor &ink,
                 const FigureStyle &style);

} // namespace anakinra
