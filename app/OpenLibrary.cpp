// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/OpenLibrary.h"

namespace anakinra {

OpenLibrary::OpenLibrary(QObject *parent) : QObject(parent)
{
    connect(&m_loader, &LibraryLoader::progress, this,
            [this](double share) { Q_EMIT progressed(static_cast<int>(100.0 * share)); });
    connect(&m_loader, &LibraryLoader::finished, this, &OpenLibrary::read);
}

OpenLibrary::~OpenLibrary()
{
    m_pool.waitForDone();
}

void OpenLibrary::start(const QString &path)
{
    ++m_request;
    m_preparing = false;
    m_path = path;
    Q_EMIT started(path);
    m_loader.load(path);
}

void OpenLibrary::cancel()
{
    if (m_loader.isLoading()) {
        m_loader.cancel();
    } else if (m_preparing) {
        ++m_request;
        m_preparing = false;
        Q_EMIT cancelled();
    }
}

void OpenLibrary::read(const LoadReport &report)
{
    if (report.cancelled)
        Q_EMIT cancelled();
    else if (report.isUsable())
        prepare(report);
    else
        Q_EMIT finished(m_path, {report, nullptr});
}

void OpenLibrary::prepare(const LoadReport &report)
{
    m_preparing = true;
    m_pool.start([this, report, request = m_request] {
        const auto engine = std::make_shared<FilterEngine>(report.library);
        engine->prepareSearch();
        QMetaObject::invokeMethod(
            this,
            [this, report, request, engine] {
                if (request != m_request)
                    return;
                m_preparing = false;
                Q_EMIT finished(m_path, {report, engine});
            },
            Qt::QueuedConnection);
    });
}

} // namespace anakinra
