// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "views/charts/MapFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

QStringList axisCodes(MapAxis first)
{
    QStringList codes{codeOf(first)};
    for (const auto &entry : CodeList<MapAxis>::entries) {
        if (entry.value != first)
            codes << codeOf(entry.value);
    }
    return codes;
}

ExitCode makeMap(const Arguments &arguments, const Selection &selection, const FigureChoices &choices,
                 Console &console, FigureRecipe &recipe)
{
    const auto rows = choice(arguments, u"rows"_s, axisCodes(MapAxis::Timing));
    if (!rows)
        return console.usage(u"chart"_s, rows.problem());
    const auto columns = choice(arguments, u"columns"_s, axisCodes(MapAxis::Product));
    if (!columns)
        return console.usage(u"chart"_s, columns.problem());
    if (*rows == *columns)
        return console.usage(u"chart"_s, usageError(u"--rows and --columns must differ"_s));
    const FilterEngine engine(selection.library);
    EvidenceMap map = makeEvidenceMap(engine, selection.criteria, *fromCode<MapAxis>(*rows),
                                      *fromCode<MapAxis>(*columns));
    recipe = figureRecipe(std::make_shared<const MapFigure>(
        std::move(map), FigureCaption{choices.title, selection.context, {}, choices.withFooter}));
    return Success;
}

} // namespace

ChartKind mapChart()
{
    const QString axes = u"timing|product|route|dose-band|disease|design|indication"_s;
    ChartKind kind{u"map"_s,
                   u"Where there is evidence and where there is none: participants, cohorts and studies "
                   u"by two "
                   "properties."_s,
                   {{u"rows"_s, {}, axes, u"Rows of a map; default timing."_s},
                    {u"columns"_s, {}, axes, u"Columns of a map; default product."_s}},
                   &makeMap,
                   {{u"rows"_s, u"rows"_s}, {u"columns"_s, u"columns"_s}}};
    kind.drawsSums = true;
    return kind;
}

} // namespace anakinra::cli
