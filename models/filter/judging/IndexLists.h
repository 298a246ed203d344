// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace anakinra::filter {

/// Indices are int, as everywhere in the library; containers count in size_t.
[[nodiscard]] constexpr std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

struct IndexPair
{
    int from;
    int to;
};

/// A list of indices for each of many items (parts of cohorts, texts of words), in one piece of
/// memory.
class IndexLists
{
public:
    IndexLists() = default;
    /// `pairs` in the wanted order of each list; `from` below `size`.
    IndexLists(int size, const std::vector<IndexPair> &pairs)
        : m_first(at(size) + 1, 0)
        , m_list(pairs.size())
    {
        for (const IndexPair &pair : pairs)
            ++m_first[at(pair.from) + 1];
        for (std::size_t i = 1; i < m_first.size(); ++i)
            m_first[i] += m_first[i - 1];
        std::vector<int> next = m_first;
        for (const IndexPair &pair : pairs)
            m_list[at(next[at(pair.from)]++)] = pair.to;
    }

    [[nodiscard]] int size() const { return static_cast<int>(m_first.size()) - 1; }
    [[nodiscard]] std::span<const int> of(int i) const
    {
        return std::span(m_list).subspan(at(m_first[at(i)]),
                                         at(m_first[at(i) + 1] - m_first[at(i)]));
    }

private:
    std::vector<int> m_first{0};
    std::vector<int> m_list;
};

} // namespace anakinra::filter
