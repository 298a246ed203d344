// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/integrity/Finding.h"

#include <vector>

namespace anakinra {

/// Where one recorded value comes from and how it was taken over: the answer to "where from?".
/// Texts are ready to show; "" = nothing recorded.
struct Provenance
{
    QString title;      ///< "Park 2023, Cohort 1: CRS, any grade"
    QString value;      ///< as the program shows it: "23/31 74.2 %"; "NR"
    QString printed;    ///< the printed figure, without quotes
    QString arithmetic; ///< how the value follows from the print: "23/31 = 74.19 %, printed as 74 %"
    QString status;     ///< in words
    QString reportId;
    QString report;     ///< label
    QString reportKind; ///< "Interview, not peer-reviewed"
    QString citation;   ///< as far as recorded
    QString locator;
    QStringList flags;  ///< each with what it means
    QString note;
    QStringList further;///< criterion, window, population, other treatment; "as for the whole cohort"

    /// "Printed: ...", "Status: ..." and so on, what is empty left out.
    [[nodiscard]] QStringList lines() const;
};

/// Of a value of cohort `cohort`, which must be a value of that cohort in the library.
[[nodiscard]] Provenance provenanceOf(const Library &library, int cohort,
                                      const Observation &observation, const RateOptions &options);
[[nodiscard]] Provenance provenanceOf(const Library &library, int cohort,
                                      const Characteristic &characteristic,
                                      const RateOptions &options);
[[nodiscard]] Provenance provenanceOf(const Library &library, int cohort, const ProductShare &share);
[[nodiscard]] Provenance provenanceOf(const Library &library, int cohort, const Regimen &regimen);
[[nodiscard]] Provenance provenanceOf(const Library &library, int study,
                                      const Comparison &comparison, const RateOptions &options);
[[nodiscard]] Provenance provenanceOfSize(const Library &library, int cohort);
[[nodiscard]] Provenance provenanceOfRecipients(const Library &library, int cohort);
[[nodiscard]] Provenance provenanceOfTiming(const Library &library, int cohort);
[[nodiscard]] Provenance provenanceOfStartDay(const Library &library, int cohort);
/// "diseases", "age-groups" or "indications" of the cohort.
[[nodiscard]] Provenance provenanceOfCoded(const Library &library, int cohort, QStringView code);
/// Why two cohorts, or a cohort and a report, have or may have participants in common.
[[nodiscard]] Provenance provenanceOf(const Library &library, const Overlap &overlap);
[[nodiscard]] Provenance provenanceOfDesign(const Library &library, int cohort);

/// Of a comparison as printed: what is compared with its p and what can be recomputed of it, then the
/// figure of each group.
[[nodiscard]] std::vector<Provenance> provenanceOfComparison(const Library &library, int study,
                                                             const Comparison &comparison,
                                                             const RateOptions &options);

/// Everything behind a number that findings can point to.
[[nodiscard]] std::vector<Provenance> provenanceOfNumber(const Library &library,
                                                         const FindingTarget &number,
                                                         const RateOptions &options);

/// Everything behind one cell of the cohort table, by the key of its column: "n", "crs.any",
/// "regimen" ... Empty for columns that print no recorded value ("cohort", "role").
[[nodiscard]] std::vector<Provenance> provenanceOfColumn(const Library &library, int cohort,
                                                         QStringView column,
                                                         const RateOptions &options);

} // namespace anakinra
