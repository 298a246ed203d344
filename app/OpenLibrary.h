// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/LibraryLoader.h"
#include "models/filter/FilterEngine.h"

#include <QThreadPool>

namespace anakinra {

/// A library as read, with what is needed to filter it.
struct OpenedLibrary
{
    LoadReport report;
    std::shared_ptr<FilterEngine> engine; ///< null when the report has no library
};

/// Opens a library file without freezing the window: reads it and prepares its filter in the
/// background, with progress and cancel. Starting another file drops the one being opened.
class OpenLibrary : public QObject
{
    Q_OBJECT

public:
    explicit OpenLibrary(QObject *parent = nullptr);
    ~OpenLibrary() override;

    void start(const QString &path);
    void cancel();

Q_SIGNALS:
    void started(const QString &path);
    void progressed(int percent);
    void finished(const QString &path, const anakinra::OpenedLibrary &opened);
    void cancelled();

private:
    void read(const LoadReport &report);
    void prepare(const LoadReport &report);

    LibraryLoader m_loader;
    QThreadPool m_pool; ///< for preparing
    QString m_path;
    quint64 m_request = 0; ///< number of the newest, so that an older one is not told
    bool m_preparing = false;
};

} // namespace anakinra
