// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/IndependentSet.h"
#include "tests/models/pooling/PoolFixtures.h"

#include <QTest>

#include <bit>
#include <random>

using namespace anakinra;
using namespace anakinra::test;

namespace {

std::vector<int> pathUp(const Library &library, int cohort)
{
    std::vector<int> path;
    for (int c = cohort; c >= 0; c = library.cohorts[std::size_t(c)].parent)
        path.push_back(c);
    return path;
}

bool isAtOrAbove(const Library &library, int upper, int lower)
{
    return std::ranges::count(pathUp(library, lower), upper) > 0;
}

bool related(const Library &library, int a, int b)
{
    return isAtOrAbove(library, a, b) || isAtOrAbove(library, b, a);
}

/// The rule as it is worded, pair by pair, without anything that makes it fast.
bool share(const Library &library, int a, int b)
{
    for (const Overlap &overlap : library.overlaps) {
        const int x = library.cohortIndex.value(overlap.a);
        const int y = library.cohortIndex.value(overlap.b);
        if ((related(library, a, x) && related(library, b, y)) ||
            (related(library, a, y) && related(library, b, x)))
            return true;
    }
    if (related(library, a, b))
        return true;
    if (library.cohorts[std::size_t(a)].study != library.cohorts[std::size_t(b)].study)
        return false;
    for (const int x : pathUp(library, a)) {
        for (const int y : pathUp(library, b)) {
            const Cohort &first = library.cohorts[std::size_t(x)];
            const Cohort &second = library.cohorts[std::size_t(y)];
            if (x != y && first.parent >= 0 && first.parent == second.parent)
                return !(first.role == Role::Anakinra && second.role == Role::Anakinra);
        }
    }
    return true;
}

QString number(int i)
{
    return QString::number(i);
}

/// Studies of one cohort each, with random overlaps: any graph.
std::shared_ptr<const Library> randomGraph(std::mt19937 &random, int size, double density)
{
    auto make = poolBuilder();
    std::uniform_int_distribution<int> weight(1, 60);
    std::bernoulli_distribution edge(density);
    const auto id = [](int i) { return (u"s"_s + number(i) + u"/all"_s).toUtf8(); };
    for (int i = 0; i < size; ++i) {
        const int n = weight(random);
        make.cohort(id(i).constData(), n, figure("icans.any", 0, n));
    }
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < i; ++j) {
            if (edge(random))
                make.overlap(id(i).constData(), id(j).constData(), OverlapLevel::Same);
        }
    }
    return make.build();
}

/// A few studies with trees of arms, subgroups and samples, some without the figure, and overlaps.
std::shared_ptr<const Library> randomTrees(std::mt19937 &random, int size)
{
    auto make = poolBuilder();
    std::vector<QByteArray> ids;
    std::uniform_int_distribution<int> weight(1, 60);
    for (int i = 0; i < size; ++i) {
        const int study = int(random() % 4);
        const QByteArray id = (u"s%1/c%2"_s.arg(study).arg(i)).toUtf8();
        QByteArray parent;
        for (const QByteArray &other : ids) {
            if (other.startsWith(id.left(id.indexOf('/') + 1)) && random() % 2 == 0)
                parent = other;
        }
        const int n = weight(random);
        const bool subgroup = random() % 3 == 0;
        const bool reported = random() % 5 != 0;
        make.cohort(id.constData(), n, parent.constData(), [&](Cohort &c) {
            c.role = subgroup ? Role::ReportSample : Role::Anakinra;
            if (reported)
                c.outcomes.push_back(counted("icans.any", 0, n));
        });
        ids.push_back(id);
    }
    for (int i = 0; i < 3; ++i) {
        const QByteArray &a = ids[random() % ids.size()];
        const QByteArray &b = ids[random() % ids.size()];
        if (a.left(2) != b.left(2))
            make.overlap(a.constData(), b.constData(), OverlapLevel::SubsetAssumed);
    }
    return make.build();
}

} // namespace

class TestIndependentSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheBestOfAllSubsets()
    {
        std::mt19937 random(20240229);
        for (int round = 0; round < 400; ++round) {
            const int size = 1 + int(random() % 12);
            const auto library = randomGraph(random, size, 0.05 * double(1 + random() % 12));
            std::vector<int> weights;
            for (const Cohort &cohort : library->cohorts)
                weights.push_back(*cohort.n.value);
            std::vector<unsigned> shared(std::size_t(size), 0); // by cohort, a bit for every other
            for (int i = 0; i < size; ++i) {
                for (int j = 0; j < size; ++j)
                    shared[std::size_t(i)] |= i != j && share(*library, i, j) ? 1u << j : 0u;
            }
            int best = 0;
            for (unsigned subset = 0; subset < (1u << size); ++subset) {
                int total = 0;
                bool independent = true;
                for (int i = 0; i < size && independent; ++i) {
                    if ((subset >> i & 1u) == 0)
                        continue;
                    total += weights[std::size_t(i)];
                    independent = (shared[std::size_t(i)] & subset) == 0;
                }
                if (independent)
                    best = std::max(best, total);
            }
            const GuardedPool pool = guarded(*library);
            int total = 0;
            for (const PoolRow &row : pool.rows)
                total += row.n;
            QCOMPARE(total, best);
            QVERIFY(!pool.greedy);
        }
    }

    void nobodyIsInTwiceAndNobodyIsOutWithoutNeed()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 600; ++round) {
            const auto library = randomTrees(random, 12);
            const GuardedPool pool = guarded(*library);
            QVERIFY(pool.refused.isEmpty());
            std::vector<int> used;
            for (const PoolCandidate &candidate : pool.candidates) {
                if (candidate.used)
                    used.push_back(candidate.cohort);
            }
            for (const int a : used) {
                for (const int b : used)
                    QVERIFY2(a == b || !share(*library, a, b),
                             qPrintable(library->cohorts[std::size_t(a)].id + u' ' +
                                        library->cohorts[std::size_t(b)].id));
            }
            for (const PoolCandidate &candidate : pool.candidates) {
                QCOMPARE(candidate.used, candidate.reason.isEmpty());
                if (candidate.used || !candidate.usable)
                    continue;
                QVERIFY(std::ranges::any_of(
                    used, [&](int other) { return share(*library, candidate.cohort, other); }));
                QVERIFY2(candidate.reason != u"shares participants with a cohort that is used",
                         "the reason names no one");
            }
        }
    }

    void upToTwentyOverlappingCohortsAreExactAndMoreAreLabelled()
    {
        // A star of one heavy cohort and lighter ones that outweigh it together: greedy fails
        // there.
        for (const int size : {20, 21, 80}) {
            auto make = poolBuilder();
            make.cohort("hub/all", 50, figure("icans.any", 0, 50));
            for (int i = 1; i < size; ++i) {
                const QByteArray id = (u"s%1/all"_s.arg(i)).toUtf8();
                make.cohort(id.constData(), 10, figure("icans.any", 0, 10));
                make.overlap("hub/all", id.constData(), OverlapLevel::Same);
            }
            const auto library = make.build();
            const GuardedPool pool = guarded(*library);
            QCOMPARE(pool.greedy, size > 20);
            QCOMPARE(pool.k(), size > 20 ? 1 : size - 1);
            QCOMPARE(warnsOf(pool.warnings, u"Many cohorts overlap"_s), size > 20);
        }
    }

    void manyArmsOfOneStudyAreAllTaken()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 1000);
        for (int i = 0; i < 100; ++i)
            make.cohort((u"a/arm%1"_s.arg(i)).toUtf8().constData(), 10, "a/all",
                        figure("icans.any", 1, 10));
        const GuardedPool pool = guarded(*make.build());
        QCOMPARE(pool.k(), 1);
        QCOMPARE(pool.rows[0].cohorts.size(), 100u);
        QCOMPARE(pool.rows[0].n, 1000);
        QVERIFY(!pool.greedy); // nothing had to give way
    }

    void tenThousandOverlappingCohortsAreChosenFrom()
    {
        // A chain of overlaps is one component of 10,000.
        auto make = poolBuilder();
        QByteArray before;
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray id = (u"s%1/all"_s.arg(i)).toUtf8();
            make.cohort(id.constData(), 10 + i % 7, figure("icans.any", 1, 10 + i % 7));
            if (i > 0)
                make.overlap(before.constData(), id.constData(), OverlapLevel::Same);
            before = id;
        }
        const auto library = make.build();
        const GuardedPool pool = guarded(*library);
        QVERIFY(pool.greedy);
        QVERIFY(pool.k() >= 10'000 / 3); // a maximal set of a path leaves at most two between
        QVERIFY(pool.k() <= 5'000);
    }

    void aCohortThatIsItsOwnAncestorDoesNotHang()
    {
        auto make = poolBuilder();
        make.cohort("a/x", 10, figure("icans.any", 1, 10));
        make.cohort("a/y", 12, "a/x", figure("icans.any", 1, 12));
        make.draft().cohorts[0].parent = 1;
        const auto library = make.build();
        QCOMPARE(guarded(*library).k(), 1);
    }
};

QTEST_APPLESS_MAIN(TestIndependentSet)
#include "tst_independentset.moc"
