// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FigureOptions.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

std::vector<OptionSpec> figureOptions()
{
    return {
        {u"width-mm"_s, {}, u"W"_s, u"Width in mm; default 170."_s},
        {u"height-mm"_s, {}, u"H"_s, u"Height in mm; default as high as needed."_s},
        {u"dpi"_s, {}, u"D"_s, u"Resolution of a PNG; default 300."_s},
        {u"title"_s, {}, u"TEXT"_s, u"Title above the chart; default none."_s},
    };
}

Result<ExportSpec> exportSpecFrom(const Arguments &arguments)
{
    const auto width = number(arguments, u"width-mm"_s, 20, 2000);
    if (!width)
        return width.problem();
    const auto height = number(arguments, u"height-mm"_s, 20, 2000);
    if (!height)
        return height.problem();
    const auto dpi = wholeNumber(arguments, u"dpi"_s, 50, 1200);
    if (!dpi)
        return dpi.problem();
    ExportSpec spec;
    spec.widthMm = width->value_or(spec.widthMm);
    spec.heightMm = *height;
    spec.dpi = static_cast<int>(dpi->value_or(spec.dpi));
    return spec;
}

FigureChoices figureChoicesFrom(const Arguments &arguments)
{
    FigureChoices choices;
    choices.title = arguments.value(u"title"_s).value_or(QString());
    return choices;
}

} // namespace anakinra::cli
