// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Selection.h"

namespace anakinra::cli {

/// The outcome of `--outcome`, or the usual one of the selection where the option is not given
/// ("" where no cohort reports a rate). A code that the library does not know is a usage error.
[[nodiscard]] Result<QString> outcomeArgument(const Arguments &arguments, const Selection &selection);

} // namespace anakinra::cli
