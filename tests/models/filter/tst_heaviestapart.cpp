// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/HeaviestApart.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace anakinra::filter;

namespace {

using Pairs = std::vector<std::pair<int, int>>;

int weightOf(const std::vector<int> &members, const std::vector<int> &weights)
{
    int sum = 0;
    for (const int i : members)
        sum += weights[std::size_t(i)];
    return sum;
}

bool holdsNoPair(const std::vector<int> &members, const Pairs &pairs)
{
    const auto has = [&](int i) { return std::find(members.begin(), members.end(), i) != members.end(); };
    return std::none_of(pairs.begin(), pairs.end(),
                        [&](const auto &pair) { return has(pair.first) && has(pair.second); });
}

/// By trying all subsets.
int heaviestByBruteForce(const Pairs &pairs, const std::vector<int> &weights)
{
    std::vector<int> members;
    for (const auto &[a, b] : pairs)
        members.insert(members.end(), {a, b});
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    int best = 0;
    for (quint32 subset = 0; subset < (1u << members.size()); ++subset) {
        std::vector<int> chosen;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (subset >> i & 1u)
                chosen.push_back(members[i]);
        }
        if (holdsNoPair(chosen, pairs))
            best = std::max(best, weightOf(chosen, weights));
    }
    return best;
}

} // namespace

class TestHeaviestApart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTwoTheHeavierStays()
    {
        QCOMPARE(heaviestApart(Pairs{{0, 1}}, std::vector<int>{8, 42}), std::vector<int>{1});
        QCOMPARE(heaviestApart(Pairs{{0, 1}, {1, 0}}, std::vector<int>{42, 8}), std::vector<int>{0});
        QVERIFY(heaviestApart(Pairs{}, std::vector<int>{1}).empty());
    }

    void aHubGoesWhereItsNeighboursWeighMore()
    {
        const Pairs star{{0, 1}, {0, 2}, {0, 3}};
        QCOMPARE(heaviestApart(star, std::vector<int>{42, 8, 14, 7}), std::vector<int>{0});
        QCOMPARE(heaviestApart(star, std::vector<int>{42, 20, 14, 9}), (std::vector<int>{1, 2, 3}));
    }

    void agreesWithTryingEverything()
    {
        QRandomGenerator random(7);
        int larger = 0;
        for (int round = 0; round < 300; ++round) {
            const int size = 2 + random.bounded(9);
            std::vector<int> weights;
            for (int i = 0; i < size; ++i)
                weights.push_back(random.bounded(50));
            Pairs pairs;
            for (int i = 1 + random.bounded(2 * size); i > 0; --i) {
                const int a = random.bounded(size);
                const int b = random.bounded(size);
                if (a != b)
                    pairs.emplace_back(a, b);
            }
            const std::vector<int> found = heaviestApart(pairs, weights);
            QVERIFY(holdsNoPair(found, pairs));
            QCOMPARE(weightOf(found, weights), heaviestByBruteForce(pairs, weights));
            larger += found.size() > 1 ? 1 : 0;
        }
        QVERIFY(larger > 100);
    }

    void largeGroupsStillHoldNoPair()
    {
        QRandomGenerator random(11);
        std::vector<int> weights;
        Pairs pairs;
        for (int i = 0; i < 5000; ++i)
            weights.push_back(1 + random.bounded(100));
        for (int i = 1; i < 5000; ++i)
            pairs.emplace_back(random.bounded(i), i);
        const std::vector<int> found = heaviestApart(pairs, weights);
        QVERIFY(!found.empty());
        QVERIFY(holdsNoPair(found, pairs));
    }
};

QTEST_GUILESS_MAIN(TestHeaviestApart)
#include "tst_heaviestapart.moc"
