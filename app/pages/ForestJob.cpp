// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ForestJob.h"

#include "models/figures/ForestChoices.h"

#include <QCoreApplication>
#include <QEvent>

namespace anakinra {

namespace {

constexpr int shortPool = 12; ///< milliseconds that nobody notices

} // namespace

std::shared_ptr<const ForestResult> makeForest(const ForestInput &input, std::stop_token stop)
{
    auto result = std::make_shared<ForestResult>();
    const Library &library = *input.library;
    result->library = input.library;
    result->outcomes = reportedOutcomes(library, input.cohorts);
    result->outcome = input.outcome.isEmpty() ? startingOutcome(result->outcomes) : input.outcome;
    if (stop.stop_requested())
        return result;
    result->references = referenceCohorts(library, input.cohorts, result->outcome);
    result->analysis = analysePool(library, input.cohorts, result->outcome, input.pool, stop);
    if (!result->analysis.cancelled && !stop.stop_requested())
        result->rows = std::make_shared<const ForestRows>(
            makeForestRows(library, result->analysis, input.options));
    return result;
}

ForestJob::ForestJob(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2); // a new request need not wait until the old one has noticed
}

ForestJob::~ForestJob()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ForestJob::start(ForestInput input)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_running = true;
    // The worker may use `this`: the destructor waits for it.
    m_pool.start(
        [this, input = std::move(input), request = ++m_request, stop = m_stop.get_token()] {
            const auto result = makeForest(input, stop);
            QMetaObject::invokeMethod(
                this, [this, request, result] { deliver(request, result); }, Qt::QueuedConnection);
        });
    waitFor(shortPool);
}

void ForestJob::finishNow()
{
    if (m_running)
        waitFor(-1);
}

bool ForestJob::waitFor(int milliseconds)
{
    if (!m_pool.waitForDone(milliseconds))
        return false;
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    return true;
}

void ForestJob::deliver(quint64 request, const std::shared_ptr<const ForestResult> &result)
{
    if (request != m_request || !m_running)
        return;
    m_running = false;
    Q_EMIT finished(result);
}

} // namespace anakinra
