// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonSeries.h"

#include "models/comparison/ComparisonText.h"
#include "models/comparison/OutcomeContrast.h"
#include "models/figures/RateFindings.h"
#include "models/pooling/PoolText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

ComparedLine lineOf(const Library &library, const Rate &rate, ComparisonSide side,
                    const RateOptions &options)
{
    const Cohort &cohort = cohortAt(library, rate.cohort);
    ComparedLine line;
    line.side = side;
    line.figures = rate.cellText();
    line.findingMark = rate.findingMark;
    line.kind = rate.kind;
    line.comparator = isComparator(cohort.role);
    line.percent = rate.percent;
    line.interval = rate.interval;
    line.spoken = spokenRate(library, rate, options);
    line.outcome = rate.outcome;
    line.cohort = cohort.id;
    return line;
}

ComparedBlock blockOf(const Library &library, const OutcomeComparison &outcome,
                      const CompareOptions &options)
{
    ComparedBlock block;
    block.section = sectionText(outcome.domain, outcome.direction);
    block.outcome = outcome.outcome;
    block.label = outcome.label;
    block.lines = {lineOf(library, outcome.a, ComparisonSide::A, options.rates),
                   lineOf(library, outcome.b, ComparisonSide::B, options.rates)};
    block.difference = outcome.difference;
    block.noDifference = outcome.noDifference.brief;
    block.spoken = outcome.label + u", "_s
        + (outcome.difference ? u"A minus B: "_s + differenceText(*outcome.difference)
                              : outcome.noDifference.full);
    QStringList notes;
    if (outcome.test)
        notes << testText(*outcome.test);
    if (const QString selected = selectedSides(outcome.a, outcome.b); !selected.isEmpty())
        notes << selected + u": already had a toxicity, not an incidence"_s;
    block.note = notes.join(u"; "_s);
    for (const QString &more : QStringList{block.note, outcome.noTest} + outcome.warnings) {
        if (!more.isEmpty())
            block.spoken += u'\n' + more;
    }
    return block;
}

ComparedLine pooledLine(const FilterSide &side, ComparisonSide which)
{
    const statistics::PooledRate &pooled = *side.pool.pooled;
    ComparedLine line;
    line.side = which;
    line.pooled = true;
    line.kind = RateKind::Counted;
    line.spoken = pooledSentence(side.pool) + u"; "_s + poolSizeText(side.pool.guard);
    line.name = u"Median of %1 studies"_s.arg(side.pool.guard.k());
    line.percent = 100.0 * *pooled.median;
    if (pooled.interval)
        line.interval = statistics::Interval{100.0 * pooled.interval->low,
                                             100.0 * pooled.interval->high};
    line.figures = pooledRateText(pooled);
    return line;
}

/// "1 cohort", "5 other cohorts".
QString cohortsInWords(int count, bool others)
{
    return QString::number(count) + (others ? u" other"_s : u""_s)
        + (count == 1 ? u" cohort"_s : u" cohorts"_s);
}

void addSide(std::vector<ComparedLine> &lines, const Library &library, const FilterSide &side,
             ComparisonSide which, const RateOptions &options)
{
    for (const Rate &rate : side.rates) {
        ComparedLine line = lineOf(library, rate, which, options);
        line.name = cohortTitle(library, rate.cohort);
        const int parent = cohortAt(library, rate.cohort).parent;
        line.partOfShown = parent >= 0
            && std::ranges::find(side.rates, parent, &Rate::cohort) != side.rates.end();
        lines.push_back(line);
    }
    if (side.pool.isFitted())
        lines.push_back(pooledLine(side, which));
    const auto addRest = [&](const QString &who, const QString &figures, const QString &meaning) {
        ComparedLine rest;
        rest.side = which;
        rest.name = who;
        rest.figures = figures;
        rest.spoken = who + u": "_s + meaning;
        lines.push_back(rest);
    };
    if (side.notListed > 0)
        addRest((side.notListed == 1 ? u"1 more cohort"_s : u"%1 more cohorts"_s.arg(side.notListed)), u"not drawn"_s,
                u"report this outcome and are not drawn one by one"_s);
    if (side.notReporting > 0)
        addRest(cohortsInWords(side.notReporting, !side.rates.empty()), u"NR"_s, u"not reported"_s);
    else if (side.rates.empty())
        addRest(u"no cohort"_s, u"NR"_s, u"not reported"_s);
}

ComparedBlock blockOf(const Library &library, const FilterOutcome &outcome,
                      const CompareOptions &options)
{
    ComparedBlock block;
    block.section = sectionText(outcome.domain, outcome.direction);
    block.outcome = outcome.outcome;
    block.label = outcome.label;
    addSide(block.lines, library, outcome.a, ComparisonSide::A, options.rates);
    addSide(block.lines, library, outcome.b, ComparisonSide::B, options.rates);
    block.note = outcome.difference
        ? u"A against B, moderator test over %1 studies, not randomised: %2"_s.arg(
              QString::number(outcome.difference->fit.k), moderatorText(*outcome.difference))
        : outcome.noDifference;
    block.spoken = outcome.label + u": "_s + block.note;
    return block;
}

std::vector<ComparedText> textsOf(const std::vector<ComparedProperty> &properties)
{
    std::vector<ComparedText> texts;
    for (const ComparedProperty &property : properties)
        texts.push_back({property.label, property.a, property.b, property.verdict(), {property.code}});
    return texts;
}

QString sideText(const ComparedFilter &filter)
{
    const std::size_t count = filter.cohorts.size();
    return filter.words
        + (count == 1 ? u" (1 cohort)"_s : u" (%1 cohorts)"_s.arg(filter.cohorts.size()));
}

} // namespace

ComparisonSeries comparisonSeries(const Library &library, const CohortComparison &comparison)
{
    ComparisonSeries series;
    series.headline = randomisationHeadline(comparison.relation);
    series.statement = comparison.relation.statement;
    series.a = titleWithSize(library, comparison.a);
    series.b = titleWithSize(library, comparison.b);
    series.cohorts = {cohortAt(library, comparison.a).id, cohortAt(library, comparison.b).id};
    for (const OutcomeComparison &outcome : comparison.outcomes) {
        if (outcome.isRate())
            series.blocks.push_back(blockOf(library, outcome, comparison.options));
        else
            series.values.push_back({outcome.label, withMark(outcome.textA(), outcome.a.findingMark),
                                     withMark(outcome.textB(), outcome.b.findingMark), {},
                                     {outcome.outcome}});
    }
    series.properties = textsOf(comparison.properties);
    series.warnings = comparison.warnings + comparison.findings;
    return series;
}

ComparisonSeries comparisonSeries(const Library &library, const FilterComparison &comparison)
{
    ComparisonSeries series;
    series.headline = u"NOT RANDOMISED"_s;
    series.statement = comparison.statement;
    series.a = sideText(comparison.a);
    series.b = sideText(comparison.b);
    series.namedLines = true;
    for (const FilterOutcome &outcome : comparison.outcomes)
        series.blocks.push_back(blockOf(library, outcome, comparison.options));
    series.properties = textsOf(comparison.properties);
    series.warnings = comparison.warnings + comparison.findings;
    return series;
}

} // namespace anakinra
