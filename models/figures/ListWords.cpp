// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ListWords.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestList = 4;

} // namespace

QString listed(QStringList words)
{
    words.removeDuplicates();
    if (words.size() <= longestList)
        return words.join(u"; "_s);
    const qsizetype rest = words.size() - longestList;
    return words.mid(0, longestList).join(u"; "_s) + u"; and %1 more"_s.arg(rest);
}

} // namespace anakinra
