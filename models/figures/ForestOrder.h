// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <optional>
#include <span>
#include <vector>

namespace anakinra {

/// In which order the rows of a group stand. What has no value comes last; ties keep the order of
/// the library.
enum class ForestOrder {
    Estimate, ///< lowest rate first
    Size,     ///< largest denominator first
    Year,     ///< of the study, earliest first
    Name,
};

template<>
struct CodeList<ForestOrder>
{
    static constexpr std::array<CodeEntry<ForestOrder>, 4> entries{{
        {ForestOrder::Estimate, u"estimate", u"Rate"},
        {ForestOrder::Size, u"n", u"n"},
        {ForestOrder::Year, u"year", u"Year"},
        {ForestOrder::Name, u"name", u"Name"},
    }};
};

/// What a row is ordered by.
struct ForestKey
{
    std::optional<double> percent;
    std::optional<int> n;
    std::optional<int> year;
    QString name;
};

/// The keys' positions in the order asked for.
[[nodiscard]] std::vector<std::size_t> forestOrder(std::span<const ForestKey> keys,
                                                   ForestOrder order);

} // namespace anakinra
