// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>
#include <vector>

namespace anakinra::filter {

/// A set of cohort indices 0..size-1, one bit each, so that filters are joined 64 cohorts at a
/// time. Sets that are combined have the same size.
class BitSet
{
public:
    BitSet() = default;
    explicit BitSet(int size, bool value = false)
        : m_size(size)
        , m_words((static_cast<std::size_t>(size) + 63) / 64, value ? ~quint64{0} : quint64{0})
    {
        if (value && size % 64 != 0)
            m_words.back() = (quint64{1} << (size % 64)) - 1;
    }

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool test(int i) const { return (m_words[word(i)] >> (i % 64)) & 1u; }
    void set(int i) { m_words[word(i)] |= quint64{1} << (i % 64); }
    void reset(int i) { m_words[word(i)] &= ~(quint64{1} << (i % 64)); }
    void assign(int i, bool value) { value ? set(i) : reset(i); }

    BitSet &operator&=(const BitSet &other)
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            m_words[w] &= other.m_words[w];
        return *this;
    }
    BitSet &operator|=(const BitSet &other)
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            m_words[w] |= other.m_words[w];
        return *this;
    }
    /// Takes out what is in `other`.
    BitSet &operator-=(const BitSet &other)
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            m_words[w] &= ~other.m_words[w];
        return *this;
    }

    [[nodiscard]] int count() const
    {
        int sum = 0;
        for (const quint64 w : m_words)
            sum += std::popcount(w);
        return sum;
    }
    /// Size of the intersection, without making it.
    [[nodiscard]] int countCommon(const BitSet &other) const
    {
        int sum = 0;
        for (std::size_t w = 0; w < m_words.size(); ++w)
            sum += std::popcount(m_words[w] & other.m_words[w]);
        return sum;
    }
    /// Calls f(i) for every member in ascending order.
    template<typename F>
    void forEach(F &&f) const
    {
        for (std::size_t w = 0; w < m_words.size(); ++w) {
            for (quint64 rest = m_words[w]; rest != 0; rest &= rest - 1)
                f(static_cast<int>(w * 64) + std::countr_zero(rest));
        }
    }

    friend bool operator==(const BitSet &, const BitSet &) = default;

private:
    static std::size_t word(int i) { return static_cast<std::size_t>(i) / 64; }

    int m_size = 0;
    std::vector<quint64> m_words;
};

} // namespace anakinra::filter
