// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/OverlapGraph.h"
#include "tests/support/LibraryBuilder.h"

#include <QSet>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<int> everyCohort(const Library &library)
{
    std::vector<int> all(library.cohorts.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

const OverlapNode &node(const OverlapGraph &graph, int index)
{
    return graph.nodes[std::size_t(index)];
}

double distance(const OverlapNode &a, const OverlapNode &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

QString edgesText(const OverlapGraph &graph)
{
    QStringList words;
    for (const OverlapEdge &edge : graph.edges)
        words << node(graph, edge.a).id + u'-' + node(graph, edge.b).id;
    return words.join(u' ');
}

/// A hub with six others, and a pair of its own.
std::shared_ptr<const Library> star()
{
    LibraryBuilder make;
    make.cohort("hub/all", 42);
    for (const char *id : {"a/all", "b/all", "c/all", "d/all", "e/all", "f/all"}) {
        make.cohort(id, 8);
        make.overlap("hub/all", id, OverlapLevel::CannotBeExcluded);
    }
    make.cohort("x/all", 5).cohort("y/all", 6).overlap("x/all", "y/all", OverlapLevel::Same);
    return make.build();
}

} // namespace

class TestOverlapGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOverlapsOfTheSelectionAreShown()
    {
        LibraryBuilder make;
        make.cohort("a/all", 30).cohort("a/sc", 20, "a/all").cohort("b/all", 12).cohort("c/all", 3);
        make.report("b", "b-row", "article");
        make.overlap("a/sc", "b/all", OverlapLevel::CannotBeExcluded);
        make.overlap("b/all", "b-row", OverlapLevel::Same);
        make.overlap("b/all", "nothing", OverlapLevel::Same); // an end that is not in the library
        const auto library = make.build();
        const auto edges = [&](const std::vector<int> &cohorts) {
            return edgesText(overlapGraph(*library, cohorts));
        };
        QCOMPARE(edges({2}), u"a/sc-b/all b/all-b-row"_s);
        QCOMPARE(edges({0}), u"a/sc-b/all"_s); // through its part
        QCOMPARE(edges({3}), QString());
        const OverlapGraph graph = overlapGraph(*library, std::vector<int>{2});
        QCOMPARE(graph.nodes.size(), 3u);
        QCOMPARE(graph.edges[0].level, OverlapLevel::CannotBeExcluded);
        QVERIFY(!graph.edges[0].insideStudy && graph.edges[1].insideStudy);
        QCOMPARE(node(graph, 0).nText, u"n = 20"_s);
        QVERIFY(!node(graph, 0).listed && node(graph, 1).listed);
        QVERIFY(node(graph, 2).report >= 0);
    }

    void layoutStaysInTheSquareAndKeepsNodesApart()
    {
        const auto library = star();
        const OverlapGraph graph = overlapGraph(*library, everyCohort(*library));
        QCOMPARE(graph.nodes.size(), 9u);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const OverlapNode &n = graph.nodes[i];
            QVERIFY(n.x >= 0.0 && n.x <= 1.0 && n.y >= 0.0 && n.y <= 1.0);
            for (std::size_t j = i + 1; j < graph.nodes.size(); ++j)
                QVERIFY2(distance(n, graph.nodes[j]) > 0.08,
                         qPrintable(n.id + u' ' + graph.nodes[j].id));
        }
    }

    void theHubLiesBetweenItsNeighbours()
    {
        const auto library = star();
        const OverlapGraph graph = overlapGraph(*library, everyCohort(*library));
        double x = 0.0;
        double y = 0.0;
        for (int i = 1; i <= 6; ++i) {
            x += node(graph, i).x / 6.0;
            y += node(graph, i).y / 6.0;
        }
        const OverlapNode &hub = node(graph, 0);
        QCOMPARE(hub.id, u"hub/all"_s);
        for (int i = 1; i <= 6; ++i)
            QVERIFY(std::hypot(hub.x - x, hub.y - y) < distance(hub, node(graph, i)));
    }

    void theSameGraphGivesTheSamePicture()
    {
        const auto library = star();
        const OverlapGraph first = overlapGraph(*library, everyCohort(*library));
        const OverlapGraph second = overlapGraph(*library, everyCohort(*library));
        for (std::size_t i = 0; i < first.nodes.size(); ++i) {
            QCOMPARE(first.nodes[i].x, second.nodes[i].x);
            QCOMPARE(first.nodes[i].y, second.nodes[i].y);
        }
    }

    void linesSayWhatAnOverlapMeansForTotals()
    {
        const auto library = star();
        const OverlapGraph graph = overlapGraph(*library, everyCohort(*library));
        const auto admitted = overlapLines(*library, graph, false);
        const auto excluded = overlapLines(*library, graph, true);
        QCOMPARE(admitted.size(), 7u);
        QVERIFY(admitted[0].effect.contains(u"add both"_s));
        QVERIFY(excluded[0].effect.contains(u"only one of the two"_s));
        QVERIFY(admitted[6].effect.contains(u"once"_s));
        QCOMPARE(admitted[6].effect, excluded[6].effect);
        QCOMPARE(admitted[0].level, u"overlap cannot be excluded"_s);
    }

    void ofTheShippedEvidenceTheOverlapsAreThoseOnRecord()
    {
        const auto library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(library);
        const OverlapGraph graph = overlapGraph(*library, everyCohort(*library));
        QCOMPARE(graph.edges.size(), library->overlaps.size());
        int possible = 0;
        for (const OverlapEdge &edge : graph.edges)
            possible += edge.level == OverlapLevel::CannotBeExcluded ? 1 : 0;
        QCOMPARE(possible, 3); // 42-patient series with the axi-cel, the ICANS and the early series
    }

    void manyNodesAreLaidOutQuickly()
    {
        LibraryBuilder make;
        make.cohort("hub/all", 42);
        for (int i = 0; i < 2000; ++i) {
            const QByteArray id = "s" + QByteArray::number(i) + "/all";
            make.cohort(id.constData(), 8);
            make.overlap(i % 2 == 0 ? "hub/all" : "s0/all", id.constData(),
                         OverlapLevel::CannotBeExcluded);
        }
        const auto library = make.build();
        const OverlapGraph graph = overlapGraph(*library, everyCohort(*library));
        QCOMPARE(graph.nodes.size(), 2001u);
    }
};

QTEST_GUILESS_MAIN(TestOverlapGraph)
#include "tst_overlapgraph.moc"
