// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/Selection.h"
#include "models/output/PoolJson.h"
#include "models/output/PoolPage.h"
#include "models/output/PoolReproduction.h"
#include "models/output/TextLayout.h"
#include "models/pooling/PoolText.h"
#include "views/charts/ForestFigure.h"
#include "views/export/FigureBundle.h"
#include "views/export/SaveBundle.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// The outcome is needed before the library is open; whether it exists is seen later.
Result<PoolRequest> readRequest(const Arguments &arguments)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"pool takes no argument: \"%1\""_s.arg(arguments.positional().first()));
    if (arguments.value(u"outcome"_s).value_or(QString()).isEmpty())
        return usageError(u"pool needs an outcome: --outcome CODE"_s);
    PoolRequest request;
    const auto method = choice(arguments, u"method"_s, {u"glmm"_s, u"reml-hk"_s});
    if (!method)
        return method.problem();
    request.method = *poolMethodFromCode(*method);
    const auto groupBy = codedChoice<PoolGrouping>(arguments, u"group-by"_s);
    if (!groupBy)
        return groupBy.problem();
    request.groupBy = *groupBy;
    request.guard.preferred = arguments.values(u"prefer"_s);
    request.leaveOneOut = arguments.has(u"leave-one-out"_s);
    const auto threshold = number(arguments, u"threshold"_s, 0, 100);
    if (!threshold)
        return threshold.problem();
    request.threshold = *threshold;
    return request;
}

Result<QString> knownOutcome(const Arguments &arguments, const Library &library)
{
    const QString outcome = *arguments.value(u"outcome"_s);
    QStringList valid;
    for (const OutcomeTerm &term : library.vocabulary.outcomes) {
        if (term.code.compare(outcome, Qt::CaseInsensitive) == 0)
            return term.code;
        valid << term.code;
    }
    return usageError(
        u"--outcome \"%1\" is not known; valid: %2"_s.arg(outcome, valid.join(u", "_s)));
}

ExitCode writeBundle(const QString &path, const PoolAnalysis &analysis, const Selection &selection,
                     Console &console)
{
    if (!analysis.overall.pooled || analysis.overall.guard.rows.empty()) {
        const QString why = analysis.overall.guard.refused;
        return console.fault(
            {path,
             {},
             {},
             u"not written: "_s + (why.isEmpty() ? u"no cohort can be pooled"_s : why)});
    }
    const HeadlessApplication application;
    const auto rows = std::make_shared<const ForestRows>(makeForestRows(
        *selection.library, analysis, {selection.options, ForestOrder::Estimate, {}}));
    const auto bundle = figureBundle(figureRecipe(std::make_shared<const ForestFigure>(
        rows, FigureCaption{{}, selection.context, {}, true}, ForestDress(),
        [&] { return poolReproduction(analysis, *selection.library, selection.context); })));
    if (!bundle)
        return console.fault({path, {}, {}, u"not written: "_s + bundle.problem().message});
    const Outcome saved = saveBundle(path, *bundle);
    return saved ? Success : console.fault(saved.problem());
}

