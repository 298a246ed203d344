// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolGuard.h"
#include "models/pooling/SharedParticipants.h"

#include <array>
#include <vector>

namespace anakinra {

/// A growing set of figures that do not share participants. Whether one more fits takes a walk up
/// its ancestors and along its overlaps, however many are chosen already.
class ChosenFigures
{
public:
    ChosenFigures(const SharedParticipants &shared, PossibleOverlap possibleOverlap);

    /// Whether two figures may not stand in one set.
    [[nodiscard]] bool conflict(int a, int b) const;
    [[nodiscard]] bool contains(int figure) const { return m_chosen[index(figure)]; }
    [[nodiscard]] bool fits(int figure) const;
    /// Requires that it fits.
    void add(int figure);
    /// A chosen figure with which this one shares participants, or -1.
    [[nodiscard]] int inTheWayOf(int figure) const;

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] bool counts(OverlapEnd end) const;
    [[nodiscard]] bool fitsInStudy(int cohort, int study) const;

    const SharedParticipants &m_shared;
    bool m_possibleCounts;
    std::vector<bool> m_chosen;
    std::vector<int> m_under;      ///< by cohort: chosen at it or in its parts
    std::vector<int> m_byOtherCut; ///< by cohort: of them in parts that are no arms
    std::vector<std::vector<int>> m_inStudy;
    std::vector<std::array<int, 2>> m_onSide; ///< by overlap: a chosen figure on each side, or -1
};

} // namespace anakinra
