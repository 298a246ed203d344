// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryLoader.h"

namespace anakinra {

LibraryLoader::LibraryLoader(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2); // a new request need not wait until the old one has noticed
}

LibraryLoader::~LibraryLoader()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void LibraryLoader::load(const QString &path, const ReadOptions &options)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_loading = true;
    // The worker may use `this`: the destructor waits for it.
    m_pool.start([this, path, options, request = ++m_request, stop = m_stop.get_token()] {
        double told = 0.0;
        LoadProgress watcher;
        watcher.stop = stop;
        watcher.report = [&](double share) {
            if (share < told + 0.01)
                return;
            told = share;
            QMetaObject::invokeMethod(this, [this, request, share] {
                if (request == m_request && m_loading)
                    Q_EMIT progress(share);
            });
        };
        LoadReport report = readLibrary(path, options, watcher);
        QMetaObject::invokeMethod(
            this, [this, request, report = std::move(report)] { deliver(request, report); });
    });
}

void LibraryLoader::cancel()
{
    if (!m_loading)
        return;
    m_stop.request_stop();
    ++m_request; // what the worker still sends is stale
    m_loading = false;
    LoadReport report;
    report.cancelled = true;
    Q_EMIT finished(report);
}

void LibraryLoader::deliver(quint64 request, const LoadReport &report)
{
    if (request != m_request || !m_loading)
        return;
    m_loading = false;
    Q_EMIT finished(report);
}

} // namespace anakinra
