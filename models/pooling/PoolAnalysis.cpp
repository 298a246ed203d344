// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/PoolAnalysis.h"

#include "models/pooling/GroupsOfPool.h"
#include "models/statistics/ThresholdProbability.h"

#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::EventsOfN;
using statistics::PoolMethod;

namespace {

std::vector<EventsOfN> countsOf(const GuardedPool &pool)
{
    std::vector<EventsOfN> counts;
    for (const PoolRow &row : pool.rows)
        counts.push_back({row.events, row.n});
    return counts;
}

class Analysis
{
public:
    Analysis(const Library &library, const QString &outcome, const PoolRequest &request,
             std::stop_token stop)
        : m_library(library), m_stop(std::move(stop))
    {
        m_result.outcome = outcome;
        m_result.request = request;
    }

    PoolAnalysis make(std::span<const int> cohorts)
    {
        m_result.overall = pool({}, cohorts, m_result.request.guard);
        m_result.warnings = m_result.overall.guard.warnings;
        if (m_result.overall.pooled) {
            fitOtherMethod();
            leaveOneOut();
        }
        if (m_result.request.groupBy != PoolGrouping::None)
            group();
        m_result.cancelled = m_stop.stop_requested();
        return std::move(m_result);
    }

private:
    double level() const { return m_result.request.level / 100.0; }

    PoolGroup pool(const PoolGroupKey &key, std::span<const int> cohorts,
                   const GuardOptions &options)
    {
        PoolGroup group;
        group.key = key;
        if (m_stop.stop_requested())
            return group;
        group.guard = guardPool(m_library, cohorts, m_result.outcome, options);
        if (group.guard.refused.isEmpty())
            group.pooled = statistics::poolRates(countsOf(group.guard), m_result.request.method,
                                                 level(), m_stop);
        return group;
    }

    void fitOtherMethod()
    {
        if (!m_result.request.sensitivity || m_stop.stop_requested())
            return;
        const PoolMethod other = m_result.request.method == PoolMethod::Glmm
                                     ? PoolMethod::RemlHartungKnapp
                                     : PoolMethod::Glmm;
        m_result.sensitivity =
            statistics::poolRates(countsOf(m_result.overall.guard), other, level(), m_stop);
    }

    void leaveOneOut()
    {
        if (!m_result.request.leaveOneOut || m_result.overall.guard.k() < 2 ||
            m_stop.stop_requested())
            return;
        const auto pools = statistics::leaveOneOut(countsOf(m_result.overall.guard),
                                                   m_result.request.method, level(), m_stop);
        if (!pools)
            return;
        for (const auto &pooled : *pools)
            m_result.leaveOneOut.push_back({static_cast<int>(m_result.leaveOneOut.size()), pooled});
    }

    void group()
    {
        for (const CohortsOfGroup &members :
             groupCandidates(m_library, m_result.overall.guard, m_result.request.groupBy,
                             m_result.request.guard.preferred)) {
            GuardOptions options = m_result.request.guard;
            options.preferred.removeIf([&](const QString &id) {
                const int cohort = m_library.cohortIndex.value(id, -1);
                return std::ranges::find(members.cohorts, cohort) == members.cohorts.end();
            });
            m_result.groups.push_back(pool(members.key, members.cohorts, options));
            const PoolGroup &group = m_result.groups.back();
            if (!group.guard.refused.isEmpty())
                m_result.warnings << group.key.label + u": not pooled. "_s + group.guard.refused;
            for (const QString &warning : group.guard.warnings)
                m_result.warnings << group.key.label + u": "_s + warning;
        }
        if (!m_stop.stop_requested())
            compare();
    }

    void compare()
    {
        GroupComparison comparison;
        std::vector<std::vector<EventsOfN>> counts;
        std::vector<const GuardedPool *> pools;
        for (const PoolGroup &group : m_result.groups) {
            if (group.guard.rows.empty())
                continue;
            comparison.groups << group.key.label;
            counts.push_back(countsOf(group.guard));
            pools.push_back(&group.guard);
        }
        if (counts.size() < 2)
            comparison.notDone = u"fewer than two groups can be pooled"_s;
        else
            comparison.notDone = sharedBetweenGroups(m_library, pools);
        if (comparison.notDone.isEmpty()) {
            comparison.test = statistics::testSubgroups(counts, m_stop);
            comparison.notDone = obstacleOf(comparison.test.obstacle);
        }
        QSet<int> studies;
        qsizetype rows = 0;
        for (const GuardedPool *pool : pools) {
            for (const PoolRow &row : pool->rows)
                studies.insert(row.study);
            rows += pool->k();
        }
        if (comparison.notDone.isEmpty() && studies.size() < rows)
            m_result.warnings
                << u"Arms of one study stand in several groups; the test between groups "
                   "takes them for independent."_s;
        m_result.comparison = std::move(comparison);
    }

    static QString obstacleOf(statistics::ModeratorObstacle obstacle)
    {
        switch (obstacle) {
        case statistics::ModeratorObstacle::None:
            return {};
        case statistics::ModeratorObstacle::TooFewRows:
            return u"there are not more studies than groups"_s;
        case statistics::ModeratorObstacle::OneGroup:
            return u"fewer than two groups can be pooled"_s;
        case statistics::ModeratorObstacle::GroupAllZeroOrAll:
            return u"a group has no events, or events in everyone"_s;
        case statistics::ModeratorObstacle::NotIdentified:
            return u"every study has no events or events in everyone, or one participant only"_s;
        }
        Q_UNREACHABLE();
    }

    const Library &m_library;
    std::stop_token m_stop;
    PoolAnalysis m_result;
};

} // namespace

PoolAnalysis analysePool(const Library &library, std::span<const int> cohorts,
                         const QString &outcome, const PoolRequest &request, std::stop_token stop)
{
    return Analysis(library, outcome, request, std::move(stop)).make(cohorts);
}

std::optional<double> probabilityBelow(const PoolCandidate &candidate, const PoolRequest &request)
{
    if (!request.threshold || !candidate.events || !candidate.n || *candidate.n < 1)
        return std::nullopt;
    return 100.0
        * statistics::thresholdProbability({*candidate.events, *candidate.n},
                                           *request.threshold / 100.0)
              .below;
}

} // namespace anakinra
