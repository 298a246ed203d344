// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/CohortRelation.h"
#include "models/comparison/ComparedProperty.h"
#include "models/figures/RateSeries.h"
#include "models/statistics/TwoProportions.h"
#include "models/pooling/PoolGuard.h"

namespace anakinra {

/// How the interval of a difference between two rates is made; both are score intervals that stay
/// inside -100..100 points and hold at 0 and n of n.
enum class DifferenceMethod {
    Newcombe,          ///< Newcombe RG. Stat Med 1998;17:873-890, method 10
    MiettinenNurminen, ///< Miettinen O, Nurminen M. Stat Med 1985;4:213-226
};

template<>
struct CodeList<DifferenceMethod>
{
    static constexpr std::array<CodeEntry<DifferenceMethod>, 2> entries{{
        {DifferenceMethod::Newcombe, u"newcombe", u"Newcombe hybrid score"},
        {DifferenceMethod::MiettinenNurminen, u"miettinen-nurminen", u"Miettinen–Nurminen score"},
    }};
};

struct CompareOptions
{
    RateOptions rates; ///< the level is also that of differences and ratios
    DifferenceMethod difference = DifferenceMethod::Newcombe;
    /// How many cohorts of a filter are listed for an outcome; the others are counted. 0 = all.
    int longestSide = 0;
    PossibleOverlap possibleOverlap = PossibleOverlap::Admit; ///< in the pools of two filters

    friend bool operator==(const CompareOptions &, const CompareOptions &) = default;
};

/// Rate of A minus rate of B, in percentage points, -100..100. Descriptive.
struct RateDifference
{
    DifferenceMethod method = DifferenceMethod::Newcombe;
    double points = 0.0;
    statistics::Interval interval;
};

/// Tests and ratios of A against B, only for two groups of one study.
struct RateTest
{
    double fisherP = 1.0;                ///< two-sided
    double midP = 1.0;                   ///< twice the smaller side, the observed table by half
    std::optional<double> boschlooP;     ///< nullopt where a group is larger than boschlooLimit
    statistics::RatioEstimate riskRatio; ///< Koopman's score interval
    statistics::RatioEstimate oddsRatio; ///< conditional maximum likelihood, exact interval
};

/// Why something is not computed: in a few words beside a mark, and in a sentence.
struct Omission
{
    QString brief; ///< "" = it is computed
    QString full;

    [[nodiscard]] bool isNone() const { return brief.isEmpty(); }
};

/// One outcome in two cohorts. Rates point into the library, which has to live as long.
struct OutcomeComparison
{
    QString outcome;          ///< code
    QString label;            ///< "ICANS, any grade"
    QString shortLabel;       ///< "ICANS any"
    Domain domain = Domain::ToxicityIncidence;
    Direction direction = Direction::Neutral;
    Rate a;                   ///< incidences also of selected populations, which is then said
    Rate b;
    QString valueA;           ///< a value that is no rate, in words; "" = none
    QString valueB;
    CohortRelation relation;  ///< by the reports that print these two figures
    std::optional<RateDifference> difference;
    Omission noDifference;
    std::optional<RateTest> test;
    QString noTest;           ///< why there is none, in a sentence; "" where there is one
    QStringList warnings;     ///< what a reader must know of the two figures, a sentence each

    [[nodiscard]] bool isRate() const { return valueA.isEmpty() && valueB.isEmpty(); }
    [[nodiscard]] QString textA() const { return valueA.isEmpty() ? a.cellText() : valueA; }
    [[nodiscard]] QString textB() const { return valueB.isEmpty() ? b.cellText() : valueB; }
};

/// Two cohorts side by side, outcome by outcome, and what else differs between them.
struct CohortComparison
{
    int a = -1; ///< index into Library::cohorts
    int b = -1;
    CompareOptions options;
    CohortRelation relation;
    std::vector<OutcomeComparison> outcomes; ///< what either reports, in the vocabulary's order
    std::vector<ComparedProperty> properties;
    QStringList warnings; ///< of the cohorts, then of the outcomes with their names
    QStringList findings; ///< what marks beside the figures say, and each finding; none = empty
};

/// Pure. `outcome`: the one to compare, listed even if nobody reports it; "" = all that either
/// cohort reports.
[[nodiscard]] CohortComparison compareCohorts(const Library &library, int a, int b,
                                              const CompareOptions &options,
                                              const QString &outcome = {});

} // namespace anakinra
