// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "PoolBench.h"

#include "Measure.h"

#include "models/evidence/LibraryReader.h"
#include "models/pooling/PoolGuard.h"
#include "tests/support/LibraryBuilder.h"
#include "tests/support/SyntheticLibrary.h"

#include <numeric>
#include <stdexcept>

namespace anakinra::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int cohortCount = 10'000;

QJsonObject timedGuard(const Library &library)
{
    std::vector<int> cohorts(library.cohorts.size());
    std::iota(cohorts.begin(), cohorts.end(), 0);
    int k = 0;
    QJsonObject json = timed(10, [&](int) {
        const GuardedPool pool = guardPool(library, cohorts, u"icans.any"_s, {});
        k = pool.k();
    });
    json[u"cohorts"_s] = int(cohorts.size());
    json[u"studiesPooled"_s] = k;
    return json;
}

void addFigure(Cohort &cohort)
{
    Observation observation;
    observation.outcome = u"icans.any"_s;
    observation.population = Population::AllInfused;
    observation.figure.events = *cohort.n.value / 3;
    observation.figure.n = cohort.n.value;
    cohort.outcomes.push_back(observation);
}

/// Every study overlaps the next: one component of all cohorts.
std::shared_ptr<const Library> chain()
{
    test::LibraryBuilder make;
    QByteArray before;
    for (int i = 0; i < cohortCount; ++i) {
        const QByteArray id = "s" + QByteArray::number(i) + "/all";
        make.cohort(id.constData(), 10 + i % 37, addFigure);
        if (i > 0)
            make.overlap(before.constData(), id.constData(), OverlapLevel::Same);
        before = id;
    }
    return make.build();
}

/// Arms and other groups of one study by turns.
std::shared_ptr<const Library> oneStudy()
{
    test::LibraryBuilder make;
    make.cohort("s/all", 1'000'000);
    for (int i = 0; i < cohortCount; ++i) {
        const QByteArray id = "s/c" + QByteArray::number(i);
        make.cohort(id.constData(), 10 + i % 37, "s/all", [i](Cohort &cohort) {
            if (i % 2 == 1)
                cohort.role = Role::ReportSample;
            addFigure(cohort);
        });
    }
    return make.build();
}

} // namespace

QJsonObject measureGuard()
{
    const LoadReport synthetic = readLibrary(test::syntheticLibrary(cohortCount),
                                             u"synthetic.json"_s, {ReadOptions::Schema::Never});
    if (!synthetic.library)
        throw std::runtime_error("a library of the benchmark cannot be read");
    return {{u"synthetic"_s, timedGuard(*synthetic.library)},
            {u"chainOfOverlaps"_s, timedGuard(*chain())},
            {u"groupsOfOneStudy"_s, timedGuard(*oneStudy())}};
}

} // namespace anakinra::bench
