// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace anakinra {

/// Tells Qt name and version of the program, for its folders and for the metadata of files. Before
/// any application object is made.
void nameProgram();

/// Where the user's kept views are, beside the remembered layout of the window.
[[nodiscard]] QString keptViewsPath();

} // namespace anakinra
