// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FigureOptions.h"

#include "views/export/SizePresets.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

QStringList presetCodes()
{
    QStringList codes;
    for (const SizePreset &preset : sizePresets)
        codes << preset.code.toString();
    return codes;
}

QStringList looks()
{
    QStringList codes;
    for (const auto &look : CodeList<FigureLook>::entries)
        codes << look.code.toString();
    return codes;
}

ExportSpec presetSpec(const QString &code)
{
    ExportSpec spec;
    for (const SizePreset &preset : sizePresets) {
        if (preset.code != code)
            continue;
        spec.widthMm = preset.widthMm;
        if (preset.heightMm > 0.0)
            spec.heightMm = preset.heightMm;
        spec.fontPt = preset.fontPt;
    }
    return spec;
}

} // namespace

std::vector<OptionSpec> figureOptions()
{
    return {
        {u"size"_s,
         {},
         presetCodes().join(u'|'),
         u"Width, height and text of a usual size; the flags below change single ones."_s},
        {u"width-mm"_s, {}, u"W"_s, u"Width in mm; default 170."_s},
        {u"height-mm"_s, {}, u"H"_s, u"Height in mm; default as high as needed."_s},
        {u"dpi"_s, {}, u"D"_s, u"Resolution of a PNG or TIFF; default 300."_s},
        {u"font-pt"_s, {}, u"PT"_s, u"Size of labels in points; default 7.5."_s},
        {u"look"_s, {}, looks().join(u'|'), u"Colours; default colour."_s},
        {u"grey"_s, {}, {}, u"The same as --look greyscale."_s},
        {u"title"_s, {}, u"TEXT"_s, u"Title above the chart; default none."_s},
        {u"note"_s, {}, u"TEXT"_s, u"A line of your own below the chart; default none."_s},
        {u"legend"_s, {}, u"top|bottom"_s, u"Where the legend of rates stands; default top."_s},
        {u"letters"_s, {}, {}, u"Letters A, B … on the panels of a chart that has several."_s},
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
    const auto font = number(arguments, u"font-pt"_s, smallestFontPt, largestFontPt);
    if (!font)
        return font.problem();
    const auto size = choice(arguments, u"size"_s, presetCodes());
    if (!size)
        return size.problem();
    const auto look = choice(arguments, u"look"_s, looks());
    if (!look)
        return look.problem();
    const bool grey = arguments.has(u"grey"_s);
    if (grey && arguments.has(u"look"_s) && *look != codeOf(FigureLook::Greyscale))
        return usageError(u"--grey and --look %1 exclude each other"_s.arg(*look));
    ExportSpec spec = presetSpec(*size);
    spec.widthMm = width->value_or(spec.widthMm);
    if (*height)
        spec.heightMm = *height;
    else if (*width)
        spec.heightMm.reset(); // the height of a preset belongs to its width
    spec.dpi = static_cast<int>(dpi->value_or(spec.dpi));
    spec.fontPt = font->value_or(spec.fontPt);
    spec.look = grey ? FigureLook::Greyscale : *fromCode<FigureLook>(*look);
    return spec;
}

Result<FigureChoices> figureChoicesFrom(const Arguments &arguments)
{
    const auto legend = choice(arguments, u"legend"_s, {u"top"_s, u"bottom"_s});
    if (!legend)
        return legend.problem();
    FigureChoices choices;
    choices.title = arguments.value(u"title"_s).value_or(QString());
    choices.note = arguments.value(u"note"_s).value_or(QString());
    choices.legend = fromCode<LegendPlace>(*legend);
    choices.lettered = arguments.has(u"letters"_s);
    return choices;
}

} // namespace anakinra::cli
