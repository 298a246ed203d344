// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/LibraryReader.h"

namespace anakinra::reading {

/// The whole content of a regular file, or the reason why it cannot be had. Empty when stopped.
Result<QByteArray> readFile(const QString &path, const LoadProgress &progress);

} // namespace anakinra::reading
