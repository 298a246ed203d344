// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/PoolGuard.h"

#include "models/figures/ListWords.h"
#include "models/figures/RateSeries.h"
#include "models/pooling/IndependentSet.h"
#include "models/pooling/PoolChecks.h"

#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

/// Why a cohort is no group of anakinra recipients; "" where it is one.
QString notAnakinra(const Cohort &cohort)
{
    if (isComparator(cohort.role))
        return u"a comparator, not an anakinra cohort"_s;
    if (cohort.role == Role::StudyPopulation)
        return u"everyone in the study, given anakinra or not"_s;
    if (cohort.role == Role::Subgroup && cohort.nAnakinra.value != cohort.n.value)
        return u"not everyone in it is known to have been given anakinra"_s;
    return {};
}

QString withoutCount(const Rate &rate)
{
    if (rate.kind == RateKind::PercentOnly) {
        QString reason = u"only a percentage is printed (%1), its count is not established"_s.arg(
            rate.percentText());
        if (rate.observation->figure.inferred)
            reason += u"; an inferred count can be switched on"_s;
        return reason;
    }
    if (rate.events)
        return u"events are printed without a denominator (%1)"_s.arg(rate.countText());
    if (rate.observation && rate.observation->figure.value)
        return u"reported, but not as a count"_s;
    return u"not reported"_s;
}

class Guard
{
public:
    Guard(const Library &library, const QString &outcome, const GuardOptions &options)
        : m_library(library), m_options(options),
          m_preferred(options.preferred.cbegin(), options.preferred.cend()),
          m_excluded(options.excluded.cbegin(), options.excluded.cend())
    {
        m_pool.outcome = outcome;
    }

    GuardedPool make(std::span<const int> cohorts)
    {
        for (const int cohort : cohorts)
            addCandidate(cohort);
        choose();
        std::vector<PoolCandidate> used;
        std::ranges::copy_if(m_pool.candidates, std::back_inserter(used), &PoolCandidate::used);
        if (m_pool.refused.isEmpty())
            m_pool.refused = mixedEndpointRefusal(m_library, m_pool.outcome, used);
        if (!m_pool.refused.isEmpty()) {
            refuse();
            return std::move(m_pool);
        }
        makeRows(used);
        warn(used);
        return std::move(m_pool);
    }

private:
    const Cohort &record(int cohort) const { return m_library.cohorts[at(cohort)]; }
    QString title(int cohort) const { return cohortTitle(m_library, cohort); }

    void addCandidate(int cohort)
    {
        if (m_seen.contains(cohort))
            return;
        m_seen.insert(cohort);
        PoolCandidate candidate;
        candidate.cohort = cohort;
        candidate.reason = notAnakinra(record(cohort));
        if (candidate.reason.isEmpty() && m_excluded.contains(record(cohort).id))
            candidate.reason = u"left out by hand"_s;
        RateOptions options;
        options.showInferred = m_options.showInferred;
        const Rate rate = bareRateOf(m_library, cohort, m_pool.outcome, options);
        candidate.observation = rate.observation;
        const bool counted = rate.kind == RateKind::Counted || rate.kind == RateKind::Inferred;
        if (counted && *rate.events >= 0 && *rate.events <= *rate.n) {
            candidate.events = rate.events;
            candidate.n = rate.n;
            candidate.inferred = rate.kind == RateKind::Inferred;
            candidate.usable = candidate.reason.isEmpty();
            if (rate.furtherFigures > 0)
                m_further.insert(cohort);
        } else if (counted && candidate.reason.isEmpty()) {
            candidate.reason = u"more events than participants (%1)"_s.arg(rate.countText());
        } else if (rate.setAside && rate.setAside->figure.hasCounts()) {
            takeSetAside(candidate, *rate.setAside);
        } else if (candidate.reason.isEmpty()) {
            candidate.reason = withoutCount(rate);
        }
        m_pool.candidates.push_back(candidate);
    }

