// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/output/Reproduction.h"

namespace anakinra {

/// Writes a bundle: as one file where `path` ends in .zip, else as a new folder (an empty one may
/// be there already). Either all of it is there afterwards or nothing is; a folder that holds
/// something is left alone. The problem names the path and the reason.
Outcome saveBundle(const QString &path, const std::vector<BundleFile> &files);

/// The files as a ZIP archive, its names in UTF-8.
[[nodiscard]] Result<QByteArray> zipArchive(const std::vector<BundleFile> &files);

} // namespace anakinra
