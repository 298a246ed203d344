// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

#include <span>
#include <vector>

namespace anakinra {

/// How far an item is known of a cohort; from the most to the least, in sorting order.
enum class Reporting { Reported, Derived, PercentOnly, Inferred, NotReported, NotApplicable };

template<>
struct CodeList<Reporting>
{
    static constexpr std::array<CodeEntry<Reporting>, 6> entries{{
        {Reporting::Reported, u"reported", u"Reported"},
        {Reporting::Derived, u"derived", u"Derived from a printed percentage"},
        {Reporting::PercentOnly, u"percent-only", u"Percentage only"},
        {Reporting::Inferred, u"inferred", u"Inferred, not proven"},
        {Reporting::NotReported, u"not-reported", u"Not reported"},
        {Reporting::NotApplicable, u"not-applicable", u"Not applicable"},
    }};
};

enum class ItemGroup { Patients, Treatment, Results, Criteria };

/// One thing that a report on anakinra after CAR T cells could be expected to say.
struct CompletenessItem
{
    QString key;     ///< "dose", "crs.any", "criterion.icans"
    QString title;   ///< column header
    QString request; ///< what to ask authors for: "the daily dose of anakinra"
    ItemGroup group = ItemGroup::Patients;
};

/// The items in the order of the columns.
[[nodiscard]] std::span<const CompletenessItem> completenessItems();

struct CompletenessCell
{
    Reporting reporting = Reporting::NotReported;
    QString text;      ///< what is known: "23/31 74.2 %", "200 mg/day"; "NR", "n/a"
    QString remark;    ///< why not, or what limits it: "as for the whole cohort"; may be ""
    const Source *source = nullptr; ///< into the library; null where nothing is recorded
};

struct CompletenessRow
{
    int cohort = -1;
    QString label;
    std::vector<CompletenessCell> cells; ///< as completenessItems()
    int known = 0;      ///< cells that are reported, derived, percent-only or inferred
    int applicable = 0; ///< cells that are not "not applicable"
};

struct Completeness
{
    std::vector<CompletenessRow> rows; ///< in the order of the cohorts given
};

/// Pure: which items are known of which cohorts, with the rates' words by `options`.
[[nodiscard]] Completeness makeCompleteness(const Library &library, std::span<const int> cohorts,
                                            const RateOptions &options);

/// Row positions sorted stably: by an item (column >= 0, in the order of Reporting) or by the share
/// of known cells (column < 0, fullest first).
[[nodiscard]] std::vector<int> sortedByReporting(const Completeness &matrix, int column,
                                                 bool descending = false);

/// Title and place of a cell in words, for tooltips: item, cohort, state, text, report and locator.
[[nodiscard]] QString spokenCell(const Library &library, const CompletenessRow &row,
                                 std::size_t item);

} // namespace anakinra
