// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ProgramName.h"
#include "app/RunWindow.h"
#include "app/cli/CommandLine.h"

#include <QFile>

#include <cstdio>

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// Whether Qt would find a display to open a window on. Without one it ends the program with an
/// abort; that deserves words instead.
bool hasDisplay(const QStringList &arguments)
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return arguments.contains(QStringLiteral("-platform"));
}

} // namespace

/// Decides between a command, which needs neither window nor display, and the window.
int main(int argc, char **argv)
{
    using namespace anakinra::cli;

    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly))
        return Fault;
    Console console(out, err);
    const QStringList arguments = argumentsOf(argc, argv);
    const Request request = readRequest(arguments, console);
    if (request.exitCode)
        return *request.exitCode;
    if (request.command) {
        anakinra::nameProgram();
        return runCommand(*request.command, request.arguments, console);
    }
    if (!hasDisplay(arguments)) {
        console.message(QStringLiteral("There is no display to open a window on. Commands work "
                                       "without one: anakinra-evidence --help"));
        return Fault;
    }
    return anakinra::runWindow(argc, argv, request.library);
}
