// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <span>
#include <vector>

namespace anakinra {

/// What the library takes from one report: how many recorded values of each sort.
struct ReportContribution
{
    int outcomes = 0;
    int regimens = 0;        ///< and parts of regimens
    int characteristics = 0;
    int comparisons = 0;
    int notes = 0;           ///< of cohorts and of the study
    int others = 0;          ///< numbers of participants, products, start day, timing, groups
    std::vector<int> cohorts;///< about which cohorts it says something, in library order

    [[nodiscard]] int total() const
    {
        return outcomes + regimens + characteristics + comparisons + notes + others;
    }
};

/// One report as a row of its own.
struct ReportRow
{
    int report = -1; ///< index into Library::reports
    int study = -1;  ///< index into Library::studies
    QString kind;         ///< in words
    QString peerReview;   ///< in words
    QString citation;     ///< as far as recorded; facts added by the curator end in "*"
    QString document;     ///< what was read, in words
    ReportContribution contribution;
    bool onlyReport = false; ///< the study has no other: everything stands only here
    QStringList onlyHere; ///< outcomes and characteristics of a cohort that no other report of the
                          ///< study gives: "SC arm: CRS any 8/15 53.3 %"
};

/// Rows in the order of `reports`. One pass over the library.
[[nodiscard]] std::vector<ReportRow> reportTable(const Library &library, std::span<const int> reports);

/// All reports of the library, in its order.
[[nodiscard]] std::vector<int> allReports(const Library &library);

/// The reports from which anything recorded of these cohorts, or of their studies as a whole, was
/// taken; in the order of the library.
[[nodiscard]] std::vector<int> citedReports(const Library &library, std::span<const int> cohorts);

} // namespace anakinra
