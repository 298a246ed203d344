// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

class FindingIndex;

/// What a reader must know before comparing the rates of a figure, one plain sentence each, in a
/// fixed order: who is compared, how it was graded, which figures are incomplete or impossible,
/// what was set aside. `products` are those the filter selects, `findings` those about the figure.
[[nodiscard]] QStringList rateNotes(const Library &library, const RateSeries &series,
                                    const RateOptions &options, const QStringList &products,
                                    const FindingIndex &findings);

/// Of these notes the one about parts, for figures that show parts otherwise than indented.
[[nodiscard]] QString indentedPartsNote();

} // namespace anakinra
