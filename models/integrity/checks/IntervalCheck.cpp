// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"
#include "models/integrity/checks/Words.h"
#include "models/statistics/ProportionInterval.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;
using statistics::Interval;
using statistics::IntervalMethod;

namespace {

struct Method
{
    IntervalMethod method;
    QStringView label;
};

constexpr std::array methods{
    Method{IntervalMethod::Wilson, u"Wilson"},
    Method{IntervalMethod::ClopperPearson, u"Clopper–Pearson"},
    Method{IntervalMethod::Jeffreys, u"Jeffreys"},
    Method{IntervalMethod::AgrestiCoull, u"Agresti–Coull"},
};

int decimalsOf(const QString &reported, double bound)
{
    // A bound stands without its own "%" in most prints ("9.7-36.2").
    static const QRegularExpression number(u"[0-9]+(?:\\.([0-9]+))?"_s);
    auto matches = number.globalMatch(reported);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (std::abs(match.captured(0).toDouble() - bound) < 1e-9)
            return int(match.captured(1).size());
    }
    return PrintedPercent::find({}, bound).decimals;
}

QString boundsWords(const Interval &percent, int decimals)
{
    return QString::number(percent.low, 'f', decimals) + u'–'
        + QString::number(percent.high, 'f', decimals) + u"\u00a0%"_s;
}

/// Within one unit of the last printed digit, so that a bound cut off counts as well.
bool agrees(const Interval &percent, const PrintedInterval &printed, int decimals)
{
    const double unit = std::pow(10.0, -decimals) * (1.0 + 1e-9);
    return std::abs(percent.low - printed.low) <= unit
        && std::abs(percent.high - printed.high) <= unit;
}

void checkInterval(AuditLog &log, const FindingTarget &target, const Figure &figure)
{
    if (!figure.interval || !figure.hasCounts() || *figure.events > *figure.n)
        return;
    const PrintedInterval &printed = *figure.interval;
    const int decimals = std::max(decimalsOf(figure.source.reported, printed.low),
                                  decimalsOf(figure.source.reported, printed.high));
    QStringList working;
    const auto tryOne = [&](const QString &label, const Interval &share) {
        const Interval percent{100.0 * share.low, 100.0 * share.high};
        working << label + u' ' + boundsWords(percent, decimals);
        return agrees(percent, printed, decimals);
    };
    const double level = printed.level / 100.0;
    for (const Method &method : methods) {
        if (tryOne(method.label.toString(),
                   statistics::proportionInterval(*figure.events, *figure.n, level, method.method)))
            return;
    }
    if (tryOne(u"normal approximation"_s, statistics::waldInterval(*figure.events, *figure.n, level)))
        return;
    log.add(Check::Interval, Severity::Note, target,
            u"No usual method gives the printed interval %1 from %2 of %3 patients."_s
                .arg(boundsWords({printed.low, printed.high}, decimals))
                .arg(*figure.events).arg(*figure.n),
            working.join(u", "_s));
}

} // namespace

void checkIntervals(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    for (std::size_t i = 0; i < record.outcomes.size(); ++i)
        checkInterval(log, outcomeTarget(cohort, record, i), record.outcomes[i].figure);
    for (std::size_t i = 0; i < record.characteristics.size(); ++i)
        checkInterval(log, characteristicTarget(cohort, record, i), record.characteristics[i].figure);
}

} // namespace anakinra::integrity
