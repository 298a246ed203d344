// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"

#include <optional>

namespace anakinra::cli {

/// The commands of this version, in the order of the help.
[[nodiscard]] const std::vector<Command> &commands();

/// What the program is asked to do, decided before any application object exists.
struct Request
{
    const Command *command = nullptr; ///< null: the window, unless `exitCode` is set
    QStringList arguments;            ///< of the command
    QString library;                  ///< for the window; "" = the shipped one
    std::optional<ExitCode> exitCode; ///< already answered: help, version or a usage error
};

/// `arguments` without the program's name.
[[nodiscard]] Request readRequest(const QStringList &arguments, Console &console);

/// Runs a command. Needs no application object; commands that draw make a headless one.
[[nodiscard]] ExitCode runCommand(const Command &command, const QStringList &arguments,
                                  Console &console);

} // namespace anakinra::cli
