// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace anakinra::statistics {

/// A small symmetric matrix, as information matrices are.
class SymmetricMatrix
{
public:
    explicit SymmetricMatrix(std::size_t size = 0) : m_size(size), m_values(size * size, 0.0) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] double operator()(std::size_t i, std::size_t j) const
    {
        return m_values[i * m_size + j];
    }
    void set(std::size_t i, std::size_t j, double value)
    {
        m_values[i * m_size + j] = value;
        m_values[j * m_size + i] = value;
    }
    void add(std::size_t i, std::size_t j, double value) { set(i, j, (*this)(i, j) + value); }

    [[nodiscard]] double largestDiagonal() const; ///< in absolute value
    /// The first rows and columns.
    [[nodiscard]] SymmetricMatrix leading(std::size_t size) const;
    [[nodiscard]] SymmetricMatrix negated() const;

    /// Solution of A x = right, or nullopt where A is not positive definite. By Cholesky.
    [[nodiscard]] std::optional<std::vector<double>> solve(std::vector<double> right) const;
    /// nullopt where A is not positive definite.
    [[nodiscard]] std::optional<SymmetricMatrix> inverse() const;

private:
    std::size_t m_size;
    std::vector<double> m_values;
};

} // namespace anakinra::statistics
