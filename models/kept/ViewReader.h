// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/kept/SavedView.h"

#include <optional>
#include <vector>

namespace anakinra {

/// What came of reading a view. Without a view the first problem says why; with one the problems
/// name the fields that were not understood and were left out.
struct ViewReport
{
    std::optional<SavedView> view;
    std::vector<Problem> problems;
};

/// Larger files are no views.
inline constexpr qsizetype largestViewFile = 1024 * 1024; ///< bytes

/// `file`: what problems name as its origin.
[[nodiscard]] ViewReport readView(const QByteArray &bytes, const QString &file);
[[nodiscard]] ViewReport readViewFile(const QString &path);

/// Whether the bytes call themselves a view, sound or not, rather than a library.
[[nodiscard]] bool looksLikeView(const QByteArray &bytes);

} // namespace anakinra
