// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterCriteria.h"

#include <memory>
#include <vector>

namespace anakinra {

namespace filter {
class Columns;
}

/// A cohort that the filter neither accepts nor rejects, with every reason,
/// e.g. {"start day not reported", "dose on the other scale"}.
struct UnjudgedCohort
{
    int cohort = -1; ///< index into Library::cohorts
    QStringList reasons;
};

/// The value of a facet with the number of cohorts it would give under the other restrictions.
struct FacetValue
{
    QString code;
    QString label;
    int cohorts = 0;
    bool selected = false;
};

/// How many of the counted participants are known to have had a selected product.
struct ProductCount
{
    QString code;
    int participants = 0; ///< sum of the printed shares, each participant once
    int unknownIn = 0;    ///< counted cohorts that had it, share not printed
};

/// Totals of a result. A participant is counted once: a part inside its listed parent, a sample
/// of an earlier report, and certain overlaps (same, subset assumed) do not add up. Overlaps that
/// cannot be excluded add up unless the criteria exclude them; then only as many of the cohorts
/// count as certainly have nobody in common. Comparators are never counted.
struct ResultCounts
{
    int studies = 0;
    int reports = 0;
    int cohorts = 0;               ///< listed cohorts, those listed only as comparators not included
    int comparators = 0;           ///< cohorts listed only as comparators
    int participants = 0;          ///< known anakinra recipients, each once
    /// The true total may be larger: an n is not printed or has a second, larger printed value and
    /// no listed parent covers it, or participants were left out as possibly counted already.
    bool participantsAtLeast = false;
    /// Participants who would not be counted if every overlap that cannot be excluded were real; 0
    /// where there is none, or where they are left out already.
    int possiblyTwice = 0;
    bool withoutPossibleOverlaps = false; ///< left out, because the criteria ask for it
    std::vector<int> participantsUnknownIn; ///< listed cohorts without a printed number of recipients
    std::vector<ProductCount> products; ///< one per selected product
    int unjudged = 0;
};

struct FilterResult
{
    std::vector<int> cohorts;             ///< matching cohorts in library order, comparators included
    std::vector<int> comparators;         ///< those of `cohorts` listed only as comparators
    std::vector<UnjudgedCohort> unjudged; ///< also contained in `cohorts` with keepUnjudged
    std::vector<std::vector<FacetValue>> facets; ///< by Facet
    ResultCounts counts;
};

/// Judges all cohorts of one library against criteria. Built once per library: it keeps the
/// columns that filters and facets read as bit sets, so a filter change is one pass (under 16 ms
/// for 100,000 cohorts). Thread-safe for concurrent const calls.
///
/// Rules (three-valued judging, ranges, parents and parts): see ARCHITECTURE.md "Judging".
class FilterEngine
{
public:
    explicit FilterEngine(std::shared_ptr<const Library> library);
    ~FilterEngine();
    FilterEngine(FilterEngine &&) noexcept;
    FilterEngine &operator=(FilterEngine &&) noexcept;

    [[nodiscard]] const Library &library() const { return *m_library; }
    /// Builds the text index now instead of at the first search; for a loading thread.
    void prepareSearch() const;
    [[nodiscard]] FilterResult apply(const FilterCriteria &criteria) const;
    /// Words for codes that this library does not know, e.g. "no product \"foo\" in this library".
    [[nodiscard]] QStringList unknownValues(const FilterCriteria &criteria) const;

private:
    std::shared_ptr<const Library> m_library;
    std::unique_ptr<const filter::Columns> m_columns;
};

/// "2 of 11 studies · 2 cohorts · 46 participants, each counted once · 0 cohorts could not be judged"
[[nodiscard]] QString countsLine(const ResultCounts &counts, const Library &library);

} // namespace anakinra
