// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/Grim.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

// With at most six decimals and n below 2^31 every product stays below 2^63.
constexpr int maxDecimals = 6;
constexpr std::array<qint64, maxDecimals + 1> powersOfTen{1, 10, 100, 1000, 10000, 100000, 1000000};

qint64 power(int decimals) { return powersOfTen[static_cast<std::size_t>(decimals)]; }

/// Smallest integer >= a / b for b > 0.
qint64 ceilDivide(qint64 a, qint64 b)
{
    return a >= 0 ? (a + b - 1) / b : -((-a) / b);
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// The digits, with at most one decimal point, that start at `begin`; empty when none do.
QStringView numberAt(QStringView text, qsizetype begin)
{
    qsizetype end = begin;
    bool point = false;
    while (end < text.size()) {
        if (!point && end > begin && text[end] == u'.' && end + 1 < text.size()
            && isDigit(text[end + 1]))
            point = true;
        else if (!isDigit(text[end]))
            break;
        ++end;
    }
    return text.mid(begin, end - begin);
}

double valueOf(PrintedPercent p) { return double(p.units) / double(power(p.decimals)); }

} // namespace

std::optional<PrintedPercent> PrintedPercent::parse(QStringView text)
{
    text = text.trimmed();
    if (text.endsWith(u'%'))
        text = text.chopped(1).trimmed();
    if (text.isEmpty() || numberAt(text, 0).size() != text.size())
        return std::nullopt;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype decimals = point < 0 ? 0 : text.size() - point - 1;
    if (decimals > maxDecimals || text.size() > 11)
        return std::nullopt;
    PrintedPercent result{0, int(decimals)};
    for (const QChar c : text) {
        if (c != u'.')
            result.units = result.units * 10 + (c.unicode() - u'0');
    }
    if (result.units > 100 * power(result.decimals))
        return std::nullopt;
    return result;
}

PrintedPercent PrintedPercent::find(QStringView printed, double percent)
{
    for (qsizetype i = 0; i < printed.size();) {
        const QStringView number = numberAt(printed, i);
        if (number.isEmpty()) {
            ++i;
            continue;
        }
        const auto candidate = parse(number);
        // A number directly followed by "%" is the percentage; a bare one may be a count.
        const bool marked = printed.mid(i + number.size()).trimmed().startsWith(u'%');
        const bool alone = printed.trimmed().size() == number.size();
        if (candidate && (marked || alone) && std::abs(valueOf(*candidate) - percent) < 1e-9)
            return *candidate;
        i += number.size();
    }
    PrintedPercent shortest;
    for (int decimals = 0; decimals <= maxDecimals; ++decimals) {
        shortest = {std::llround(percent * double(power(decimals))), decimals};
        if (std::abs(valueOf(shortest) - percent) < 1e-9)
            break;
    }
    return shortest;
}

QString PrintedPercent::toString() const
{
    const QString whole = QString::number(units / power(decimals));
    if (decimals == 0)
        return whole;
    return whole + u'.'
        + QString::number(units % power(decimals)).rightJustified(decimals, u'0');
}

std::optional<CountFit> fittingCounts(PrintedPercent printed, int n, Rounding rounding)
{
    Q_ASSERT(n >= 1 && printed.decimals >= 0 && printed.decimals <= maxDecimals);
    // In units, k of n is k * scale / n. Half-up: 2u - 1 <= 2 k scale / n < 2u + 1.
    // Truncation: u <= k scale / n < u + 1. Both are solved for k.
    const qint64 scale = 100 * power(printed.decimals);
    const qint64 u = printed.units;
    qint64 first = 0;
    qint64 last = 0;
    if (rounding == Rounding::HalfUp) {
        first = ceilDivide((2 * u - 1) * n, 2 * scale);
        last = ceilDivide((2 * u + 1) * n, 2 * scale) - 1;
    } else {
        first = ceilDivide(u * n, scale);
        last = ceilDivide((u + 1) * n, scale) - 1;
    }
    first = std::max<qint64>(first, 0);
    last = std::min<qint64>(last, n);
    if (first > last)
        return std::nullopt;
    return CountFit{int(first), int(last), rounding};
}

std::optional<CountFit> fittingCounts(PrintedPercent printed, int n)
{
    const auto rounded = fittingCounts(printed, n, Rounding::HalfUp);
    return rounded ? rounded : fittingCounts(printed, n, Rounding::Truncation);
}

std::vector<int> fittingDenominators(std::span<const PrintedPercent> printed, int maxN,
                                     Rounding rounding)
{
    std::vector<int> result;
    for (int n = 1; n <= maxN; ++n) {
        if (std::ranges::all_of(printed, [&](const PrintedPercent &p) {
                return fittingCounts(p, n, rounding).has_value();
            }))
            result.push_back(n);
    }
    return result;
}

} // namespace anakinra::integrity
