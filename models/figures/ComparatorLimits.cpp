// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ComparatorLimits.h"

#include "models/comparison/CohortRelation.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString shortRole(Role role)
{
    switch (role) {
    case Role::HistoricalControl:
        return u"historical control"_s;
    case Role::ExternalReference:
        return u"other trial"_s;
    case Role::UnnamedComparator:
        return u"group not named"_s;
    case Role::UntreatedGroup:
        return u"without anakinra"_s;
    case Role::Era:
        return u"calendar era"_s;
    default:
        return {};
    }
}

} // namespace

QStringList comparatorLimits(const Library &library, const Cohort &cohort)
{
    if (!isComparator(cohort.role))
        return {};
    QStringList limits{roleLimit(cohort.role)};
    if (!isRandomised(library.studies[static_cast<std::size_t>(cohort.study)]))
        limits << u"not randomised"_s;
    if (!cohort.n.value)
        limits << u"number of patients not printed: no interval, no test"_s;
    return limits;
}

QString labelWithRole(const QString &label, const Cohort &cohort)
{
    const QString role = isComparator(cohort.role) ? shortRole(cohort.role) : QString();
    if (role.isEmpty() || label.contains(role, Qt::CaseInsensitive))
        return label;
    return label + u" ("_s + role + u')';
}

} // namespace anakinra
