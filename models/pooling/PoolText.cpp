// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/PoolText.h"

#include "models/figures/SourceText.h"
#include "models/statistics/ThresholdProbability.h"

#include <cmath>

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::Interval;
using statistics::PooledRate;
using statistics::PoolMethod;
using statistics::PoolObstacle;

namespace {

constexpr auto percentSign = u"\u00a0%";

/// A rate of 0-1 in percent with one decimal; exact 0 and 100 only where they are exact.
QString percentDigits(double rate)
{
    if (rate <= 0.0)
        return u"0"_s;
    if (rate >= 1.0)
        return u"100"_s;
    const double percent = 100.0 * rate;
    if (percent < 0.05)
        return u"<0.1"_s;
    if (percent >= 99.95)
        return u">99.9"_s;
    return QString::number(percent, 'f', 1);
}

QString percentText(double rate)
{
    return percentDigits(rate) + percentSign;
}

/// A bound in percent; "0" and "100" without decimal are exact.
QString boundDigits(double rate)
{
    return rate == 0.0 || rate == 1.0 ? QString::number(100.0 * rate, 'f', 0)
                                      : QString::number(100.0 * rate, 'f', 1);
}

QString intervalDigits(const Interval &interval)
{
    return boundDigits(interval.low) + u'–' + boundDigits(interval.high) + percentSign;
}

QString levelText(const PooledRate &pooled)
{
    return plainNumber(100.0 * pooled.level) + percentSign;
}

/// Two significant digits below 1, two decimals above: 0.42, 3.10, 0.0031; "∞" where unbounded.
QString varianceDigits(double value)
{
    if (std::isinf(value))
        return u"∞"_s;
    if (value != 0.0 && value < 0.1)
        return QString::number(value, 'g', 2);
    return QString::number(value, 'f', 2);
}

QString counted(int number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

} // namespace

QString poolMethodName(PoolMethod method)
{
    return method == PoolMethod::Glmm
               ? u"random-intercept logistic model (GLMM, maximum likelihood)"_s
               : u"inverse variance on the logit scale (REML, Hartung–Knapp)"_s;
}

QString poolMethodCode(PoolMethod method)
{
    return method == PoolMethod::Glmm ? u"glmm"_s : u"reml-hk"_s;
}

std::optional<PoolMethod> poolMethodFromCode(QStringView code)
{
    for (const PoolMethod method : {PoolMethod::Glmm, PoolMethod::RemlHartungKnapp}) {
        if (poolMethodCode(method) == code)
            return method;
    }
    return std::nullopt;
}

QString obstacleText(PoolObstacle obstacle)
{
    switch (obstacle) {
    case PoolObstacle::None:
        return {};
    case PoolObstacle::NoRows:
        return u"No cohort can be pooled."_s;
    case PoolObstacle::OneRow:
        return u"No model can be fitted to one study: its heterogeneity cannot be estimated."_s;
    case PoolObstacle::NoEvents:
        return u"No model can be fitted: no study has an event."_s;
    case PoolObstacle::OnlyEvents:
        return u"No model can be fitted: every participant had the event."_s;
    case PoolObstacle::Separated:
        return u"No model can be fitted: in each study either nobody or everybody had the event, "
               u"so "
               "that the heterogeneity has no bound."_s;
    case PoolObstacle::NotIdentified:
        return u"No model can be fitted: each study has one participant, so that heterogeneity "
               u"cannot "
               "be told from chance."_s;
    }
    Q_UNREACHABLE();
}

QString pooledRateText(const PooledRate &pooled)
{
    if (!pooled.median || !pooled.interval)
        return {};
    return percentText(*pooled.median) + u" ("_s + intervalDigits(*pooled.interval) + u')';
}

QString rateIntervalText(const Interval &interval)
{
    return intervalDigits(interval);
}

QString pooledSentence(const PoolGroup &group)
{
    if (!group.guard.refused.isEmpty())
        return u"Not pooled. "_s + group.guard.refused;
    if (!group.pooled)
        return {};
    const PooledRate &pooled = *group.pooled;
    if (group.isFitted()) {
        QString text = u"Median rate %1 (%2 interval %3, t(%4))"_s.arg(
            percentText(*pooled.median), levelText(pooled), intervalDigits(*pooled.interval),
            QString::number(pooled.degreesOfFreedom));
        if (pooled.populationMean)
            text += u"; population mean "_s + percentText(*pooled.populationMean);
        return text;
    }
    if (!group.hasCrudeTotalOnly())
        return obstacleText(pooled.obstacle);
    return u"Crude total, not a pooled estimate: %1/%2, %3 (exact %4 interval %5)"_s.arg(
        QString::number(pooled.events), QString::number(pooled.n),
        percentText(static_cast<double>(pooled.events) / pooled.n), levelText(pooled),
        intervalDigits(pooled.crudeExact));
}

QString predictionText(const PooledRate &pooled)
{
    if (!pooled.prediction)
        return {};
    return u"Prediction interval %1 (%2, t(%3))"_s.arg(intervalDigits(*pooled.prediction),
                                                       levelText(pooled),
                                                       QString::number(pooled.degreesOfFreedom));
}

QString heterogeneityText(const PooledRate &pooled)
{
    if (!pooled.tau2)
        return {};
    QString text = u"τ² "_s + varianceDigits(*pooled.tau2);
    if (pooled.tau2Interval)
        text += u" (%1–%2)"_s.arg(varianceDigits(pooled.tau2Interval->low),
                                  varianceDigits(pooled.tau2Interval->high));
    if (pooled.i2)
        text += u", I² "_s + QString::number(100.0 * *pooled.i2, 'f', 0) + percentSign;
    if (pooled.q && pooled.qP)
        text += u", Q %1 on %2 df, p %3"_s.arg(QString::number(*pooled.q, 'f', 1),
                                               QString::number(pooled.k - 1), pText(*pooled.qP));
    return text;
}

QString poolSizeText(const GuardedPool &pool)
{
    if (pool.rows.empty())
        return u"nothing to pool"_s;
    int events = 0;
    int n = 0;
    for (const PoolRow &row : pool.rows) {
        events += row.events;
        n += row.n;
    }
    return counted(pool.k(), u"study"_s, u"studies"_s) + u", %1 of "_s.arg(events) +
           counted(n, u"participant"_s, u"participants"_s);
}

QString comparisonText(const GroupComparison &comparison)
{
    const QString head = u"Difference between groups (not randomised): "_s;
    if (!comparison.notDone.isEmpty())
        return head + u"not tested, because "_s + comparison.notDone;
    return head + u"likelihood-ratio test, χ² %1 on %2 df, p %3"_s.arg(
                      QString::number(comparison.test.statistic, 'f', 2),
                      QString::number(comparison.test.degreesOfFreedom), pText(comparison.test.p));
}

QString thresholdHead(const PoolRequest &request, Direction direction)
{
    if (!request.threshold)
        return {};
    const QString sign = direction == Direction::HigherBetter ? u">"_s : u"<"_s;
    return u"P(rate\u00a0%1\u00a0%2\u00a0%)"_s.arg(sign, plainNumber(*request.threshold));
}

QString thresholdText(statistics::EventsOfN counts, const PoolRequest &request, Direction direction)
{
    if (!request.threshold || counts.n < 1)
        return {};
    const auto probability =
        statistics::thresholdProbability(counts, *request.threshold / 100.0);
    const double percent =
        100.0 * (direction == Direction::HigherBetter ? probability.above : probability.below);
    if (percent < 0.1)
        return u"<0.1\u00a0%"_s;
    if (percent > 99.9)
        return u">99.9\u00a0%"_s;
    return QString::number(percent, 'f', 1) + u"\u00a0%"_s;
}

QString thresholdNote(const PoolRequest &request, Direction direction)
{
    if (!request.threshold)
        return {};
    return thresholdHead(request, direction)
        + u": how probable that is of the true rate, from each cohort’s own counts alone (Jeffreys "
          "posterior)"_s;
}

QString pText(double p)
{
    if (p < 0.0001)
        return u"<0.0001"_s;
    if (p < 0.01)
        return QString::number(p, 'f', 4);
    return QString::number(p, 'f', p < 0.1 ? 3 : 2);
}

} // namespace anakinra
