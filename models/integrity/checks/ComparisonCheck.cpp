// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/RecomputedP.h"
#include "models/integrity/checks/Checks.h"

#include <algorithm>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

/// The family of tests that the source names and no other; "" where it names none or several.
QString namedTest(const QString &test)
{
    const bool fisher = test.contains(u"fisher", Qt::CaseInsensitive);
    const bool chiSquare = test.contains(u"chi", Qt::CaseInsensitive)
        || test.contains(u"χ", Qt::CaseInsensitive);
    if (fisher == chiSquare)
        return {};
    return fisher ? u"fisher"_s : u"chi-square"_s;
}

bool reproduces(const RecomputedP &test) { return test.reproduces.value_or(false); }

QString pWords(double p)
{
    return p < 0.0001 ? u"p < 0.0001"_s : u"p = "_s + QString::number(p, 'g', 3);
}

QString printedP(const Comparison &comparison)
{
    return u"p "_s + comparison.pRelation + u' ' + QString::number(*comparison.p);
}

QString workingOf(const std::vector<RecomputedP> &tests)
{
    QStringList words;
    for (const RecomputedP &test : tests)
        words << test.label + u' ' + pWords(test.p);
    return words.join(u"; "_s);
}

/// "only this gives the printed p = 0.006: chi-square test without correction"
QString onlyThese(const std::vector<RecomputedP> &tests, const QString &p)
{
    QStringList words;
    for (const RecomputedP &test : tests) {
        if (reproduces(test))
            words << test.label;
    }
    return (words.size() == 1 ? u"only this gives the printed %1: %2"_s
                              : u"only these give the printed %1: %2"_s)
        .arg(p, words.join(u"; "_s));
}

/// `others`: the comparison as seen from the groups after the first.
void checkP(AuditLog &log, const FindingTarget &target, const Comparison &comparison,
            const std::vector<FindingTarget> &others)
{
    if (!comparison.p || comparison.pRelation.isEmpty())
        return;
    const std::vector<RecomputedP> tests = recomputedPs(comparison);
    if (tests.empty())
        return;
    const QString named = namedTest(comparison.test);
    // Fisher's test is what a reader expects of small groups; nothing is told where it agrees.
    const auto agrees = [&](const RecomputedP &test) {
        const bool expected = named.isEmpty() ? test.test == u"fisher" : test.test.startsWith(named);
        return expected && reproduces(test);
    };
    if (std::ranges::any_of(tests, agrees))
        return;
    const QString counts = u"%1/%2 against %3/%4"_s.arg(*comparison.groups[0].figure.events)
                               .arg(*comparison.groups[0].figure.n)
                               .arg(*comparison.groups[1].figure.events)
                               .arg(*comparison.groups[1].figure.n);
    const QString working = counts + u": "_s + workingOf(tests);
    if (std::ranges::any_of(tests, reproduces)) {
        log.add(Check::PValue, Severity::Note, target,
                u"Of the tests tried "_s + onlyThese(tests, printedP(comparison)) + u'.', working,
                others);
        return;
    }
    log.add(Check::PValue, named.isEmpty() ? Severity::Note : Severity::Impossible, target,
            u"None of the tests tried gives the printed %1 from the printed counts."_s.arg(
                printedP(comparison)),
            working, others);
}

/// The figure stands in the cohort too, where it is checked with all that is known there.
bool isRecordedInCohort(const Cohort &cohort, const Figure &figure)
{
    const auto same = [&](const Figure &own) { return isSameFigure(own, figure); };
    return std::ranges::any_of(cohort.outcomes, same, &Observation::figure)
        || std::ranges::any_of(cohort.characteristics, same, &Characteristic::figure);
}

} // namespace

bool isSameFigure(const Figure &a, const Figure &b)
{
    return a.events == b.events && a.n == b.n && a.percent == b.percent
        && a.source.reported == b.source.reported;
}

void checkComparison(AuditLog &log, const Study &study, int position)
{
    const Comparison &comparison = study.comparisons[static_cast<std::size_t>(position)];
    const auto indexOf = [&](const ComparisonGroup &group) {
        return log.library().cohortIndex.value(group.cohort, -1);
    };
    const FindingTarget target{NumberKind::Comparison,
                               comparison.groups.empty() ? -1 : indexOf(comparison.groups.front()),
                               comparison.id, position};
    std::vector<FindingTarget> others;
    for (const ComparisonGroup &group : comparison.groups) {
        const int cohort = indexOf(group);
        if (cohort >= 0 && cohort != target.cohort)
            others.push_back({NumberKind::Comparison, cohort, comparison.id, position});
    }
    checkP(log, target, comparison, others);
    for (const ComparisonGroup &group : comparison.groups) {
        const int cohort = indexOf(group);
        if (cohort >= 0 && !isRecordedInCohort(log.cohort(cohort), group.figure))
            checkPercentage(log, {NumberKind::Comparison, cohort, comparison.id, position},
                            group.figure);
    }
    if (comparison.source.locator.isEmpty() && comparison.source.status != Status::NotReported)
        log.add(Check::LocatorMissing, Severity::Error, target,
                u"It is not recorded where in the report this stands."_s);
}

} // namespace anakinra::integrity