ExitCode runPool(const Arguments &arguments, Console &console)
{
    const auto format = choice(arguments, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.usage(u"pool"_s, format.problem());
    auto request = readRequest(arguments);
    if (!request)
        return console.usage(u"pool"_s, request.problem());
    const auto bundle = arguments.value(u"bundle"_s);
    if (bundle && bundle->isEmpty())
        return console.usage(u"pool"_s, usageError(u"--bundle needs a folder or a .zip file"_s));
    Selection selection;
    if (const ExitCode failed = makeSelection(u"pool"_s, arguments, console, selection);
        failed != Success)
        return failed;
    const Library &library = *selection.library;
    const auto outcome = knownOutcome(arguments, library);
    if (!outcome)
        return console.usage(u"pool"_s, outcome.problem());
    request.value().level = selection.options.level;
    request.value().guard.showInferred = selection.options.showInferred;
    request.value().guard.possibleOverlap = possibleOverlapOf(selection.criteria);
    for (const QString &id : request->guard.preferred) {
        if (!library.cohortIndex.contains(id))
            console.message(u"no cohort \"%1\" in this library"_s.arg(id));
    }
    const PoolAnalysis analysis =
        analysePool(library, selection.result.cohorts, *outcome, *request);
    const ExitCode written =
        *format == u"json"
            ? console.data(poolJson(library, analysis, selection.context.filterWords))
            : console.data(poolPage(library, analysis, selection.context, selection.options,
                                    console.columns().value_or(defaultTextWidth))
                               .toUtf8());
    if (written != Success || !bundle)
        return written;
    return writeBundle(*bundle, analysis, selection, console);
}

QString notes()
{
    return u"What is pooled\n"
           "  One row per study (k counts studies). Comparators never enter. Cohorts that\n"
           "  share participants do not enter together: parts beside their parent, samples\n"
           "  of earlier reports, recorded overlaps. A parent is preferred to its parts,\n"
           "  unless --group-by separates them; else the set with the largest total\n"
           "  denominator is taken. Disjoint arms without a parent figure are added up.\n"
           "  Every cohort is listed with the reason why it is not used.\n"
           "  Refused: cohorts that already had the toxicity with incidences, different\n"
           "  targets or response criteria, different disease groups for a tumour response,\n"
           "  preferred cohorts that share participants. A refusal is an answer: exit 0.\n"
           "\n"
           "Methods\n"
           "  glmm     random-intercept logistic model, maximum likelihood, t(k-1)\n"
           "           intervals; metafor: rma.glmm(measure = \"PLO\", test = \"t\")\n"
           "  reml-hk  inverse variance of logits, REML, Hartung-Knapp never below Wald,\n"
           "           t(k-1); metafor: rma(measure = \"PLO\", test = \"adhoc\")\n"
           "  The other method is given as sensitivity analysis. The estimate is the rate of\n"
           "  the median study; the population mean is given beside it. Where no model can\n"
           "  be fitted (one study, no events, only events ...) the crude total stands with\n"
           "  its exact interval, labelled so.\n"
           "\n"
           "Groups (--group-by)\n"
           "  timing, route, dose-band, product, design, disease. Dose bands go by the\n"
           "  highest starting dose, each scale for itself: up to 100, over 100 to 200, over\n"
           "  200 mg/day; up to 4, over 4 mg/kg/day. Groups are compared by a\n"
           "  likelihood-ratio test with one tau.\n"
           "\n"
           "JSON (--format json)\n"
           "  One object; keys are always present, a missing value is null; rates, bounds,\n"
           "  i2 and levels are in percent, tau2 is on the logit scale.\n"
           "    outcome, method, level, k, studies\n"
           "    cohorts[]    id, events, n, used, reason, study, inferred, report, locator\n"
           "    estimate, ci (method, level, low, high), tau2, i2, q, prediction (as ci),\n"
           "    medianOrMean, populationMean, logit, logitStandardError, tau2Ci (method,\n"
           "    low, high), qDf, qP\n"
           "    obstacle     why no model was fitted: no-cohorts, one-study, no-events,\n"
           "                 only-events, separated, not-identified; null where one was\n"
           "    warnings[], refused (null or why)\n"
           "    crude        label, events, n, percent, ci; only without a model\n"
           "    greedy       true: the chosen set may not be the largest\n"
           "    rows[]       study, cohorts, events, n: what the model saw\n"
           "    sensitivity  the fit of the other method\n"
           "    groupBy, groups[] (code, label and the keys above), groupTest (test, groups,\n"
           "                 statistic, df, p, notDone)\n"
           "    leaveOneOut[] without (a study), k and the keys of a fit\n"
           "    possibleOverlap, inferredCounts, methods, references[], program, library,\n"
           "    threshold (percent) and, of each cohort, probabilityBelow (percent),\n"
           "    filter\n"
           "\n"
           "Bundle (--bundle)\n"
           "  README.txt, the figure (PDF, SVG), table.csv, data.csv, cohorts.csv and\n"
           "  reproduce.R, which fits the same models with metafor and lme4 and ends with\n"
           "  status 1 if the results differ.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence pool --outcome icans.any --timing prophylactic\n"
           "  anakinra-evidence pool --outcome crs.any --group-by route --format json\n"
           "  anakinra-evidence pool --outcome resolution.carhlh --bundle pool.zip\n"_s;
}

} // namespace

Command poolCommand()
{
    Command command;
    command.name = u"pool"_s;
    command.synopsis = u"pool --outcome CODE [FILTER…] [--format text|json]"_s;
    command.summary =
        u"pool the rates of an outcome over the matching cohorts that may be pooled"_s;
    command.options = {
        {u"Pool"_s,
         {
             {u"outcome"_s, {}, u"CODE"_s, u"Outcome to pool; its codes stand below."_s},
             {u"method"_s,
              {},
              u"glmm|reml-hk"_s,
              u"Logistic random-intercept model (default) or logit REML with Hartung-Knapp."_s},
             {u"group-by"_s,
              {},
              u"ATTRIBUTE"_s,
              u"Also pool by timing, route, dose-band, product, design or disease; default none."_s},
             {u"prefer"_s,
              {},
              u"COHORT"_s,
              u"Use this cohort instead of those with which it shares participants."_s,
              true},
             {u"leave-one-out"_s, {}, {}, u"Also pool without each study in turn."_s},
             {u"threshold"_s,
              {},
              u"P"_s,
              u"Also the probability that each cohort's true rate lies below P percent (its Jeffreys "
              "posterior, its own counts alone)."_s},
         }},
        {u"Output"_s,
         {
             {u"format"_s, {}, u"text|json"_s, u"For reading (default) or JSON."_s},
             {u"bundle"_s,
              {},
              u"PATH"_s,
              u"Also write data, R script and README there: a new folder, or a .zip file."_s},
         }},
        filterOptions(),
        rateOptionGroup(),
        libraryOptions(true)};
    command.notes = notes();
    command.listsCodes = true;
    command.run = &runPool;
    return command;
}

} // namespace anakinra::cli
