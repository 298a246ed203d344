// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

/// One cohort that reports both a toxicity and a response.
struct BenefitHarmPoint
{
    RateCohort cohort;
    Rate harm;
    Rate benefit;
    int number = 0; ///< 1 ...: stands beside the mark and in the key

    /// The graver one of its two rates.
    [[nodiscard]] QString findingMark() const;
    [[nodiscard]] QString spoken(const Library &library, const RateOptions &options) const;
};

/// A cohort that is not drawn, and which of the two it does not report.
struct BenefitHarmGap
{
    QString label;
    QString reason; ///< "ORR not reported", "neither reported"
};

/// A toxicity against a tumour response, one mark per cohort.
struct BenefitHarm
{
    QString harm;      ///< outcome codes, "" = none chosen
    QString benefit;
    QString harmLabel; ///< short labels of the outcomes
    QString benefitLabel;
    std::vector<BenefitHarmPoint> points; ///< in figure order
    std::vector<BenefitHarmGap> gaps;
    QStringList notes; ///< of the rates that are drawn, and who is not
};

/// Pure. `cohorts`: indices into Library::cohorts.
[[nodiscard]] BenefitHarm makeBenefitHarm(const Library &library, std::span<const int> cohorts,
                                          const QString &harm, const QString &benefit,
                                          const RateOptions &options);

[[nodiscard]] FigureTable benefitHarmTable(const BenefitHarm &values);

} // namespace anakinra
