// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/integrity/Finding.h"

#include <functional>
#include <span>
#include <stop_token>
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
    QString findingMark = {};  ///< what stands before it, for what the audit finds: "!", "*"; "" = nothing
    QString findingLines = {}; ///< the findings in words, one per line
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

/// Pure: one row, without what is found about its numbers.
[[nodiscard]] CompletenessRow completenessRow(const Library &library, int cohort,
                                              const RateOptions &options);
/// Adds what the audit finds about the numbers that the cells show.
void markFindings(CompletenessRow &row, const Library &library);

/// The numbers of a cohort that an item of the matrix is about.
[[nodiscard]] std::vector<FindingTarget> numbersOfItem(const Library &library, int cohort,
                                                       const QString &item);

/// Pure: which items are known of which cohorts, with the rates' words by `options`. `stop` and
/// `progress` as of audit(); a stopped matrix lacks rows.
[[nodiscard]] Completeness makeCompleteness(const Library &library, std::span<const int> cohorts,
                                            const RateOptions &options,
                                            const std::stop_token &stop = {},
                                            const std::function<void(double)> &progress = {});

/// How far everything is known of many cohorts, in little room: enough to sort by.
struct ReportingStates
{
    std::vector<Reporting> states;  ///< cohort by cohort, as completenessItems()
    std::vector<double> knownShare; ///< of the items that apply, 0-1

    [[nodiscard]] std::size_t rows() const { return knownShare.size(); }
    [[nodiscard]] Reporting at(std::size_t row, std::size_t item) const
    {
        return states[row * completenessItems().size() + item];
    }
};
[[nodiscard]] ReportingStates reportingStates(const Library &library, std::span<const int> cohorts,
                                              const RateOptions &options,
                                              const std::stop_token &stop = {},
                                              const std::function<void(double)> &progress = {});

/// Row positions sorted stably: by an item (column >= 0, in the order of Reporting) or by the share
/// of known cells (column < 0, fullest first).
[[nodiscard]] std::vector<int> sortedByReporting(const ReportingStates &states, int column,
                                                 bool descending = false);

/// Title and place of a cell in words, for tooltips: item, cohort, state, text, findings, report and
/// locator.
[[nodiscard]] QString spokenCell(const Library &library, const CompletenessRow &row,
                                 std::size_t item);

} // namespace anakinra
