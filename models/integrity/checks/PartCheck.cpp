// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"

#include <QMap>

#include <algorithm>
#include <numeric>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

QString sum(const std::vector<int> &terms)
{
    QStringList words;
    for (const int term : terms)
        words << QString::number(term);
    return words.join(u" + "_s) + u" = "_s
        + QString::number(std::accumulate(terms.begin(), terms.end(), qint64{0}));
}

/// The figure of the same outcome and assessment in a part, or nullptr.
const Observation *counterpart(const Cohort &part, const Observation &whole)
{
    const auto it = std::ranges::find_if(part.outcomes, [&](const Observation &o) {
        return o.outcome == whole.outcome && o.figure.hasCounts() && sameAssessment(o, whole)
            && o.criterion == whole.criterion && o.denominator == whole.denominator;
    });
    return it == part.outcomes.end() ? nullptr : &*it;
}

FindingTarget targetOf(int cohort, const Cohort &record, const Observation &observation)
{
    return outcomeTarget(cohort, record, std::size_t(&observation - record.outcomes.data()));
}

void checkPart(AuditLog &log, int whole, int part)
{
    const Cohort &outer = log.cohort(whole);
    const Cohort &inner = log.cohort(part);
    const auto most = largest(outer.n);
    if (most && inner.n.value && *inner.n.value > *most) {
        log.add(Check::PartAboveWhole, Severity::Error, sizeTarget(part),
                u"The part has more patients (%1) than %2, to which it belongs (%3)."_s
                    .arg(*inner.n.value).arg(outer.label).arg(*most),
                {}, {sizeTarget(whole)});
    }
    for (const Observation &observation : outer.outcomes) {
        if (!observation.figure.hasCounts())
            continue;
        const Observation *own = counterpart(inner, observation);
        if (!own || *own->figure.events <= *observation.figure.events)
            continue;
        log.add(Check::PartAboveWhole, Severity::Impossible, targetOf(part, inner, *own),
                u"More patients with the event (%1) than in %2, to which the part belongs (%3)."_s
                    .arg(*own->figure.events).arg(outer.label).arg(*observation.figure.events),
                {}, {targetOf(whole, outer, observation)});
    }
}

void checkSizes(AuditLog &log, int whole, const std::vector<int> &parts)
{
    const Count &size = log.cohort(whole).n;
    if (!size.value)
        return;
    std::vector<int> least;
    qint64 most = 0;
    std::vector<FindingTarget> alsoAt;
    for (const int part : parts) {
        const Count &n = log.cohort(part).n;
        if (!n.value)
            return;
        least.push_back(*n.value);
        most += *largest(n);
        alsoAt.push_back(sizeTarget(part));
    }
    const qint64 total = std::accumulate(least.begin(), least.end(), qint64{0});
    if (total <= *largest(size) && most >= *size.value)
        return;
    log.add(Check::PartitionSize, Severity::Impossible, sizeTarget(whole),
            u"The parts that should make up these %1 patients do not."_s.arg(*size.value),
            sum(least) + u", not %1"_s.arg(*size.value), std::move(alsoAt));
}

/// Only where the denominators of the parts make up that of the whole: else not all were evaluated.
void checkEvents(AuditLog &log, int whole, const std::vector<int> &parts)
{
    const Cohort &record = log.cohort(whole);
    for (const Observation &observation : record.outcomes) {
        if (!observation.figure.hasCounts())
            continue;
        std::vector<int> events;
        qint64 patients = 0;
        std::vector<FindingTarget> alsoAt;
        for (const int part : parts) {
            const Observation *own = counterpart(log.cohort(part), observation);
            if (!own)
                break;
            events.push_back(*own->figure.events);
            patients += *own->figure.n;
            alsoAt.push_back(targetOf(part, log.cohort(part), *own));
        }
        if (events.size() != parts.size() || patients != *observation.figure.n
            || std::accumulate(events.begin(), events.end(), qint64{0}) == *observation.figure.events)
            continue;
        log.add(Check::PartitionEvents, Severity::Impossible, targetOf(whole, record, observation),
                u"The events of the parts do not add up to these %1."_s.arg(*observation.figure.events),
                sum(events) + u", not %1"_s.arg(*observation.figure.events), std::move(alsoAt));
    }
}

} // namespace

void checkParts(AuditLog &log, int cohort)
{
    QMap<QString, std::vector<int>> partitions;
    for (const int part : log.cohort(cohort).children) {
        checkPart(log, cohort, part);
        if (!log.cohort(part).partition.isEmpty())
            partitions[log.cohort(part).partition].push_back(part);
    }
    // Of a library loaded in part, a part may be missing for its faults.
    if (log.library().partial)
        return;
    for (const std::vector<int> &parts : partitions) {
        checkSizes(log, cohort, parts);
        checkEvents(log, cohort, parts);
    }
}

} // namespace anakinra::integrity
