// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/Audit.h"
#include "tests/support/LibraryBuilder.h"
#include "tests/support/Located.h"

#include <QStringList>

namespace anakinra::test {

using namespace Qt::StringLiterals;

/// "74%" and, where they are printed, its counts.
inline Figure percentage(const QString &reported, std::optional<int> events = {},
                         std::optional<int> n = {})
{
    Figure figure;
    figure.source.reported = reported;
    figure.source.report = u"report"_s;
    QString digits = reported;
    digits.remove(u'%');
    figure.percent = digits.toDouble();
    figure.events = events;
    figure.n = n;
    figure.source.status = events ? Status::Reported : Status::PercentOnly;
    return figure;
}

inline Figure counts(int events, int n)
{
    Figure figure;
    figure.source.report = u"report"_s;
    figure.events = events;
    figure.n = n;
    return figure;
}

inline Observation observed(const char *code, const Figure &figure,
                            Denominator denominator = Denominator::Treated)
{
    Observation observation;
    observation.outcome = QString::fromLatin1(code);
    observation.figure = figure;
    observation.denominator = denominator;
    observation.population = Population::AllInfused;
    return observation;
}

inline Characteristic characteristic(const char *code, const Figure &figure)
{
    return {QString::fromLatin1(code), QString::fromLatin1(code), figure};
}

/// Everything found, with a locator on every value.
inline std::vector<Finding> found(LibraryBuilder &make)
{
    locateEverything(make.draft());
    return audit(*make.build());
}

inline QStringList ids(const std::vector<Finding> &findings)
{
    QStringList list;
    for (const Finding &finding : findings)
        list << finding.id;
    return list;
}

inline QStringList found(int n, const std::function<void(Cohort &)> &edit)
{
    LibraryBuilder make;
    make.cohort("s/all", n, edit);
    return ids(found(make));
}

/// One outcome in a cohort of n.
inline QStringList foundOf(int n, const Observation &observation)
{
    return found(n, [&](Cohort &cohort) { cohort.outcomes = {observation}; });
}

} // namespace anakinra::test
