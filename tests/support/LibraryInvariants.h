// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <QStringList>

namespace anakinra::test {

/// What holds of every library the reader hands out, however broken its file was: links lead to
/// what they name, codes and reports exist, every recorded value has its place in a report,
/// counts and ranges are possible. One line for each that does not hold.
[[nodiscard]] QStringList brokenInvariants(const Library &library);

} // namespace anakinra::test
