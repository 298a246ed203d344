// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"

#include <algorithm>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

/// The cohort and all its parts.
void collect(const Library &library, int cohort, std::vector<int> &found)
{
    found.push_back(cohort);
    for (const int part : library.cohorts[static_cast<std::size_t>(cohort)].children)
        collect(library, part, found);
}

bool isWithin(const Library &library, int part, int whole)
{
    for (; part >= 0; part = library.cohorts[static_cast<std::size_t>(part)].parent) {
        if (part == whole)
            return true;
    }
    return false;
}

/// A rate that a pool would take: counts, and of an incidence everyone infused.
bool isPoolable(const Library &library, const Observation &observation)
{
    if (!observation.figure.hasCounts() || observation.figure.source.status == Status::Inferred)
        return false;
    const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
    return !term || term->domain != Domain::ToxicityIncidence
        || observation.population == Population::AllInfused;
}

QString shortLabelOf(const Library &library, const QString &outcome)
{
    const OutcomeTerm *term = library.vocabulary.outcome(outcome);
    return term ? term->shortLabel : outcome;
}

/// The outcomes that both sides report as poolable rates.
class SharedOutcomes
{
public:
    SharedOutcomes(const Library &library, int a, int b) : m_library(library)
    {
        std::vector<int> left;
        std::vector<int> right;
        collect(library, a, left);
        collect(library, b, right);
        for (const int x : left) {
            for (const int y : right)
                compare(x, y);
        }
    }

    QStringList labels;
    std::vector<FindingTarget> targets;

private:
    void compare(int x, int y)
    {
        const Cohort &left = m_library.cohorts[static_cast<std::size_t>(x)];
        const Cohort &right = m_library.cohorts[static_cast<std::size_t>(y)];
        for (std::size_t i = 0; i < left.outcomes.size(); ++i) {
            if (!isPoolable(m_library, left.outcomes[i]))
                continue;
            for (std::size_t k = 0; k < right.outcomes.size(); ++k) {
                if (right.outcomes[k].outcome != left.outcomes[i].outcome
                    || !isPoolable(m_library, right.outcomes[k]))
                    continue;
                add(outcomeTarget(x, left, i));
                add(outcomeTarget(y, right, k));
            }
        }
    }

    void add(const FindingTarget &target)
    {
        if (std::ranges::find(targets, target) != targets.end())
            return;
        targets.push_back(target);
        const QString label = shortLabelOf(m_library, target.code);
        if (!labels.contains(label))
            labels << label;
    }

    const Library &m_library;
};

} // namespace

void checkOverlap(AuditLog &log, int position)
{
    const Library &library = log.library();
    const Overlap &overlap = library.overlaps[static_cast<std::size_t>(position)];
    const int a = library.cohortIndex.value(overlap.a, -1);
    const int b = library.cohortIndex.value(overlap.b, -1);
    if (a < 0 || b < 0 || isComparator(log.cohort(a).role) || isComparator(log.cohort(b).role)
        || isWithin(library, a, b) || isWithin(library, b, a))
        return;
    SharedOutcomes shared(library, a, b);
    if (shared.targets.empty())
        return;
    shared.targets.push_back({NumberKind::Overlap, b, overlap.id, position});
    const bool certain = overlap.level != OverlapLevel::CannotBeExcluded;
    const QString text = certain
        ? u"The two cohorts share patients, so one pool of %1 would count them twice."_s
        : u"The two cohorts may share patients, so one pool of %1 could count some of them twice."_s;
    log.add(Check::OverlapPoolable, Severity::Note,
            {NumberKind::Overlap, a, overlap.id, position},
            text.arg(shared.labels.join(u", "_s)),
            u"%1 and %2: %3"_s.arg(overlap.a, overlap.b, overlap.grounds),
            std::move(shared.targets));
}

} // namespace anakinra::integrity
