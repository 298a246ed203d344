// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/OutcomeContrast.h"

#include "models/figures/SourceText.h"
#include "models/statistics/Boschloo.h"
#include "models/statistics/TwoByTwo.h"

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::EventsOfN;

namespace {

bool hasCounts(const Rate &rate)
{
    return rate.kind == RateKind::Counted || rate.kind == RateKind::Inferred;
}

EventsOfN countsOf(const Rate &rate)
{
    return {*rate.events, *rate.n};
}

bool isSelected(const Rate &rate)
{
    return rate.observation && rate.observation->population == Population::Selected;
}

QString valueOf(const Rate &rate)
{
    if (rate.percent || rate.events || !rate.observation || !rate.observation->figure.value)
        return {};
    return valueInWords(*rate.observation->figure.value);
}

CohortFigure figureOf(const Rate &rate)
{
    return {rate.cohort, rate.observation ? rate.observation->figure.source.report : QString()};
}

/// "A" or "B" or "A and B".
QString sidesWhere(bool a, bool b)
{
    if (a && b)
        return u"A and B"_s;
    return a ? u"A"_s : b ? u"B"_s : QString();
}

class Contrast
{
public:
    Contrast(const Library &library, OutcomeComparison &of, const CompareOptions &options)
        : m_library(library)
        , m_of(of)
        , m_options(options)
    {
    }

    void make()
    {
        warnings();
        m_of.noDifference = noDifference();
        if (m_of.noDifference.isNone())
            m_of.difference = difference();
        m_of.noTest = noTest();
        if (m_of.noTest.isEmpty())
            m_of.test = test();
    }

private:
    void say(const QString &sentence) { m_of.warnings << sentence; }

    void warnings()
    {
        interval(m_of.a, u"A"_s);
        interval(m_of.b, u"B"_s);
        if (m_of.a.kind == RateKind::Inferred || m_of.b.kind == RateKind::Inferred)
            say(u"Inferred counts are used for %1: plausible, not proven."_s.arg(
                sidesWhere(m_of.a.kind == RateKind::Inferred, m_of.b.kind == RateKind::Inferred)));
        const QString selected = selectedSides(m_of.a, m_of.b);
        if (!selected.isEmpty())
            say(u"%1: participants who already had a toxicity, so this is not an incidence."_s.arg(
                selected));
        const Observation *a = m_of.a.observation;
        const Observation *b = m_of.b.observation;
        if (!a || !b || m_of.a.kind == RateKind::NotReported || m_of.b.kind == RateKind::NotReported)
            return;
        differing(u"target"_s, a->target, b->target);
        differing(u"criterion"_s, a->criterion, b->criterion);
        differing(u"time window"_s, a->window, b->window);
        if (a->denominator != b->denominator)
            differing(u"denominator"_s, labelOf(a->denominator), labelOf(b->denominator));
        if (a->population != b->population)
            differing(u"population"_s, labelOf(a->population), labelOf(b->population));
        if (a->concomitant != b->concomitant)
            differing(u"concomitant treatment"_s, a->concomitant.join(u", "_s),
                      b->concomitant.join(u", "_s));
        if (!m_of.relation.possibleOverlap.isEmpty())
            say(m_of.relation.possibleOverlap);
    }

    void interval(const Rate &rate, const QString &side)
    {
        const QString reason = noIntervalReason(m_library, rate);
        if (!reason.isEmpty())
            say(side + u": no interval, because "_s + reason + u'.');
    }

    void differing(const QString &what, const QString &a, const QString &b)
    {
        if (a.simplified() == b.simplified())
            return;
        const auto orNot = [](const QString &text) {
            return text.isEmpty() ? u"not stated"_s : u'“' + text + u'”';
        };
        say(u"The %1 differs: A %2, B %3."_s.arg(what, orNot(a), orNot(b)));
    }

