// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace anakinra {

/// "a; b; c; d; and 3 more": each word once, and no more than a sentence can carry.
[[nodiscard]] QString listed(QStringList words);

} // namespace anakinra
