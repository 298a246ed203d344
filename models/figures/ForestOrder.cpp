// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ForestOrder.h"

#include <algorithm>
#include <numeric>

namespace anakinra {

namespace {

/// Missing values compare as the largest.
template<typename T>
bool less(const std::optional<T> &a, const std::optional<T> &b)
{
    return a && (!b || *a < *b);
}

bool before(const ForestKey &a, const ForestKey &b, ForestOrder order)
{
    switch (order) {
    case ForestOrder::Estimate:
        return less(a.percent, b.percent);
    case ForestOrder::Size:
        return a.n && (!b.n || *a.n > *b.n);
    case ForestOrder::Year:
        return less(a.year, b.year);
    case ForestOrder::Name:
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<std::size_t> forestOrder(std::span<const ForestKey> keys, ForestOrder order)
{
    std::vector<std::size_t> positions(keys.size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    std::ranges::stable_sort(
        positions, [&](std::size_t a, std::size_t b) { return before(keys[a], keys[b], order); });
    return positions;
}

} // namespace anakinra
