// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <QtGlobal>

#include <initializer_list>

/// A library small enough to know by heart, with one cohort for every kind of rate, made without
/// the reader. Its figures are invented for the tests.
namespace anakinra::test {

using namespace Qt::StringLiterals;

inline Source at(const QString &reported, Status status = Status::Reported, QStringList flags = {})
{
    return {reported, status, u"r1"_s, u"Results, sentence 2"_s, std::move(flags), {}};
}

inline Observation counted(const QString &outcome, int events, int n, const QString &reported,
                           Population population = Population::AllInfused, QStringList flags = {})
{
    Observation o;
    o.outcome = outcome;
    o.population = population;
    o.figure.events = events;
    o.figure.n = n;
    o.figure.source = at(reported, Status::Derived, std::move(flags));
    return o;
}

inline Observation percentOnly(const QString &outcome, double percent, const QString &reported,
                               Population population = Population::AllInfused)
{
    Observation o;
    o.outcome = outcome;
    o.population = population;
    o.figure.percent = percent;
    o.figure.source = at(reported, Status::PercentOnly, {u"denominator-not-stated"_s});
    return o;
}

inline Observation eventsOnly(const QString &outcome, int events, const QString &reported)
{
    Observation o;
    o.outcome = outcome;
    o.population = Population::AllInfused;
    o.figure.events = events;
    o.figure.source = at(reported);
    return o;
}

inline int addStudy(Library &library, const QString &id, const QString &label)
{
    Study study;
    study.id = id;
    study.label = label;
    study.title = u"Question of "_s + label;
    library.studyIndex.insert(id, int(library.studies.size()));
    library.studies.push_back(study);
    return int(library.studies.size()) - 1;
}

/// Returns a reference that is valid until the next cohort is added.
inline Cohort &addCohort(Library &library, int study, const QString &name, const QString &label,
                         std::optional<int> n, Role role = Role::Anakinra, int parent = -1)
{
    Cohort cohort;
    cohort.id = library.studies[std::size_t(study)].id + u'/' + name;
    cohort.label = label;
    cohort.study = study;
    cohort.role = role;
    cohort.n.value = n;
    cohort.n.source = at(n ? QString::number(*n) : QString(),
                         n ? Status::Reported : Status::NotReported);
    if (role == Role::Anakinra)
        cohort.nAnakinra = cohort.n;
    cohort.parent = parent;
    const int index = int(library.cohorts.size());
    if (parent >= 0)
        library.cohorts[std::size_t(parent)].children.push_back(index);
    library.cohortIndex.insert(cohort.id, index);
    library.studies[std::size_t(study)].cohorts.push_back(index);
    library.cohorts.push_back(cohort);
    return library.cohorts.back();
}

inline Regimen starting(const QString &reported, std::vector<Route> routes, std::optional<Dose> dose)
{
    Regimen regimen;
    regimen.routes = std::move(routes);
    regimen.dose = dose;
    regimen.source = at(reported);
    return regimen;
}

/// Indices of the cohorts of smallLibrary().
enum SmallCohort {
    Prophylaxis,  ///< "Alpha 2023, Cohort 1", n 31, SC 200 mg/day from day <= 2, all rates counted
    TrialAll,     ///< "Beta 2025, All anakinra", n 25, responses in per cent only, one inferred
    TrialControl, ///< "Beta 2025, Historical control", n NR, per cent only
    TrialSc,      ///< part of TrialAll, n 15, SC
    TrialIv,      ///< part of TrialAll, n 10, IV, events without denominator
    Resolvers,    ///< "Gamma", n 42, treatment, mixed products, resolution rates
    PreEmptive,   ///< "Delta", n 8 or 9, ICANS >=3 only in a selected population
    smallCohortCount
};

inline Library smallLibrary()
{
    Library library;
    library.title = u"Small library"_s;
    library.version = u"1.2.3"_s;
    library.curated = u"2026-01-31"_s;
    library.fileName = u"small.json"_s;
    library.shipped = true;

    Vocabulary &v = library.vocabulary;
    v.products = {{u"axi-cel"_s, u"axi-cel"_s, {}}, {u"brexu-cel"_s, u"brexu-cel"_s, {}},
                  {u"liso-cel"_s, u"liso-cel"_s, {}}, {u"tisa-cel"_s, u"tisa-cel"_s, {}}};
    v.designs = {{u"phase-2-trial"_s, u"Phase 2 trial"_s, {}},
                 {u"retrospective"_s, u"Retrospective study"_s, {}}};
    v.flags = {{u"truncated"_s, u"Cut off, not rounded"_s, {}},
               {u"grade-as-printed"_s, u"Grade as printed"_s, {}},
               {u"denominator-not-stated"_s, u"Denominator not printed"_s, {}}};
    const auto toxicity = [&v](const QString &code, const QString &label, const QString &shortLabel) {
        v.outcomes.push_back(
            {code, label, shortLabel, Domain::ToxicityIncidence, Direction::LowerBetter, {}});
    };
    toxicity(u"crs.any"_s, u"CRS, any grade"_s, u"CRS any"_s);
    toxicity(u"crs.ge3"_s, u"CRS, grade ≥3"_s, u"CRS ≥3"_s);
    toxicity(u"icans.any"_s, u"ICANS, any grade"_s, u"ICANS any"_s);
    toxicity(u"icans.ge3"_s, u"ICANS, grade ≥3"_s, u"ICANS ≥3"_s);
    const auto response = [&v](const QString &code, const QString &label, const QString &shortLabel,
                               Domain domain) {
        v.outcomes.push_back({code, label, shortLabel, domain, Direction::HigherBetter, {}});
    };
    response(u"response.orr"_s, u"Overall response rate"_s, u"ORR"_s, Domain::TumourResponse);
    response(u"response.cr"_s, u"Complete response"_s, u"CR"_s, Domain::TumourResponse);
    response(u"resolution.icans"_s, u"ICANS resolution"_s, u"ICANS resolution"_s,
             Domain::ToxicityResolution);
    response(u"resolution.crs-icans"_s, u"CRS/ICANS resolution"_s, u"CRS/ICANS resolution"_s,
             Domain::ToxicityResolution);
    response(u"resolution.carhlh"_s, u"carHLH resolution"_s, u"carHLH resolution"_s,
             Domain::ToxicityResolution);

    Report report;
    report.id = u"r1"_s;
    report.label = u"Report one"_s;
    report.study = 0;
    library.reports.push_back(report);
    library.reportIndex.insert(report.id, 0);

    const int alpha = addStudy(library, u"alpha"_s, u"Alpha 2023"_s);
    library.studies[0].design = {{u"phase-2-trial"_s}, at(u"phase 2"_s), false};
    library.studies[0].reports = {0};
    {
        Cohort &c = addCohort(library, alpha, u"cohort-1"_s, u"Cohort 1"_s, 31);
        c.timing = Timing::Prophylactic;
        c.timingSource = at(u"prophylactic"_s);
        c.startDay.max = 2;
        c.startDay.source = at(u"day 2, or earlier after fevers"_s);
        c.products = {{u"axi-cel"_s, 23, 74, at(u"74%"_s, Status::Derived), false},
                      {u"brexu-cel"_s, 4, 13, at(u"13%"_s, Status::Derived), false},
                      {u"tisa-cel"_s, {}, 4, at(u"4%"_s, Status::PercentOnly), false}};
        c.regimens = {starting(u"100 mg/dose, bid, SC"_s, {Route::Subcutaneous},
                               Dose{200, 200, DoseUnit::MgPerDay})};
        const auto benefit = Population::NotApplicable;
        c.outcomes = {counted(u"crs.any"_s, 23, 31, u"74%"_s),
                      counted(u"crs.ge3"_s, 2, 31, u"6.4%"_s, Population::AllInfused,
                              {u"truncated"_s, u"grade-as-printed"_s}),
                      counted(u"icans.any"_s, 6, 31, u"19%"_s),
                      counted(u"icans.ge3"_s, 3, 31, u"9.7%"_s),
                      counted(u"response.orr"_s, 24, 31, u"77%"_s, benefit),
                      counted(u"response.cr"_s, 20, 31, u"65%"_s, benefit)};
        c.outcomes[1].figure.percent = 6.4;
        for (Observation &o : c.outcomes) {
            if (o.outcome.startsWith(u"icans."))
                o.criterion = u"ASTCT"_s;
        }
    }

    const int beta = addStudy(library, u"beta"_s, u"Beta 2025"_s);
    library.studies[1].design = {{u"phase-2-trial"_s}, at(u"phase 2"_s), false};
    {
        Cohort &c = addCohort(library, beta, u"all"_s, u"All anakinra"_s, 25);
        c.timing = Timing::Prophylactic;
        c.products = {{u"liso-cel"_s, 25, {}, at(u"liso-cel"_s), false}};
        c.regimens = {starting(u"200 mg daily, SC or IV"_s,
                               {Route::Subcutaneous, Route::Intravenous},
                               Dose{200, 200, DoseUnit::MgPerDay})};
        Observation orr = percentOnly(u"response.orr"_s, 74, u"74%"_s, Population::NotApplicable);
        orr.figure.inferred = InferredCount{14, 19, u"19 fits both response figures"_s};
        c.outcomes = {counted(u"crs.any"_s, 17, 25, u"68%"_s), orr,
                      percentOnly(u"response.cr"_s, 42, u"42%"_s, Population::NotApplicable)};
    }
    {
        Cohort &c = addCohort(library, beta, u"control"_s, u"Historical control"_s, {},
                              Role::HistoricalControl);
        c.outcomes = {percentOnly(u"crs.any"_s, 63, u"63%"_s),
                      percentOnly(u"icans.any"_s, 34, u"34%"_s)};
    }
    {
        Cohort &c = addCohort(library, beta, u"sc"_s, u"SC arm"_s, 15, Role::Anakinra, TrialAll);
        c.timing = Timing::Prophylactic;
        c.products = {{u"liso-cel"_s, {}, {}, at(u"liso-cel"_s), true}};
        c.regimens = {starting(u"200 mg daily, SC"_s, {Route::Subcutaneous},
                               Dose{200, 200, DoseUnit::MgPerDay})};
        c.outcomes = {counted(u"crs.any"_s, 8, 15, u"53%"_s)};
    }
    {
        Cohort &c = addCohort(library, beta, u"iv"_s, u"IV arm"_s, 10, Role::Anakinra, TrialAll);
        c.timing = Timing::Prophylactic;
        c.regimens = {starting(u"200 mg daily, IV"_s, {Route::Intravenous},
                               Dose{200, 200, DoseUnit::MgPerDay})};
        Regimen stepUp = starting(u"8 mg/kg/day"_s, {Route::Intravenous},
                                  Dose{8, 8, DoseUnit::MgPerKgPerDay});
        stepUp.kind = RegimenKind::StepUp;
        c.regimens.push_back(stepUp);
        c.outcomes = {counted(u"crs.any"_s, 9, 10, u"90%"_s),
                      eventsOnly(u"icans.ge3"_s, 0, u"no severe ICANS"_s)};
    }

    const int gamma = addStudy(library, u"gamma"_s, u"Gamma"_s);
    library.studies[2].design = {{u"retrospective"_s}, at(u"retrospective"_s), false};
    {
        Cohort &c = addCohort(library, gamma, u"treated"_s, u"Treated"_s, 42);
        c.timing = Timing::Treatment;
        c.startDay.median = 8.5;
        c.products = {{u"axi-cel"_s, 38, {}, at(u"38"_s), false},
                      {u"liso-cel"_s, 4, {}, at(u"4"_s), false}};
        c.regimens = {starting(u"100-200 mg/day SC or 5-8 mg/kg/day"_s, {Route::Subcutaneous},
                               Dose{100, 200, DoseUnit::MgPerDay}),
                      starting(u"100-200 mg/day SC or 5-8 mg/kg/day"_s, {},
                               Dose{5, 8, DoseUnit::MgPerKgPerDay})};
        Observation icans = counted(u"resolution.icans"_s, 31, 42, u"74%"_s,
                                    Population::NotApplicable);
        icans.target = u"icans"_s;
        icans.concomitant = {u"steroids"_s};
        Observation mixed = percentOnly(u"resolution.crs-icans"_s, 73, u"73%"_s,
                                        Population::NotApplicable);
        mixed.target = u"mixed"_s;
        c.outcomes = {icans, mixed, counted(u"icans.any"_s, 40, 42, u"95%"_s)};
        c.outcomes.back().criterion = u"CTCAE v5"_s;
    }

    const int delta = addStudy(library, u"delta"_s, u"Delta"_s);
    {
        Cohort &c = addCohort(library, delta, u"delta"_s, u"Delta"_s, 8);
        c.n.max = 9;
        c.nAnakinra.max = 9;
        c.timing = Timing::PreEmptive;
        c.outcomes = {counted(u"icans.ge3"_s, 1, 7, u"1 of 7 (14%)"_s, Population::Selected)};
    }
    return library;
}

} // namespace anakinra::test
