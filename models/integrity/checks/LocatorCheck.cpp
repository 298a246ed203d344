// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

void checkSource(AuditLog &log, const FindingTarget &target, const Source &source)
{
    if (source.status == Status::NotReported || !source.locator.isEmpty())
        return;
    log.add(Check::LocatorMissing, Severity::Error, target,
            u"It is not recorded where in the report this stands."_s);
}

void checkCoded(AuditLog &log, int cohort, const QString &name, const Coded &coded)
{
    if (!coded.codes.isEmpty() && !coded.inherited)
        checkSource(log, {NumberKind::Count, cohort, name, 0}, coded.source);
}

} // namespace

void checkLocators(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    if (record.n.value)
        checkSource(log, sizeTarget(cohort), record.n.source);
    if (record.nAnakinra.value && record.nAnakinra.value != record.n.value)
        checkSource(log, {NumberKind::Count, cohort, u"n-anakinra"_s, 0}, record.nAnakinra.source);
    if (record.timing != Timing::NotReported && !record.timingInherited)
        checkSource(log, {NumberKind::Count, cohort, u"timing"_s, 0}, record.timingSource);
    if (record.startDay.isReported() && !record.startDay.inherited)
        checkSource(log, {NumberKind::Count, cohort, u"start-day"_s, 0}, record.startDay.source);
    checkCoded(log, cohort, u"age-groups"_s, record.ageGroups);
    checkCoded(log, cohort, u"diseases"_s, record.diseases);
    checkCoded(log, cohort, u"indications"_s, record.indications);
    for (std::size_t i = 0; i < record.products.size(); ++i) {
        if (!record.products[i].inherited)
            checkSource(log, productTarget(cohort, record, i), record.products[i].source);
    }
    for (std::size_t i = 0; i < record.regimens.size() && !record.regimensInherited; ++i)
        checkSource(log, {NumberKind::Regimen, cohort, {}, int(i)}, record.regimens[i].source);
    for (std::size_t i = 0; i < record.outcomes.size(); ++i)
        checkSource(log, outcomeTarget(cohort, record, i), record.outcomes[i].figure.source);
    for (std::size_t i = 0; i < record.characteristics.size(); ++i)
        checkSource(log, characteristicTarget(cohort, record, i),
                    record.characteristics[i].figure.source);
}

} // namespace anakinra::integrity
