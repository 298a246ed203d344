// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"
#include "models/figures/RateSeries.h"
#include "views/charts/FigureStyle.h"

#include <QGraphicsScene>

#include <memory>

namespace anakinra {

enum class RateGrouping { ByOutcome, ByCohort };
/// "outcome", "cohort": on the command line and in kept views.
[[nodiscard]] QString groupingCode(RateGrouping grouping);

enum class LegendPlace { Top, Bottom };

template<>
struct CodeList<LegendPlace>
{
    static constexpr std::array<CodeEntry<LegendPlace>, 2> entries{{
        {LegendPlace::Top, u"top", u"Above the panels"},
        {LegendPlace::Bottom, u"bottom", u"Below the panels"},
    }};
};

/// The rate figure as data: everything that decides what it looks like, nothing of the screen.
struct RateFigure
{
    RateSeries series;
    RateOptions options;
    RateGrouping grouping = RateGrouping::ByOutcome;
    QString title;             ///< "" = none
    FigureContext context;
    bool alwaysRows = false;   ///< rows even for few cohorts, which would be drawn as grouped bars
    bool withFooter = true;    ///< off on screen and inside sheets
    LegendPlace legend = LegendPlace::Top;
    std::shared_ptr<const Library> library = {}; ///< that the rates point into; null: no bundle of its data
    int highlighted = -1;      ///< index into Library::cohorts of the selected cohort; screen only
};

/// Width and the height that shows everything, in mm, for the given width.
[[nodiscard]] QSizeF naturalSizeMm(const RateFigure &figure, qreal widthMm, const FigureStyle &style);

/// The least size, in mm, at which the figure is legible: `widthMm` or more wide.
[[nodiscard]] QSizeF smallestSizeMm(const RateFigure &figure, qreal widthMm, const FigureStyle &style);

/// A fresh scene of exactly `sizeMm` (scene rect in 1/96 inch units). Draws axes with Qt Charts and
/// bars, whiskers, labels, NR marks through one overlay item per panel. Independent of window,
/// screen scale, widget style and dark theme. Returns null when the size cannot hold the figure;
/// `smallestSizeMm` tells the size that would.
[[nodiscard]] std::unique_ptr<QGraphicsScene> makeRateScene(const RateFigure &figure, QSizeF sizeMm,
                                                            const FigureStyle &style);

} // namespace anakinra
