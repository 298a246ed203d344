// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/BenefitHarm.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// A toxicity (across) against a response (upwards), each with its interval, one numbered mark per
/// cohort and a key below.
class BenefitHarmFigure : public ChartFigure
{
public:
    /// `library` is what the rates point into; it is kept.
    BenefitHarmFigure(std::shared_ptr<const Library> library, BenefitHarm values, RateOptions options,
                      FigureCaption caption);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override { return m_values.points.empty(); }
    [[nodiscard]] FigureTable table() const override { return benefitHarmTable(m_values); }
    [[nodiscard]] Reproduction reproduction() const override;

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    std::shared_ptr<const Library> m_library;
    BenefitHarm m_values;
    RateOptions m_options;
};

} // namespace anakinra
