// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/ComparisonSeries.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// Two cohorts or two filters side by side: a large line that they were not randomised, the rates of
/// both with their intervals on one axis of 0-100 %, the differences on a second one of -100 to 100
/// points, what differs besides the rates, and what to know before comparing.
class CompareFigure : public ChartFigure
{
public:
    CompareFigure(std::shared_ptr<const ComparisonSeries> series, FigureTable table,
                  FigureCaption caption, ReproductionMaker reproduction = {});

    [[nodiscard]] const ComparisonSeries &series() const { return *m_series; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] FigureTable table() const override { return m_table; }

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    std::shared_ptr<const ComparisonSeries> m_series;
    FigureTable m_table;
};

} // namespace anakinra
