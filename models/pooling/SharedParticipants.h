// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// Where a cohort stands in relation to a recorded overlap: at one of its ends, above it or below.
struct OverlapEnd
{
    int overlap = -1; ///< index into Library::overlaps
    int side = 0;     ///< 0 = Overlap::a, 1 = Overlap::b

    friend auto operator<=>(const OverlapEnd &, const OverlapEnd &) = default;
};

/// A cohort with the figure that would be taken of it.
struct CohortFigure
{
    int cohort = -1; ///< index into Library::cohorts
    QString report;  ///< id of the report that prints the figure; "" = not known
};

/// How two cohorts may share participants, the surest kind last.
enum class Sharing {
    None,
    Possible,   ///< recorded as "cannot be excluded"
    OtherGroup, ///< groups of one study that cut it in different ways
    Recorded,   ///< recorded as the same participants or as a subset
    Part,       ///< one is a part of the other
};

struct SharingLink
{
    Sharing kind = Sharing::None;
    const Overlap *overlap = nullptr; ///< of Possible and Recorded
};

/// Which of some cohorts share participants, as far as the library knows. Arms and dose groups of
/// one parent are disjoint; any other two groups of a study may overlap; an overlap recorded for a
/// cohort also concerns what is above and below it, and one recorded for a report the figures that
/// this report prints. The library has to live as long.
class SharedParticipants
{
public:
    SharedParticipants(const Library &library, std::vector<CohortFigure> figures);

    [[nodiscard]] const Library &library() const { return m_library; }
    [[nodiscard]] int size() const { return static_cast<int>(m_figures.size()); }
    [[nodiscard]] int cohort(int figure) const { return m_figures[index(figure)].cohort; }
    [[nodiscard]] int study(int figure) const { return record(cohort(figure)).study; }
    /// The figure of a cohort, or -1.
    [[nodiscard]] int figureOf(int cohort) const { return m_figureOf[index(cohort)]; }
    [[nodiscard]] int parent(int cohort) const;
    /// Arms and dose groups: they do not overlap their siblings of the same kind.
    [[nodiscard]] bool isArm(int cohort) const { return record(cohort).isRegimenDefinedPart(); }
    /// The nearest ancestor that has a figure, or -1; a figure, not a cohort.
    [[nodiscard]] int figureAbove(int figure) const;
    [[nodiscard]] std::span<const OverlapEnd> overlapsOf(int figure) const
    {
        return m_overlaps[index(figure)];
    }
    /// The surest way in which two figures share participants.
    [[nodiscard]] SharingLink between(int a, int b) const;

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] const Cohort &record(int cohort) const
    {
        return m_library.cohorts[index(cohort)];
    }
    [[nodiscard]] Sharing inOneStudy(int a, int b) const;

    const Library &m_library;
    std::vector<CohortFigure> m_figures;
    std::vector<int> m_figureOf;                     ///< by cohort
    std::vector<std::vector<OverlapEnd>> m_overlaps; ///< by figure, sorted
};

} // namespace anakinra
