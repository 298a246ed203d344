// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/Selection.h"
#include "views/report/SheetPrinter.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode runSheet(const Arguments &arguments, Console &console)
{
    const QString file = arguments.value(u"output"_s).value_or(QString());
    if (!arguments.positional().isEmpty())
        return console.usage(u"sheet"_s, usageError(u"sheet takes no argument: \"%1\""_s.arg(
                                             arguments.positional().first())));
    if (!file.endsWith(u".pdf", Qt::CaseInsensitive))
        return console.usage(u"sheet"_s, usageError(u"sheet needs a file: -o FILE.pdf"_s));
    const auto page = choice(arguments, u"page"_s, {u"A4"_s, u"Letter"_s});
    if (!page)
        return console.usage(u"sheet"_s, page.problem());
    Selection selection;
    if (const ExitCode failed = makeSelection(u"sheet"_s, arguments, console, selection);
        failed != Success)
        return failed;
    if (selection.result.cohorts.empty()) {
        return console.fault(
            {file,
             {},
             {},
             u"not written: no cohort matches ("_s + selection.context.filterWords + u')'});
    }
    const HeadlessApplication application;
    SummarySheet sheet =
        makeSummarySheet(*selection.library, selection.criteria, selection.result,
                         selection.options, QDate::currentDate());
    sheet.view = viewOf(selection).toMetadata();
    const Outcome written = saveSheetPdf(sheet, file, *fromCode<SheetPage>(*page));
    return written ? Success : console.fault(written.problem());
}

QString notes()
{
    return u"The sheet asks the question, lists seven outcomes of every matching cohort with\n"
           "intervals, the chart, the cohorts and their regimens, comparators with their\n"
           "limits, notes, and numbered references with the place of every figure.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence sheet --timing prophylactic --route SC -o sheet.pdf\n"
           "  anakinra-evidence sheet --study lbcl-icans-42 --page Letter -o icans.pdf\n"_s;
}

} // namespace

Command sheetCommand()
{
    Command command;
    command.name = u"sheet"_s;
    command.synopsis = u"sheet [FILTER…] -o FILE.pdf [--page A4|Letter]"_s;
    command.summary = u"write a summary sheet of the matching cohorts as PDF"_s;
    command.options = {{u"Output"_s,
                        {
                            {u"output"_s, u"o"_s, u"FILE"_s, u"PDF file to write."_s},
                            {u"page"_s, {}, u"A4|Letter"_s, u"Paper; default A4."_s},
                        }},
                       filterOptions(),
                       rateOptionGroup(),
                       libraryOptions(true)};
    command.notes = notes();
    command.run = &runSheet;
    return command;
}

} // namespace anakinra::cli
