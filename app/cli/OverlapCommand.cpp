// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/Selection.h"
#include "models/output/OverlapOutput.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode runOverlap(const Arguments &arguments, Console &console)
{
    const QString name = u"overlap"_s;
    const auto format = choice(arguments, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.usage(name, format.problem());
    if (!arguments.positional().isEmpty())
        return console.usage(name, usageError(u"overlap takes no argument: \"%1\""_s.arg(
                                       arguments.positional().first())));
    Selection selection;
    if (const ExitCode failed = makeSelection(name, arguments, console, selection);
        failed != Success)
        return failed;
    const OverlapGraph graph = overlapGraph(*selection.library, selection.result.cohorts);
    if (*format == u"json")
        return console.data(
            overlapJson(*selection.library, graph, selection.result, selection.context));
    return console.data(overlapText(*selection.library, graph,
                                    selection.criteria.excludePossibleOverlaps, selection.context,
                                    console.columns())
                            .toUtf8());
}

QString notes()
{
    return u"Overlaps in which a matching cohort takes part, one of its parts, the cohort it is\n"
           "a part of, or a report of its study. Levels: the same participants; a subset, as\n"
           "is assumed; an overlap that the documents do not exclude.\n"
           "\n"
           "Totals\n"
           "  Certain and assumed overlaps are counted once. --possible-overlap exclude also\n"
           "  treats participants as shared where an overlap cannot be excluded: of the\n"
           "  cohorts concerned those are counted that together have most participants and\n"
           "  certainly nobody in common, and the total says \"at least\".\n"
           "\n"
           "JSON (--format json)\n"
           "    library, filter\n"
           "    counts   participants, atLeast, possiblyTwice (how many the switch would take\n"
           "             off), withoutPossibleOverlaps, words\n"
           "    nodes[]  id, kind (cohort, report), study, label, n, listed, x, y (place in a\n"
           "             drawing, 0-1 from the left and from the top)\n"
           "    edges[]  id, a, b, level, insideStudy, grounds, reports\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence overlap\n"
           "  anakinra-evidence overlap --possible-overlap exclude --format json\n"_s;
}

} // namespace

Command overlapCommand()
{
    Command command;
    command.name = u"overlap"_s;
    command.synopsis = u"overlap [FILTER…] [--format text|json]"_s;
    command.summary = u"print which cohorts and reports share participants"_s;
    command.options = {
        {u"Output"_s, {{u"format"_s, {}, u"text|json"_s, u"For reading (default) or JSON."_s}}},
        filterOptions(),
        libraryOptions(true)};
    command.notes = notes();
    command.run = &runOverlap;
    return command;
}

} // namespace anakinra::cli
