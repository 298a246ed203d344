// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// By what the cohorts of a pool are grouped.
enum class PoolGrouping { None, Timing, Route, DoseBand, Product, Design, Disease };

template<>
struct CodeList<PoolGrouping>
{
    static constexpr std::array<CodeEntry<PoolGrouping>, 7> entries{{
        {PoolGrouping::None, u"none", u"Not grouped"},
        {PoolGrouping::Timing, u"timing", u"Timing"},
        {PoolGrouping::Route, u"route", u"Route"},
        {PoolGrouping::DoseBand, u"dose-band", u"Dose band"},
        {PoolGrouping::Product, u"product", u"CAR T product"},
        {PoolGrouping::Design, u"design", u"Design"},
        {PoolGrouping::Disease, u"disease", u"Disease group"},
    }};
};

/// The group that a cohort falls into: a code that is stable, a label for the screen, and its rank
/// among the groups of this grouping. Mixed cohorts have groups of their own ("SC and IV"); what is
/// not reported is a group, too, and comes last.
///
/// Dose bands go by the highest daily dose of the starting regimens, each scale for itself: up to
/// 100 (the licensed daily dose in rheumatoid arthritis), over 100 to 200, and over 200 mg/day; up
/// to 4 and over 4 mg/kg/day. Step-ups do not count. The scales are never converted.
struct PoolGroupKey
{
    QString code;
    QString label;
    int rank = 0;

    friend bool operator==(const PoolGroupKey &, const PoolGroupKey &) = default;
};

[[nodiscard]] PoolGroupKey poolGroupOf(const Library &library, int cohort, PoolGrouping grouping);

} // namespace anakinra
