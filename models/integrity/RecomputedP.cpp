// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/RecomputedP.h"

#include "models/statistics/TwoByTwo.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Decimals of the printed p value: "p=.0500" has four although 0.05 needs two.
int printedDecimals(const QString &reported, double p)
{
    static const QRegularExpression fraction(u"[0-9]*\\.([0-9]+)"_s);
    auto matches = fraction.globalMatch(reported);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.captured(0).toDouble() == p)
            return static_cast<int>(match.captured(1).size());
    }
    const QString shortest = QString::number(p, 'f', QLocale::FloatingPointShortest);
    const qsizetype point = shortest.indexOf(u'.');
    return point < 0 ? 0 : static_cast<int>(shortest.size() - point - 1);
}

std::optional<bool> reproduces(const Comparison &comparison, double recomputed)
{
    if (!comparison.p || comparison.pRelation.isEmpty())
        return std::nullopt;
    const double printed = *comparison.p;
    if (comparison.pRelation == u"<")
        return recomputed < printed;
    if (comparison.pRelation == u">")
        return recomputed > printed;
    const double half = 0.5 * std::pow(10.0, -printedDecimals(comparison.source.reported, printed));
    return std::abs(recomputed - printed) <= half * (1.0 + 1e-9);
}

} // namespace

std::vector<RecomputedP> recomputedPs(const Comparison &comparison)
{
    if (comparison.groups.size() != 2 || !comparison.groups[0].figure.hasCounts() ||
        !comparison.groups[1].figure.hasCounts())
        return {};
    const auto countsOf = [](const ComparisonGroup &group) {
        return statistics::EventsOfN{*group.figure.events, *group.figure.n};
    };
    const statistics::EventsOfN a = countsOf(comparison.groups[0]);
    const statistics::EventsOfN b = countsOf(comparison.groups[1]);
    std::vector<RecomputedP> found;
    const auto add = [&](const QString &test, const QString &label, double p) {
        found.push_back({test, label, p, reproduces(comparison, p)});
    };
    add(u"fisher"_s, u"Fisher's exact test"_s, statistics::fisherTwoSided(a, b));
    add(u"fisher-mid-p"_s, u"Fisher's exact test, mid-p"_s, statistics::fisherMidP(a, b));
    if (const auto p = statistics::chiSquareP(a, b))
        add(u"chi-square"_s, u"chi-square test without correction"_s, *p);
    if (const auto p = statistics::chiSquareYatesP(a, b))
        add(u"chi-square-yates"_s, u"chi-square test with Yates' correction"_s, *p);
    return found;
}

} // namespace anakinra
