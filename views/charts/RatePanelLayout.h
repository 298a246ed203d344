// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/RateFigure.h"
#include "views/charts/RateOverlay.h"

#include <utility>
#include <vector>

namespace anakinra {

/// The scene of a rate figure together with what lies where in it. Areas are in scene units; cohort
/// numbers are indices into RateSeries::cohorts.
struct RateScene
{
    std::unique_ptr<QGraphicsScene> scene;
    std::vector<RateMark> marks;
    std::vector<std::pair<int, QRectF>> cohortAreas; ///< row labels and legend entries
    int rowsShown = 0;                               ///< rows only: how many found room
};

/// The panels of a figure between legend and footer: lays them out for a width, says what they
/// need, and builds them. Lengths are in scene units.
class RatePanelLayout
{
public:
    RatePanelLayout(const RateFigure &figure, const FigureStyle &style,
                    std::shared_ptr<const FigureFonts> fonts);
    virtual ~RatePanelLayout() = default;
    Q_DISABLE_COPY_MOVE(RatePanelLayout)

    /// The narrowest width at which nothing overlaps.
    [[nodiscard]] virtual qreal minimumWidth() const = 0;
    /// Whether panels may stand one below the other where they find no room side by side.
    void setMayStack(bool may) { m_mayStack = may; }
    /// Takes the width; required before the following. Rows that find no room in `heightLimit` are
    /// left out, where there is one (0 = none).
    virtual void setColumn(qreal left, qreal width, qreal heightLimit) = 0;
    [[nodiscard]] virtual qreal minimumHeight() const = 0;
    [[nodiscard]] virtual qreal naturalHeight() const = 0;
    virtual void build(RateScene &into, qreal top, qreal height) = 0;

protected:
    const RateFigure &m_figure;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    std::vector<MarkLook> m_looks;
    bool m_mayStack = true;
};

/// Grouped bars, for up to six cohorts.
[[nodiscard]] std::unique_ptr<RatePanelLayout>
makeBarPanels(const RateFigure &figure, const FigureStyle &style,
              std::shared_ptr<const FigureFonts> fonts);

/// One row per cohort. `scrolls`: columns keep their places whatever names are in view.
[[nodiscard]] std::unique_ptr<RatePanelLayout>
makeRowPanels(const RateFigure &figure, const FigureStyle &style,
              std::shared_ptr<const FigureFonts> fonts, bool scrolls);

/// Cuts the ends of an interval at the axis, 0-100 %. SVG does not clip, so nothing may lie outside.
struct CutInterval
{
    double low = 0.0;
    double high = 100.0;
    bool cutLow = false;
    bool cutHigh = false;
};
[[nodiscard]] CutInterval cutAtAxis(const statistics::Interval &interval);

} // namespace anakinra
