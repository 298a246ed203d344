// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/LibrarySource.h"
#include "app/cli/Selection.h"
#include "models/figures/ReportTable.h"
#include "models/output/SaveFile.h"
#include "models/references/ReferenceFormats.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode runReferences(const Arguments &arguments, Console &console)
{
    const QString name = u"references"_s;
    QStringList formats;
    for (const auto &entry : CodeList<ReferenceFormat>::entries)
        formats << entry.code.toString();
    const auto format = choice(arguments, u"format"_s, formats);
    if (!format)
        return console.usage(name, format.problem());
    if (!arguments.positional().isEmpty())
        return console.usage(name, usageError(u"references takes no argument: \"%1\""_s.arg(
                                       arguments.positional().first())));
    const std::optional<QString> file = arguments.value(u"output"_s);
    if (file && file->isEmpty())
        return console.usage(name, usageError(u"-o needs a file"_s));
    Selection selection;
    if (const ExitCode failed = makeSelection(name, arguments, console, selection);
        failed != Success)
        return failed;
    const Library &library = *selection.library;
    const std::vector<int> reports = arguments.has(u"all"_s)
        ? allReports(library)
        : citedReports(library, selection.result.cohorts);
    if (reports.empty()) {
        return console.fault({file.value_or(QString()),
                              {},
                              {},
                              u"not written: no report is cited for ("_s
                                  + selection.context.filterWords + u')'});
    }
    const QByteArray bytes = referencesAs(*fromCode<ReferenceFormat>(*format),
                                          referenceRecords(library, reports));
    if (!file)
        return console.data(bytes);
    const Outcome written = saveFile(*file, bytes);
    return written ? Success : console.fault(written.problem());
}

QString notes()
{
    return u"One entry per report that anything recorded of the matching cohorts was taken from,\n"
           "and one for the article of a study where only its citation is known; its note says\n"
           "that it was not read. Nothing is made up: what the sources do not print is left out\n"
           "or, where the curator added it, marked in a note with its public address. A row of a\n"
           "review's table is filed under the review's journal, without the review's authors.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence references --timing prophylactic -o prophylaxis.ris\n"
           "  anakinra-evidence references --all --format bibtex -o anakinra.bib\n"
           "  anakinra-evidence references --study park-2023 --format csl-json\n"_s;
}

} // namespace

Command referencesCommand()
{
    Command command;
    command.name = u"references"_s;
    command.synopsis = u"references [FILTER…] [--format ris|bibtex|csl-json] [-o FILE]"_s;
    command.summary = u"write the cited reports for a reference manager"_s;
    command.options = {{u"Output"_s,
                        {
                            {u"format"_s,
                             {},
                             u"ris|bibtex|csl-json"_s,
                             u"RIS (default), BibTeX or CSL-JSON; all UTF-8."_s},
                            {u"output"_s,
                             u"o"_s,
                             u"FILE"_s,
                             u"File to write; without it, standard output."_s},
                            {u"all"_s, {}, {}, u"All reports of the library, whatever the filter."_s},
                        }},
                       filterOptions(),
                       libraryOptions(true)};
    command.notes = notes();
    command.run = &runReferences;
    return command;
}

} // namespace anakinra::cli
