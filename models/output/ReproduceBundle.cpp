// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ReproduceBundle.h"

#include "models/output/CohortCsv.h"
#include "models/output/PoolPage.h"
#include "models/output/TextLayout.h"
#include "models/pooling/PoolText.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

using TableRow = std::vector<TableCell>;

TableCell text(const QString &words)
{
    return words.isEmpty() ? TableCell() : TableCell(words);
}

TableCell number(std::optional<int> value)
{
    return value ? TableCell(static_cast<double>(*value)) : TableCell();
}

const Cohort &cohortAt(const Library &library, int cohort)
{
    return library.cohorts[static_cast<std::size_t>(cohort)];
}

void addRows(CohortTable &table, const Library &library, const QString &pool,
             const GuardedPool &guard)
{
    for (const PoolRow &row : guard.rows) {
        QStringList ids;
        for (const int cohort : row.cohorts)
            ids << cohortAt(library, cohort).id;
        const Study *study =
            row.study < 0 ? nullptr : &library.studies[static_cast<std::size_t>(row.study)];
        table.rows.push_back({text(pool), text(study ? study->id : QString()),
                              text(study ? study->label : QString()), text(ids.join(u' ')),
                              number(row.events), number(row.n)});
    }
}

QByteArray dataCsv(const PoolAnalysis &analysis, const Library &library)
{
    CohortTable table;
    table.columns = {{u"pool"_s, {}, u"\"all\", or the code of a group"_s},
                     {u"study"_s, {}, u"id of the study, one row each in every pool"_s},
                     {u"label"_s, {}, u"name of the study"_s},
                     {u"cohorts"_s, {}, u"ids of the cohorts whose counts the row adds up"_s},
                     {u"events"_s, {}, u"participants with the event"_s},
                     {u"n"_s, {}, u"denominator of the outcome"_s}};
    addRows(table, library, u"all"_s, analysis.overall.guard);
    for (const PoolGroup &group : analysis.groups)
        addRows(table, library, group.key.code, group.guard);
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
        table.rows.push_back({text(cohortAt(library, candidate.cohort).id),
                              text(cohortTitle(library, candidate.cohort)),
                              number(candidate.events), number(candidate.n),
                              text(candidate.used ? u"yes"_s : u"no"_s), text(candidate.reason),
                              text(candidate.observation ? codeOf(status) : QString()),
                              text(source.reported), text(source.report), text(source.locator)});
    }
    return cohortCsv(table);
}

QByteArray readme(const PoolAnalysis &analysis, const Library &library,
                  const FigureContext &context, const std::vector<BundleFile> &figures)
{
    QString words = u"How to get the same numbers\n\n"_s;
    words +=
        wrapped(u"Run reproduce.R in this folder (Rscript reproduce.R) with the R packages metafor "
                "and lme4. It fits the same models to data.csv, prints its results beside those "
                "of the program, and ends with status 1 if they differ by more than the two ways "
                "of computing allow."_s,
                defaultTextWidth);
    words += u"\nFiles\n"
             "  data.csv     the rows of every pool\n"
             "  cohorts.csv  every cohort that was looked at, with the place of its figure\n"
             "  reproduce.R  the script\n"_s;
    for (const BundleFile &figure : figures)
        words += u"  "_s + figure.name.leftJustified(11) + u"  the figure\n"_s;
    words += u"\nProgram  %1\nLibrary  %2\nDate     %3\n\n"_s.arg(
        programNameAndVersion(), context.libraryLine, context.dateLine);
    RateOptions options;
    options.level = analysis.request.level;
    options.showInferred = analysis.request.guard.showInferred;
    words += poolPage(library, analysis, context, options, defaultTextWidth);
    words += u'\n' + wrapped(disclaimer() + u'.', defaultTextWidth);
    return words.toUtf8();
}

} // namespace

std::vector<BundleFile> reproduceBundle(const PoolAnalysis &analysis, const Library &library,
                                        const FigureContext &context,
                                        std::vector<BundleFile> figures)
{
    std::vector<BundleFile> files{
        {u"README.txt"_s, readme(analysis, library, context, figures)},
        {u"data.csv"_s, dataCsv(analysis, library)},
        {u"cohorts.csv"_s, cohortsCsv(analysis, library)},
        {u"reproduce.R"_s, reproduceScript(analysis, library).toUtf8()},
    };
    std::ranges::move(figures, std::back_inserter(files));
    return files;
}

} // namespace anakinra
