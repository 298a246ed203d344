// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/charts/ChartKind.h"
#include "models/output/TextLayout.h"
#include "views/export/FigureExporter.h"

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
    QString file;
    ExportSpec spec;
};

Result<ChartRequest> readChartRequest(const Arguments &arguments)
{
    ChartRequest request;
    if (arguments.positional().size() == 1)
        request.kind = chartKind(arguments.positional().first());
    if (!request.kind) {
        return usageError(
            u"chart needs one kind of chart; available: %1"_s.arg(kindNames(u", "_s)));
    }
    request.file = arguments.value(u"output"_s).value_or(QString());
    if (request.file.isEmpty())
        return usageError(u"chart needs a file: -o FILE.png, FILE.svg or FILE.pdf"_s);
    if (!figureFormat(request.file))
        return usageError(u"\"%1\" must end in .png, .svg or .pdf"_s.arg(request.file));
    const auto width = number(arguments, u"width-mm"_s, 20, 2000);
    if (!width)
        return width.problem();
    const auto height = number(arguments, u"height-mm"_s, 20, 2000);
    if (!height)
        return height.problem();
    const auto dpi = wholeNumber(arguments, u"dpi"_s, 50, 1200);
    if (!dpi)
        return dpi.problem();
    request.spec.widthMm = width->value_or(request.spec.widthMm);
    request.spec.heightMm = *height;
    request.spec.dpi = static_cast<int>(dpi->value_or(request.spec.dpi));
    return request;
}

ExitCode runChart(const Arguments &arguments, Console &console)
{
    const auto request = readChartRequest(arguments);
    if (!request)
        return console.usage(u"chart"_s, request.problem());
    Selection selection;
    if (const ExitCode failed = makeSelection(u"chart"_s, arguments, console, selection);
        failed != Success)
        return failed;
    if (selection.result.cohorts.empty()) {
        return console.fault({request->file,
                              {},
                              {},
                              u"not written: no cohort matches, so there is nothing to draw ("_s +
                                  selection.context.filterWords + u')'});
    }
    const HeadlessApplication application;
    const FigureChoices choices{{}, arguments.value(u"title"_s).value_or(QString()), true};
    FigureRecipe recipe;
    if (const ExitCode failed = request->kind->make(arguments, selection, choices, console, recipe);
        failed != Success)
        return failed;
    const Outcome written = exportFigure(recipe, request->spec, request->file);
    return written ? Success : console.fault(written.problem());
}

QString notes()
{
    QString text = u"Kinds of chart\n"_s;
    for (const ChartKind &kind : chartKinds())
        text += wrapped(kind.name.leftJustified(8) + kind.help, defaultTextWidth, 2, 8);
    return text + u"\n"
           "Every chart carries the filter in words, library and version, date, interval\n"
           "method and what was left out. Without --height-mm the chart is as high as it\n"
           "needs to be; with it, what does not fit is refused with the size that would do.\n"
           "Journal widths: 80 mm (one column), 115 mm (1.5 columns), 170 mm (two columns).\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence chart rates --timing prophylactic --route SC -o rates.pdf\n"
           "  anakinra-evidence chart rates -o rates.png --width-mm 80 --dpi 600\n"
           "  anakinra-evidence chart forest --outcome crs.any --group-by route -o crs.svg\n"
           "  anakinra-evidence chart rates --study liang-2025 --with-comparators \\\n"
           "      --group cohort -o liang.svg\n"_s;
}

} // namespace

Command chartCommand()
{
    Command command;
    command.name = u"chart"_s;
    command.synopsis = u"chart %1 [FILTER…] -o FILE.(png|svg|pdf)"_s.arg(kindNames(u"|"_s));
    command.summary = u"write a chart of the matching cohorts"_s;
    command.options = {
        {u"Output"_s,
         {
             {u"output"_s, u"o"_s, u"FILE"_s,
              u"File to write; its suffix decides: .png, .svg, .pdf."_s},
             {u"width-mm"_s, {}, u"W"_s, u"Width in mm; default 170."_s},
             {u"height-mm"_s, {}, u"H"_s, u"Height in mm; default as high as needed."_s},
             {u"dpi"_s, {}, u"D"_s, u"Resolution of a PNG; default 300."_s},
             {u"outcome"_s, {}, u"CODE"_s, u"Outcome code, e.g. crs.any; see list --help"_s},
             {u"title"_s, {}, u"TEXT"_s, u"Title above the chart; default none."_s},
         }},
        filterOptions(),
        rateOptionGroup(),
        libraryOptions(true)};
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
