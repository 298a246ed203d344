// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ComparatorLimits.h"
#include "models/figures/CriterionText.h"
#include "models/figures/RateSeries.h"
#include "models/figures/SourceText.h"
#include "models/integrity/Grim.h"

#include <cmath>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr auto percentSign = u"\u00a0%";

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// One decimal, half up; "0" and "100" are written so only where they are exact.
QString computedPercent(int events, int n)
{
    if (events == 0)
        return u"0"_s;
    if (events == n)
        return u"100"_s;
    // Exact: 1/16 is 6.25 and prints as 6.3 whatever its binary fraction is.
    const qint64 tenths = (2 * qint64{1000} * events + n) / (2 * qint64{n});
    if (tenths == 0)
        return u"<0.1"_s;
    if (tenths == 1000)
        return u">99.9"_s;
    return QString::number(tenths / 10) + u'.' + QString::number(tenths % 10);
}

/// A bound of an interval in percent; 0 and 100 are exact there.
QString boundText(double percent)
{
    if (percent == 0.0 || percent == 100.0)
        return QString::number(percent, 'f', 0);
    return QString::number(percent, 'f', 1);
}

QString levelText(const RateOptions &options)
{
    return plainNumber(options.level) + percentSign;
}

QString methodName(statistics::IntervalMethod method)
{
    switch (method) {
    case statistics::IntervalMethod::Wilson:
        return u"Wilson score"_s;
    case statistics::IntervalMethod::ClopperPearson:
        return u"Clopper–Pearson (exact)"_s;
    case statistics::IntervalMethod::Jeffreys:
        return u"Jeffreys"_s;
    case statistics::IntervalMethod::AgrestiCoull:
        return u"Agresti–Coull"_s;
    }
    Q_UNREACHABLE();
}

statistics::Interval inPercent(int events, int n, const RateOptions &options)
{
    const auto i = statistics::proportionInterval(events, n, options.level / 100.0, options.method);
    return {100.0 * i.low, 100.0 * i.high};
}

void fillDenominators(Rate &rate, const Figure &figure, const Cohort &cohort)
{
    if (!cohort.n.value || *cohort.n.value < 1)
        return;
    const int maxN = std::min(cohort.n.max.value_or(*cohort.n.value),
                              integrity::largestSearchedDenominator);
    const auto printed = integrity::PrintedPercent::find(figure.source.reported, *figure.percent);
    rate.possibleDenominators = integrity::fittingDenominators({&printed, 1}, maxN);
    if (rate.possibleDenominators.empty()) {
        rate.possibleDenominators = integrity::fittingDenominators(
            {&printed, 1}, maxN, integrity::Rounding::Truncation);
        rate.denominatorsByTruncation = !rate.possibleDenominators.empty();
    }
}

/// How much a figure says, for choosing among several of one outcome: counts before a bare
/// percentage before anything else.
int worth(const Observation &observation)
{
    const Figure &figure = observation.figure;
    if (figure.source.status == Status::NotReported)
        return 0;
    if (figure.hasCounts() && figure.source.status != Status::Inferred)
        return 3;
    return figure.percent ? 2 : 1;
}

/// What kind of rate it is and its numbers, without interval and possible denominators.
Rate bareRate(int cohort, const Observation &observation, const RateOptions &options)
{
    const Figure &figure = observation.figure;
    Rate rate;
    rate.cohort = cohort;
    rate.outcome = observation.outcome;
    rate.observation = &observation;
    rate.hasFlags = !figure.source.flags.isEmpty() || !figure.source.note.isEmpty();
    if (figure.source.status == Status::NotReported)
        return rate;

    rate.events = figure.events;
    rate.n = figure.n;
    if (figure.hasCounts() && figure.source.status != Status::Inferred) {
        rate.kind = RateKind::Counted;
    } else if (figure.inferred && options.showInferred) {
        rate.kind = RateKind::Inferred;
        rate.events = figure.inferred->events;
        rate.n = figure.inferred->n;
    } else if (figure.percent) {
        rate.kind = RateKind::PercentOnly;
        rate.percent = figure.percent;
    }
    if (rate.kind == RateKind::Counted || rate.kind == RateKind::Inferred)
        rate.percent = 100.0 * *rate.events / *rate.n;
    return rate;
}

void complete(Rate &rate, const Library &library, const RateOptions &options)
{
    if (rate.kind == RateKind::Counted || rate.kind == RateKind::Inferred)
        rate.interval = inPercent(*rate.events, *rate.n, options);
    else if (rate.kind == RateKind::PercentOnly)
        fillDenominators(rate, rate.observation->figure, cohortAt(library, rate.cohort));
}

} // namespace

QString Rate::countText() const
{
    if (!events)
        return {};
    return QString::number(*events) + u'/' + (n ? QString::number(*n) : u"NR"_s);
}

QString Rate::percentText() const
{
    if ((kind == RateKind::Counted || kind == RateKind::Inferred) && events && n)
        return computedPercent(*events, *n) + percentSign;
    if (!percent)
        return {};
    const QString printed = observation ? observation->figure.source.reported : QString();
    return integrity::PrintedPercent::find(printed, *percent).toString() + percentSign;
}

