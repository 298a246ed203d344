// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/StartProbe.h"

#include "app/MainWindow.h"

#include <QApplication>
#include <QEvent>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace anakinra {

void StartProbe::installIfAsked(MainWindow *window)
{
    bool asked = false;
    const qint64 start = qEnvironmentVariable("ANAKINRA_BENCH_START").toLongLong(&asked);
    if (asked)
        new StartProbe(window, start); // owned by the window
}

StartProbe::StartProbe(MainWindow *window, qint64 start) :
    QObject(window), m_start(start), m_table(window->findChild<QWidget *>(u"cohortTable"_s)),
    m_rates(window->findChild<QWidget *>(u"rateView"_s))
{
    qApp->installEventFilter(this);
}

bool StartProbe::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::Paint || !object->isWidgetType())
        return false;
    const auto *widget = static_cast<QWidget *>(object);
    m_tablePainted = m_tablePainted || widget == m_table || m_table->isAncestorOf(widget);
    m_ratesPainted = m_ratesPainted || widget == m_rates || m_rates->isAncestorOf(widget);
    if (m_tablePainted && m_ratesPainted) {
        // Next in the queue, so that the window has been flushed and nothing else has run.
        qApp->removeEventFilter(this);
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
    }
    return false;
}

bool StartProbe::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    const qint64 now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                           std::chrono::steady_clock::now().time_since_epoch())
                           .count();
    std::printf("%.3f\n", static_cast<double>(now - m_start) / 1e6);
    std::fflush(stdout);
    QCoreApplication::quit();
    return true;
}

} // namespace anakinra
