// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "app/cli/charts/OutcomeArgument.h"
#include "models/figures/NaturalFrequency.h"
#include "models/output/RateReproduction.h"
#include "views/charts/PeopleFigure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode makePeople(const Arguments &arguments, const Selection &selection, const FigureChoices &choices,
                    Console &console, FigureRecipe &recipe)
{
    const Library &library = *selection.library;
    const auto id = arguments.value(u"cohort"_s);
    if (id && !library.cohortIndex.contains(*id))
        return console.usage(u"chart"_s, usageError(u"no cohort \"%1\" in this library"_s.arg(*id)));
    const auto outcome = outcomeArgument(arguments, selection);
    if (!outcome)
        return console.usage(u"chart"_s, outcome.problem());
    // Without a cohort: the first listed one that can be drawn.
    std::vector<int> cohorts = selection.result.cohorts;
    if (id)
        cohorts = {library.cohortIndex.value(*id)};
    Problem why{{}, {}, {}, u"no cohort"_s};
    for (const int cohort : cohorts) {
        auto frequency = makeNaturalFrequency(library, cohort, *outcome, selection.options);
        if (frequency) {
            recipe = figureRecipe(std::make_shared<const PeopleFigure>(
                *frequency, FigureCaption{choices.title, selection.context, {}, choices.withFooter},
                [shared = selection.library, rate = frequency->rate, options = selection.options] {
                    return rateReproduction(*shared, {rate}, options);
                }));
            return Success;
        }
        why = frequency.problem();
    }
    why.message.prepend(u"not written: "_s);
    if (!id) {
        why = {{}, {}, *outcome, u"not written: no listed cohort reports it as a count of at least %1 patients"_s
                                     .arg(leastForNaturalFrequency)};
    }
    return console.fault(why);
}

} // namespace

ChartKind peopleChart()
{
    return {
        u"people"_s,
        u"One rate (--outcome) as people out of 100, with the ends of its interval, for teaching; "
        "needs a count of at least 30 patients."_s,
        {{u"cohort"_s,
          {},
          u"ID"_s,
          u"Whose rate; default the first listed cohort with such a count."_s}},
        &makePeople,
        {{u"cohort"_s, u"cohort"_s}, {u"outcome"_s, u"outcome"_s}}};
}

} // namespace anakinra::cli
