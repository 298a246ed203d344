// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"

#include <algorithm>

namespace anakinra::cli {

const std::vector<ChartKind> &chartKinds()
{
    static const std::vector<ChartKind> all{
        ratesChart(), forestChart(),      timingChart(), doseChart(),    mapChart(),
        benefitHarmChart(), peopleChart(), compareChart(), overlapChart(), gapsChart(),  composeChart()};
    return all;
}

const ChartKind *chartKind(const QString &name)
{
    const auto found = std::ranges::find(chartKinds(), name, &ChartKind::name);
    return found == chartKinds().end() ? nullptr : &*found;
}

} // namespace anakinra::cli
