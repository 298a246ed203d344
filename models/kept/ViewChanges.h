// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"
#include "models/kept/SavedView.h"

namespace anakinra {

/// How a view differs on the library that is open from what it was when it was kept.
struct ViewChanges
{
    QString versions;    ///< "kept with … version 1.0.0; open is version 1.1.0"; "" for the same
    QStringList details; ///< sentences without full stop: what is no longer there, what is listed
                         ///< now and was not, what is no longer listed

    [[nodiscard]] bool isEmpty() const { return versions.isEmpty() && details.isEmpty(); }
    /// All of it in lines.
    [[nodiscard]] QString toString() const;
};

/// `result`: of the view's filter on the library. Names are those that the library no longer
/// knows: facet values, cohorts taken out by hand, outcomes in the options of the chart.
[[nodiscard]] ViewChanges viewChanges(const SavedView &view, const Library &library,
                                      const FilterEngine &engine, const FilterResult &result);

} // namespace anakinra
