// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetOutcomes.h"

#include "models/figures/SheetPools.h"
#include "models/figures/SourceText.h"
#include "models/pooling/IndependentSet.h"

#include <algorithm>
#include <functional>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// One row: its label and the observations or codes it takes.
struct RowSpec
{
    QString label;
    QString code;                                          ///< the one outcome, or "" ...
    std::function<bool(const OutcomeTerm &)> gathers = {}; ///< ... the outcomes gathered
    Direction direction = Direction::LowerBetter;
};

std::vector<RowSpec> rowSpecs(bool resolution)
{
    const RowSpec resolved{u"Toxicity resolution after anakinra"_s, {},
                           [](const OutcomeTerm &t) { return t.domain == Domain::ToxicityResolution; },
                           Direction::HigherBetter};
    const RowSpec harm{u"Infection, death"_s, {},
                       [](const OutcomeTerm &t) {
                           return t.domain == Domain::Mortality || t.code.startsWith(u"infection");
                       },
                       Direction::LowerBetter};
    return {{u"CRS, any grade"_s, u"crs.any"_s},
            {u"CRS, grade ≥3"_s, u"crs.ge3"_s},
            resolution ? resolved : RowSpec{u"ICANS, any grade"_s, u"icans.any"_s},
            {u"ICANS, grade ≥3"_s, u"icans.ge3"_s},
            {u"Overall response (ORR)"_s, u"response.orr"_s, {}, Direction::HigherBetter},
            {u"Complete response (CR)"_s, u"response.cr"_s, {}, Direction::HigherBetter},
            harm};
}

SheetRate notReported(int cohort, const QString &code)
{
    SheetRate rate;
    rate.rate.cohort = cohort;
    rate.rate.outcome = code;
    rate.text = u"NR"_s;
    return rate;
}

std::vector<SheetRate> gathered(const Library &library, int cohort, const RowSpec &spec,
                                const RateOptions &options, SheetSources &sources)
{
    std::vector<SheetRate> rates;
    for (const Observation &observation : cohortAt(library, cohort).outcomes) {
        const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
        if (!term || !spec.gathers(*term)
            || observation.figure.source.status == Status::NotReported)
            continue;
        SheetRate rate = sheetRate(library, rateOfObservation(library, cohort, observation, options),
                                   options, sources);
        rate.label = term->shortLabel;
        if (!observation.window.isEmpty() && !rate.label.contains(observation.window))
            rate.label += u", "_s + observation.window;
        rates.push_back(std::move(rate));
    }
    if (rates.empty())
        rates.push_back(notReported(cohort, {}));
    return rates;
}

/// Marks the independent rates of one outcome and says from where to where they reach.
void addRange(const Library &library, SheetOutcome &row, const QString &code, const QString &label)
{
    std::vector<SheetRate *> candidates;
    std::vector<int> cohorts;
    for (auto &cell : row.rates) {
        const auto it = std::ranges::find_if(cell, [&](const SheetRate &r) {
            return r.rate.outcome == code && r.rate.percent && r.rate.kind != RateKind::NotReported;
        });
        if (it != cell.end()) {
            candidates.push_back(&*it);
            cohorts.push_back(it->rate.cohort);
        }
    }
    const std::vector<int> independent = independentCohorts(library, cohorts);
    std::erase_if(candidates, [&](const SheetRate *r) {
        return !std::ranges::binary_search(independent, r->rate.cohort);
    });
    for (SheetRate *rate : candidates)
        rate->independent = true;
    if (candidates.size() < 2)
        return;
    const auto [low, high] = std::ranges::minmax_element(
        candidates, {}, [](const SheetRate *r) { return *r->rate.percent; });
    SheetRange range;
    range.label = label;
    range.cohorts = static_cast<int>(candidates.size());
    range.lowest = cohortTitle(library, (*low)->rate.cohort);
    range.highest = cohortTitle(library, (*high)->rate.cohort);
    QString lowText = (*low)->rate.percentText();
    const QString highText = (*high)->rate.percentText();
    lowText.chop(lowText.endsWith(u'%') ? 2 : 0); // the sign stands once, with its space
    range.text = *(*low)->rate.percent == *(*high)->rate.percent ? highText
                                                                 : lowText + u'–' + highText;
    row.ranges.push_back(std::move(range));
}

