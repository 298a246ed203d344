// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/EvidenceMap.h"
#include "views/charts/ChartFigure.h"

namespace anakinra {

/// The evidence map as a figure: a grid of fields, in each a disc whose area shows the participants,
/// with its numbers in words. Marks request "field:ROW:COLUMN" (indices into EvidenceMap).
class MapFigure : public ChartFigure
{
public:
    MapFigure(EvidenceMap map, FigureCaption caption);

    [[nodiscard]] const EvidenceMap &map() const { return m_map; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool isEmpty() const override { return m_map.isEmpty(); }
    [[nodiscard]] FigureTable table() const override { return mapTable(m_map); }

protected:
    [[nodiscard]] std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const override;

private:
    EvidenceMap m_map;
};

} // namespace anakinra
