// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/AsideJob.h"

namespace anakinra {

AsideJob::AsideJob(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

AsideJob::~AsideJob()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void AsideJob::start(Work work)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    setRunning(true);
    // The worker may use `this`: the destructor waits for it.
    m_pool.start([this, work = std::move(work), stop = m_stop.get_token()] {
        const auto tell = [this, &stop](const std::function<void()> &what) {
            QMetaObject::invokeMethod(
                this,
                [stop, what] {
                    if (!stop.stop_requested())
                        what();
                },
                Qt::QueuedConnection);
        };
        const Then then = work(stop, [this, &tell](double share) {
            tell([this, share] { Q_EMIT progressed(share); });
        });
        tell([this, then] {
            then();
            setRunning(false);
        });
    });
}

void AsideJob::cancel()
{
    m_stop.request_stop();
    setRunning(false);
}

void AsideJob::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    Q_EMIT runningChanged(running);
}

} // namespace anakinra
