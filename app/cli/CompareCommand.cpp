// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/CompareSides.h"
#include "app/cli/FilterOptions.h"
#include "app/cli/LibrarySource.h"
#include "models/output/CompareJson.h"
#include "models/output/CompareText.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode runCompare(const Arguments &arguments, Console &console)
{
    const auto format = choice(arguments, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.usage(u"compare"_s, format.problem());
    const auto rates = rateOptionsFrom(arguments);
    if (!rates)
        return console.usage(u"compare"_s, rates.problem());
    const auto library = openChosenLibrary(arguments, console);
    if (!library)
        return Fault;
    AskedComparison asked;
    if (const ExitCode failed = makeComparison(u"compare"_s, arguments, arguments.positional(),
                                               *library, *rates, console, asked);
        failed != Success)
        return failed;
    const bool all = !arguments.has(u"outcome"_s);
    const qsizetype width = console.columns().value_or(defaultTextWidth);
    const auto output = [&](const auto &comparison) {
        return *format == u"json" ? compareJson(*library, comparison, all)
                                  : compareText(*library, comparison, width).toUtf8();
    };
    return console.data(asked.cohorts ? output(*asked.cohorts) : output(*asked.filters));
}

QString notes()
{
    return u"Two cohorts\n"
           "  Both rates with their intervals and a descriptive difference, rate A minus rate\n"
           "  B in percentage points. p (Fisher, two-sided, mid-p and Boschloo) and ratios only\n"
           "  for two groups of one study that share no participants. No difference where a\n"
           "  side has no events/n, where one side already had the toxicity, where targets\n"
           "  differ, or where participants stand on both sides; the output says why.\n"
           "\n"
           "Two filters (--a and --b with a FILTER in quotes, see list --help)\n"
           "  The cohorts of both sides, the pooled median of each side where pooling is\n"
           "  admitted, and a difference only as odds ratio of a logistic model with the side\n"
           "  as moderator: at least three studies a side, no participant on both.\n"
           "\n"
           "JSON (--format json)\n"
           "  One object; keys are always present, a missing value is null. Rates, points and\n"
           "  their bounds are in percent.\n"
           "    outcome, a, b\n"
           "    rates[]      id, side (a, b), events, n, percent, reported, status, ci, value,\n"
           "                 report, locator, flags, target, criterion, window, denominator,\n"
           "                 population, concomitant, noInterval (why there is none)\n"
           "    difference   method, estimate, low, high, level; of two filters method\n"
           "                 glmm-moderator with measure, p, likelihoodRatioP, k,\n"
           "                 degreesOfFreedom, tau2: low and high are of the odds ratio\n"
           "    ratio        risk ratio with Koopman's interval; high null = no upper bound\n"
           "    p (Fisher), midP, boschlooP (null where a group is larger than 100),\n"
           "    oddsRatio (conditional estimate, exact interval)\n"
           "    noDifference, noTest: why there is none\n"
           "    warnings[]   what a reader must know before comparing\n"
           "    randomised, statement, level\n"
           "    properties[] property, label, a, b, same (null = not known)\n"
           "    methods, references[], program, library\n"
           "    two filters: poolA, poolB (k, estimate, ci, tau2, refused), cohortsA, cohortsB\n"
           "  Without --outcome, outcome, rates, difference, ratio and p are null and\n"
           "  outcomes[] has these keys for every outcome that either side reports.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence compare --outcome crs.any liang-2025/sc liang-2025/iv\n"
           "  anakinra-evidence compare liang-2025/all liang-2025/historical-control\n"
           "  anakinra-evidence compare --a \"--route SC\" --b \"--route IV\" --outcome crs.any\n"_s;
}

} // namespace

Command compareCommand()
{
    Command command;
    command.name = u"compare"_s;
    command.synopsis = u"compare [--outcome CODE] COHORT-A COHORT-B [--format text|json]"_s;
    command.summary = u"put two cohorts or two filters side by side, outcome by outcome"_s;
    OptionGroup group{u"Comparison"_s,
                      {{u"outcome"_s, {}, u"CODE"_s,
                        u"Outcome to compare; default all that either side reports."_s}}};
    for (const OptionSpec &spec : compareOptionSpecs(u"method"_s))
        group.options.push_back(spec);
    command.options = {
        group,
        {u"Output"_s, {{u"format"_s, {}, u"text|json"_s, u"For reading (default) or JSON."_s}}},
        rateOptionGroup(),
        libraryOptions(true)};
    command.notes = notes();
    command.listsCodes = true;
    command.run = &runCompare;
    return command;
}

} // namespace anakinra::cli
