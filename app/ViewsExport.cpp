// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ViewsExport.h"

#include "app/DrawLimit.h"

#include <QProgressDialog>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace anakinra {

ViewsExport::ViewsExport(std::vector<SavedView> views, std::shared_ptr<const Library> library,
                         const QString &folder, QWidget *window)
    : QObject(window),
      m_batch(std::move(views), std::move(library), {folder, FigureFormat::Png, {}, {}, mostCohortsDrawn}),
      m_progress(new QProgressDialog(window))
{
    m_progress->setObjectName(u"exportViewsProgress"_s);
    m_progress->setAccessibleName(tr("Progress of exporting all views"));
    m_progress->setWindowTitle(tr("Export all views"));
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setRange(0, m_batch.count());
    m_progress->setMinimumDuration(0);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
}

void ViewsExport::start()
{
    step();
}

void ViewsExport::step()
{
    if (m_progress->wasCanceled()) {
        m_left << tr("Cancelled before: %1").arg(m_batch.nextName());
        finish();
        return;
    }
    const cli::ViewBatch::Step step = m_batch.next();
    if (step.problem)
        m_left << step.name + u": "_s + step.problem->toString();
    else if (step.file.isEmpty())
        m_left << step.name + u": "_s + tr("no cohort matches");
    else
        ++m_written;
    m_progress->setValue(m_batch.done());
    if (m_batch.atEnd()) {
        finish();
        return;
    }
    m_progress->setLabelText(m_batch.nextName());
    QTimer::singleShot(0, this, &ViewsExport::step);
}

void ViewsExport::finish()
{
    m_progress->deleteLater();
    Q_EMIT finished(m_written, m_left);
    deleteLater();
}

} // namespace anakinra
