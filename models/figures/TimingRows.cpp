// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/TimingRows.h"

#include "models/figures/SourceText.h"
#include "models/filter/FilterEngine.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr double shownWithoutDays = 14.0; ///< the axis reaches at least this day
constexpr double padding = 0.1;           ///< of the range of days, at either end
constexpr double mostTicks = 8.0;

QString medianWords(const PrintedDay &day)
{
    return u"median day\u00a0"_s + plainNumber(*day.median);
}

/// "day 2 or earlier", "day 0–4, median day 2".
QString firstDayWords(const PrintedDay &day)
{
    QStringList parts;
    if (day.min && day.max)
        parts << u"day\u00a0"_s + plainRange(*day.min, *day.max);
    else if (day.max)
        parts << u"day\u00a0%1 or earlier"_s.arg(plainNumber(*day.max));
    else if (day.min)
        parts << u"day\u00a0%1 or later"_s.arg(plainNumber(*day.min));
    if (day.median)
        parts << medianWords(day);
    return parts.join(u", "_s);
}

QString lastDayWords(const PrintedDay &day)
{
    QStringList parts;
    if (day.min && day.max)
        parts << u"day\u00a0"_s + plainRange(*day.min, *day.max);
    else if (day.min)
        parts << u"at least day\u00a0"_s + plainNumber(*day.min);
    else if (day.max)
        parts << u"at most day\u00a0"_s + plainNumber(*day.max);
    if (day.median)
        parts << medianWords(day);
    return parts.join(u", "_s);
}

/// The words of a starting regimen; "" where nothing is printed.
QString startingWords(const TimingWindow &window, const Regimen &regimen)
{
    const bool hasStop = window.stop.isReported() || !regimen.stop.isEmpty();
    const bool hasStart = window.start.isReported() || !regimen.start.isEmpty();
    if (!hasStart && !hasStop && window.trigger.isEmpty())
        return {};
    const bool byEvent = !hasStart && !window.trigger.isEmpty();
    QString words;
    if (window.start.isReported())
        words = u"From "_s + window.startWords;
    else if (hasStart)
        words = u"Start: "_s + window.startWords;
    else
        words = byEvent ? u"Start set by an event, no fixed day: "_s + window.trigger
                        : u"Start not reported"_s;
    if (window.stop.isReported())
        words += (window.start.isReported() ? u" to "_s
                  : byEvent                 ? u"; to "_s
                                            : u", to "_s) +
                 window.stopWords;
    else if (hasStop)
        words += u"; stop: "_s + window.stopWords;
    else
        words += byEvent ? u"; stop not reported"_s : u", stop not reported"_s;
    if (!window.trigger.isEmpty() && !byEvent)
        words += u"; trigger: "_s + window.trigger;
    return words;
}

QString stepUpWords(const TimingWindow &window)
{
    QString words = u"Step-up"_s;
    if (!window.dose.isEmpty())
        words += u' ' + window.dose;
    words += window.trigger.isEmpty() ? u", condition not reported"_s : u" if "_s + window.trigger;
    if (window.start.isReported())
        words += u"; from "_s + window.startWords;
    if (window.stopWords != u"NR")
        words += u"; stop: "_s + window.stopWords;
    return words;
}

TimingWindow makeWindow(const Cohort &cohort, const Regimen &regimen)
{
    TimingWindow window;
    window.kind = regimen.kind;
    window.trigger = regimen.trigger;
    window.stop = regimen.stopDay;
    // The cohort's first day is that of its starting regimens.
    if (regimen.kind == RegimenKind::Starting)
        window.start = {cohort.startDay.min, cohort.startDay.max, cohort.startDay.median};
    const auto orNr = [](const QString &words) { return words.isEmpty() ? u"NR"_s : words; };
    window.startWords =
        window.start.isReported() ? firstDayWords(window.start) : orNr(regimen.start);
    window.stopWords = window.stop.isReported() ? lastDayWords(window.stop) : orNr(regimen.stop);
    if (regimen.kind == RegimenKind::StepUp) {
        if (regimen.dose)
            window.dose = doseText(*regimen.dose);
        window.words = stepUpWords(window);
    } else {
        window.words = startingWords(window, regimen);
    }
    return window;
}

TimingRow makeRow(const Cohort &cohort)
{
    TimingRow row;
    if (isComparator(cohort.role)) {
        row.unreported = u"Not applicable: no anakinra"_s;
        return row;
    }
    for (const RegimenKind kind : {RegimenKind::StepUp, RegimenKind::Starting}) {
        for (const Regimen &regimen : cohort.regimens) {
            if (regimen.kind != kind)
                continue;
            const TimingWindow window = makeWindow(cohort, regimen);
            if (!window.words.isEmpty() &&
                std::ranges::find(row.windows, window.words, &TimingWindow::words) ==
                    row.windows.end())
                row.windows.push_back(window);
        }
    }
    // A day may be printed without any regimen.
    if (row.windows.empty() && cohort.startDay.isReported())
        row.windows.push_back(makeWindow(cohort, {}));
    const bool started = std::ranges::any_of(row.windows, [](const TimingWindow &window) {
        return window.kind == RegimenKind::Starting;
    });
    if (!started)
        row.unreported = u"Start and stop not reported"_s;
    return row;
}

