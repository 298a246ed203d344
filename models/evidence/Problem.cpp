// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/Problem.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace anakinra {

QString Problem::toString() const
{
    QStringList parts{file, record, field, message};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

QString linesOf(const std::vector<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(problem.toString());
    return lines.join(u'\n');
}

} // namespace anakinra
