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

} // namespace anakinra
