// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Words.h"

#include <QStringList>

#include <algorithm>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

constexpr auto percentSign = u"\u00a0%";
constexpr std::size_t longestList = 8;
constexpr int mostDecimals = 6;

} // namespace

QString percentWords(const PrintedPercent &printed) { return printed.toString() + percentSign; }

QString shareWords(int events, int n, int decimals)
{
    Q_ASSERT(n >= 1);
    qint64 scale = 100;
    for (int i = 0; i < std::min(decimals, mostDecimals); ++i)
        scale *= 10;
    PrintedPercent share{(2 * scale * events + n) / (2 * qint64{n}),
                         std::min(decimals, mostDecimals)};
    while (share.decimals > 0 && share.units % 10 == 0)
        share = {share.units / 10, share.decimals - 1};
    return u"%1/%2 = %3"_s.arg(events).arg(n).arg(percentWords(share));
}

QString nearestShares(const PrintedPercent &printed, int n)
{
    qint64 scale = 100;
    for (int i = 0; i < printed.decimals; ++i)
        scale *= 10;
    const int below = int(printed.units * n / scale); // no overflow: see Grim.cpp
    QStringList shares{shareWords(below, n, printed.decimals + 1)};
    if (below < n)
        shares << shareWords(below + 1, n, printed.decimals + 1);
    return shares.join(u", "_s);
}

QString numberList(const std::vector<int> &numbers)
{
    if (numbers.size() > longestList)
        return u"%1 numbers"_s.arg(numbers.size());
    QStringList words;
    for (const int number : numbers)
        words << QString::number(number);
    return words.join(u", "_s);
}

} // namespace anakinra::integrity
