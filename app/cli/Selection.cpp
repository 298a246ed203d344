// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/Selection.h"

#include "app/cli/FilterOptions.h"
#include "app/cli/LibrarySource.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

ExitCode makeSelection(const QString &command, const Arguments &arguments, Console &console,
                       Selection &selection)
{
    const auto options = rateOptionsFrom(arguments);
    if (!options)
        return console.usage(command, options.problem());
    selection.options = *options;
    selection.library = openChosenLibrary(arguments, console);
    if (!selection.library)
        return Fault;
    const auto criteria = filterFrom(arguments, *selection.library);
    if (!criteria)
        return console.usage(command, criteria.problem());
    selection.criteria = *criteria;
    const FilterEngine engine(selection.library);
    for (const QString &unknown : engine.unknownValues(selection.criteria))
        console.message(unknown);
    selection.result = engine.apply(selection.criteria);
    selection.context = makeFigureContext(*selection.library, selection.criteria, selection.result,
                                          selection.options, QDate::currentDate());
    return Success;
}

} // namespace anakinra::cli
