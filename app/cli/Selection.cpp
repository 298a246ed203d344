// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/Selection.h"

#include "app/cli/FilterOptions.h"
#include "app/cli/LibrarySource.h"
#include "app/cli/ViewOption.h"
#include "models/kept/ViewChanges.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

void choose(Selection &selection, const FilterEngine &engine)
{
    selection.result = engine.apply(selection.criteria);
    selection.context = makeFigureContext(*selection.library, selection.criteria, selection.result,
                                          selection.options, QDate::currentDate());
}

/// Unknown values of the filter have been said already.
void sayChanges(SavedView view, const Selection &selection, const FilterEngine &engine,
                Console &console)
{
    view.filter = {};
    const ViewChanges changes = viewChanges(view, *selection.library, engine, selection.result);
    if (!changes.isEmpty())
        console.message(changes.toString());
}

} // namespace

ExitCode makeSelection(const QString &command, const Arguments &arguments, Console &console,
                       Selection &selection)
{
    const auto view = chosenView(arguments, console);
    if (!view)
        return console.fault(view.problem());
    selection.view = *view;
    const SavedView base = view->value_or(SavedView());
    selection.panels = base.panels;
    const auto options = rateOptionsFrom(arguments, base.rates);
    if (!options)
        return console.usage(command, options.problem());
    selection.options = *options;
    selection.library = openChosenLibrary(arguments, console);
    if (!selection.library)
        return Fault;
    const auto criteria = filterFrom(arguments, *selection.library, base.filter);
    if (!criteria)
        return console.usage(command, criteria.problem());
    selection.criteria = *criteria;
    const FilterEngine engine(selection.library);
    for (const QString &unknown : engine.unknownValues(selection.criteria))
        console.message(unknown);
    choose(selection, engine);
    if (selection.view && selection.criteria == base.filter)
        sayChanges(base, selection, engine, console);
    return Success;
}

Selection selectionOf(const SavedView &view, std::shared_ptr<const Library> library,
                      const FilterEngine &engine)
{
    Selection selection;
    selection.library = std::move(library);
    selection.criteria = view.filter;
    selection.options = view.rates;
    selection.panels = view.panels;
    selection.view = view;
    choose(selection, engine);
    return selection;
}

SavedView viewOf(const Selection &selection)
{
    SavedView view = selection.view.value_or(SavedView());
    view.filter = selection.criteria;
    view.rates = selection.options;
    view.panels = selection.panels;
    stampView(view, *selection.library, selection.result);
    return view;
}

} // namespace anakinra::cli
