// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/statistics/LogisticNormal.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

/// The likelihood of the logistic-normal model by a dense trapezoid in extended precision: no
/// modes, no cut-offs, no code shared with the model. Good to 1e-15 for the small sets of the
/// tests.
namespace anakinra::test {

inline long double bruteForceRow(statistics::EventsOfN row, long double mu, long double tau)
{
    constexpr int nodes = 5001;
    constexpr long double reach = 12.0L;
    const long double step = 2.0L * reach / (nodes - 1);
    const long double coefficient = std::lgamma(row.n + 1.0L) - std::lgamma(row.events + 1.0L) -
                                    std::lgamma(row.n - row.events + 1.0L);
    long double integral = 0.0L;
    for (int j = 0; j < nodes; ++j) {
        const long double z = -reach + step * j;
        const long double eta = mu + tau * z;
        const long double shrunk = std::log1p(std::exp(-std::abs(eta)));
        const long double logP = std::min(eta, 0.0L) - shrunk;
        const long double logQ = std::min(-eta, 0.0L) - shrunk;
        integral +=
            std::exp(coefficient + row.events * logP + (row.n - row.events) * logQ - z * z / 2.0L);
    }
    return std::log(integral * step / std::sqrt(2.0L * std::acos(-1.0L)));
}

/// At (coefficients, tau).
inline long double bruteForce(std::span<const statistics::DesignedRow> rows,
                              std::span<const long double> at)
{
    long double total = 0.0L;
    for (const statistics::DesignedRow &row : rows) {
        long double eta = 0.0L;
        for (std::size_t i = 0; i < row.design.size(); ++i)
            eta += row.design[i] * at[i];
        total += bruteForceRow(row.counts, eta, at.back());
    }
    return total;
}

/// What a Newton step of the brute force would still correct, and the standard errors there.
struct BruteForceCheck
{
    std::vector<long double> correction;
    std::vector<long double> standardErrors;
};

/// Derivatives by differences of the fourth order.
inline BruteForceCheck checkByBruteForce(std::span<const statistics::DesignedRow> rows,
                                         const std::vector<double> &top)
{
    const std::size_t size = top.size();
    constexpr long double h = 1e-3L;
    const auto f = [&](std::size_t i, int a, std::size_t j, int b) {
        std::vector<long double> at(top.begin(), top.end());
        at[i] += a * h;
        at[j] += b * h;
        return bruteForce(rows, at);
    };
    const long double centre = f(0, 0, 0, 0);
    // Augmented [information | gradient | unit matrix], eliminated below.
    std::vector<std::vector<long double>> m(size, std::vector<long double>(2 * size + 1, 0.0L));
    for (std::size_t i = 0; i < size; ++i) {
        const long double up = f(i, 1, i, 0), down = f(i, -1, i, 0);
        const long double up2 = f(i, 2, i, 0), down2 = f(i, -2, i, 0);
        m[i][size] = (8.0L * (up - down) - (up2 - down2)) / (12.0L * h);
        m[i][i] = -(-up2 + 16.0L * up - 30.0L * centre + 16.0L * down - down2) / (12.0L * h * h);
        m[i][size + 1 + i] = 1.0L;
        for (std::size_t j = 0; j < i; ++j) {
            const auto cross = [&](int s) {
                return (f(i, s, j, s) - f(i, s, j, -s) - f(i, -s, j, s) + f(i, -s, j, -s)) /
                       (4.0L * h * h * s * s);
            };
            m[i][j] = m[j][i] = -(4.0L * cross(1) - cross(2)) / 3.0L;
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        const long double pivot = m[i][i];
        for (long double &value : m[i])
            value /= pivot;
        for (std::size_t k = 0; k < size; ++k) {
            const long double factor = m[k][i];
            for (std::size_t c = 0; k != i && c < m[k].size(); ++c)
                m[k][c] -= factor * m[i][c];
        }
    }
    BruteForceCheck check;
    for (std::size_t i = 0; i < size; ++i) {
        check.correction.push_back(m[i][size]);
        check.standardErrors.push_back(std::sqrt(m[i][size + 1 + i]));
    }
    return check;
}

} // namespace anakinra::test
