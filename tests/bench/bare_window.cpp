// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The floor that the program's start is compared with: an empty QMainWindow of the same size that
// reports the time from exec to its first paint, in milliseconds, and exits.

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QPaintEvent>
#include <QTimer>

#include <cstdio>
#include <ctime>

class BareWindow : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (m_reported)
            return;
        m_reported = true;
        // After the event, when the backing store has been flushed to the window.
        QTimer::singleShot(0, this, [] {
            timespec now{};
            clock_gettime(CLOCK_MONOTONIC, &now);
            const qint64 nanoseconds = qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
            const qint64 start = qEnvironmentVariable("ANAKINRA_BENCH_START").toLongLong();
            std::printf("%.3f\n", static_cast<double>(nanoseconds - start) / 1e6);
            std::fflush(stdout);
            QCoreApplication::quit();
        });
    }

private:
    bool m_reported = false;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    BareWindow window;
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}
