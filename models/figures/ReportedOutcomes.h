// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// An outcome that can be drawn as a rate for some of the cohorts at hand.
struct ReportedOutcome
{
    QString code;
    QString label;   ///< "ICANS, any grade"
    int cohorts = 0; ///< how many report a count or a percentage of it

    friend bool operator==(const ReportedOutcome &, const ReportedOutcome &) = default;
};

/// The outcomes of which at least one of `cohorts` reports a rate, in the order of the library's
/// dictionary. Incidences recorded in a selected population and continuous outcomes are no rates.
[[nodiscard]] std::vector<ReportedOutcome> reportedOutcomes(const Library &library,
                                                            std::span<const int> cohorts);

/// Those of one domain.
[[nodiscard]] std::vector<ReportedOutcome> ofDomain(const Library &library,
                                                    std::span<const ReportedOutcome> outcomes,
                                                    Domain domain);

/// The outcome to show while nobody has chosen one: ICANS of any grade where it is reported, else
/// the one that most cohorts report; "" where none is.
[[nodiscard]] QString startingOutcome(std::span<const ReportedOutcome> outcomes);

} // namespace anakinra
