// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolGuard.h"

namespace anakinra {

/// Why figures that share no participants still may not be pooled, in a sentence that says what to
/// leave out; "" where they may: other targets, other response criteria, other disease groups of a
/// tumour response.
[[nodiscard]] QString mixedEndpointRefusal(const Library &library, const QString &outcome,
                                           std::span<const PoolCandidate> used);

/// What a reader must know of the pooled figures: mixed timing, grading and denominators,
/// concomitant therapy, inferred counts, what is not stated.
[[nodiscard]] QStringList poolWarnings(const Library &library, const QString &outcome,
                                       std::span<const PoolCandidate> used);

} // namespace anakinra