    /// Keeps the figure of a selected population in view: it may not be pooled, and refuses the
    /// pool where it stands beside true incidences.
    void takeSetAside(PoolCandidate &candidate, const Observation &observation)
    {
        candidate.observation = &observation;
        candidate.events = observation.figure.events;
        candidate.n = observation.figure.n;
        if (!candidate.reason.isEmpty())
            return;
        candidate.reason = observation.population == Population::Selected
                               ? u"no incidence: its participants already had this toxicity"_s
                               : u"no incidence: it is not of everyone infused"_s;
        m_setAside.insert(candidate.cohort);
    }

    void choose()
    {
        std::vector<CohortFigure> figures;
        std::vector<Choice> choices;
        std::vector<std::size_t> candidateOf;
        for (std::size_t i = 0; i < m_pool.candidates.size(); ++i) {
            const PoolCandidate &candidate = m_pool.candidates[i];
            if (!candidate.usable && !m_setAside.contains(candidate.cohort))
                continue;
            figures.push_back({candidate.cohort, candidate.observation->figure.source.report});
            choices.push_back({*candidate.n, candidate.usable,
                               m_preferred.contains(record(candidate.cohort).id)});
            candidateOf.push_back(i);
        }
        const SharedParticipants shared(m_library, std::move(figures));
        const IndependentSet set = independentSet(shared, choices, m_options.possibleOverlap);
        m_pool.greedy = set.greedy;
        QStringList incompatible;
        for (int f = 0; f < shared.size(); ++f) {
            PoolCandidate &candidate = m_pool.candidates[candidateOf[at(f)]];
            candidate.used = set.chosen[at(f)];
            const int other = set.instead[at(f)];
            if (!choices[at(f)].wanted && other < 0)
                incompatible << title(candidate.cohort);
            else if (choices[at(f)].wanted && !candidate.used)
                candidate.reason = instead(shared, f, other);
        }
        if (set.forcedShare)
            m_pool.refused = forcedRefusal(shared, set.forcedShare->first, set.forcedShare->second);
        else if (!incompatible.isEmpty())
            m_pool.refused =
                u"A rate among participants who already had this toxicity, or who are not "
                "everyone infused, is not an incidence: %1.%2"_s.arg(
                    listed(incompatible),
                    set.chosen.empty() || std::ranges::find(set.chosen, true) == set.chosen.end()
                        ? QString()
                        : u" Leave them out to pool the others."_s);
        notePossibleOverlaps(shared, set.chosen);
    }

    QString instead(const SharedParticipants &shared, int figure, int other) const
    {
        if (other < 0)
            return u"shares participants with a cohort that is used"_s;
        const QString name = title(shared.cohort(other));
        const SharingLink link = shared.between(figure, other);
        switch (link.kind) {
        case Sharing::Part:
            return shared.figureAbove(figure) >= 0 && isAbove(shared, other, figure)
                       ? u"part of %1, which is used"_s.arg(name)
                       : u"its part %1 is used instead"_s.arg(name);
        case Sharing::OtherGroup:
            return u"may share participants with another group of the study that is used: %1"_s.arg(
                name);
        case Sharing::Recorded:
            return u"recorded overlap (%1) with %2, which is used"_s.arg(
                labelOf(link.overlap->level), name);
        case Sharing::Possible:
            return u"overlap with %1, which is used, cannot be excluded"_s.arg(name);
        case Sharing::None:
            break;
        }
        return u"shares participants with %1, which is used"_s.arg(name);
    }

    static bool isAbove(const SharedParticipants &shared, int upper, int lower)
    {
        int above = shared.figureAbove(lower);
        while (above >= 0 && above != upper)
            above = shared.figureAbove(above);
        return above == upper;
    }

    QString forcedRefusal(const SharedParticipants &shared, int a, int b) const
    {
        if (a < 0)
            return u"The chosen cohorts share participants."_s;
        const SharingLink link = shared.between(a, b);
        QString how = u"share participants"_s;
        if (link.kind == Sharing::Possible)
            how = u"may share participants, which is to be excluded"_s;
        else if (link.kind == Sharing::OtherGroup)
            how = u"are groups of one study that may share participants"_s;
        return u"%1 and %2 were both chosen, but %3."_s.arg(title(shared.cohort(a)),
                                                            title(shared.cohort(b)), how);
    }

