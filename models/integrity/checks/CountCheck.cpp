// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"

#include <algorithm>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

void checkFigure(AuditLog &log, const FindingTarget &target, const Figure &figure, const Count &size)
{
    if (figure.events && figure.n && *figure.events > *figure.n)
        log.add(Check::CountAboveN, Severity::Error, target,
                u"More patients with the event (%1) than patients (%2)."_s.arg(*figure.events)
                    .arg(*figure.n));
    const std::optional<int> most = largest(size);
    if (figure.n && most && *figure.n > *most)
        log.add(Check::CountAboveCohort, Severity::Error, target,
                u"The denominator (%1) is larger than the cohort (%2)."_s.arg(*figure.n).arg(*most));
    if (figure.inferred && figure.inferred->events > figure.inferred->n)
        log.add(Check::InferredMisfit, Severity::Error, target,
                u"The inferred count has more events (%1) than patients (%2)."_s
                    .arg(figure.inferred->events).arg(figure.inferred->n));
    else if (figure.inferred && most && figure.inferred->n > *most)
        log.add(Check::InferredMisfit, Severity::Error, target,
                u"The inferred denominator (%1) is larger than the cohort (%2)."_s
                    .arg(figure.inferred->n).arg(*most));
}

/// The number given anakinra is told at the cohort that consists of them, where there is one.
bool isSizeOfPart(const Library &library, const Cohort &cohort, const Count &count)
{
    return std::ranges::any_of(cohort.children, [&](int child) {
        const Cohort &part = library.cohorts[static_cast<std::size_t>(child)];
        return (part.n.value == count.value && part.n.max == count.max
                && part.n.source.report == count.source.report)
            || isSizeOfPart(library, part, count);
    });
}

void checkTwoValues(AuditLog &log, const FindingTarget &target, const Count &count)
{
    if (!count.value || !count.max)
        return;
    log.add(Check::TwoValues, Severity::Note, target,
            u"The source gives two numbers for this: %1 and %2."_s.arg(*count.value).arg(*count.max),
            count.source.reported.isEmpty() ? QString()
                                            : u"printed: “%1”"_s.arg(count.source.reported));
}

} // namespace

void checkCounts(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    checkTwoValues(log, sizeTarget(cohort), record.n);
    const bool isOwn = record.nAnakinra.value != record.n.value || record.nAnakinra.max != record.n.max;
    if (isOwn && !isSizeOfPart(log.library(), record, record.nAnakinra))
        checkTwoValues(log, {NumberKind::Count, cohort, u"n-anakinra"_s, 0}, record.nAnakinra);
    if (const auto given = largest(record.nAnakinra), most = largest(record.n);
        given && most && *given > *most) {
        log.add(Check::CountAboveCohort, Severity::Error,
                {NumberKind::Count, cohort, u"n-anakinra"_s, 0},
                u"More patients given anakinra (%1) than patients (%2)."_s.arg(*given).arg(*most));
    }
    for (std::size_t i = 0; i < record.outcomes.size(); ++i)
        checkFigure(log, outcomeTarget(cohort, record, i), record.outcomes[i].figure, record.n);
    for (std::size_t i = 0; i < record.characteristics.size(); ++i)
        checkFigure(log, characteristicTarget(cohort, record, i), record.characteristics[i].figure,
                    record.n);
}

} // namespace anakinra::integrity