/// The step of 1, 2, 5, 7, 14, 28 ... days that gives at most `mostTicks` ticks.
double tickStep(double range)
{
    for (const double step : {1.0, 2.0, 5.0, 7.0, 14.0, 28.0}) {
        if (range / step <= mostTicks)
            return step;
    }
    double step = 50.0;
    while (range / step > mostTicks)
        step *= 2.0;
    return step;
}

DayAxis axisOf(const std::vector<TimingRow> &rows)
{
    double first = 0.0;
    double last = 0.0;
    for (const TimingRow &row : rows) {
        for (const TimingWindow &window : row.windows) {
            for (const PrintedDay &day : {window.start, window.stop}) {
                for (const auto &value : {day.min, day.max, day.median}) {
                    first = std::min(first, value.value_or(first));
                    last = std::max(last, value.value_or(last));
                }
            }
        }
    }
    last = std::max(last, shownWithoutDays);
    const double pad = padding * (last - first);
    return {first - pad, last + pad, tickStep(last - first)};
}

} // namespace

std::vector<TimingPiece> timingPieces(const TimingWindow &window, const DayAxis &axis)
{
    const PrintedDay &start = window.start;
    const PrintedDay &stop = window.stop;
    std::vector<TimingPiece> pieces;
    if (window.hasNoDay()) {
        if (!window.words.isEmpty())
            pieces.push_back({TimingPiece::Unknown, axis.min, axis.max});
        return pieces;
    }
    // By `from` everyone has begun, until `to` everyone goes on.
    const auto from = start.max;
    const auto to = stop.min;
    if (from && to && *from > *to) { // the two ranges overlap
        pieces.push_back({TimingPiece::Possible, start.min.value_or(*to), stop.max.value_or(*from),
                          !start.min, !stop.max});
        return pieces;
    }
    if (from && start.min && *start.min < *from)
        pieces.push_back({TimingPiece::Possible, *start.min, *from});
    const bool earlier = from && !start.min;
    const bool later = to && !stop.max;
    if (from && to) {
        pieces.push_back({TimingPiece::Given, *from, *to, earlier, later});
    } else {
        // One of the two is a median, a bound on the wrong side, or not reported at all.
        const auto begin = from ? from : start.min ? start.min : start.median;
        const auto end = to ? to : stop.max ? stop.max : stop.median;
        const double left = begin.value_or(axis.min);
        const double right = end.value_or(axis.max);
        const bool bounded = (from || start.min) && (to || stop.max);
        pieces.push_back({bounded ? TimingPiece::Possible : TimingPiece::Unknown,
                          std::min(left, right), std::max(left, right), earlier, later});
    }
    if (to && stop.max && *stop.max > *to)
        pieces.push_back({TimingPiece::Possible, *to, *stop.max});
    return pieces;
}

TimingSeries makeTimingSeries(const Library &library, const FilterCriteria &criteria,
                              const FilterResult &result, const RateOptions &options,
                              const QString &outcome)
{
    TimingSeries series;
    series.rates = makeOutcomeSeries(library, criteria, result, options, outcome);
    if (outcome.isEmpty())
        series.rates.panels.front().title = u"No rate is reported"_s;
    series.rows.reserve(series.rates.cohorts.size());
    for (const RateCohort &cohort : series.rates.cohorts)
        series.rows.push_back(makeRow(library.cohorts[static_cast<std::size_t>(cohort.cohort)]));
    series.axis = axisOf(series.rows);
    return series;
}

FigureTable timingTable(const TimingSeries &series)
{
    const RatePanel &panel = series.rates.panels.front();
    FigureTable table;
    table.headers = {u"Cohort"_s,
                     u"n"_s,
                     u"Timing"_s,
                     u"Regimen"_s,
                     u"Start"_s,
                     u"Trigger"_s,
                     u"Stop"_s,
                     panel.labels.front(),
                     panel.labels.front() + u", interval"_s,
                     u"Findings"_s};
    for (std::size_t i = 0; i < series.rows.size(); ++i) {
        const RateCohort &cohort = series.rates.cohorts[i];
        const TimingRow &row = series.rows[i];
        const Rate &rate = panel.rates[i].front();
        const auto add = [&](const QStringList &window) {
            const QString timing = cohort.comparator                      ? QString()
                                   : cohort.timing == Timing::NotReported ? u"NR"_s
                                                                          : labelOf(cohort.timing);
            table.rows.push_back(QStringList{cohort.label, cohort.nText, timing} + window +
                                 QStringList{rate.cellText(), rate.intervalText(), rate.findingLines});
        };
        for (const TimingWindow &window : row.windows) {
            const bool stepUp = window.kind == RegimenKind::StepUp;
            add({stepUp ? QString(u"Step-up "_s + window.dose).trimmed() : u"Starting"_s,
                 window.startWords, window.trigger, window.stopWords});
        }
        if (!row.unreported.isEmpty()) {
            const QString missing = cohort.comparator ? QString() : u"NR"_s;
            add({missing, missing, {}, missing});
        }
    }
    return table;
}

} // namespace anakinra
