// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolGuard.h"
#include "tests/support/LibraryBuilder.h"

#include <numeric>

namespace anakinra::test {

using namespace Qt::StringLiterals;

/// A figure as a builder's edit: `.cohort("a/all", 20, figure("icans.any", 3, 20))`.
inline Observation counted(const char *outcome, int events, int n)
{
    Observation o;
    o.outcome = QString::fromUtf8(outcome);
    o.population = Population::AllInfused;
    o.denominator = Denominator::Treated;
    o.figure.events = events;
    o.figure.n = n;
    return o;
}

inline LibraryBuilder::EditCohort figure(const char *outcome, int events, int n,
                                         const std::function<void(Observation &)> &edit = {})
{
    return [=](Cohort &cohort) {
        Observation o = counted(outcome, events, n);
        if (edit)
            edit(o);
        cohort.outcomes.push_back(o);
    };
}

/// Several edits in turn.
template<typename... Edits>
LibraryBuilder::EditCohort all(Edits... edits)
{
    return [=](Cohort &cohort) { (edits(cohort), ...); };
}

inline LibraryBuilder::EditCohort timed(Timing timing)
{
    return [=](Cohort &cohort) { cohort.timing = timing; };
}

inline LibraryBuilder::EditCohort having(const char *disease)
{
    return [=](Cohort &cohort) { cohort.diseases = coded({disease}); };
}

inline LibraryBuilder::EditCohort as(Role role)
{
    return [=](Cohort &cohort) { cohort.role = role; };
}

/// A builder whose vocabulary has an outcome of every kind that the guard tells apart.
inline LibraryBuilder poolBuilder()
{
    LibraryBuilder make;
    auto &outcomes = make.draft().vocabulary.outcomes;
    outcomes.push_back({u"icans.ge3"_s,
                        u"ICANS, grade ≥3"_s,
                        u"ICANS ≥3"_s,
                        Domain::ToxicityIncidence,
                        Direction::LowerBetter,
                        {}});
    outcomes.push_back({u"response.cr"_s,
                        u"Complete response"_s,
                        u"CR"_s,
                        Domain::TumourResponse,
                        Direction::HigherBetter,
                        {}});
    outcomes.push_back({u"resolution.any"_s,
                        u"Toxicity resolution"_s,
                        u"Resolution"_s,
                        Domain::ToxicityResolution,
                        Direction::HigherBetter,
                        {}});
    return make;
}

inline std::vector<int> everyCohort(const Library &library)
{
    std::vector<int> cohorts(library.cohorts.size());
    std::iota(cohorts.begin(), cohorts.end(), 0);
    return cohorts;
}

inline GuardedPool guarded(const Library &library, const GuardOptions &options = {},
                           const QString &outcome = u"icans.any"_s)
{
    return guardPool(library, everyCohort(library), outcome, options);
}

inline QStringList usedIds(const Library &library, const GuardedPool &pool)
{
    QStringList ids;
    for (const PoolCandidate &candidate : pool.candidates) {
        if (candidate.used)
            ids << library.cohorts[static_cast<std::size_t>(candidate.cohort)].id;
    }
    return ids;
}

inline QString reasonFor(const Library &library, const GuardedPool &pool, const char *id)
{
    const PoolCandidate *candidate =
        pool.candidate(library.cohortIndex.value(QString::fromUtf8(id), -1));
    return candidate ? candidate->reason : u"no candidate"_s;
}

/// Whether a warning begins with these words.
inline bool warnsOf(const QStringList &warnings, const QString &words)
{
    return std::ranges::any_of(warnings, [&](const QString &w) { return w.startsWith(words); });
}

} // namespace anakinra::test
