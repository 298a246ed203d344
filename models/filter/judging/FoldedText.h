// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace anakinra::filter {

/// Text as it is compared: case and accents folded, every dash a hyphen, every blank a space.
[[nodiscard]] QString foldedText(QStringView text);

} // namespace anakinra::filter
