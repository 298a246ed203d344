// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortComparison.h"
#include "models/comparison/FilterComparison.h"
#include "models/figures/FigureTable.h"

namespace anakinra {

enum class ComparisonSide { A, B };

/// One rate, or one pooled rate, of a figure of a comparison.
struct ComparedLine
{
    ComparisonSide side = ComparisonSide::A;
    QString name;       ///< the cohort, or what is pooled; "" where the side says it
    QString figures;    ///< "8/15 53.3 %", "63 %", "NR"
    QString findingMark;///< "!", "*": stands behind the figures; "" = nothing is found about them
    RateKind kind = RateKind::NotReported;
    bool pooled = false;
    bool comparator = false;
    bool partOfShown = false; ///< its parent stands on the same side: indented under it
    std::optional<double> percent;                ///< 0-100
    std::optional<statistics::Interval> interval; ///< in percent
    QString spoken;     ///< for hover card and screen reader
    QString cohort;     ///< id, "" for a pool
    QString outcome;    ///< code, "" for a pool
};

/// One outcome with its lines and what is said of their difference.
struct ComparedBlock
{
    QString section;    ///< "Toxicity (lower is better)"; blocks of one section stand together
    QString outcome;    ///< code
    QString label;      ///< "ICANS, any grade"
    std::vector<ComparedLine> lines;
    std::optional<RateDifference> difference;
    QString noDifference; ///< in a few words; "" where there is one
    QString spoken;       ///< the difference, or why there is none, for hover card and screen reader
    QString note;         ///< p and ratio, or the test of the sides; "" = none
};

/// Words about both sides, one below the other in a figure: a property, or a value that is no rate.
struct ComparedText
{
    QString label;
    QString a;
    QString b;
    QString verdict; ///< "same", "differs", "not known"; "" for values
    QStringList columns = {}; ///< keys of the cohort table's columns that hold it
};

/// Everything that a figure of a comparison shows; the chart only draws it.
struct ComparisonSeries
{
    QString headline;     ///< "NOT RANDOMISED"
    QString statement;
    QString a;            ///< who is on side A: "Liang 2025, SC group (n = 15)", or a filter in words
    QString b;
    QStringList cohorts;  ///< ids of A and B; empty for filters
    bool namedLines = false; ///< lines carry names, so that labels stand above them
    std::vector<ComparedBlock> blocks;
    std::vector<ComparedText> values;
    std::vector<ComparedText> properties;
    QStringList warnings; ///< with what is found about the rates

    [[nodiscard]] bool isEmpty() const { return blocks.empty() && values.empty(); }
};

[[nodiscard]] ComparisonSeries comparisonSeries(const Library &library,
                                                const CohortComparison &comparison);
[[nodiscard]] ComparisonSeries comparisonSeries(const Library &library,
                                                const FilterComparison &comparison);

/// The numbers, one row per outcome, then the properties.
[[nodiscard]] FigureTable comparisonTable(const CohortComparison &comparison);
/// One row per cohort and pool of each side, then the properties.
[[nodiscard]] FigureTable comparisonTable(const Library &library, const FilterComparison &comparison);

} // namespace anakinra
