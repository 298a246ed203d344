// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/ChartFigure.h"
#include "views/charts/CompareLayout.h"

namespace anakinra {

/// The content of a CompareFigure.
class CompareBody final : public FigureBody
{
public:
    CompareBody(std::shared_ptr<const ComparisonSeries> series, const FigureStyle &style,
                std::shared_ptr<const FigureFonts> fonts);

    [[nodiscard]] qreal minimumWidth() const override { return m_layout.minimumWidth(); }
    void setWidth(qreal width) override;
    [[nodiscard]] qreal minimumHeight() const override { return m_layout.height; }
    [[nodiscard]] qreal naturalHeight() const override { return m_layout.height; }
    void build(MarkedScene &into, const QRectF &area) override;

private:
    /// Places the marks of one axis and draws the axis itself.
    struct Axis;
    void buildRates(MarkedScene &into, CompareOverlay &overlay, QPointF origin) const;
    void buildPoints(MarkedScene &into, CompareOverlay &overlay, QPointF origin) const;

    std::shared_ptr<const ComparisonSeries> m_series;
    const FigureStyle &m_style;
    std::shared_ptr<const CompareFonts> m_fonts;
    CompareLayout m_layout;
};

} // namespace anakinra
