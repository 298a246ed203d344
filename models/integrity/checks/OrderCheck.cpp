// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"
#include "models/integrity/checks/Words.h"

#include <array>
#include <cmath>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

/// What an outcome code says of its depth: "icans.ge3-at-start" is grades 3 to 5 of "icans", at start.
struct Depth
{
    QStringView family; ///< "icans", "response"; empty = no depth
    QStringView rest;   ///< "-at-start"
    int low = 0;        ///< grades, or depths of response
    int high = 0;
};

constexpr int highestGrade = 5;
constexpr QStringView response = u"response";

/// Overall response includes complete, complete includes complete without residual disease.
int depthOfResponse(QStringView name)
{
    constexpr std::array<QStringView, 3> order{u"orr", u"cr", u"mrdneg-cr"};
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] == name)
            return int(i) + 1;
    }
    return 0;
}

bool isGrade(QStringView digits)
{
    return digits.size() == 1 && digits[0] >= u'1' && digits[0] <= u'5';
}

Depth depthOf(QStringView code)
{
    const qsizetype point = code.lastIndexOf(u'.');
    if (point < 0)
        return {};
    const QStringView family = code.first(point);
    QStringView name = code.sliced(point + 1);
    if (family == response) {
        const int depth = depthOfResponse(name);
        return depth ? Depth{family, {}, depth, 3} : Depth{};
    }
    QStringView rest;
    if (const qsizetype hyphen = name.indexOf(u'-'); hyphen >= 0) {
        rest = name.sliced(hyphen);
        name = name.first(hyphen);
    }
    if (name == u"any")
        return {family, rest, 1, highestGrade};
    const bool andAbove = name.startsWith(u"ge");
    const QStringView digits = name.mid(andAbove ? 2 : 1);
    if (!name.startsWith(u'g') || !isGrade(digits))
        return {};
    const int grade = digits[0].unicode() - u'0';
    return {family, rest, grade, andAbove ? highestGrade : grade};
}

/// `inner` counts some of those that `outer` counts.
bool isIncluded(const Depth &inner, const Depth &outer)
{
    return !inner.family.isEmpty() && inner.family == outer.family && inner.rest == outer.rest
        && inner.low >= outer.low && inner.high <= outer.high
        && (inner.low != outer.low || inner.high != outer.high);
}

struct Bounds
{
    double low = 0.0;
    double high = 0.0;
    QString words;
};

/// What the share can be: exact where counts are printed, else whatever prints so, rounded or cut.
std::optional<Bounds> boundsOf(const Figure &figure)
{
    if (figure.source.status == Status::NotReported)
        return std::nullopt;
    if (figure.hasCounts()) {
        const double share = 100.0 * *figure.events / *figure.n;
        return Bounds{share, share, u"%1/%2"_s.arg(*figure.events).arg(*figure.n)};
    }
    if (!figure.percent)
        return std::nullopt;
    const auto printed = PrintedPercent::find(figure.source.reported, *figure.percent);
    const double unit = std::pow(10.0, -printed.decimals);
    return Bounds{*figure.percent - unit / 2.0, *figure.percent + unit, percentWords(printed)};
}

struct Graded
{
    FindingTarget target;
    const Figure *figure = nullptr;
    const Observation *observation = nullptr; ///< null for a characteristic
    QString label;
    Depth depth;
};

/// Shares of one group at one time, graded alike.
bool areComparable(const Graded &a, const Graded &b)
{
    if (bool(a.observation) != bool(b.observation) || a.figure->n != b.figure->n)
        return false;
    if (!a.observation)
        return a.figure->source.report == b.figure->source.report;
    const Observation &x = *a.observation;
    const Observation &y = *b.observation;
    // Different scales grade differently; of responses the criterion is part of the depth.
    const bool alike = a.depth.family == response || x.criterion.isEmpty() || y.criterion.isEmpty()
        || x.criterion == y.criterion;
    return alike && sameAssessment(x, y) && x.denominator == y.denominator;
}

void checkPair(AuditLog &log, const Graded &inner, const Graded &outer)
{
    const auto less = boundsOf(*inner.figure);
    const auto more = boundsOf(*outer.figure);
    if (!less || !more || less->low <= more->high + 1e-9)
        return;
    log.add(inner.depth.family == response ? Check::OrderResponse : Check::OrderGrades,
            Severity::Impossible, inner.target,
            u"More patients than with %1, although all of them are counted there too."_s.arg(
                outer.label),
            u"%1 %2, %3 %4"_s.arg(inner.label, less->words, outer.label, more->words),
            {outer.target});
}

} // namespace

void checkOrder(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    std::vector<Graded> graded;
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) {
        const Observation &observation = record.outcomes[i];
        const Depth depth = depthOf(observation.outcome);
        if (depth.family.isEmpty())
            continue;
        const OutcomeTerm *term = log.library().vocabulary.outcome(observation.outcome);
        graded.push_back({outcomeTarget(cohort, record, i), &observation.figure, &observation,
                          term ? term->label : observation.outcome, depth});
    }
    for (std::size_t i = 0; i < record.characteristics.size(); ++i) {
        const Characteristic &characteristic = record.characteristics[i];
        if (const Depth depth = depthOf(characteristic.code); !depth.family.isEmpty())
            graded.push_back({characteristicTarget(cohort, record, i), &characteristic.figure,
                              nullptr, characteristic.label, depth});
    }
    for (const Graded &inner : graded) {
        for (const Graded &outer : graded) {
            if (isIncluded(inner.depth, outer.depth) && areComparable(inner, outer))
                checkPair(log, inner, outer);
        }
    }
}

} // namespace anakinra::integrity
