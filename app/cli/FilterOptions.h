// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Arguments.h"
#include "models/figures/RateSeries.h"
#include "models/filter/FilterCriteria.h"

namespace anakinra::cli {

/// The FILTER of the command line: one flag per facet, ranges, search and switches.
[[nodiscard]] OptionGroup filterOptions();
/// --ci, --level, --show-inferred.
[[nodiscard]] OptionGroup rateOptionGroup();

/// Codes with which `facet` can be filtered, with their labels. `closed`: every other value is a
/// usage error; otherwise it matches nothing.
struct FacetCodes
{
    std::vector<std::pair<QString, QString>> codes;
    bool closed = false;
};
[[nodiscard]] FacetCodes facetCodes(Facet facet, const Library &library);

/// Codes are matched without regard to case. The problem is a usage error that lists valid values.
/// `base` holds where no flag says otherwise.
Result<FilterCriteria> filterFrom(const Arguments &arguments, const Library &library,
                                  const FilterCriteria &base = {});
Result<RateOptions> rateOptionsFrom(const Arguments &arguments, const RateOptions &base = {});

} // namespace anakinra::cli
