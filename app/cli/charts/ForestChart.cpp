// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "app/cli/charts/OutcomeArgument.h"
#include "models/output/PoolReproduction.h"
#include "models/pooling/PoolText.h"
#include "views/charts/ForestFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

struct ForestRequest
{
    QString outcome;
    PoolRequest pool;
    ForestOptions options;
    ForestDress dress;
};

Result<QString> readReference(const Arguments &arguments, const Library &library)
{
    const QString id = arguments.value(u"reference"_s).value_or(QString());
    if (id.isEmpty())
        return id;
    const Cohort *cohort = library.cohort(id);
    if (!cohort)
        return usageError(u"no cohort \"%1\" in this library"_s.arg(id));
    if (!isComparator(cohort->role))
        return usageError(u"--reference \"%1\" is not a comparator"_s.arg(id));
    return id;
}

Result<ForestRequest> readRequest(const Arguments &arguments, const Selection &selection)
{
    ForestRequest request;
    const auto outcome = outcomeArgument(arguments, selection);
    if (!outcome)
        return outcome.problem();
    request.outcome = *outcome;
    const auto method = choice(arguments, u"method"_s, {u"glmm"_s, u"reml-hk"_s});
    if (!method)
        return method.problem();
    const auto groupBy = codedChoice<PoolGrouping>(arguments, u"group-by"_s);
    if (!groupBy)
        return groupBy.problem();
    const auto order = codedChoice<ForestOrder>(arguments, u"order"_s);
    if (!order)
        return order.problem();
    QStringList ends;
    for (const int end : forestAxisEnds)
        ends << QString::number(end);
    const auto end = choice(arguments, u"axis-end"_s, ends);
    if (!end)
        return end.problem();
    const auto reference = readReference(arguments, *selection.library);
    if (!reference)
        return reference.problem();
    request.pool.method = *poolMethodFromCode(*method);
    request.pool.level = selection.options.level;
    request.pool.groupBy = *groupBy;
    request.pool.guard.possibleOverlap = possibleOverlapOf(selection.criteria);
    request.pool.guard.excluded = arguments.values(u"not-pooled"_s);
    request.pool.guard.preferred = arguments.values(u"prefer"_s);
    request.pool.guard.showInferred = selection.options.showInferred;
    const auto threshold = number(arguments, u"threshold"_s, 0, 100);
    if (!threshold)
        return threshold.problem();
    request.pool.threshold = *threshold;
    request.options = {selection.options, *order, *reference};
    request.dress.axisEnd = end->toInt();
    return request;
}

ExitCode makeForest(const Arguments &arguments, const Selection &selection,
                    const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const auto request = readRequest(arguments, selection);
    if (!request)
        return console.usage(u"chart"_s, request.problem());
    const Library &library = *selection.library;
    for (const QString &id : request->pool.guard.excluded + request->pool.guard.preferred) {
        if (!library.cohort(id))
            console.message(u"no cohort \"%1\" in this library"_s.arg(id));
    }
    const auto analysis = std::make_shared<const PoolAnalysis>(
        analysePool(library, selection.result.cohorts, request->outcome, request->pool));
    const auto rows =
        std::make_shared<const ForestRows>(makeForestRows(library, *analysis, request->options));
    if (rows->isEmpty()) {
        const QString what = rows->outcome.isEmpty() ? u"a rate"_s : rows->outcome;
        return console.fault(
            {{}, {}, {}, u"not written: none of the matching cohorts reports "_s + what});
    }
    recipe = figureRecipe(std::make_shared<const ForestFigure>(
        rows, FigureCaption{choices.title, selection.context, {}, choices.withFooter},
        request->dress, [shared = selection.library, analysis, context = selection.context] {
            return poolReproduction(*analysis, *shared, context);
        }));
    return Success;
}

} // namespace

ChartKind forestChart()
{
    return {
        u"forest"_s,
        u"One outcome of every cohort with its interval, what may be pooled of it, and the pooled "
        "rate; squares by n."_s,
        {
            {u"group-by"_s,
             {},
             u"ATTRIBUTE"_s,
             u"Also pool by timing, route, dose-band, product, design or disease; default none."_s},
            {u"method"_s,
             {},
             u"glmm|reml-hk"_s,
             u"Logistic random-intercept model (default) or logit REML with Hartung-Knapp."_s},
            {u"order"_s, {}, u"estimate|n|year|name"_s, u"Of the rows; default estimate."_s},
            {u"reference"_s, {}, u"COHORT"_s, u"A comparator that gives a dashed line."_s},
            {u"not-pooled"_s, {}, u"COHORT"_s, u"Leave this cohort out of the pool."_s, true},
            {u"prefer"_s,
             {},
             u"COHORT"_s,
             u"Pool this cohort instead of those with which it shares participants."_s,
             true},
            {u"threshold"_s,
             {},
             u"P"_s,
             u"Also how probable a true rate below P percent is (of responses: above), cohort by "
             "cohort."_s},
            {u"axis-end"_s,
             {},
             u"100|50|25|10"_s,
             u"Where the axis ends, in percent; what lies beyond is an arrow. Default 100."_s},
        },
        &makeForest,
        {{u"outcome"_s, u"outcome"_s},
         {u"group-by"_s, u"groupBy"_s},
         {u"method"_s, u"method"_s},
         {u"order"_s, u"order"_s},
         {u"reference"_s, u"reference"_s},
         {u"not-pooled"_s, u"notPooled"_s, ViewOption::List},
         {u"prefer"_s, u"preferred"_s, ViewOption::List},
         {u"axis-end"_s, u"axisEnd"_s},
         {u"threshold"_s, u"threshold"_s, ViewOption::Number}}};
}

} // namespace anakinra::cli
