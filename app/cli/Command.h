// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Arguments.h"

#include <QByteArray>

class QIODevice;

namespace anakinra::cli {

enum ExitCode {
    Success = 0,
    Fault = 1, ///< input or output is at fault; nothing half written is left behind
    Usage = 2, ///< the command line itself
};

/// Data goes to standard output, everything said to a person to standard error.
class Console
{
public:
    Console(QIODevice &out, QIODevice &err);

    /// Writes all of `bytes` at once and returns Success, or says why not and returns Fault.
    ExitCode data(const QByteArray &bytes);
    void message(const QString &text);
    ExitCode fault(const Problem &problem);
    ExitCode usage(const QString &command, const Problem &problem);
    /// Columns of the terminal that shows standard output; nullopt when it goes elsewhere.
    [[nodiscard]] std::optional<int> columns() const;

private:
    QIODevice &m_out;
    QIODevice &m_err;
};

struct Command
{
    QString name;
    QString synopsis; ///< what follows the program's name
    QString summary;  ///< one line
    std::vector<OptionGroup> options;
    QString notes;           ///< further sections of its help, already wrapped
    bool listsCodes = false; ///< its help ends with the codes of the library
    ExitCode (*run)(const Arguments &arguments, Console &console) = nullptr;
};

[[nodiscard]] Command listCommand();
[[nodiscard]] Command showCommand();
[[nodiscard]] Command chartCommand();
[[nodiscard]] Command sheetCommand();
[[nodiscard]] Command poolCommand();
[[nodiscard]] Command compareCommand();
[[nodiscard]] Command batchCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command missingCommand();
[[nodiscard]] Command overlapCommand();
[[nodiscard]] Command referencesCommand();

/// --library and, where a library may be used in part, --partial.
[[nodiscard]] OptionGroup libraryOptions(bool partial);

} // namespace anakinra::cli
