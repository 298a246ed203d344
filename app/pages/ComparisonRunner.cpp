// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ComparisonRunner.h"

#include "models/comparison/ComparisonContext.h"

namespace anakinra {

ComparisonRunner::ComparisonRunner(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ComparisonRunner::~ComparisonRunner()
{
    cancel();
    m_pool.waitForDone();
}

void ComparisonRunner::cancel()
{
    m_stop.request_stop();
}

void ComparisonRunner::start(const FilterComparisonRequest &request)
{
    cancel();
    m_stop = std::stop_source();
    m_pool.start([this, request, stop = m_stop.get_token()] {
        if (stop.stop_requested())
            return;
        const auto side = [&](const FilterCriteria &criteria) {
            return comparedFilter(*request.library, criteria, request.engine->apply(criteria));
        };
        const auto comparison = std::make_shared<const FilterComparison>(
            compareFilters(*request.library, side(request.a), side(request.b), request.options,
                           request.outcome, stop));
        QMetaObject::invokeMethod(
            this,
            [this, request, comparison, stop] {
                if (!stop.stop_requested())
                    Q_EMIT finished(request, comparison);
            },
            Qt::QueuedConnection);
    });
}

} // namespace anakinra
