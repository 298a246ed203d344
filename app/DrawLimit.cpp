// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/DrawLimit.h"

#include <QCoreApplication>

namespace anakinra {

QString tooManyCohorts(std::size_t cohorts, std::size_t most)
{
    return QCoreApplication::translate(
               "DrawLimit", "%1 cohorts match, and up to %2 can be shown: narrow the filter")
        .arg(cohorts)
        .arg(most);
}

} // namespace anakinra
