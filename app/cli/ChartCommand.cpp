// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FigureOptions.h"
#include "app/cli/FilterOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/ViewOption.h"
#include "app/cli/charts/ViewFigure.h"
#include "models/output/TextLayout.h"
#include "views/export/ComposedFigure.h"
#include "views/export/FigureBundle.h"
#include "views/export/SaveBundle.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

QString kindNames(const QString &between)
{
    QStringList names;
    for (const ChartKind &kind : chartKinds())
        names.append(kind.name);
    return names.join(between);
}

/// What to draw and where, apart from the filter.
struct ChartRequest
{
    const ChartKind *kind = nullptr;
    QString file;   ///< "" = only the bundle
    QString bundle; ///< folder or ZIP file, "" = none
    ExportSpec spec;
    FigureChoices choices;
};

Result<ChartRequest> readChartRequest(const Arguments &arguments,
                                      const std::optional<SavedView> &view)
{
    ChartRequest request;
    const QStringList &words = arguments.positional();
    if (words.size() == 1)
        request.kind = chartKind(words.first());
    else if (words.isEmpty() && view)
        request.kind = view->chart.isEmpty() ? &chartKinds().front() : chartKind(view->chart);
    if (!request.kind) {
        return usageError(
            u"chart needs one kind of chart; available: %1"_s.arg(kindNames(u", "_s)));
    }
    request.file = arguments.value(u"output"_s).value_or(QString());
    request.bundle = arguments.value(u"bundle"_s).value_or(QString());
    if (request.bundle.isEmpty() && arguments.has(u"bundle"_s))
        return usageError(u"--bundle needs a folder or a .zip file"_s);
    if (request.file.isEmpty() && request.bundle.isEmpty())
        return usageError(u"chart needs a file: -o FILE with %1"_s.arg(figureSuffixWords()));
    if (!request.file.isEmpty() && !figureFormat(request.file))
        return usageError(u"\"%1\" must end in %2"_s.arg(request.file, figureSuffixWords()));
    const auto spec = exportSpecFrom(arguments);
    if (!spec)
        return spec.problem();
    request.spec = *spec;
    const auto choices = figureChoicesFrom(arguments);
    if (!choices)
        return choices.problem();
    request.choices = *choices;
    return request;
}

ExitCode write(const FigureRecipe &recipe, const ChartRequest &request, Console &console)
{
    if (!request.file.isEmpty()) {
        if (const Outcome written = exportFigure(recipe, request.spec, request.file); !written)
            return console.fault(written.problem());
    }
    if (request.bundle.isEmpty())
        return Success;
    const auto bundle = figureBundle(recipe, request.spec);
    if (!bundle)
        return console.fault({request.bundle, {}, {}, bundle.problem().message});
    const Outcome saved = saveBundle(request.bundle, *bundle);
    return saved ? Success : console.fault(saved.problem());
}

ExitCode runChart(const Arguments &given, Console &console)
{
    const auto view = chosenView(given, console);
    if (!view)
        return console.fault(view.problem());
    const auto request = readChartRequest(given, *view);
    if (!request)
        return console.usage(u"chart"_s, request.problem());
    const bool same = *view && (*view)->chart == request->kind->name;
    const Arguments arguments =
        same ? withViewOptions(given, *request->kind, (*view)->options, (*view)->filter) : given;
    Selection selection;
    if (const ExitCode failed = makeSelection(u"chart"_s, arguments, console, selection);
        failed != Success)
        return failed;
    if (selection.result.cohorts.empty()) {
        return console.fault({request->file.isEmpty() ? request->bundle : request->file,
                              {},
                              {},
                              u"not written: no cohort matches, so there is nothing to draw ("_s +
                                  selection.context.filterWords + u')'});
    }
    const HeadlessApplication application;
    FigureRecipe recipe;
    if (const ExitCode failed =
            request->kind->make(arguments, selection, request->choices, console, recipe);
        failed != Success)
        return failed;
    recipe.view = viewOf(selection, *request->kind, arguments).toMetadata();
    recipe = withNote(recipe, request->choices.note);
    return write(recipe, *request, console);
}

QString notes()
{
    QString text = u"Kinds of chart\n"_s;
    for (const ChartKind &kind : chartKinds())
        text += wrapped(kind.name.leftJustified(8) + kind.help, defaultTextWidth, 2, 8);
    return text +
           u"\n"
           "Every chart carries the filter in words, library and version, date, interval\n"
           "method and what was left out. Without --height-mm the chart is as high as it\n"
           "needs to be; with it, what does not fit is refused with the size that would do.\n"
           "PNG, SVG and PDF carry the view that leads back to the chart, TIFF does not; a\n"
           "PNG or SVG is opened by --view.\n"
           "Journal widths: 80 mm (one column), 115 mm (1.5 columns), 170 mm (two columns).\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence chart rates --timing prophylactic --route SC -o rates.pdf\n"
           "  anakinra-evidence chart rates -o rates.png --width-mm 80 --dpi 600\n"
           "  anakinra-evidence chart forest --outcome crs.any --group-by route -o crs.svg\n"
           "  anakinra-evidence chart rates -o rates.tiff --size journal-1 --dpi 600 --grey\n"
           "  anakinra-evidence chart compose --panels rates,map -o page.pdf\n"
           "  anakinra-evidence chart rates --route SC --bundle rates.zip\n"
           "  anakinra-evidence chart --view board.anakinra-view -o board.svg\n"
           "  anakinra-evidence chart rates --study liang-2025 --with-comparators \\\n"
           "      --group cohort -o liang.svg\n"_s;
}

} // namespace

Command chartCommand()
{
    Command command;
    command.name = u"chart"_s;
    command.synopsis = u"chart KIND [FILTER…] -o FILE.(%1)"_s.arg(figureSuffixes().join(u'|'));
    command.summary = u"write a chart of the matching cohorts"_s;
    std::vector<OptionSpec> output{
        {u"output"_s, u"o"_s, u"FILE"_s,
         u"File to write; its suffix decides: %1."_s.arg(figureSuffixWords())},
        {u"bundle"_s,
         {},
         u"FOLDER|FILE.zip"_s,
         u"Save the figure with its data, the view and, where rates are computed, an R script that "
         "computes them again."_s}};
    for (OptionSpec &option : figureOptions())
        output.push_back(std::move(option));
    output.push_back(
        {u"outcome"_s, {}, u"CODE"_s, u"Outcome code, e.g. crs.any; see list --help"_s});
    command.options = {
        {u"Output"_s, output}, filterOptions(), rateOptionGroup(), libraryOptions(true)};
    for (const ChartKind &kind : chartKinds()) {
        if (!kind.options.empty())
            command.options.insert(command.options.end() - 3,
                                   {u"Options of "_s + kind.name, kind.options});
    }
    command.notes = notes();
    command.run = &runChart;
    return command;
}

} // namespace anakinra::cli
