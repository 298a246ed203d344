// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/NaturalFrequency.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// 100 people in ten rows. Filled: those that the rate stands for; the ends of the interval are
/// drawn on them, so that nobody sees the estimate alone.
class PeopleFigure : public ChartFigure
{
public:
    PeopleFigure(NaturalFrequency frequency, FigureCaption caption, ReproductionMaker reproduction = {});

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override { return m_frequency.words; }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] FigureTable table() const override { return naturalFrequencyTable(m_frequency); }

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    NaturalFrequency m_frequency;
};

} // namespace anakinra
