// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

/// How a cohort was given anakinra: all its starting regimens together.
enum class DoseRoute { Subcutaneous, Intravenous, Both, NotReported };
[[nodiscard]] QString doseRouteText(DoseRoute route); ///< "SC", "IV", "SC and IV", "route NR"

/// A cohort at its daily dose.
struct DosePoint
{
    std::size_t row = 0; ///< index into RateSeries::cohorts
    double min = 0.0;    ///< daily dose on the scale of the panel, > 0
    double max = 0.0;    ///< >= min; several doses on one scale are one range
    DoseRoute route = DoseRoute::NotReported;
    QString dose;   ///< as printed: "100–200 mg/day"; "8 mg/kg/day = 560 mg/day" where converted
    int number = 0; ///< from 1 over all panels: what stands beside the mark and in the list

    [[nodiscard]] double middle() const { return (min + max) / 2.0; }
};

/// A fitted line of the rate against the dose, with the interval of the rate at each dose.
struct DoseTrend
{
    struct At
    {
        double dose = 0.0;
        double rate = 0.0; ///< percent, 0-100, as the bounds
        double low = 0.0;
        double high = 0.0;
    };
    std::vector<At> line; ///< in order of the dose, from the lowest to the highest of the studies
    int studies = 0;
};

/// One scale of doses; the two are never mixed without a body weight.
struct DosePanel
{
    DoseUnit unit = DoseUnit::MgPerDay;
    QString title; ///< "Daily dose, mg/day"
    std::vector<DosePoint> points;
    double max = 1.0;  ///< of the axis, which begins at 0
    double step = 1.0; ///< between its ticks
    std::optional<DoseTrend> trend;
};

/// A cohort that has no place on a dose axis.
struct DoseOmission
{
    std::size_t row = 0;
    QString reason; ///< "Dose not reported"
};

/// Everything a dose figure shows.
struct DoseSeries
{
    RateSeries rates; ///< one panel with one outcome; its notes are the figure's
    std::vector<DosePanel> panels;
    std::vector<DoseOmission> omitted; ///< in row order
};

/// Rates against the dose of the starting regimens; step-ups are no cohort's dose. A body weight in
/// the criteria puts both scales on one axis, which the notes then say. No line is fitted to fewer
/// than ten independent studies. `outcome`: "" = none is reported.
[[nodiscard]] DoseSeries makeDoseSeries(const Library &library, const FilterCriteria &criteria,
                                        const FilterResult &result, const RateOptions &options,
                                        const QString &outcome);

/// One row per cohort, also of those not drawn, with the reason.
[[nodiscard]] FigureTable doseTable(const Library &library, const DoseSeries &series);

} // namespace anakinra
