// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/LibrarySession.h"

#include "models/integrity/Audit.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace anakinra {

LibrarySession::LibrarySession(QObject *parent) : QObject(parent)
{
    connect(&m_filter, &FilterStore::changed, this, &LibrarySession::apply);
}

LibrarySession::~LibrarySession()
{
    m_stopAudit.request_stop();
    m_pool.waitForDone();
}

void LibrarySession::setLibrary(std::shared_ptr<const Library> library,
                                std::vector<Problem> problems,
                                std::shared_ptr<FilterEngine> engine)
{
    Q_ASSERT(library);
    forgetFindings();
    auto before = std::pair(std::move(m_library), std::move(m_engine));
    m_library = std::move(library);
    m_problems = std::move(problems);
    m_engine = engine ? std::move(engine) : std::make_shared<FilterEngine>(m_library);
    {
        const QSignalBlocker once(m_filter);
        m_filter.reset();
    }
    m_result = m_engine->apply(m_filter.criteria());
    Q_EMIT libraryChanged();
    Q_EMIT resultChanged();
    // Freeing a large library takes longer than a blink.
    if (before.first)
        m_pool.start([before = std::move(before)] {});
}

void LibrarySession::setOptions(const RateOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    Q_EMIT optionsChanged();
}

void LibrarySession::setPanels(RatePanels panels)
{
    if (panels == m_panels)
        return;
    m_panels = panels;
    Q_EMIT optionsChanged();
}

void LibrarySession::edit(const std::function<void(FilterCriteria &)> &gesture)
{
    FilterCriteria criteria = m_filter.criteria();
    gesture(criteria);
    m_filter.set(criteria);
}

void LibrarySession::apply()
{
    if (!m_engine)
        return;
    m_result = m_engine->apply(m_filter.criteria());
    Q_EMIT resultChanged();
}

FigureContext LibrarySession::context() const
{
    return makeFigureContext(*m_library, criteria(), m_result, m_options, QDate::currentDate());
}

RateSeries LibrarySession::series() const
{
    return makeRateSeries(*m_library, criteria(), m_result, m_options, m_panels);
}

RateSeries LibrarySession::seriesOf(std::span<const int> cohorts) const
{
    FilterResult part;
    part.cohorts.assign(cohorts.begin(), cohorts.end());
    std::vector<int> sorted = part.cohorts;
    std::ranges::sort(sorted);
    const auto shown = [&sorted](int cohort) { return std::ranges::binary_search(sorted, cohort); };
    std::ranges::copy_if(m_result.comparators, std::back_inserter(part.comparators), shown);
    std::ranges::copy_if(m_result.unjudged, std::back_inserter(part.unjudged),
                         [&shown](const UnjudgedCohort &u) { return shown(u.cohort); });
    return makeRateSeries(*m_library, criteria(), part, m_options, m_panels);
}

std::vector<int> LibrarySession::unjudgedListed() const
{
    std::vector<int> cohorts;
    if (!criteria().keepUnjudged)
        return cohorts;
    cohorts.reserve(m_result.unjudged.size());
    std::ranges::transform(m_result.unjudged, std::back_inserter(cohorts), &UnjudgedCohort::cohort);
    return cohorts;
}

std::shared_ptr<const FindingIndex> LibrarySession::findings()
{
    if (m_findings || m_auditing || m_auditCancelled || !m_library)
        return m_findings;
    if (m_library->cohorts.size() <= auditedAtOnce)
        m_findings = std::make_shared<const FindingIndex>(audit(*m_library));
    else
        auditInBackground();
    return m_findings;
}

void LibrarySession::forgetFindings()
{
    m_stopAudit.request_stop();
    ++m_audit; // what the worker still sends is stale
    m_auditing = false;
    m_auditCancelled = false;
    m_findings.reset();
}

void LibrarySession::cancelAudit()
{
    if (!m_auditing)
        return;
    forgetFindings();
    m_auditCancelled = true;
    Q_EMIT findingsChanged();
}

void LibrarySession::auditAgain()
{
    m_auditCancelled = false;
    if (findings())
        Q_EMIT findingsChanged();
}

void LibrarySession::auditInBackground()
{
    m_auditing = true;
    m_stopAudit = std::stop_source();
    // The worker may use `this`: the destructor waits for it.
    m_pool.start([this, library = m_library, number = m_audit, stop = m_stopAudit.get_token()] {
        auto found = std::make_shared<const FindingIndex>(audit(*library, stop));
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, number, found = std::move(found)] {
                if (number != m_audit)
                    return;
                m_auditing = false;
                m_findings = found;
                Q_EMIT findingsChanged();
            },
            Qt::QueuedConnection);
    });
}

} // namespace anakinra
