// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ForestRows.h"
#include "models/figures/ReportedOutcomes.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace anakinra {

/// All that a forest plot depends on, as values that may be read in another thread.
struct ForestInput
{
    std::shared_ptr<const Library> library;
    std::vector<int> cohorts;
    QString outcome; ///< code; "" = the usual one of these cohorts
    PoolRequest pool;
    ForestOptions options;
};

/// What comes of it.
struct ForestResult
{
    std::shared_ptr<const Library> library; ///< kept, as the analysis points into it
    std::vector<ReportedOutcome> outcomes;  ///< of the cohorts
    QString outcome;                        ///< code; "" = none of the cohorts reports a rate
    std::vector<int> references;            ///< comparators to choose from
    PoolAnalysis analysis;
    std::shared_ptr<const ForestRows> rows; ///< null while cancelled
};

/// Pure. A stop request is obeyed where the work is long; the result then has no rows.
[[nodiscard]] std::shared_ptr<const ForestResult> makeForest(const ForestInput &input,
                                                             std::stop_token stop = {});

/// Pools aside, so that the window never waits for a long pool. One request counts at a time: a
/// newer one cancels the older, whose result is never delivered. Signals come in the thread of the
/// job.
class ForestJob : public QObject
{
    Q_OBJECT

public:
    explicit ForestJob(QObject *parent = nullptr);
    ~ForestJob() override;

    /// `finished` may come before this returns: a short pool is not worth a flicker.
    void start(ForestInput input);
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Waits for the newest request, whose `finished` comes before this returns.
    void finishNow();

Q_SIGNALS:
    void finished(const std::shared_ptr<const anakinra::ForestResult> &result);

private:
    void deliver(quint64 request, const std::shared_ptr<const ForestResult> &result);
    bool waitFor(int milliseconds); ///< -1 = as long as it takes

    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_request = 0; ///< number of the newest
    bool m_running = false;
};

} // namespace anakinra
