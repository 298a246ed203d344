// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/SymmetricMatrix.h"

#include <algorithm>
#include <cmath>

namespace anakinra::statistics {

double SymmetricMatrix::largestDiagonal() const
{
    double largest = 0.0;
    for (std::size_t i = 0; i < m_size; ++i)
        largest = std::max(largest, std::abs((*this)(i, i)));
    return largest;
}

SymmetricMatrix SymmetricMatrix::leading(std::size_t size) const
{
    SymmetricMatrix part(size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j)
            part.set(i, j, (*this)(i, j));
    }
    return part;
}

SymmetricMatrix SymmetricMatrix::negated() const
{
    SymmetricMatrix result(*this);
    for (double &value : result.m_values)
        value = -value;
    return result;
}

std::optional<std::vector<double>> SymmetricMatrix::solve(std::vector<double> right) const
{
    std::vector<double> factor(m_values); // the lower triangle becomes the Cholesky factor
    const auto at = [&](std::size_t i, std::size_t j) -> double & {
        return factor[i * m_size + j];
    };
    for (std::size_t j = 0; j < m_size; ++j) {
        const double diagonal = at(j, j);
        double pivot = diagonal;
        for (std::size_t k = 0; k < j; ++k)
            pivot -= at(j, k) * at(j, k);
        if (!(pivot > 1e-13 * diagonal)) // also where the diagonal is not positive or not a number
            return std::nullopt;
        at(j, j) = std::sqrt(pivot);
        for (std::size_t i = j + 1; i < m_size; ++i) {
            double value = at(i, j);
            for (std::size_t k = 0; k < j; ++k)
                value -= at(i, k) * at(j, k);
            at(i, j) = value / at(j, j);
        }
    }
    for (std::size_t i = 0; i < m_size; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            right[i] -= at(i, k) * right[k];
        right[i] /= at(i, i);
    }
    for (std::size_t i = m_size; i-- > 0;) {
        for (std::size_t k = i + 1; k < m_size; ++k)
            right[i] -= at(k, i) * right[k];
        right[i] /= at(i, i);
    }
    return right;
}

std::optional<SymmetricMatrix> SymmetricMatrix::inverse() const
{
    SymmetricMatrix result(m_size);
    for (std::size_t j = 0; j < m_size; ++j) {
        std::vector<double> unit(m_size, 0.0);
        unit[j] = 1.0;
        const auto column = solve(std::move(unit));
        if (!column)
            return std::nullopt;
        for (std::size_t i = 0; i <= j; ++i)
            result.set(i, j, (*column)[i]);
    }
    return result;
}

} // namespace anakinra::statistics
