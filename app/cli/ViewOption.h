// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Command.h"
#include "models/kept/SavedView.h"

#include <optional>

namespace anakinra::cli {

/// --view FILE.
[[nodiscard]] OptionSpec viewOption();

/// The view that --view names; nullopt without the option. What was left out of it is said on the
/// console; the problem is that it cannot be used at all.
[[nodiscard]] Result<std::optional<SavedView>> chosenView(const Arguments &arguments, Console &console);

/// A view's file, a picture that carries one, or the name of a ready-made or kept view.
[[nodiscard]] Result<SavedView> viewNamed(const QString &fileOrName, Console &console);

} // namespace anakinra::cli
