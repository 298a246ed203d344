// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonSeries.h"
#include "models/comparison/ComparisonText.h"

#include "models/pooling/PoolText.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QStringList filled(QStringList row, const FigureTable &table)
{
    while (row.size() < table.headers.size())
        row << QString();
    return row;
}

QString whyNot(const OutcomeComparison &outcome)
{
    QStringList reasons;
    if (!outcome.noDifference.isNone())
        reasons << outcome.noDifference.full;
    if (outcome.difference && !outcome.noTest.isEmpty())
        reasons << outcome.noTest;
    reasons += outcome.warnings;
    for (const auto &[side, rate] : {std::pair(u"A: "_s, &outcome.a), std::pair(u"B: "_s, &outcome.b)}) {
        if (!rate->findingLines.isEmpty())
            reasons << side + rate->findingLines;
    }
    return reasons.join(u' ');
}

void addSide(FigureTable &table, const Library &library, const FilterOutcome &outcome,
             const FilterSide &side, const QString &name)
{
    for (const Rate &rate : side.rates) {
        table.rows.push_back(filled({outcome.label, name, cohortTitle(library, rate.cohort),
                                     rate.cellText(), rate.intervalText()},
                                    table));
        table.rows.back().last() = rate.findingLines;
    }
    if (side.pool.isFitted())
        table.rows.push_back(filled({outcome.label, name, u"Pooled: "_s + poolSizeText(side.pool.guard),
                                     pooledRateText(*side.pool.pooled), {},
                                     pooledSentence(side.pool)},
                                    table));
    if (side.notListed > 0)
        table.rows.push_back(filled({outcome.label, name, (side.notListed == 1 ? u"1 more cohort"_s : u"%1 more cohorts"_s.arg(side.notListed)),
                                     u"not listed"_s},
                                    table));
    if (side.notReporting > 0)
        table.rows.push_back(filled({outcome.label, name,
                                     u"%1 cohorts"_s.arg(side.notReporting), u"NR"_s},
                                    table));
}

} // namespace

FigureTable comparisonTable(const CohortComparison &comparison)
{
    FigureTable table;
    table.headers = {u"Outcome or property"_s, u"A"_s, u"A, interval"_s, u"B"_s, u"B, interval"_s,
                     u"A − B (points)"_s, u"Interval of A − B"_s, u"Fisher p"_s, u"mid-p"_s,
                     u"Boschloo p"_s, u"Risk ratio"_s, u"Odds ratio"_s, u"Notes"_s};
    for (const OutcomeComparison &outcome : comparison.outcomes) {
        QStringList row{outcome.label, outcome.textA(),
                        outcome.a.intervalText(), outcome.textB(),
                        outcome.b.intervalText()};
        if (const auto &difference = outcome.difference)
            row << pointsText(difference->points)
                << pointsText(difference->interval.low) + u" to "_s
                    + pointsText(difference->interval.high);
        else
            row << QString() << QString();
        if (const auto &test = outcome.test)
            row << pText(test->fisherP) << pText(test->midP)
                << (test->boschlooP ? pText(*test->boschlooP) : QString())
                << ratioText(test->riskRatio) << ratioText(test->oddsRatio);
        else
            row << QStringList(5);
        table.rows.push_back(row << whyNot(outcome));
    }
    for (const ComparedProperty &property : comparison.properties) {
        QStringList row = filled({property.label, property.a, {}, property.b}, table);
        row.last() = property.verdict();
        table.rows.push_back(row);
    }
    return table;
}

FigureTable comparisonTable(const Library &library, const FilterComparison &comparison)
{
    FigureTable table;
    table.headers = {u"Outcome or property"_s, u"Side"_s, u"Cohort"_s, u"Rate"_s, u"Interval"_s,
                     u"Notes"_s};
    for (const FilterOutcome &outcome : comparison.outcomes) {
        addSide(table, library, outcome, outcome.a, u"A"_s);
        addSide(table, library, outcome, outcome.b, u"B"_s);
        QStringList row = filled({outcome.label, u"A against B"_s}, table);
        row.last() = outcome.difference ? moderatorText(*outcome.difference) : outcome.noDifference;
        table.rows.push_back(row);
    }
    for (const ComparedProperty &property : comparison.properties) {
        table.rows.push_back(filled({property.label, u"A"_s, property.a}, table));
        table.rows.push_back(filled({property.label, u"B"_s, property.b}, table));
        table.rows.back().last() = property.verdict();
    }
    return table;
}

} // namespace anakinra
