// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// Which items are known of which cohorts, as a matrix of fields: each state has its sign and its
/// filling, with a key below.
class CompletenessFigure : public ChartFigure
{
public:
    CompletenessFigure(std::shared_ptr<const Library> library, Completeness matrix, FigureCaption caption);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override { return m_matrix.rows.empty(); }
    [[nodiscard]] FigureTable table() const override;

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    std::shared_ptr<const Library> m_library; ///< what the cells point into
    Completeness m_matrix;
};

} // namespace anakinra
