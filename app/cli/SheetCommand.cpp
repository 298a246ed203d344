// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/Selection.h"
#include "app/cli/charts/ViewFigure.h"
#include "views/report/SheetPrinter.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

template<typename E>
QStringList codes()
{
    QStringList all;
    for (const auto &entry : CodeList<E>::entries)
        all << entry.code.toString();
    return all;
}

/// The values of an option with a comma between them, all of them known.
Result<QStringList> listOf(const Arguments &arguments, const QString &option,
                           const QStringList &known)
{
    QStringList values =
        arguments.value(option).value_or(QString()).split(u',', Qt::SkipEmptyParts);
    for (QString &value : values) {
        value = value.trimmed();
        if (!known.contains(value))
            return usageError(
                u"--%1 \"%2\" is not known; valid: %3"_s.arg(option, value, known.join(u", "_s)));
    }
    return values;
}

QStringList figureKinds()
{
    QStringList kinds;
    for (const ChartKind &kind : chartKinds()) {
        if (kind.name != composeKind)
            kinds << kind.name;
    }
    return kinds;
}

Result<SheetChoices> sheetChoicesFrom(const Arguments &arguments)
{
    const auto form = choice(arguments, u"form"_s, codes<SheetForm>());
    if (!form)
        return form.problem();
    const auto sections = listOf(arguments, u"sections"_s, codes<SheetSection>());
    if (!sections)
        return sections.problem();
    const auto figures = listOf(arguments, u"figures"_s, figureKinds());
    if (!figures)
        return figures.problem();
    SheetChoices choices;
    choices.form = *fromCode<SheetForm>(*form);
    if (arguments.has(u"sections"_s)) {
        for (const auto &section : CodeList<SheetSection>::entries)
            choices.set(section.value, sections->contains(section.code));
    }
    if (arguments.has(u"figures"_s)) {
        choices.figures = *figures;
        choices.set(SheetSection::Figures, !figures->isEmpty());
    }
    return choices;
}

/// The chosen figures besides the rates; one that cannot be drawn is said and left out.
std::vector<FigureRecipe> figuresOf(const Selection &selection, const SheetChoices &choices,
                                    Console &console)
{
    std::vector<FigureRecipe> recipes;
    const FilterEngine engine(selection.library);
    for (const QString &kind : choices.figures) {
        if (kind == u"rates")
            continue;
        SavedView view = viewOf(selection);
        if (view.chart != kind)
            view.options = {};
        view.chart = kind;
        if (auto recipe = sheetFigure(view, selection.library, engine))
            recipes.push_back(std::move(*recipe));
        else
            console.message(
                u"The %1 chart cannot be drawn for this filter and is left out."_s.arg(kind));
    }
    return recipes;
}

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
    const auto choices = sheetChoicesFrom(arguments);
    if (!choices)
        return console.usage(u"sheet"_s, choices.problem());
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
    SummarySheet sheet = makeSummarySheet(*selection.library, selection.criteria, selection.result,
                                          selection.options, QDate::currentDate(), *choices);
    sheet.view = viewOf(selection).toMetadata();
    const Outcome written =
        saveSheetPdf({std::move(sheet), figuresOf(selection, *choices, console)}, file,
                     *fromCode<SheetPage>(*page));
    return written ? Success : console.fault(written.problem());
}

QString notes()
{
    return u"The sheet asks the question, lists seven outcomes of every matching cohort with\n"
           "intervals, the chart, the cohorts and their regimens, comparators with their\n"
           "limits, notes, and numbered references with the place of every figure. The form\n"
           "\"board\" is one page and says what it leaves out.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence sheet --timing prophylactic --route SC -o sheet.pdf\n"
           "  anakinra-evidence sheet --form board --view \"Refractory ICANS\" -o board.pdf\n"
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
                            {u"form"_s,
                             {},
                             u"full|board"_s,
                             u"Everything (default), or one page for a tumour board."_s},
                            {u"sections"_s,
                             {},
                             u"NAME,NAME…"_s,
                             u"Only these: %1."_s.arg(codes<SheetSection>().join(u", "_s))},
                            {u"figures"_s,
                             {},
                             u"KIND,KIND…"_s,
                             u"Charts on the sheet, in order: %1; default rates."_s.arg(
                                 figureKinds().join(u", "_s))},
                        }},
                       filterOptions(),
                       rateOptionGroup(),
                       libraryOptions(true)};
    command.notes = notes();
    command.run = &runSheet;
    return command;
}

} // namespace anakinra::cli
