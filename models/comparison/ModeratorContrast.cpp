// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ModeratorContrast.h"

#include "models/pooling/PoolChecks.h"
#include "models/pooling/SharedParticipants.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::ModeratorObstacle;

namespace {

std::vector<PoolCandidate> usedOf(const GuardedPool &pool)
{
    std::vector<PoolCandidate> used;
    std::ranges::copy_if(pool.candidates, std::back_inserter(used), &PoolCandidate::used);
    return used;
}

CohortFigure figureOf(const PoolCandidate &candidate)
{
    return {candidate.cohort, candidate.observation->figure.source.report};
}

/// Two figures, one on each side, and the surest way in which they share participants.
struct Meeting
{
    Sharing kind = Sharing::None;
    int a = -1; ///< index into Library::cohorts
    int b = -1;
};

/// Only figures of one study or of one recorded overlap can share participants, so only these are
/// looked at.
Meeting surestMeeting(const Library &library, const std::vector<PoolCandidate> &a,
                      const std::vector<PoolCandidate> &b)
{
    std::vector<CohortFigure> figures;
    for (const PoolCandidate &candidate : a)
        figures.push_back(figureOf(candidate));
    for (const PoolCandidate &candidate : b) {
        if (std::ranges::find(a, candidate.cohort, &PoolCandidate::cohort) != a.end())
            return {Sharing::Part, candidate.cohort, candidate.cohort};
        figures.push_back(figureOf(candidate));
    }
    const SharedParticipants shared(library, std::move(figures));
    const int split = static_cast<int>(a.size());
    QHash<int, std::vector<int>> ofStudy;
    QHash<int, std::vector<int>> ofOverlap;
    for (int f = split; f < shared.size(); ++f) {
        ofStudy[shared.study(f)].push_back(f);
        for (const OverlapEnd end : shared.overlapsOf(f))
            ofOverlap[end.overlap].push_back(f);
    }
    Meeting surest;
    for (int f = 0; f < split; ++f) {
        std::vector<int> others = ofStudy.value(shared.study(f));
        for (const OverlapEnd end : shared.overlapsOf(f)) {
            const std::vector<int> more = ofOverlap.value(end.overlap);
            others.insert(others.end(), more.begin(), more.end());
        }
        for (const int other : others) {
            if (const Sharing kind = shared.between(f, other).kind; kind > surest.kind)
                surest = {kind, shared.cohort(f), shared.cohort(other)};
        }
    }
    return surest;
}

/// Participants that stand on both sides, or may, in words; "" = none, as far as known, or none
/// that the reader takes into account.
QString sharedText(const Library &library, const Meeting &meeting, PossibleOverlap possibleOverlap)
{
    const bool counts = meeting.kind > Sharing::Possible
        || (meeting.kind == Sharing::Possible && possibleOverlap == PossibleOverlap::Exclude);
    if (!counts)
        return {};
    if (meeting.a == meeting.b)
        return cohortTitle(library, meeting.a) + u" is on both sides"_s;
    return u"%1 (A) and %2 (B) share participants, or may"_s.arg(cohortTitle(library, meeting.a),
                                                                 cohortTitle(library, meeting.b));
}

bool haveCommonStudy(const GuardedPool &a, const GuardedPool &b)
{
    QSet<int> studies;
    for (const PoolRow &row : a.rows)
        studies.insert(row.study);
    return std::ranges::any_of(b.rows, [&](const PoolRow &row) { return studies.contains(row.study); });
}

QString obstacleText(ModeratorObstacle obstacle)
{
    switch (obstacle) {
    case ModeratorObstacle::None:
        return {};
    case ModeratorObstacle::TooFewRows:
    case ModeratorObstacle::OneGroup:
        return u"there are too few studies"_s;
    case ModeratorObstacle::GroupAllZeroOrAll:
        return u"one side has no events, or events in everyone, so that the odds ratio has no bound"_s;
    case ModeratorObstacle::NotIdentified:
        return u"in each study nobody or everybody had the event, or there is one participant only"_s;
    }
    Q_UNREACHABLE();
}

QString studiesOf(int k)
{
    return k == 1 ? u"1 study"_s : u"%1 studies"_s.arg(k);
}

/// Why the sides are not contrasted, before any model; "" = they may be.
QString notAdmitted(const Library &library, const FilterOutcome &outcome,
                    const std::vector<PoolCandidate> &a, const std::vector<PoolCandidate> &b,
                    const Meeting &meeting, PossibleOverlap possibleOverlap)
{
    const GuardedPool &poolA = outcome.a.pool.guard;
    const GuardedPool &poolB = outcome.b.pool.guard;
    if (!poolA.refused.isEmpty() || !poolB.refused.isEmpty())
        return u"a side cannot be pooled"_s;
    // Said before the number of studies: it would not help to find more of them.
    if (const QString shared = sharedText(library, meeting, possibleOverlap); !shared.isEmpty())
        return shared;
    if (poolA.k() < leastStudiesPerSide || poolB.k() < leastStudiesPerSide)
        return u"it needs at least %1 studies on each side (A has %2, B %3)"_s.arg(
            QString::number(leastStudiesPerSide), studiesOf(poolA.k()), studiesOf(poolB.k()));
    std::vector<PoolCandidate> both = a;
    both.insert(both.end(), b.begin(), b.end());
    QString refused = mixedEndpointRefusal(library, outcome.outcome, both);
    if (refused.endsWith(u'.'))
        refused.chop(1);
    return refused;
}

} // namespace

void contrastSides(const Library &library, FilterOutcome &outcome, const CompareOptions &options,
                   const std::stop_token &stop)
{
    const QString head = u"No difference: "_s;
    const std::vector<PoolCandidate> a = usedOf(outcome.a.pool.guard);
    const std::vector<PoolCandidate> b = usedOf(outcome.b.pool.guard);
    const Meeting meeting = surestMeeting(library, a, b);
    if (const QString why = notAdmitted(library, outcome, a, b, meeting, options.possibleOverlap);
        !why.isEmpty()) {
        outcome.noDifference = head + why + u'.';
        return;
    }
    std::vector<statistics::ModeratedRow> rows;
    for (const PoolRow &row : outcome.a.pool.guard.rows)
        rows.push_back({{row.events, row.n}, 1.0});
    for (const PoolRow &row : outcome.b.pool.guard.rows)
        rows.push_back({{row.events, row.n}, 0.0});
    const auto fit = statistics::poolWithModerator(rows, options.rates.level / 100.0,
                                                   statistics::PoolMethod::Glmm, stop);
    if (!fit.slope || !fit.slopeInterval) {
        outcome.noDifference = head + u"the model cannot be fitted, because "_s
            + obstacleText(fit.obstacle) + u'.';
        return;
    }
    outcome.difference = ModeratorDifference{
        fit, std::exp(*fit.slope),
        {std::exp(fit.slopeInterval->low), std::exp(fit.slopeInterval->high)}};
    if (haveCommonStudy(outcome.a.pool.guard, outcome.b.pool.guard))
        outcome.warnings << u"Groups of one study stand on both sides; the difference takes them for "
                            "independent."_s;
    if (meeting.kind == Sharing::Possible)
        outcome.warnings << u"That %1 (A) and %2 (B) overlap cannot be excluded; the difference takes "
                            "them for separate."_s.arg(cohortTitle(library, meeting.a),
                                                       cohortTitle(library, meeting.b));
}

} // namespace anakinra
