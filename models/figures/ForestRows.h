// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureTable.h"
#include "models/figures/ForestOrder.h"
#include "models/figures/RateSeries.h"
#include "models/pooling/PoolAnalysis.h"

namespace anakinra {

/// How a forest plot is written down, apart from the pool itself.
struct ForestOptions
{
    RateOptions rates;
    ForestOrder order = ForestOrder::Estimate;
    QString reference; ///< id of the comparator that gives the reference line, "" = none

    friend bool operator==(const ForestOptions &, const ForestOptions &) = default;
};

enum class ForestRowKind {
    Heading,    ///< of a group
    Cohort,     ///< a row of the model
    ArmsAdded,  ///< a row of the model: disjoint arms of one study, added up
    Arm,        ///< one of them, already in the row above
    LeftOut,    ///< reports the outcome and is not in the pool, for the reason given
    Pooled,     ///< median rate with its interval
    Prediction, ///< prediction interval
    Words,      ///< heterogeneity, or why there is no pooled rate
    Comparator, ///< never pooled
};

/// Whether the reader may take a cohort into the pool or out of it.
enum class ForestBox { None, In, Out };

/// One line of a forest plot. Rates and bounds are in percent, 0-100.
struct ForestRow
{
    ForestRowKind kind = ForestRowKind::Cohort;
    QString cohort;        ///< id, "" where the row is of no single cohort
    bool indented = false; ///< a part under its parent, an arm under its study
    QString label;         ///< "Liang 2025, SC arm"; of Words the whole text
    QString reason;        ///< why it is left out, or what else to know of it; "" = nothing
    QString countText;     ///< "6/31", "2/NR", "" where no count is printed
    QString estimateText;  ///< "19.4 % (9.2–36.3 %)", "74 %"
    QString thresholdText; ///< "90.6 %": how probable a true rate beyond the threshold is; "" = not said
    QString findingMark;   ///< "!", "*": stands before the count, or the estimate where none is printed
    QString findingLines;  ///< what the audit finds about the rate, one per line
    RateKind rate = RateKind::NotReported; ///< how the mark is drawn; NotReported: none
    std::optional<double> percent;
    std::optional<statistics::Interval> interval;
    std::optional<int> n; ///< the square's area is in proportion to it
    ForestBox box = ForestBox::None;
    QString spoken; ///< for hover card and screen reader; "" where the row is its own text

    [[nodiscard]] QString markedCount() const;    ///< "* 6/31"
    [[nodiscard]] QString markedEstimate() const; ///< "! 74 %"
};

/// Everything that a forest plot draws.
struct ForestRows
{
    QString code;    ///< of the outcome
    QString outcome; ///< label: "ICANS, any grade"
    Direction direction = Direction::Neutral;
    double level = 95.0; ///< of all intervals, percent
    std::vector<ForestRow> rows;
    QString thresholdHead;           ///< "P(rate < 30 %)"; "" = no threshold was asked for
    int largestN = 0;                ///< of the rows that are drawn with a square
    std::optional<double> pooled;    ///< percent; where the line of the pool of all stands
    std::optional<double> reference; ///< percent; where the line of the comparator stands
    QString summary;                 ///< one sentence: what was pooled and what came of it
    QStringList notes;               ///< warnings, what is not shown and why, how to read the marks

    [[nodiscard]] bool isEmpty() const { return rows.empty(); }
};

/// Pure. The rows of `analysis`, group by group, each with its pooled rate; then the pool of all
/// and the comparators. Cohorts that do not report the outcome are counted in the notes.
[[nodiscard]] ForestRows makeForestRows(const Library &library, const PoolAnalysis &analysis,
                                        const ForestOptions &options);

/// The numbers of the plot, a line per row.
[[nodiscard]] FigureTable forestTable(const ForestRows &rows);

} // namespace anakinra
