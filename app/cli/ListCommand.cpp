// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/LibrarySource.h"
#include "app/cli/Selection.h"
#include "models/output/CohortCsv.h"
#include "models/output/ListJson.h"
#include "models/output/ListText.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode runList(const Arguments &arguments, Console &console)
{
    const auto format = choice(arguments, u"format"_s, {u"table"_s, u"csv"_s, u"json"_s});
    if (!format)
        return console.usage(u"list"_s, format.problem());
    if (!arguments.positional().isEmpty()) {
        return console.usage(u"list"_s, usageError(u"list takes no argument: \"%1\""_s.arg(
                                            arguments.positional().first())));
    }
    Selection selection;
    if (const ExitCode failed = makeSelection(u"list"_s, arguments, console, selection);
        failed != Success)
        return failed;
    if (*format == u"json") {
        return console.data(listJson(*selection.library, selection.context.filterWords,
                                     selection.result, selection.options));
    }
    if (*format == u"csv")
        return console.data(cohortCsv(makeCohortTable(*selection.library, selection.result,
                                                      selection.result.cohorts, allCohortColumns(),
                                                      selection.options, selection.context,
                                                      arguments.has(u"with-sources"_s)
                                                          ? TableSources::All
                                                          : TableSources::Rates)));
    return console.data(listText(*selection.library, selection.result, selection.options,
                                 selection.context, console.columns())
                            .toUtf8());
}

QString notes()
{
    return u"JSON (--format json)\n"
           "  One object. Keys are always present; a missing value is null, never 0 or \"\".\n"
           "  Codes are lower case and hyphenated. Percentages and bounds are 0-100 in full\n"
           "  double precision.\n"
           "    library   title, version, curated\n"
           "    filter    words\n"
           "    counts    studies, reports, cohorts, participants (known anakinra\n"
           "              recipients, each counted once), participantsUnknownIn (cohorts\n"
           "              without a printed n), unjudged\n"
           "    cohorts[] id, study, label, role, parent, n, nMax (a second printed value,\n"
           "              \"8 or 9\"), nAnakinra, design, ageGroups, diseases, indications,\n"
           "              timing (null where it does not apply),\n"
           "              products[]: code, n (null = share unknown), reported, status,\n"
           "                flags\n"
           "              startDay: min, max, median\n"
           "              regimens[]: kind (starting, step-up), routes, dose (min, max,\n"
           "                unit), asReported, arithmetic, frequency, start, stop, stopDay\n"
           "                (min, max, median), trigger, report, locator\n"
           "              outcomes[]: code, domain, target, criterion, window, denominator,\n"
           "                population, concomitant, events, n, percent, reported, status,\n"
           "                ci (method, level, low, high), value (median, low, high, unit,\n"
           "                text), report, locator, flags, findings (ids of what the audit\n"
           "                finds about it)\n"
           "              findings[]: everything found in the cohort, as of the command\n"
           "                check: id, severity, study, cohort, outcome, text, working,\n"
           "                check, kind, code\n"
           "    unjudged[] id, reasons\n"
           "  percent is 100 x events/n where events is known, else the printed value.\n"
           "  status: reported, derived (the one count that fits a printed percentage of a\n"
           "  printed n), percent-only (events and ci are null), inferred, not-reported.\n"
           "  Incidences among everyone infused have population all-infused; selected means\n"
           "  that the participants already had this toxicity.\n"
           "\n"
           "CSV (--format csv)\n"
           "  UTF-8, RFC 4180. Lines at the top that begin with # state filter, counts,\n"
           "  library, methods and the meaning of every column. The column findings has the\n"
           "  ids of what the audit finds in a cohort, *.findings the sentences about a rate\n"
           "  (with --with-sources also about n, products, timing ...). In R:\n"
           "    read.csv(\"FILE\", comment.char = \"#\", na.strings = c(\"\", \"NR\", \"n/a\"))\n"
           "\n"
           "Intervals\n"
           "  Wilson score without continuity correction (Wilson 1927), or Clopper-Pearson\n"
           "  (1934), two-sided, for counts only. A percentage without a count has none.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence list --timing prophylactic --route SC\n"
           "  anakinra-evidence list --product liso-cel --with-comparators --format json\n"
           "  anakinra-evidence list --dose-min \"8 mg/kg/day\" --ci clopper-pearson\n"
           "  anakinra-evidence list --format json | jq '.cohorts[] | {id, n}'\n"_s;
}

} // namespace

Command listCommand()
{
    Command command;
    command.name = u"list"_s;
    command.synopsis = u"list [FILTER…] [--format table|csv|json]"_s;
    command.summary = u"print the matching cohorts with their rates"_s;
    command.options = {{u"Output"_s,
                        {{u"format"_s,
                          {},
                          u"table|csv|json"_s,
                          u"Aligned text (default), one row per cohort as CSV, or JSON."_s},
                         {u"with-sources"_s,
                          {},
                          {},
                          u"CSV only: behind every value, not only rates, how it is printed, its "
                          "status, report, place, arithmetic, reference, note and findings."_s}}},
                       filterOptions(),
                       rateOptionGroup(),
                       libraryOptions(true)};
    command.notes = notes();
    command.listsCodes = true;
    command.run = &runList;
    return command;
}

} // namespace anakinra::cli