    void notePossibleOverlaps(const SharedParticipants &shared, const std::vector<bool> &chosen)
    {
        std::vector<std::array<int, 2>> used(m_library.overlaps.size(), {-1, -1});
        for (int f = 0; f < shared.size(); ++f) {
            if (!chosen[at(f)])
                continue;
            for (const OverlapEnd end : shared.overlapsOf(f))
                used[at(end.overlap)][at(end.side)] = shared.cohort(f);
        }
        for (std::size_t o = 0; o < used.size(); ++o) {
            const auto [a, b] = used[o];
            if (a >= 0 && b >= 0 && a != b &&
                m_library.overlaps[o].level == OverlapLevel::CannotBeExcluded)
                m_possible << u"%1 and %2"_s.arg(title(a), title(b));
        }
    }

    void refuse()
    {
        for (PoolCandidate &candidate : m_pool.candidates) {
            candidate.heldBack = candidate.used;
            if (candidate.used)
                candidate.reason = u"the pool is refused"_s;
            candidate.used = false;
        }
    }

    /// One row a study: disjoint arms are added up.
    void makeRows(std::span<const PoolCandidate> used)
    {
        QHash<int, std::size_t> rowOf;
        for (const PoolCandidate &candidate : used) {
            const int study = record(candidate.cohort).study;
            if (study >= 0 && rowOf.contains(study)) {
                PoolRow &row = m_pool.rows[rowOf[study]];
                row.cohorts.push_back(candidate.cohort);
                row.events += *candidate.events;
                row.n += *candidate.n;
                continue;
            }
            if (study >= 0)
                rowOf[study] = m_pool.rows.size();
            m_pool.rows.push_back({study, {candidate.cohort}, *candidate.events, *candidate.n});
        }
    }

    void warn(std::span<const PoolCandidate> used)
    {
        QStringList &warnings = m_pool.warnings;
        if (m_pool.k() == 1)
            warnings
                << u"One study only: nothing is pooled and no heterogeneity can be estimated."_s;
        else if (m_pool.k() == 2)
            warnings << u"Fewer than three studies: no prediction interval, and heterogeneity can "
                        "hardly be estimated."_s;
        warnings << poolWarnings(m_library, m_pool.outcome, used);
        if (!m_possible.isEmpty())
            warnings << u"An overlap cannot be excluded and is admitted: %1."_s.arg(
                listed(m_possible));
        QStringList added;
        for (const PoolRow &row : m_pool.rows) {
            if (row.cohorts.size() > 1)
                added << m_library.studies[at(row.study)].label;
        }
        if (!added.isEmpty())
            warnings << u"The arms of one study are added up and count as one row: %1."_s.arg(
                listed(added));
        QStringList further;
        for (const PoolCandidate &candidate : used) {
            if (m_further.contains(candidate.cohort))
                further << title(candidate.cohort);
        }
        if (!further.isEmpty())
            warnings
                << u"More than one figure is recorded for this outcome; the first with a count "
                   "is taken: %1."_s.arg(listed(further));
        if (m_pool.greedy)
            warnings << u"Many cohorts overlap: the largest were taken one after the other, which "
                        "need not give the largest total."_s;
        for (const PoolCandidate &candidate : m_pool.candidates)
            m_preferred.remove(candidate.used ? record(candidate.cohort).id : QString());
        if (!m_preferred.isEmpty()) {
            QStringList left(m_preferred.cbegin(), m_preferred.cend());
            left.sort();
            warnings << u"Chosen, but not usable in this pool: %1."_s.arg(listed(left));
        }
    }

    const Library &m_library;
    const GuardOptions &m_options;
    QSet<QString> m_preferred;
    QSet<QString> m_excluded;
    QSet<int> m_seen;
    QSet<int> m_setAside; ///< recorded in a selected population only
    QSet<int> m_further;  ///< with more than one figure of the outcome
    QStringList m_possible;
    GuardedPool m_pool;
};

} // namespace

const PoolCandidate *GuardedPool::candidate(int cohort) const
{
    const auto it = std::ranges::find(candidates, cohort, &PoolCandidate::cohort);
    return it == candidates.end() ? nullptr : &*it;
}

GuardedPool guardPool(const Library &library, std::span<const int> cohorts, const QString &outcome,
                      const GuardOptions &options)
{
    return Guard(library, outcome, options).make(cohorts);
}

} // namespace anakinra
