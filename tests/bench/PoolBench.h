// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace anakinra::bench {

/// Which of 10,000 cohorts may be pooled: the guard on a synthetic library with a few recorded
/// overlaps, on one chain of overlaps through all studies, and on one study with 10,000 groups.
[[nodiscard]] QJsonObject measureGuard();

} // namespace anakinra::bench
