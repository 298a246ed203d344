// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace anakinra::bench {

/// Milliseconds of several runs as {"median", "min", "max", "runs"}.
inline QJsonObject summary(std::vector<double> milliseconds)
{
    using namespace Qt::StringLiterals;
    std::ranges::sort(milliseconds);
    return {{u"median"_s, milliseconds[milliseconds.size() / 2]},
            {u"min"_s, milliseconds.front()},
            {u"max"_s, milliseconds.back()},
            {u"runs"_s, int(milliseconds.size())}};
}

/// Times `run` (called with the number of the run) after one warm-up; `before` each of them, untimed.
template<typename Run, typename Before>
QJsonObject timed(int runs, Run run, Before before)
{
    std::vector<double> milliseconds;
    for (int i = -1; i < runs; ++i) {
        before();
        QElapsedTimer timer;
        timer.start();
        run(i + 1);
        if (i >= 0)
            milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return summary(std::move(milliseconds));
}

template<typename Run>
QJsonObject timed(int runs, Run run)
{
    return timed(runs, run, [] {});
}

} // namespace anakinra::bench
