// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/TimingRows.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// When anakinra was given, one row per cohort, beside the rate of one outcome.
class TimingFigure final : public ChartFigure
{
public:
    /// The notes of the series are added to the caption's. `library` is what the series was made
    /// of.
    TimingFigure(FigureCaption caption, TimingSeries series, const RateOptions &options,
                 std::shared_ptr<const Library> library);

    [[nodiscard]] const TimingSeries &series() const { return m_series; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override { return m_series.rows.empty(); }
    [[nodiscard]] FigureTable table() const override { return timingTable(m_series); }
    [[nodiscard]] Reproduction reproduction() const override;

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    TimingSeries m_series;
    RateOptions m_options;
    std::shared_ptr<const Library> m_library;
};

} // namespace anakinra
