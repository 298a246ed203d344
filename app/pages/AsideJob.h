// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <stop_token>

namespace anakinra {

/// Work of a page that takes too long for the window: done aside, with progress and cancel. A newer
/// one stops an older one, of which nothing is heard any more.
class AsideJob : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(double)>; ///< 0-1, the share done
    using Then = std::function<void()>;           ///< what is to be done with the result, in the window
    using Work = std::function<Then(const std::stop_token &stop, const Progress &progress)>;

    explicit AsideJob(QObject *parent = nullptr);
    ~AsideJob() override;

    /// `work` runs in another thread and may use only what it holds; it polls `stop`.
    void start(Work work);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(double share);
    /// Work was begun, is done and its result taken, or was cancelled.
    void runningChanged(bool running);

private:
    void setRunning(bool running);

    QThreadPool m_pool;
    std::stop_source m_stop;
    bool m_running = false;
};

} // namespace anakinra
