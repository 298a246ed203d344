// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace anakinra {

class MainWindow;

/// For the benchmark: with ANAKINRA_BENCH_START (nanoseconds of the monotonic clock at exec) in the
/// environment, prints the milliseconds from there until table and rate view are painted and
/// flushed, and quits.
class StartProbe : public QObject
{
public:
    static void installIfAsked(MainWindow *window);

    bool eventFilter(QObject *object, QEvent *event) override;

protected:
    bool event(QEvent *event) override;

private:
    StartProbe(MainWindow *window, qint64 start);

    qint64 m_start;
    QWidget *m_table;
    QWidget *m_rates;
    bool m_tablePainted = false;
    bool m_ratesPainted = false;
};

} // namespace anakinra
