// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"
#include "models/evidence/LibraryReader.h"

namespace anakinra::cli {

/// The library compiled into the program.
inline constexpr QStringView shippedLibrary = u":/evidence/anakinra-car-t.json";

/// The library that --library names, or the shipped one, read with all its problems.
[[nodiscard]] LoadReport readChosenLibrary(const Arguments &arguments,
                                           const ReadOptions &options = {});

/// The same for commands that use it: every problem is said on the console; null when the library
/// has errors and --partial is not given, or when nothing of it can be used.
[[nodiscard]] std::shared_ptr<const Library> openChosenLibrary(const Arguments &arguments,
                                                               Console &console);

} // namespace anakinra::cli
