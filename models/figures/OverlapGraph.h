// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// A cohort or a report that shares participants with another one, or may.
struct OverlapNode
{
    int cohort = -1; ///< index into Library::cohorts; -1 = a report
    int report = -1; ///< index into Library::reports; -1 = a cohort
    int study = -1;
    QString id;
    QString label;   ///< "Liang 2025, SC arm", or the label of the report
    QString nText;   ///< "n = 42", "n NR"; "" for a report
    bool listed = false; ///< among the cohorts asked for, or a report of their studies
    double x = 0.0;  ///< place in a unit square, 0 (left) - 1
    double y = 0.0;  ///< 0 (top) - 1
};

struct OverlapEdge
{
    int a = -1;       ///< index into OverlapGraph::nodes
    int b = -1;
    int overlap = -1; ///< index into Library::overlaps
    OverlapLevel level = OverlapLevel::CannotBeExcluded;
    bool insideStudy = false; ///< both ends belong to one study
};

/// Who shares participants with whom, ready to draw: nodes with places, edges with levels.
struct OverlapGraph
{
    std::vector<OverlapNode> nodes; ///< those of one study side by side, in library order
    std::vector<OverlapEdge> edges; ///< in library order
};

/// Only overlaps with an end in `cohorts`, in a part or a whole of one of them, or in a report of
/// their studies. The layout is a pure function of the result.
[[nodiscard]] OverlapGraph overlapGraph(const Library &library, std::span<const int> cohorts);

/// One line of the list beside the graph.
struct OverlapLine
{
    QString a;
    QString b;
    QString level;   ///< in words
    QString grounds;
    QString reports; ///< labels, joined
    QString effect;  ///< what it means for totals, in one sentence
};
[[nodiscard]] std::vector<OverlapLine> overlapLines(const Library &library,
                                                    const OverlapGraph &graph,
                                                    bool excludePossibleOverlaps);

} // namespace anakinra
