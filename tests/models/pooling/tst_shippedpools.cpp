// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "models/pooling/PoolAnalysis.h"

#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

/// Which cohorts of the shipped evidence may be pooled, worked out by hand from its documents.
class TestShippedPools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
        m_engine = std::make_unique<FilterEngine>(m_library);
    }

    void poolsTheseAndNoOthers_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<QStringList>("used");
        QTest::addColumn<QString>("refused"); // a word of the reason; "" = admitted
        const QStringList anakinra;
        const QStringList both{u"anakinra"_s, u"report-sample"_s, u"subgroup"_s};
        // 25 (not its arms 15 and 10) and 31.
        QTest::newRow("CRS") << u"crs.any"_s << anakinra
                             << QStringList{u"liang-2025/all"_s, u"park-2023/cohort-1"_s}
                             << QString();
        QTest::newRow("ICANS") << u"icans.any"_s << anakinra
                               << QStringList{u"liang-2025/all"_s, u"park-2023/cohort-1"_s}
                               << QString();
        // 1 of 7 who had ICANS or severe CRS already is not an incidence.
        QTest::newRow("ICANS 3") << u"icans.ge3"_s << anakinra << QStringList()
                                 << u"not an incidence"_s;
        // 20/31 in lymphoma, 8/9 in ALL; the percentages of 000 and 004 have no count.
        QTest::newRow("CR") << u"response.cr"_s << anakinra << QStringList() << u"disease groups"_s;
        QTest::newRow("ORR") << u"response.orr"_s << anakinra
                             << QStringList{u"park-2023/cohort-1"_s} << QString();
        // 8/8 and 3/4 improved; 0/2 had no response that is defined.
        QTest::newRow("carHLH") << u"resolution.carhlh"_s << anakinra
                                << QStringList{u"shah/anakinra"_s, u"hines/carhlh"_s} << QString();
        QTest::newRow("carHLH with subgroups")
            << u"resolution.carhlh"_s << both
            << QStringList{u"shah/anakinra"_s, u"strati/carhlh"_s, u"hines/carhlh"_s} << QString();
        QTest::newRow("ICANS resolution with subgroups")
            << u"resolution.icans"_s << both
            << QStringList{u"lbcl-icans-42/all"_s, u"strati/icans"_s} << QString();
        // Of the 43 nothing is printed; the 26 of the earlier report stand for them.
        QTest::newRow("CRS/ICANS improvement") << u"resolution.crs-icans"_s << both
                                               << QStringList{u"gazeau/abstract-26"_s} << QString();
        // 8/31 and 8/11 of those who did and did not respond: both had ICANS already.
        QTest::newRow("severe CRS with subgroups")
            << u"crs.ge3"_s << both << QStringList() << u"not an incidence"_s;
    }

    void poolsTheseAndNoOthers()
    {
        QFETCH(QString, outcome);
        QFETCH(QStringList, roles);
        QFETCH(QString, refused);
        const GuardedPool pool = guardPool(*m_library, cohorts(roles), outcome, {});
        QStringList used;
        for (const PoolCandidate &candidate : pool.candidates) {
            if (candidate.used)
                used << m_library->cohorts[std::size_t(candidate.cohort)].id;
        }
        QTEST(used, "used");
        QVERIFY2(refused.isEmpty() ? pool.refused.isEmpty() : pool.refused.contains(refused),
                 qPrintable(pool.refused));
    }

    void possibleOverlapWithTheSeriesOf42IsAdmittedOrExcluded()
    {
        const auto candidates = cohorts({u"anakinra"_s, u"subgroup"_s});
        const GuardedPool admitted = guardPool(*m_library, candidates, u"resolution.icans"_s, {});
        QVERIFY(std::ranges::any_of(admitted.warnings, [](const QString &w) {
            return w.startsWith(u"An overlap cannot be excluded"_s);
        }));
        GuardOptions options;
        options.possibleOverlap = PossibleOverlap::Exclude;
        const GuardedPool excluded =
            guardPool(*m_library, candidates, u"resolution.icans"_s, options);
        QCOMPARE(excluded.k(), 1);
        QCOMPARE(excluded.rows[0].n, 42);
    }

    void byRouteTheArmsStandForTheTrial()
    {
        PoolRequest request;
        request.groupBy = PoolGrouping::Route;
        const PoolAnalysis analysis = analysePool(*m_library, cohorts({}), u"crs.any"_s, request);
        QCOMPARE(analysis.groups.size(), 2u);
        QCOMPARE(analysis.groups[0].key.code, u"SC"_s);
        QCOMPARE(analysis.groups[0].guard.k(), 2);
        QCOMPARE(analysis.groups[0].pooled->events, 8 + 23);
        QCOMPARE(analysis.groups[0].pooled->n, 15 + 31);
        QCOMPARE(analysis.groups[1].key.code, u"IV"_s);
        QCOMPARE(analysis.groups[1].pooled->events, 9);
        QCOMPARE(analysis.groups[1].pooled->n, 10);
        QVERIFY(analysis.groups[1].hasCrudeTotalOnly());
        QCOMPARE(analysis.overall.pooled->n, 25 + 31);
    }

    void inferredCountsEnterOnlyWhenSwitchedOn()
    {
        GuardOptions options;
        options.showInferred = true;
        const auto candidates = cohorts({});
        QCOMPARE(guardPool(*m_library, candidates, u"response.orr"_s, {}).k(), 1);
        const GuardedPool pool = guardPool(*m_library, candidates, u"response.orr"_s, options);
        QCOMPARE(pool.k(), 2); // 14/19 beside 24/31
        QCOMPARE(pool.rows[0].n, 19);
    }

private:
    std::vector<int> cohorts(const QStringList &roles) const
    {
        FilterCriteria criteria;
        criteria.setValues(Facet::Role, roles);
        return m_engine->apply(criteria).cohorts;
    }

    std::shared_ptr<const Library> m_library;
    std::unique_ptr<FilterEngine> m_engine;
};

QTEST_APPLESS_MAIN(TestShippedPools)
#include "tst_shippedpools.moc"
