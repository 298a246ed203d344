// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>

#include <string>
#include <string_view>
#include <vector>

namespace anakinra::filter {

/// Keeps each distinct string once, all in one piece of memory that can be searched as a whole.
/// Strings are numbered from 0 in the order of their arrival, and each is followed by a line feed.
class BytePool
{
public:
    /// The number of `text`, added if it is new. `text` has no line feed.
    int intern(std::string_view text)
    {
        if (2 * (m_starts.size() + 1) > m_slots.size())
            grow();
        const std::size_t hash = qHashBits(text.data(), text.size());
        std::size_t slot = hash & (m_slots.size() - 1);
        for (; m_slots[slot] >= 0; slot = (slot + 1) & (m_slots.size() - 1)) {
            const int id = m_slots[slot];
            if (m_hashes[static_cast<std::size_t>(id)] == hash && (*this)[id] == text)
                return id;
        }
        const int id = size();
        m_slots[slot] = id;
        m_hashes.push_back(hash);
        m_starts.push_back(m_bytes.size());
        m_bytes.append(text).push_back('\n');
        return id;
    }

    [[nodiscard]] int size() const { return static_cast<int>(m_starts.size()); }
    [[nodiscard]] std::string_view operator[](int id) const
    {
        const auto i = static_cast<std::size_t>(id);
        const std::size_t end = i + 1 < m_starts.size() ? m_starts[i + 1] : m_bytes.size();
        return std::string_view(m_bytes).substr(m_starts[i], end - m_starts[i] - 1);
    }
    /// All strings, one after the other.
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }
    /// Offset of each string in bytes(), ascending.
    [[nodiscard]] const std::vector<std::size_t> &starts() const { return m_starts; }

    /// Gives back what only intern() needs.
    void close()
    {
        m_slots = {};
        m_hashes = {};
    }

private:
    void grow()
    {
        std::vector<int> slots(m_slots.empty() ? 64 : 2 * m_slots.size(), -1);
        for (int id = 0; id < size(); ++id) {
            std::size_t slot = m_hashes[static_cast<std::size_t>(id)] & (slots.size() - 1);
            while (slots[slot] >= 0)
                slot = (slot + 1) & (slots.size() - 1);
            slots[slot] = id;
        }
        m_slots = std::move(slots);
    }

    std::string m_bytes;
    std::vector<std::size_t> m_starts;
    std::vector<std::size_t> m_hashes;
    std::vector<int> m_slots; ///< open addressing; a power of two, at most half full
};

} // namespace anakinra::filter
