// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/filter/FilterCriteria.h"

#include <span>

/// Three-valued judging of single values: the rules, apart from how they are applied to many
/// cohorts at once.
namespace anakinra::filter {

enum class Verdict { Accept, Reject, Unjudged };

/// Why a restriction cannot judge a cohort. The values are bits of `Reasons`.
enum class Reason : unsigned {
    ProductNotReported,
    RouteNotReported,
    RouteNotForAll, ///< an alternative regimen is printed without route
    TimingNotReported,
    CalledRefractory,
    DiseaseNotReported,
    AgeGroupNotReported,
    DesignNotReported,
    IndicationNotReported,
    PublicationNotReported,
    PeerReviewNotStated,
    DoseNotReported,
    DoseInMgPerDay,   ///< on the other scale than the range
    DoseInMgPerKgPerDay,
    DosePartlyInRange,
    DoseSomeInRange,  ///< some alternative regimens are inside, others outside
    StartDayNotReported,
    StartDayMedianOnly,
    StartDayPartlyInRange,
    SizeNotReported,
    SizePartlyInRange,
    YearNotPrinted,
};

using Reasons = quint32;

[[nodiscard]] constexpr Reasons bit(Reason reason)
{
    return Reasons{1} << static_cast<unsigned>(reason);
}

/// The reasons in words, in the order of the enumeration.
[[nodiscard]] QStringList reasonTexts(Reasons reasons);

/// A verdict with the reasons where it is Unjudged.
struct Judgement
{
    Verdict verdict = Verdict::Accept;
    Reasons reasons = 0;
};

/// The whole printed range against the wanted one; a missing bound is open on either side. Partly
/// inside is Unjudged.
[[nodiscard]] Verdict judgeSpan(const Range &printed, const Range &wanted);

/// The doses of the starting regimens (alternatives; nullopt = not reported) against a range.
/// With a body weight (kg) a dose on the other scale is converted.
[[nodiscard]] Judgement judgeDoses(std::span<const std::optional<Dose>> doses,
                                   const DoseRange &wanted, std::optional<double> bodyWeight);

/// The printed start days; `medianPrinted` tells a median-only value from none at all.
[[nodiscard]] Judgement judgeStartDay(const Range &printed, bool medianPrinted, const Range &wanted);
/// `printed` holds the first and the second printed n ("8 or 9"); open = not reported.
[[nodiscard]] Judgement judgeSize(const Range &printed, const Range &wanted);
[[nodiscard]] Judgement judgeYear(std::optional<int> year, const Range &wanted);

} // namespace anakinra::filter
