// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/kept/ViewReader.h"

namespace anakinra {

/// The kinds of file that can lead to a view.
enum class ViewSource {
    View,    ///< a view's own file
    Picture, ///< PNG, SVG or PDF, which may carry one
    Other,   ///< a library, most likely
};

/// By what the file begins with, not by its name. Files that cannot be read are Other.
[[nodiscard]] ViewSource viewSourceOf(const QString &path);

/// The view of a file of its own, or the one that an exported PNG, SVG or PDF carries. A picture
/// without one is a problem that says so.
[[nodiscard]] ViewReport readViewOf(const QString &path);

} // namespace anakinra