QString Rate::cellText() const
{
    QStringList parts{countText(), percentText()};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"NR"_s : parts.join(u' ');
}

QString Rate::intervalText() const
{
    if (!interval)
        return {};
    return boundText(interval->low) + u'–' + boundText(interval->high) + percentSign;
}

Rate rateOfObservation(const Library &library, int cohort, const Observation &observation,
                       const RateOptions &options)
{
    Rate rate = bareRate(cohort, observation, options);
    complete(rate, library, options);
    return rate;
}

Rate rateOf(const Library &library, int cohort, QStringView outcome, const RateOptions &options,
            bool anyPopulation)
{
    Rate rate = bareRateOf(library, cohort, outcome, options, anyPopulation);
    complete(rate, library, options);
    return rate;
}

Rate bareRateOf(const Library &library, int cohort, QStringView outcome, const RateOptions &options,
                bool anyPopulation)
{
    const OutcomeTerm *term = library.vocabulary.outcome(outcome);
    const bool incidence = term ? term->domain == Domain::ToxicityIncidence
                                : outcome.startsWith(u"crs.") || outcome.startsWith(u"icans.");
    const Observation *best = nullptr;
    const Observation *setAside = nullptr;
    int recorded = 0;
    for (const Observation &observation : cohortAt(library, cohort).outcomes) {
        if (observation.outcome != outcome)
            continue;
        if (incidence && !anyPopulation && observation.population != Population::AllInfused) {
            if (!setAside && worth(observation) > 0)
                setAside = &observation;
            continue;
        }
        recorded += worth(observation) > 0;
        if (!best || worth(observation) > worth(*best))
            best = &observation;
    }
    Rate rate;
    if (best) {
        rate = bareRate(cohort, *best, options);
        rate.furtherFigures = std::max(0, recorded - 1);
    } else {
        rate.cohort = cohort;
        rate.outcome = outcome.toString();
    }
    rate.setAside = setAside;
    rate.hasFlags = rate.hasFlags || setAside || rate.furtherFigures > 0;
    return rate;
}

QString exactBoundText(const Rate &rate, const RateOptions &options)
{
    if (rate.kind != RateKind::Counted || (*rate.events != 0 && *rate.events != *rate.n))
        return {};
    const auto exact = statistics::proportionInterval(*rate.events, *rate.n, options.level / 100.0,
                                                      statistics::IntervalMethod::ClopperPearson);
    const bool none = *rate.events == 0;
    return rate.countText() + u"; exact "_s + levelText(options)
        + (none ? u" upper limit "_s : u" lower limit "_s)
        + QString::number(std::lround(100.0 * (none ? exact.high : exact.low))) + percentSign;
}

QString spokenRate(const Library &library, const Rate &rate, const RateOptions &options)
{
    const OutcomeTerm *term = library.vocabulary.outcome(rate.outcome);
    QString words = cohortTitle(library, rate.cohort) + u", "_s
        + (term ? term->label : rate.outcome) + u": "_s;
    if (rate.kind == RateKind::NotReported) {
        words += rate.events ? u"%1 events, denominator not reported"_s.arg(*rate.events)
                             : u"not reported"_s;
    } else if (rate.kind == RateKind::PercentOnly) {
        words += rate.percentText() + u", count not established, no interval"_s;
    } else {
        words += u"%1 of %2, "_s.arg(*rate.events).arg(*rate.n) + rate.percentText();
        words += u", %1 interval %2 to %3 (%4)"_s.arg(levelText(options),
                                                     boundText(rate.interval->low),
                                                     boundText(rate.interval->high),
                                                     methodName(options.method));
        if (rate.kind == RateKind::Inferred)
            words += u", inferred and not proven: "_s + rate.observation->figure.inferred->working;
    }
    QStringList lines{words};
    if (!rate.findingLines.isEmpty())
        lines << rate.findingLines;
    if (rate.observation) {
        const Observation &o = *rate.observation;
        lines << sourceLines(library, o.figure.source);
        if (const QString criterion = criterionText(library, o); !criterion.isEmpty())
            lines << u"Criterion: "_s + criterion;
        if (!o.window.isEmpty())
            lines << u"Time window: "_s + o.window;
        if (!o.concomitant.isEmpty())
            lines << u"Concomitant: "_s + o.concomitant.join(u", "_s);
    }
    if (rate.setAside) {
        lines << u"Recorded in a population that already had a toxicity, so not an incidence: %1"_s.arg(
            rateOfObservation(library, rate.cohort, *rate.setAside, options).cellText());
        lines << sourceLines(library, rate.setAside->figure.source);
    }
    const QStringList limits = comparatorLimits(library, cohortAt(library, rate.cohort));
    if (!limits.isEmpty())
        lines << u"Comparator: "_s + limits.join(u"; "_s);
    if (rate.furtherFigures > 0)
        lines << u"Further figures recorded for this outcome: %1"_s.arg(rate.furtherFigures);
    return lines.join(u'\n');
}

QString methodText(const RateOptions &options)
{
    return levelText(options) + u' ' + methodName(options.method) + u" interval"_s;
}

} // namespace anakinra
