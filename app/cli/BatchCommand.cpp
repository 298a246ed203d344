// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ProgramName.h"
#include "app/cli/FigureOptions.h"
#include "app/cli/HeadlessApplication.h"
#include "app/cli/LibrarySource.h"
#include "app/cli/ViewOption.h"
#include "app/cli/charts/ViewBatch.h"
#include "models/kept/ReadyViews.h"
#include "models/kept/ViewFolder.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// The views of a run: those given come last, and must match something.
struct Chosen
{
    std::vector<SavedView> views;
    int given = 0;
};

Result<Chosen> chosenViews(const Arguments &arguments, Console &console)
{
    Chosen chosen;
    if (!arguments.has(u"given-only"_s)) {
        chosen.views = readyViews();
        const ViewFolder::Listing kept = ViewFolder(keptViewsPath()).read();
        for (const Problem &problem : kept.problems)
            console.message(problem.toString());
        for (const ViewFolder::Entry &entry : kept.views)
            chosen.views.push_back(entry.view);
    }
    for (const QString &file : arguments.positional()) {
        const auto view = viewNamed(file, console);
        if (!view)
            return view.problem();
        chosen.views.push_back(*view);
        ++chosen.given;
    }
    return chosen;
}

ExitCode runAll(ViewBatch &batch, int given, Console &console)
{
    ExitCode code = Success;
    int written = 0;
    while (!batch.atEnd()) {
        const bool wasGiven = batch.done() >= batch.count() - given;
        const ViewBatch::Step step = batch.next();
        QString line = u"%1 of %2  %3: "_s.arg(batch.done())
                           .arg(batch.count())
                           .arg(step.name.isEmpty() ? u"view without a name"_s : step.name);
        if (step.problem) {
            line += step.problem->toString();
            code = Fault;
        } else if (step.file.isEmpty()) {
            line += u"not written, no cohort matches"_s;
            if (wasGiven)
                code = Fault;
        } else {
            line += QDir::toNativeSeparators(step.file);
            ++written;
        }
        console.message(line);
    }
    return written == 0 ? Fault : code;
}

ExitCode runBatch(const Arguments &arguments, Console &console)
{
    const QString folder = arguments.value(u"output"_s).value_or(QString());
    if (folder.isEmpty())
        return console.usage(u"batch"_s, usageError(u"batch needs a folder: -o FOLDER"_s));
    const auto format = choice(arguments, u"format"_s, figureSuffixes());
    if (!format)
        return console.usage(u"batch"_s, format.problem());
    const auto spec = exportSpecFrom(arguments);
    if (!spec)
        return console.usage(u"batch"_s, spec.problem());
    const auto choices = figureChoicesFrom(arguments);
    if (!choices)
        return console.usage(u"batch"_s, choices.problem());
    const HeadlessApplication application;
    const auto chosen = chosenViews(arguments, console);
    if (!chosen)
        return console.fault(chosen.problem());
    if (chosen->views.empty())
        return console.usage(u"batch"_s, usageError(u"--given-only needs at least one VIEW"_s));
    const auto library = openChosenLibrary(arguments, console);
    if (!library)
        return Fault;
    if (!QDir().mkpath(folder))
        return console.fault({folder, {}, {}, u"the folder cannot be made"_s});
    ViewBatch batch(chosen->views, library,
                    {folder, *figureFormat(u'.' + *format), *spec, *choices});
    return runAll(batch, chosen->given, console);
}

QString notes()
{
    QString text = u"Ready-made views\n"_s;
    for (const SavedView &view : readyViews())
        text += u"  "_s + view.name + u'\n';
    return text +
           u"\n"
           "The views that you have kept in the window come after these, then those given\n"
           "as VIEW: a view's file, a PNG, SVG or PDF that this program exported, or the\n"
           "name of a view. Every file is named after its view and carries it. A ready-made\n"
           "or kept view that matches nothing is said and left out; a given one is a fault.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence batch -o figures\n"
           "  anakinra-evidence batch -o figures --format pdf --width-mm 115\n"
           "  anakinra-evidence batch -o figures --given-only board.anakinra-view\n"_s;
}

} // namespace

Command batchCommand()
{
    Command command;
    command.name = u"batch"_s;
    command.synopsis = u"batch -o FOLDER [--format %1] [VIEW…]"_s.arg(figureSuffixes().join(u'|'));
    command.summary = u"write the charts of all kept views into a folder"_s;
    std::vector<OptionSpec> output{
        {u"output"_s, u"o"_s, u"FOLDER"_s, u"Folder to write into; made where it is missing."_s},
        {u"format"_s, {}, figureSuffixes().join(u'|'), u"Kind of file; default png."_s},
        {u"given-only"_s, {}, {}, u"Only the views given as VIEW."_s},
    };
    for (OptionSpec &option : figureOptions())
        output.push_back(std::move(option));
    command.options = {{u"Output"_s, output}, libraryOptions(true)};
    command.notes = notes();
    command.run = &runBatch;
    return command;
}

} // namespace anakinra::cli
