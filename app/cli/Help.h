// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"
#include "models/evidence/Library.h"

namespace anakinra::cli {

/// Help of the program: what it is, its commands, exit codes.
[[nodiscard]] QString generalHelp(const std::vector<Command> &commands);
/// Help of one command, made from the options it accepts.
[[nodiscard]] QString commandHelp(const Command &command);
/// All codes of a library by the flag that takes them.
[[nodiscard]] QString codesHelp(const Library &library);

} // namespace anakinra::cli
