// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <span>
#include <vector>

/// Which counts can stand behind a printed percentage: granularity of a proportion k/n (the GRIM
/// idea of Brown NJL, Heathers JAJ. Soc Psychol Personal Sci 2017;8:363-369, for percentages).
/// All arithmetic is exact on integers, so that a tie such as 12.5 is never a matter of luck.
namespace anakinra::integrity {

/// Larger denominators than this are not searched for a printed percentage.
inline constexpr int largestSearchedDenominator = 10'000;

/// A percentage as printed, with its own decimals: "6.4" is 64 units of 10^-1 per cent.
struct PrintedPercent
{
    qint64 units = 0; ///< >= 0
    int decimals = 0; ///< 0-6

    /// "6.4", "74", "42.6%", "10 %"; nullopt for anything else or more than 100 per cent.
    [[nodiscard]] static std::optional<PrintedPercent> parse(QStringView text);

    /// The number inside a printed figure whose value is `percent`, with the decimals it has there:
    /// in "17 of 19 (89.5%)" with 89.5 it is "89.5". Where the print does not hold it (words, or
    /// another number), the shortest way to write `percent`.
    [[nodiscard]] static PrintedPercent find(QStringView printed, double percent);

    [[nodiscard]] QString toString() const; ///< "6.4", "74", "42.0"

    friend bool operator==(const PrintedPercent &, const PrintedPercent &) = default;
};

enum class Rounding { HalfUp, Truncation };

/// Counts k = first ... last of a given n that print as the percentage.
struct CountFit
{
    int first = 0;
    int last = 0;
    Rounding rounding = Rounding::HalfUp;

    [[nodiscard]] bool isUnique() const { return first == last; }
    friend bool operator==(const CountFit &, const CountFit &) = default;
};

/// Counts that give `printed` of `n` >= 1 under one way of rounding.
[[nodiscard]] std::optional<CountFit> fittingCounts(PrintedPercent printed, int n, Rounding rounding);

/// Counts by half-up rounding or, only if none fits, by truncation; nullopt = impossible.
[[nodiscard]] std::optional<CountFit> fittingCounts(PrintedPercent printed, int n);

/// Denominators 1 ... maxN for which every one of `printed` fits some count under `rounding`,
/// ascending. Several percentages are given where they share one denominator.
[[nodiscard]] std::vector<int> fittingDenominators(std::span<const PrintedPercent> printed, int maxN,
                                                   Rounding rounding = Rounding::HalfUp);

} // namespace anakinra::integrity
