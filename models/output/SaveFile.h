// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"

#include <QByteArray>

namespace anakinra {

/// Writes `bytes` to `path` through a temporary file beside it: either the whole file is there
/// afterwards or the old state is untouched. The problem names the file and the system's reason.
Outcome saveFile(const QString &path, const QByteArray &bytes);

} // namespace anakinra
