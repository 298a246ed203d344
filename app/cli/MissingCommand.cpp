// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/Selection.h"
#include "models/figures/MissingList.h"
#include "models/output/CohortCsv.h"
#include "models/output/CompletenessOutput.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// Studies of the matching cohorts, each once, in the order of the list.
std::vector<int> studiesOf(const Library &library, const std::vector<int> &cohorts)
{
    std::vector<int> studies;
    for (const int cohort : cohorts) {
        const int study = library.cohorts[static_cast<std::size_t>(cohort)].study;
        if (std::ranges::find(studies, study) == studies.end())
            studies.push_back(study);
    }
    return studies;
}

ExitCode runMissing(const Arguments &arguments, Console &console)
{
    const QString name = u"missing"_s;
    const auto format = choice(arguments, u"format"_s, {u"text"_s, u"csv"_s, u"json"_s});
    if (!format)
        return console.usage(name, format.problem());
    if (!arguments.positional().isEmpty())
        return console.usage(name, usageError(u"missing takes no argument: \"%1\""_s.arg(
                                       arguments.positional().first())));
    Selection selection;
    if (const ExitCode failed = makeSelection(name, arguments, console, selection);
        failed != Success)
        return failed;
    const Library &library = *selection.library;
    const std::vector<int> studies = studiesOf(library, selection.result.cohorts);
    if (*format == u"text") {
        QStringList lists;
        for (const int study : studies)
            lists << missingList(library, study).text(library);
        if (lists.isEmpty())
            console.message(u"No cohort matches ("_s + selection.context.filterWords + u')');
        return console.data(lists.join(u"\n\n"_s).toUtf8());
    }
    const Completeness matrix =
        makeCompleteness(library, selection.result.cohorts, selection.options);
    if (*format == u"json")
        return console.data(missingJson(library, matrix, studies, selection.context));
    return console.data(cohortCsv(
        makeCompletenessTable(library, matrix, selection.options, selection.context)));
}

QString notes()
{
    return u"Text (default)\n"
           "  One list per study with a matching cohort: what its reports leave open, as\n"
           "  requests that can be sent to the authors, and what was read.\n"
           "\n"
           "CSV and JSON\n"
           "  The completeness matrix: one row per matching cohort, for every item what is\n"
           "  known and its state: reported; derived (the one count that fits a printed\n"
           "  percentage); percent-only; inferred; not-reported; not-applicable. The CSV has\n"
           "  in its last column what the audit finds about the numbers of the row.\n"
           "    items[]    key, title, group (patients, treatment, results, criteria)\n"
           "    cohorts[]  id, known, applicable, cells[]: item, reporting, text, remark,\n"
           "               report, locator\n"
           "    studies[]  id, missing[]: cohort, requests\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence missing --study liang-2025\n"
           "  anakinra-evidence missing --timing prophylactic --format csv\n"_s;
}

} // namespace

Command missingCommand()
{
    Command command;
    command.name = u"missing"_s;
    command.synopsis = u"missing [FILTER…] [--format text|csv|json]"_s;
    command.summary = u"print what the reports do not say"_s;
    command.options = {
        {u"Output"_s,
         {{u"format"_s, {}, u"text|csv|json"_s, u"Lists for authors (default), or the matrix."_s}}},
        filterOptions(),
        rateOptionGroup(),
        libraryOptions(true)};
    command.notes = notes();
    command.run = &runMissing;
    return command;
}

} // namespace anakinra::cli
