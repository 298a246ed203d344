// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/DosePoints.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// The rate of one outcome against the daily dose: one panel for each scale of doses, the cohorts
/// named below, and those that have no place on an axis with the reason.
class DoseFigure final : public ChartFigure
{
public:
    /// The notes of the series are added to the caption's. `library` is what the series was made
    /// of.
    DoseFigure(FigureCaption caption, DoseSeries series, const RateOptions &options,
               std::shared_ptr<const Library> library);

    [[nodiscard]] const DoseSeries &series() const { return m_series; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override { return m_series.panels.empty(); }
    [[nodiscard]] FigureTable table() const override { return doseTable(*m_library, m_series); }
    [[nodiscard]] Reproduction reproduction() const override;

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    DoseSeries m_series;
    RateOptions m_options;
    std::shared_ptr<const Library> m_library;
};

} // namespace anakinra
