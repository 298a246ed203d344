// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace anakinra {

/// Opens the window on the shipped library and runs it; returns the exit code. `library`: a file
/// to open then, "" = none. Makes the application object.
[[nodiscard]] int runWindow(int argc, char **argv, const QString &library);

} // namespace anakinra
