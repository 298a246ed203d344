// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QStringList>

namespace anakinra {

/// The warnings of several outcomes, each with the names of the outcomes for which it holds:
/// "CRS any, ICANS any. The denominator differs: ...".
template<typename Outcomes>
[[nodiscard]] QStringList gatheredWarnings(const Outcomes &outcomes)
{
    QStringList sentences;
    QMap<QString, QStringList> names;
    for (const auto &outcome : outcomes) {
        for (const QString &warning : outcome.warnings) {
            if (!names.contains(warning))
                sentences << warning;
            names[warning] << outcome.shortLabel;
        }
    }
    for (QString &sentence : sentences)
        sentence = names[sentence].join(QStringLiteral(", ")) + QStringLiteral(". ") + sentence;
    return sentences;
}

} // namespace anakinra
