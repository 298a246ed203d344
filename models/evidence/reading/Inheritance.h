// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/CohortReading.h"

namespace anakinra::reading {

/// Gives a part what its parent states and it does not: timing, age groups, diseases,
/// indications, products, start day and regimens, each marked as inherited. Groups without
/// anakinra take over no timing, start day or regimen. `parent` has inherited already.
///
/// The part's share of a product is known only where everyone in the parent had that product;
/// otherwise it is unknown and the share has the flag `product-from-population`.
void inherit(const Cohort &parent, Cohort &part, const Stated &stated);

/// Everyone in an anakinra cohort, in the sample of one, or in a subgroup of one was given
/// anakinra, so nAnakinra is n where it is not stated. `parent` is null where there is none.
void completeAnakinraCount(const Cohort *parent, Cohort &cohort, const Stated &stated);

} // namespace anakinra::reading