SheetOutcome makeRow(const Library &library, std::span<const int> cohorts, const RowSpec &spec,
                     const RateOptions &options, PossibleOverlap possibleOverlap,
                     SheetSources &sources)
{
    SheetOutcome row;
    row.label = spec.label;
    row.direction = spec.direction;
    if (!spec.gathers)
        row.codes << spec.code;
    for (const OutcomeTerm &term : library.vocabulary.outcomes) {
        if (spec.gathers && spec.gathers(term))
            row.codes << term.code;
    }
    for (const int cohort : cohorts) {
        if (spec.gathers) {
            row.rates.push_back(gathered(library, cohort, spec, options, sources));
        } else {
            row.rates.push_back({sheetRate(library, rateOf(library, cohort, spec.code, options),
                                           options, sources)});
        }
    }
    for (const QString &code : row.codes) {
        const OutcomeTerm *term = library.vocabulary.outcome(code);
        const QString label = spec.gathers && term ? term->shortLabel : QString();
        addRange(library, row, code, label);
        addPool(library, row, cohorts, code, label, options, possibleOverlap);
    }
    return row;
}

} // namespace

SheetRate sheetRate(const Library &library, const Rate &rate, const RateOptions &options,
                    SheetSources &sources)
{
    SheetRate cell;
    cell.rate = rate;
    cell.text = rate.cellText();
    if (rate.kind == RateKind::PercentOnly)
        cell.text += u" (no count)"_s;
    else if (rate.kind == RateKind::Inferred)
        cell.text += u" (inferred, not proven)"_s;
    cell.interval = rate.intervalText();
    const OutcomeTerm *term = library.vocabulary.outcome(rate.outcome);
    if (!term || term->direction == Direction::LowerBetter)
        cell.bound = exactBoundText(rate, options).section(u"; "_s, 1); // the count is there already
    const Observation *observation = rate.observation;
    if (!observation)
        return cell;
    const Figure &figure = observation->figure;
    if (rate.kind == RateKind::NotReported && !rate.events && figure.value)
        cell.text = valueInWords(*figure.value);
    if (term && term->domain == Domain::ToxicityResolution && !observation->concomitant.isEmpty())
        cell.concomitant = u"with "_s + observation->concomitant.join(u", "_s);
    QStringList what{nameInStudy(library, rate.cohort), term ? term->label : rate.outcome};
    if (!observation->criterion.isEmpty())
        what << observation->criterion;
    if (!observation->window.isEmpty())
        what << observation->window;
    cell.marks = sources.mark(figure.source, what.join(u", "_s));
    return cell;
}

std::vector<SheetOutcome> sheetOutcomes(const Library &library, std::span<const int> cohorts,
                                        const RateOptions &options,
                                        PossibleOverlap possibleOverlap, bool resolution,
                                        SheetSources &sources)
{
    std::vector<SheetOutcome> rows;
    for (const RowSpec &spec : rowSpecs(resolution))
        rows.push_back(makeRow(library, cohorts, spec, options, possibleOverlap, sources));
    return rows;
}

bool SheetOutcome::isReported() const
{
    return std::ranges::any_of(rates, [](const std::vector<SheetRate> &cell) {
        return std::ranges::any_of(cell, [](const SheetRate &r) { return r.text != u"NR"; });
    });
}

bool SheetOutcome::reports(std::size_t position, QStringView code) const
{
    return std::ranges::any_of(rates[position], [code](const SheetRate &r) {
        return r.rate.outcome == code && r.text != u"NR";
    });
}

} // namespace anakinra
