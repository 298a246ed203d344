// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/Selection.h"
#include "views/export/FigureExporter.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// What to draw and where, apart from the filter.
struct ChartRequest
{
    QString file;
    ExportSpec spec;
    RateGrouping grouping = RateGrouping::ByOutcome;
};

Result<ChartRequest> readChartRequest(const Arguments &arguments)
{
    const QStringList kinds{u"rates"_s};
    if (arguments.positional().size() != 1 || !kinds.contains(arguments.positional().first())) {
        return usageError(
            u"chart needs one kind of chart; available: %1"_s.arg(kinds.join(u", "_s)));
    }
    ChartRequest request;
    request.file = arguments.value(u"output"_s).value_or(QString());
    if (request.file.isEmpty())
        return usageError(u"chart needs a file: -o FILE.png, FILE.svg or FILE.pdf"_s);
    if (!figureFormat(request.file))
        return usageError(u"\"%1\" must end in .png, .svg or .pdf"_s.arg(request.file));
    const auto grouping = choice(arguments, u"group"_s, {u"outcome"_s, u"cohort"_s});
    if (!grouping)
        return grouping.problem();
    if (*grouping == u"cohort")
        request.grouping = RateGrouping::ByCohort;
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
    RateFigure figure;
    figure.series =
        makeRateSeries(*selection.library, selection.criteria, selection.result, selection.options);
    figure.options = selection.options;
    figure.grouping = request->grouping;
    figure.title = arguments.value(u"title"_s).value_or(QString());
    figure.context = selection.context;
    const Outcome written = exportFigure(figure, request->spec, request->file);
    return written ? Success : console.fault(written.problem());
}

QString notes()
{
    return u"Kinds of chart\n"
           "  rates   CRS, CRS >=3, ICANS, ICANS >=3 beside ORR and CR, with 95 % intervals\n"
           "          and events/n on every bar; \"NR\" where nothing is reported\n"
           "\n"
           "Every chart carries the filter in words, library and version, date, interval\n"
           "method and what was left out. Without --height-mm the chart is as high as it\n"
           "needs to be; with it, what does not fit is refused with the size that would do.\n"
           "Journal widths: 80 mm (one column), 115 mm (1.5 columns), 170 mm (two columns).\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence chart rates --timing prophylactic --route SC -o rates.pdf\n"
           "  anakinra-evidence chart rates -o rates.png --width-mm 80 --dpi 600\n"
           "  anakinra-evidence chart rates --study liang-2025 --with-comparators \\\n"
           "      --group cohort -o liang.svg\n"_s;
}

} // namespace

Command chartCommand()
{
    Command command;
    command.name = u"chart"_s;
    command.synopsis = u"chart rates [FILTER…] -o FILE.(png|svg|pdf)"_s;
    command.summary = u"write a chart of the matching cohorts"_s;
    command.options = {
        {u"Output"_s,
         {
             {u"output"_s, u"o"_s, u"FILE"_s,
              u"File to write; its suffix decides: .png, .svg, .pdf."_s},
             {u"width-mm"_s, {}, u"W"_s, u"Width in mm; default 170."_s},
             {u"height-mm"_s, {}, u"H"_s, u"Height in mm; default as high as needed."_s},
             {u"dpi"_s, {}, u"D"_s, u"Resolution of a PNG; default 300."_s},
             {u"group"_s,
              {},
              u"outcome|cohort"_s,
              u"Bars side by side for each outcome (default) or cohort."_s},
             {u"title"_s, {}, u"TEXT"_s, u"Title above the chart; default none."_s},
         }},
        filterOptions(),
        rateOptionGroup(),
        libraryOptions(true)};
    command.notes = notes();
    command.run = &runChart;
    return command;
}

} // namespace anakinra::cli
