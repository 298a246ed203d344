// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/Judgement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace anakinra::filter {

namespace {

/// In the order of Reason.
constexpr std::array<QStringView, 22> words{
    u"product not reported",
    u"route not reported",
    u"route not reported for every regimen",
    u"timing not reported",
    u"called refractory, but classed as treatment",
    u"disease not reported",
    u"age group not reported",
    u"design not reported",
    u"indication not reported",
    u"publication kind not reported",
    u"peer review not stated",
    u"dose not reported",
    u"dose on the other scale (mg/day)",
    u"dose on the other scale (mg/kg/day)",
    u"dose partly in range",
    u"dose: only some regimens in range",
    u"start day not reported",
    u"start day: median only",
    u"start day partly in range",
    u"n not reported",
    u"n partly in range",
    u"year not printed",
};
static_assert(static_cast<std::size_t>(Reason::YearNotPrinted) + 1 == words.size());

/// Bounds are typed decimals and some doses are products of decimals (0.1 x 3), so equal means
/// equal to nine digits.
bool below(double a, double b)
{
    return a < b && std::abs(a - b) > 1e-9 * std::max(std::abs(a), std::abs(b));
}

Judgement unjudged(Reason reason)
{
    return {Verdict::Unjudged, bit(reason)};
}

Judgement withReason(Verdict verdict, Reason reason)
{
    return verdict == Verdict::Unjudged ? unjudged(reason) : Judgement{verdict, 0};
}

Judgement judgeDose(const std::optional<Dose> &dose, const DoseRange &wanted,
                    std::optional<double> bodyWeight)
{
    if (!dose)
        return unjudged(Reason::DoseNotReported);
    double factor = 1.0;
    if (dose->unit != wanted.unit) {
        const bool perKilogram = dose->unit == DoseUnit::MgPerKgPerDay;
        if (!bodyWeight || !(*bodyWeight > 0.0)) {
            return unjudged(perKilogram ? Reason::DoseInMgPerKgPerDay : Reason::DoseInMgPerDay);
        }
        factor = perKilogram ? *bodyWeight : 1.0 / *bodyWeight;
    }
    return withReason(judgeSpan({dose->min * factor, dose->max * factor}, wanted.range),
                      Reason::DosePartlyInRange);
}

} // namespace

QStringList reasonTexts(Reasons reasons)
{
    QStringList texts;
    for (unsigned i = 0; i < words.size(); ++i) {
        if (reasons & (Reasons{1} << i))
            texts.append(words[i].toString());
    }
    return texts;
}

Verdict judgeSpan(const Range &printed, const Range &wanted)
{
    const bool startsInside = !wanted.min || (printed.min && !below(*printed.min, *wanted.min));
    const bool endsInside = !wanted.max || (printed.max && !below(*wanted.max, *printed.max));
    const bool empty = wanted.min && wanted.max && below(*wanted.max, *wanted.min);
    if (startsInside && endsInside && !empty)
        return Verdict::Accept;
    const bool before = wanted.min && printed.max && below(*printed.max, *wanted.min);
    const bool after = wanted.max && printed.min && below(*wanted.max, *printed.min);
    return before || after || empty ? Verdict::Reject : Verdict::Unjudged;
}

Judgement judgeDoses(std::span<const std::optional<Dose>> doses, const DoseRange &wanted,
                     std::optional<double> bodyWeight)
{
    if (doses.empty())
        return unjudged(Reason::DoseNotReported);
    bool someAccepted = false;
    bool someRejected = false;
    Reasons reasons = 0;
    for (const auto &dose : doses) {
        const Judgement one = judgeDose(dose, wanted, bodyWeight);
        someAccepted = someAccepted || one.verdict == Verdict::Accept;
        someRejected = someRejected || one.verdict == Verdict::Reject;
        reasons |= one.reasons;
    }
    if (someAccepted && someRejected)
        reasons |= bit(Reason::DoseSomeInRange);
    if (reasons != 0)
        return {Verdict::Unjudged, reasons};
    return {someAccepted ? Verdict::Accept : Verdict::Reject, 0};
}

Judgement judgeStartDay(const Range &printed, bool medianPrinted, const Range &wanted)
{
    if (printed.isOpen())
        return unjudged(medianPrinted ? Reason::StartDayMedianOnly : Reason::StartDayNotReported);
    return withReason(judgeSpan(printed, wanted), Reason::StartDayPartlyInRange);
}

Judgement judgeSize(const Range &printed, const Range &wanted)
{
    if (printed.isOpen())
        return unjudged(Reason::SizeNotReported);
    return withReason(judgeSpan(printed, wanted), Reason::SizePartlyInRange);
}

Judgement judgeYear(std::optional<int> year, const Range &wanted)
{
    if (!year)
        return unjudged(Reason::YearNotPrinted);
    return {judgeSpan({*year, *year}, wanted), 0};
}

} // namespace anakinra::filter
