// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/LibraryReader.h"

#include <QObject>
#include <QThreadPool>

namespace anakinra {

/// Reads a library in the background, so that a large one does not freeze the window. One request
/// counts at a time: a newer one cancels the older, whose result is never delivered.
///
/// All signals come in the thread of the loader. Destroying it cancels, and waits the moment
/// until the worker has noticed.
class LibraryLoader : public QObject
{
    Q_OBJECT

public:
    explicit LibraryLoader(QObject *parent = nullptr);
    ~LibraryLoader() override;

    void load(const QString &path, const ReadOptions &options = {});
    /// Ends the running request: `finished` follows with a report that says `cancelled`.
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_loading; }

Q_SIGNALS:
    void progress(double share); ///< 0-1, in steps of a hundredth at least
    void finished(const anakinra::LoadReport &report);

private:
    void deliver(quint64 request, const LoadReport &report);

    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_request = 0; ///< number of the newest
    bool m_loading = false;
};

} // namespace anakinra
