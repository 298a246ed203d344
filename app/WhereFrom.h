// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/Offers.h"
#include "models/figures/RateSeries.h"
#include "models/integrity/FindingIndex.h"

namespace anakinra {

/// The answer to "where from?" about one number: printed figure, arithmetic, status, report and
/// place, with what is found about it. `findings` may be null. "" where nothing is asked about.
[[nodiscard]] QString whereFromHtml(const Library &library, const AskedNumber &asked,
                                    const RateOptions &options, const FindingIndex *findings);

} // namespace anakinra
