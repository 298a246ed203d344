// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"

#include <algorithm>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

void checkCalledRefractory(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    if (record.timingInherited || !record.timingSource.flags.contains(u"called-refractory"_s))
        return;
    const auto prior = std::ranges::find(record.characteristics, u"steroid.prior"_s,
                                         &Characteristic::code);
    if (prior == record.characteristics.end() || !prior->figure.hasCounts()
        || *prior->figure.events >= *prior->figure.n)
        return;
    const int without = *prior->figure.n - *prior->figure.events;
    log.add(Check::CalledRefractory, Severity::Note,
            characteristicTarget(cohort, record,
                                 std::size_t(prior - record.characteristics.begin())),
            u"The source calls the toxicity refractory, but %1 of %2 patients had no corticosteroids before anakinra."_s
                .arg(without).arg(*prior->figure.n),
            u"%1 − %2 = %3"_s.arg(*prior->figure.n).arg(*prior->figure.events).arg(without),
            {{NumberKind::Count, cohort, u"timing"_s, 0}});
}

} // namespace anakinra::integrity
