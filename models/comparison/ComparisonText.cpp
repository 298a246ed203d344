// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonText.h"

#include "models/pooling/PoolText.h"

#include <cmath>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// Two decimals for ordinary ratios, two digits for very small ones, none for very large ones.
QString ratioDigits(double ratio)
{
    if (std::isinf(ratio))
        return u"∞"_s;
    if (ratio == 0.0)
        return u"0"_s;
    if (ratio < 0.095)
        return QString::number(ratio, 'g', 2);
    return QString::number(ratio, 'f', ratio < 99.5 ? 2 : 0);
}

QString ratioRange(const statistics::Interval &interval)
{
    return u'(' + ratioDigits(interval.low) + u'–' + ratioDigits(interval.high) + u')';
}

} // namespace

QString pointsText(double points)
{
    const double rounded = std::round(10.0 * points) / 10.0;
    if (rounded == 0.0)
        return u"0"_s;
    const QString digits = std::abs(rounded) == 100.0 ? u"100"_s
                                                      : QString::number(std::abs(rounded), 'f', 1);
    return (rounded < 0.0 ? u"−"_s : u"+"_s) + digits;
}

QString differenceText(const RateDifference &difference)
{
    return u"%1 points (%2 to %3)"_s.arg(pointsText(difference.points),
                                         pointsText(difference.interval.low),
                                         pointsText(difference.interval.high));
}

QString ratioText(const statistics::RatioEstimate &ratio)
{
    return (ratio.estimate ? ratioDigits(*ratio.estimate) : u"not defined"_s) + u' '
        + ratioRange(ratio.interval);
}

QString testText(const RateTest &test)
{
    QString text = u"Fisher p %1, mid-p %2"_s.arg(pText(test.fisherP), pText(test.midP));
    if (test.boschlooP)
        text += u", Boschloo p "_s + pText(*test.boschlooP);
    return text
        + u"; risk ratio %1; odds ratio %2"_s.arg(ratioText(test.riskRatio), ratioText(test.oddsRatio));
}

QString moderatorText(const ModeratorDifference &difference)
{
    QString text = u"odds ratio %1 %2"_s.arg(ratioDigits(difference.oddsRatio),
                                             ratioRange(difference.interval));
    if (difference.fit.waldP)
        text += u", p "_s + pText(*difference.fit.waldP);
    return text;
}

QString sectionText(Domain domain, Direction direction)
{
    const QString meaning = labelOf(direction);
    return labelOf(domain) + (meaning.isEmpty() ? QString() : u" ("_s + meaning + u')');
}

QString randomisationHeadline(const CohortRelation &relation)
{
    return relation.randomised ? u"DESCRIBED AS RANDOMISED"_s : u"NOT RANDOMISED"_s;
}

} // namespace anakinra
