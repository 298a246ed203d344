// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/CommandLine.h"

#include "app/cli/Help.h"
#include "app/cli/LibrarySource.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

const Command *commandNamed(const QString &name)
{
    const auto it = std::ranges::find(commands(), name, &Command::name);
    return it == commands().end() ? nullptr : &*it;
}

QString commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names.append(command.name);
    return names.join(u", "_s);
}

/// A word that is neither a file nor could be meant as a path: most likely a mistyped command.
bool looksLikeCommand(const QString &word)
{
    return !word.contains(u'/') && !word.contains(u'.') && !QFileInfo::exists(word);
}

ExitCode printHelp(const Command &command, const Arguments &arguments, Console &console)
{
    QString text = commandHelp(command);
    if (command.listsCodes) {
        const LoadReport report = readChosenLibrary(arguments);
        if (report.library)
            text += codesHelp(*report.library);
        for (const Problem &problem : report.problems)
            console.message(problem.toString());
    }
    return console.data(text.toUtf8());
}

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{listCommand(), showCommand(), chartCommand(),
                                          sheetCommand(), poolCommand(), compareCommand(),
                                          batchCommand(), checkCommand(), missingCommand(),
                                          overlapCommand(), referencesCommand()};
    return all;
}

Request readRequest(const QStringList &arguments, Console &console)
{
    Request request;
    QStringList rest = arguments;
    QStringList library; // a --library that stands before the command
    if (!rest.isEmpty() && rest.first().startsWith(u"--library="_s)) {
        library = {rest.takeFirst()};
        request.library = library.first().section(u'=', 1);
    } else if (rest.size() > 1 && rest.first() == u"--library") {
        library = rest.mid(0, 2);
        request.library = library.last();
        rest = rest.mid(2);
    }
    const QString first = rest.value(0);
    if (first == u"--help" || first == u"-h" || first == u"help") {
        request.exitCode = console.data(generalHelp(commands()).toUtf8());
    } else if (first == u"--version" || first == u"-v") {
        request.exitCode = console.data("anakinra-evidence " ANAKINRA_VERSION "\n");
    } else if (const Command *command = commandNamed(first)) {
        request.command = command;
        request.arguments = library + rest.mid(1);
    } else if (!first.isEmpty() && !first.startsWith(u'-') &&
               (looksLikeCommand(first) || rest.size() > 1 || !library.isEmpty())) {
        request.exitCode = console.usage(
            {}, usageError(u"\"%1\" is neither a command nor a library; commands: %2"_s.arg(
                    first, commandNames())));
    } else if (first == u"--library") {
        request.exitCode = console.usage({}, usageError(u"--library needs a file"_s));
    } else if (first.startsWith(u"--")) {
        request.exitCode = console.usage({}, usageError(u"Unknown option \"%1\""_s.arg(first)));
    } else if (!first.isEmpty() && !first.startsWith(u'-')) {
        request.library = first;
    }
    return request;
}

ExitCode runCommand(const Command &command, const QStringList &arguments, Console &console)
{
    std::vector<OptionGroup> options = command.options;
    options.push_back({{}, {{u"help"_s, u"h"_s, {}, {}}}});
    const auto parsed = Arguments::parse(arguments, options);
    if (!parsed)
        return console.usage(command.name, parsed.problem());
    if (parsed->has(u"help"_s))
        return printHelp(command, *parsed, console);
    return command.run(*parsed, console);
}

} // namespace anakinra::cli