    Omission noDifference() const
    {
        if (!m_of.isRate())
            return {u"not a rate"_s, u"No difference: the figures are not rates."_s};
        const auto missing = [](const Rate &r) {
            return r.kind == RateKind::NotReported && !r.events;
        };
        if (const QString sides = sidesWhere(missing(m_of.a), missing(m_of.b)); !sides.isEmpty())
            return {sides + u" not reported"_s, u"No difference: %1 not reported."_s.arg(sides)};
        const QString uncounted = sidesWhere(!hasCounts(m_of.a), !hasCounts(m_of.b));
        if (!uncounted.isEmpty())
            return {u"no events/n for "_s + uncounted,
                    u"No difference: events and denominator are not both known for %1."_s.arg(
                        uncounted)};
        if (isSelected(m_of.a) != isSelected(m_of.b))
            return {u"different populations"_s,
                    u"No difference: one rate is of everyone infused, the other of participants who "
                    "already had a toxicity."_s};
        const QString &targetA = m_of.a.observation->target;
        const QString &targetB = m_of.b.observation->target;
        if (!targetA.isEmpty() && !targetB.isEmpty() && targetA != targetB)
            return {u"different targets"_s, u"No difference: the rates are of different targets."_s};
        if (!m_of.relation.shared.isEmpty())
            return {u"shared participants"_s, u"No difference: "_s + m_of.relation.shared};
        return {};
    }

    RateDifference difference() const
    {
        const EventsOfN a = countsOf(m_of.a);
        const EventsOfN b = countsOf(m_of.b);
        const double level = m_options.rates.level / 100.0;
        const statistics::Interval interval = m_options.difference == DifferenceMethod::Newcombe
            ? statistics::newcombeDifference(a, b, level)
            : statistics::miettinenNurminenDifference(a, b, level);
        return {m_options.difference, *m_of.a.percent - *m_of.b.percent,
                {100.0 * interval.low, 100.0 * interval.high}};
    }

    QString noTest() const
    {
        const QString head = u"No p value and no ratio: "_s;
        if (!m_of.difference)
            return head + u"there is no difference to test."_s;
        if (!m_of.relation.noTest.isEmpty())
            return head + m_of.relation.noTest + u'.';
        if (m_of.a.kind == RateKind::Inferred || m_of.b.kind == RateKind::Inferred)
            return head + u"a count is inferred and not proven."_s;
        return {};
    }

    RateTest test() const
    {
        const EventsOfN a = countsOf(m_of.a);
        const EventsOfN b = countsOf(m_of.b);
        const double level = m_options.rates.level / 100.0;
        const auto boschloo = statistics::boschlooTest(a, b);
        return {statistics::fisherTwoSided(a, b), statistics::fisherMidP(a, b),
                boschloo ? std::optional(boschloo->p) : std::nullopt,
                statistics::koopmanRiskRatio(a, b, level),
                statistics::conditionalOddsRatio(a, b, level)};
    }

    const Library &m_library;
    OutcomeComparison &m_of;
    const CompareOptions &m_options;
};

} // namespace

Rate comparedRate(const Library &library, int cohort, const QString &outcome,
                  const RateOptions &options)
{
    const Rate rate = rateOf(library, cohort, outcome, options);
    const bool nothing = rate.kind == RateKind::NotReported && !rate.events && valueOf(rate).isEmpty();
    return nothing && rate.setAside ? rateOfObservation(library, cohort, *rate.setAside, options)
                                    : rate;
}

QString noIntervalReason(const Library &library, const Rate &rate)
{
    if (rate.kind == RateKind::NotReported)
        return rate.events ? u"the denominator is not printed"_s : QString();
    if (rate.kind != RateKind::PercentOnly)
        return {};
    const bool sized = library.cohorts[static_cast<std::size_t>(rate.cohort)].n.value.has_value();
    return sized ? u"only a percentage is printed and its count cannot be established"_s
                 : u"only a percentage is printed and the number of patients is not"_s;
}

QString selectedSides(const Rate &a, const Rate &b)
{
    return sidesWhere(isSelected(a), isSelected(b));
}

QString outcomeLabel(const Library &library, const QString &outcome)
{
    const OutcomeTerm *term = library.vocabulary.outcome(outcome);
    return term ? term->label : outcome;
}

OutcomeComparison contrastOutcome(const Library &library, int a, int b, const QString &outcome,
                                  const CompareOptions &options)
{
    OutcomeComparison of;
    of.outcome = outcome;
    of.label = outcomeLabel(library, outcome);
    of.shortLabel = of.label;
    if (const OutcomeTerm *term = library.vocabulary.outcome(outcome)) {
        of.shortLabel = term->shortLabel;
        of.domain = term->domain;
        of.direction = term->direction;
    }
    of.a = comparedRate(library, a, outcome, options.rates);
    of.b = comparedRate(library, b, outcome, options.rates);
    of.valueA = valueOf(of.a);
    of.valueB = valueOf(of.b);
    of.relation = cohortRelation(library, figureOf(of.a), figureOf(of.b));
    Contrast(library, of, options).make();
    return of;
}

} // namespace anakinra
