// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/charts/ViewBatch.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QProgressDialog;
class QWidget;
QT_END_NAMESPACE

namespace anakinra {

/// Writes the figures of many views between the events of a window, with progress and cancel, by
/// the code of the command line. Deletes itself when it has finished.
class ViewsExport : public QObject
{
    Q_OBJECT

public:
    ViewsExport(std::vector<SavedView> views, std::shared_ptr<const Library> library,
                const QString &folder, QWidget *window);

    void start();

Q_SIGNALS:
    /// `left`: which views were not written and why, one per line.
    void finished(int written, const QStringList &left);

private:
    void step();
    void finish();

    cli::ViewBatch m_batch;
    QProgressDialog *m_progress;
    int m_written = 0;
    QStringList m_left;
};

} // namespace anakinra
