// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/ProportionInterval.h"
#include "views/charts/RateFigure.h"

/// Invented rate figures: what a chart must cope with, independent of any evidence.
namespace anakinra::fixtures {

using namespace Qt::StringLiterals;

inline Rate counted(int events, int n)
{
    Rate rate;
    rate.kind = RateKind::Counted;
    rate.events = events;
    rate.n = n;
    rate.percent = 100.0 * events / n;
    const auto interval = statistics::proportionInterval(events, n, 0.95, statistics::IntervalMethod::Wilson);
    rate.interval = statistics::Interval{100.0 * interval.low, 100.0 * interval.high};
    return rate;
}

/// With what stands beside a number of which the audit finds something.
inline Rate found(Rate rate, const QString &mark = u"!"_s)
{
    rate.findingMark = mark;
    rate.findingLines = u"Cannot be as printed: invented."_s;
    return rate;
}

inline Rate percentOnly(double percent)
{
    Rate rate;
    rate.kind = RateKind::PercentOnly;
    rate.percent = percent;
    return rate;
}

inline Rate inferred(int events, int n)
{
    Rate rate = counted(events, n);
    rate.kind = RateKind::Inferred;
    return rate;
}

inline Rate notReported()
{
    return {};
}

inline RateFigure emptyFigure()
{
    RateFigure figure;
    figure.title = u"Prophylactic anakinra <SC> & CAR T: how often are CRS and ICANS ≥3 seen in Köln?"_s;
    figure.context.filterWords = u"Filter: anakinra cohorts; route SC; timing prophylactic"_s;
    figure.context.libraryLine = u"Invented library 1.0, curated 2026-01-01"_s;
    figure.context.dateLine = u"Made on 2026-01-02"_s;
    figure.context.methodLine = u"Rates: events/n; whiskers: 95\u00a0% Wilson score interval"_s;
    figure.context.leftOut = {u"Left out: 1 cohort could not be judged (start day not reported)"_s};
    RatePanel toxicity;
    toxicity.title = u"Toxicity (lower is better)"_s;
    toxicity.direction = Direction::LowerBetter;
    toxicity.outcomes = {u"crs.any"_s, u"crs.ge3"_s, u"icans.any"_s, u"icans.ge3"_s};
    toxicity.labels = {u"CRS any"_s, u"CRS ≥3"_s, u"ICANS any"_s, u"ICANS ≥3"_s};
    RatePanel response;
    response.title = u"Response (higher is better)"_s;
    response.direction = Direction::HigherBetter;
    response.outcomes = {u"response.orr"_s, u"response.cr"_s};
    response.labels = {u"ORR"_s, u"CR"_s};
    figure.series.panels = {toxicity, response};
    return figure;
}

/// Adds a cohort; `rates` are the toxicity rates followed by the response rates.
inline void addCohort(RateFigure &figure, const QString &label, int n, const std::vector<Rate> &rates,
                      Timing timing = Timing::Prophylactic, bool comparator = false, bool part = false)
{
    const int index = static_cast<int>(figure.series.cohorts.size());
    RateCohort cohort;
    cohort.cohort = index;
    cohort.label = label;
    cohort.nText = u"n = %1"_s.arg(n);
    cohort.timing = timing;
    cohort.comparator = comparator;
    cohort.partOfShown = part;
    figure.series.cohorts.push_back(cohort);
    std::size_t next = 0;
    for (RatePanel &panel : figure.series.panels) {
        std::vector<Rate> row;
        for (const QString &outcome : panel.outcomes) {
            Rate rate = rates.at(next++);
            rate.cohort = index;
            rate.outcome = outcome;
            row.push_back(rate);
        }
        panel.rates.push_back(row);
    }
}

inline RateFigure twoCohorts()
{
    RateFigure figure = emptyFigure();
    addCohort(figure, u"Müller 2023"_s, 31,
              {counted(23, 31), counted(2, 31), counted(6, 31), counted(3, 31), counted(27, 31), counted(24, 31)});
    addCohort(figure, u"Łukasz & Åse, arm <SC>"_s, 15,
              {counted(8, 15), counted(0, 15), percentOnly(20), notReported(), counted(15, 15), inferred(12, 15)});
    return figure;
}

/// Every number of the figure marked.
inline RateFigure allFound(RateFigure figure)
{
    for (RatePanel &panel : figure.series.panels) {
        for (std::vector<Rate> &row : panel.rates) {
            for (Rate &rate : row)
                rate = found(rate, row.size() > 2 ? u"!"_s : u"*"_s);
        }
    }
    return figure;
}

/// A parent with two parts and three comparators: the most that is drawn as bars.
inline RateFigure sixCohorts()
{
    RateFigure figure = emptyFigure();
    addCohort(figure, u"Trial, all"_s, 58,
              {counted(28, 58), counted(2, 58), counted(12, 58), counted(4, 58), counted(40, 58), counted(30, 58)});
    addCohort(figure, u"Trial, SC arm"_s, 30,
              {counted(14, 30), counted(0, 30), counted(8, 30), counted(2, 30), counted(22, 30), counted(16, 30)},
              Timing::Prophylactic, false, true);
    addCohort(figure, u"Trial, IV arm"_s, 28,
              {counted(14, 28), counted(2, 28), counted(4, 28), counted(2, 28), counted(18, 28), counted(14, 28)},
              Timing::Prophylactic, false, true);
    addCohort(figure, u"Historical control"_s, 100,
              {counted(82, 100), counted(9, 100), counted(44, 100), counted(21, 100), notReported(), notReported()},
              Timing::NotReported, true);
    addCohort(figure, u"External reference"_s, 269,
              {counted(113, 269), counted(6, 269), counted(80, 269), counted(27, 269), counted(186, 269), counted(136, 269)},
              Timing::NotReported, true);
    addCohort(figure, u"Unnamed comparator"_s, 40,
              {percentOnly(77.5), notReported(), percentOnly(100), percentOnly(0), notReported(), notReported()},
              Timing::NotReported, true);
    return figure;
}

inline RateFigure manyCohorts(int count)
{
    RateFigure figure = emptyFigure();
    for (int i = 0; i < count; ++i) {
        const int n = 4 + (i * 7) % 60;
        const auto part = [&](int of) { return counted((i * of) % (n + 1), n); };
        std::vector<Rate> rates{part(3), part(1), i % 4 ? part(2) : notReported(),
                                i % 5 ? part(1) : percentOnly(12.5), part(5), i % 3 ? part(4) : inferred(n / 2, n)};
        const bool comparator = i + 3 > count;
        addCohort(figure, u"Study %1, cohort"_s.arg(i), n, rates, static_cast<Timing>(i % 5), comparator,
                  i % 4 == 2);
    }
    return figure;
}

} // namespace anakinra::fixtures
