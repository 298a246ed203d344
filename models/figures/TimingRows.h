// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

/// When anakinra was given relative to the CAR T-cell infusion (day 0), as far as it is printed.
struct TimingWindow
{
    RegimenKind kind =
        RegimenKind::Starting; ///< a step-up is conditional: only some patients had it
    PrintedDay start;
    PrintedDay stop;
    QString dose;    ///< of a step-up: "8 mg/kg/day"; "" otherwise or not reported
    QString trigger; ///< the event that starts it, "" = none printed
    QString words; ///< "From day 2 or earlier to at least day 10; trigger: two documented fevers",
                   ///< with a no-break space in "day 2"
    QString startWords; ///< "day 2 or earlier", the printed words, or "NR"
    QString stopWords;  ///< "at least day 10", the printed words, or "NR"

    /// No day can be drawn, but an event or words say something: it may lie anywhere on the axis.
    [[nodiscard]] bool hasNoDay() const { return !start.isReported() && !stop.isReported(); }
};

/// Part of a window on the axis of days.
struct TimingPiece
{
    enum Kind {
        Given,    ///< anakinra is given, as printed
        Possible, ///< inside a printed range of the first or last day
        Unknown,  ///< up to an end that is not reported or is set by an event
    };
    Kind kind = Given;
    double from = 0.0;
    double to = 0.0;
    bool earlier = false; ///< "or earlier": an arrow at `from`
    bool later = false;   ///< "or later": an arrow at `to`

    friend bool operator==(const TimingPiece &, const TimingPiece &) = default;
};

/// An axis of days with room for arrows at both ends; day 0 is always on it.
struct DayAxis
{
    double min = -1.0;
    double max = 15.0;
    double step = 7.0; ///< between ticks, which stand at its multiples
};

/// What of a window lies where: in order of days, without gaps or overlaps. Empty where neither a
/// day nor an event is printed.
[[nodiscard]] std::vector<TimingPiece> timingPieces(const TimingWindow &window,
                                                    const DayAxis &axis);

struct TimingRow
{
    std::vector<TimingWindow> windows; ///< step-ups first, windows that say the same only once
    QString unreported;                ///< why there is none: "Start and stop not reported"
};

/// Everything a timing figure shows: one row per cohort, its window beside its rate.
struct TimingSeries
{
    RateSeries rates;            ///< one panel with one outcome; its notes are the figure's
    std::vector<TimingRow> rows; ///< as RateSeries::cohorts
    DayAxis axis;
};

/// `outcome`: a code of the library's vocabulary; "" = none is reported.
[[nodiscard]] TimingSeries makeTimingSeries(const Library &library, const FilterCriteria &criteria,
                                            const FilterResult &result, const RateOptions &options,
                                            const QString &outcome);

/// One row per window, and one for every cohort without.
[[nodiscard]] FigureTable timingTable(const TimingSeries &series);

} // namespace anakinra
