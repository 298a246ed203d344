// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/Completeness.h"

namespace anakinra {

/// How one item is looked up; used by makeCompleteness only.
using ItemLookup = CompletenessCell(const Library &, int cohort, const RateOptions &);

struct ItemSpec
{
    CompletenessItem item;
    ItemLookup *look = nullptr;
    QString argument; ///< outcome code, characteristic or family, for lookups that need one
    CompletenessCell (*lookFor)(const Library &, int cohort, const RateOptions &,
                                const QString &argument) = nullptr;
};

/// In the order of completenessItems().
[[nodiscard]] const std::vector<ItemSpec> &itemSpecs();

} // namespace anakinra
