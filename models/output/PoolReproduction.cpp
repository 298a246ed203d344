// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/PoolReproduction.h"

#include "models/output/CohortCsv.h"
#include "models/output/PoolPage.h"
#include "models/output/PoolScript.h"
#include "models/output/TableMakers.h"
#include "models/output/TextLayout.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int cohort)
{
    return library.cohorts[static_cast<std::size_t>(cohort)];
}

QByteArray dataCsv(const PoolAnalysis &analysis, const Library &library)
{
    CohortTable table = poolRowTable();
    addPoolRows(table, library, u"all"_s, analysis.overall.guard);
    for (const PoolGroup &group : analysis.groups)
        addPoolRows(table, library, group.key.code, group.guard);
    return cohortCsv(table);
}

QByteArray cohortsCsv(const PoolAnalysis &analysis, const Library &library)
{
    CohortTable table;
    table.columns = {{u"cohort"_s, {}, u"id of the cohort"_s},
                     {u"label"_s, {}, u"name of study and cohort"_s},
                     {u"events"_s, {}, u"participants with the event; empty = no count"_s},
                     {u"n"_s, {}, u"denominator of the outcome; empty = no count"_s},
                     {u"used"_s, {}, u"whether the pool of all uses it: yes or no"_s},
                     {u"reason"_s, {}, u"why it is not used"_s},
                     {u"status"_s, {}, u"how the count came to be"_s},
                     {u"printed"_s, {}, u"the figure as printed"_s},
                     {u"report"_s, {}, u"id of the report that prints it"_s},
                     {u"locator"_s, {}, u"where it stands in the report"_s}};
    for (const PoolCandidate &candidate : analysis.overall.guard.candidates) {
        const Source source =
            candidate.observation ? candidate.observation->figure.source : Source();
        const Status status = candidate.inferred ? Status::Inferred : source.status;
        table.rows.push_back({textCell(cohortAt(library, candidate.cohort).id),
                              textCell(cohortTitle(library, candidate.cohort)),
                              numberCell(candidate.events), numberCell(candidate.n),
                              textCell(candidate.used ? u"yes"_s : u"no"_s), textCell(candidate.reason),
                              textCell(candidate.observation ? codeOf(status) : QString()),
                              textCell(source.reported), textCell(source.report), textCell(source.locator)});
    }
    return cohortCsv(table);
}

QString resultsOf(const PoolAnalysis &analysis, const Library &library,
                  const FigureContext &context)
{
    RateOptions options;
    options.level = analysis.request.level;
    options.showInferred = analysis.request.guard.showInferred;
    return poolPage(library, analysis, context, options, defaultTextWidth);
}

} // namespace

Reproduction poolReproduction(const PoolAnalysis &analysis, const Library &library,
                              const FigureContext &context)
{
    return {{{u"data.csv"_s, dataCsv(analysis, library), u"the rows of every pool"_s},
             {u"cohorts.csv"_s, cohortsCsv(analysis, library),
              u"every cohort that was looked at, with the place of its figure"_s},
             scriptFile(poolScript(analysis, library))},
            u"R with the packages metafor and lme4"_s,
            resultsOf(analysis, library, context)};
}

} // namespace anakinra
