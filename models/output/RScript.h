// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/output/Reproduction.h"

#include <optional>

/// Parts that all reproduction scripts have in common.
namespace anakinra {

/// "NA" for a missing value, "Inf", or digits that give back exactly the same number.
[[nodiscard]] QString numberInR(std::optional<double> value);

/// In quotes, on one line: whatever the text holds, it stays a text.
[[nodiscard]] QString stringInR(QString text);

/// The comment at the top: what the script computes again, and which program wrote it.
[[nodiscard]] QString scriptHead(const QString &what);

/// Sets `level`, in percent.
[[nodiscard]] QString scriptLevel(double level);

/// Defines compare(what, program, r, tolerance), which prints both and remembers a difference, and
/// prints the heading of its columns. NA on either side is passed over.
[[nodiscard]] QString scriptComparison();

/// Ends the script with status 1 where anything differed.
[[nodiscard]] QString scriptEnd();

/// The whole script under the name that every bundle gives it.
[[nodiscard]] BundleFile scriptFile(const QString &script);

} // namespace anakinra
