// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/integrity/FindingIndex.h"
#include "tests/models/integrity/FindingFixtures.h"
#include "tests/support/ConsistentLibrary.h"
#include "tests/support/SyntheticLibrary.h"

#include <QSet>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consistentLibrariesHaveNoFindings()
    {
        qsizetype figures = 0;
        for (quint32 seed = 1; seed <= 250; ++seed) {
            const auto library = consistentLibrary(seed);
            for (const Cohort &cohort : library->cohorts)
                figures += qsizetype(cohort.outcomes.size());
            const auto findings = audit(*library);
            QVERIFY2(findings.empty(),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(ids(findings).join(u' '))));
        }
        QVERIFY(figures > 5'000); // else the silence means nothing
    }

    void percentagesCutOffAreOnlyNotes()
    {
        qsizetype notes = 0;
        for (quint32 seed = 1; seed <= 120; ++seed) {
            for (const Finding &finding : audit(*consistentLibrary(seed, PrintedAs::CutOff))) {
                QVERIFY2(finding.check == Check::GrimTruncated, qPrintable(finding.id));
                QCOMPARE(finding.severity, Severity::Note);
                ++notes;
            }
        }
        QVERIFY(notes > 500);
    }

    void oneFaultInAConsistentLibraryIsFound()
    {
        int faults = 0;
        for (quint32 seed = 1; seed <= 120; ++seed) {
            const auto library = consistentLibrary(seed);
            for (Cohort &cohort : library->cohorts) {
                if (cohort.outcomes.empty() || !cohort.outcomes[0].figure.hasCounts())
                    continue;
                Figure &figure = cohort.outcomes[0].figure;
                figure.percent = *figure.events * 2 > *figure.n ? 0.04 : 99.96;
                figure.source.reported = QString::number(*figure.percent) + u'%';
                const auto findings = audit(*library);
                QCOMPARE(findings.size(), std::size_t(1));
                QCOMPARE(findings[0].id, u"count.mismatch:"_s + cohort.id + u':'
                                             + cohort.outcomes[0].outcome);
                ++faults;
                break;
            }
        }
        QVERIFY(faults > 60);
    }

    void syntheticLibrariesHaveNoFindings()
    {
        const auto report = readLibrary(syntheticLibrary(1500), u"synthetic.json"_s);
        QVERIFY(report.library);
        QCOMPARE(audit(*report.library).size(), std::size_t(0));
    }

    void partsOfTheAuditAreWhatTheWholeSays()
    {
        const auto library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        const auto whole = audit(*library);
        QSet<QString> byStudy;
        for (const Study &study : library->studies) {
            for (const Finding &finding : auditStudy(*library, study))
                byStudy.insert(finding.id);
        }
        QSet<QString> byCohort;
        for (int i = 0; i < int(library->cohorts.size()); ++i) {
            for (const Finding &finding : auditCohort(*library, i))
                byCohort.insert(finding.id);
        }
        for (const Finding &finding : whole) {
            QVERIFY(byStudy.contains(finding.id));
            const bool ofCohort = finding.target.kind != NumberKind::Comparison
                && finding.target.kind != NumberKind::Overlap;
            QCOMPARE(byCohort.contains(finding.id), ofCohort);
        }
        QCOMPARE(byStudy.size(), qsizetype(whole.size()));
    }

    void stopsWhenAsked()
    {
        LibraryBuilder make;
        for (int i = 0; i < 1000; ++i) {
            make.cohort(qPrintable(u"s%1/all"_s.arg(i)), 8, [](Cohort &cohort) {
                cohort.outcomes = {observed("crs.any", counts(9, 8))};
            });
        }
        locateEverything(make.draft());
        const auto library = make.build();
        QCOMPARE(audit(*library).size(), std::size_t(1000));
        std::stop_source stop;
        std::vector<double> told;
        const auto findings = audit(*library, stop.get_token(), [&](double share) {
            told.push_back(share);
            if (share > 0.2)
                stop.request_stop();
        });
        QVERIFY(findings.size() < 600);
        QVERIFY(told.size() >= 2 && std::ranges::is_sorted(told) && told.back() < 1.0);
        stop.request_stop();
        QVERIFY(audit(*library, stop.get_token()).empty());
    }

    void indexFindsANumberByPositionAndByCode()
    {
        LibraryBuilder make;
        make.cohort("s/all", 8, [](Cohort &cohort) {
            cohort.outcomes = {observed("crs.any", counts(3, 8)), observed("crs.ge3", counts(9, 8))};
            cohort.characteristics = {characteristic("male", percentage(u"51%"_s))};
            cohort.products = {product("axi-cel", 9)};
            cohort.n.max = 9;
        });
        make.cohort("t/all", 20, [](Cohort &cohort) {
            cohort.outcomes = {observed("crs.any", counts(5, 20))};
        });
        make.overlap("s/all", "t/all", OverlapLevel::Same);
        const FindingIndex index(found(make));
        const auto checks = [](FindingIndex::List list) {
            QStringList codes;
            for (const Finding *finding : list)
                codes << codeOf(finding->check);
            return codes;
        };
        QCOMPARE(checks(index.outcome(0, u"crs.ge3"_s)),
                 (QStringList{u"count.above-n"_s, u"order.grades"_s}));
        QCOMPARE(checks(index.at(NumberKind::Endpoint, 0, 1)), checks(index.outcome(0, u"crs.ge3"_s)));
        // What the order and the overlap are about besides.
        QCOMPARE(checks(index.outcome(0, u"crs.any"_s)),
                 (QStringList{u"order.grades"_s, u"overlap.poolable"_s}));
        QCOMPARE(checks(index.outcome(1, u"crs.any"_s)), QStringList{u"overlap.poolable"_s});
        QCOMPARE(checks(index.overlap(u"overlap-0"_s)), QStringList{u"overlap.poolable"_s});
        QCOMPARE(checks(index.of(NumberKind::Characteristic, 0, u"male"_s)),
                 QStringList{u"grim.impossible"_s});
        QCOMPARE(checks(index.of(NumberKind::Count, 0, u"n"_s)), QStringList{u"count.two-values"_s});
        QCOMPARE(checks(index.products(0)), QStringList());
        QCOMPARE(checks(index.outcome(0, u"icans.any"_s)), QStringList());
        QCOMPARE(checks(index.outcome(7, u"crs.any"_s)), QStringList());
        QCOMPARE(index.cohort(0).size(), std::size_t(5));
        QCOMPARE(gravest(index.cohort(0)), Severity::Error);
        QCOMPARE(gravest(index.cohort(1)), Severity::Note);
    }

    void indexKnowsWhatConcernsAllProducts()
    {
        LibraryBuilder make;
        make.cohort("s/all", 8, [](Cohort &cohort) {
            cohort.products = {product("axi-cel", 5), product("liso-cel", 4)};
        });
        const FindingIndex index(found(make));
        QCOMPARE(index.products(0).size(), std::size_t(1));
        QCOMPARE(index.of(NumberKind::Product, 0, {}).size(), std::size_t(1));
        QVERIFY(index.of(NumberKind::Product, 0, u"axi-cel"_s).empty());
    }

    void lineHoldsSentenceAndArithmetic()
    {
        Finding finding;
        finding.severity = Severity::Impossible;
        finding.text = u"74 % cannot be."_s;
        QCOMPARE(findingLine(finding), u"Cannot be as printed: 74 % cannot be."_s);
        finding.working = u"18/25 = 72 %"_s;
        QCOMPARE(findingLine(finding), u"Cannot be as printed: 74 % cannot be (18/25 = 72 %)."_s);
    }
};

QTEST_APPLESS_MAIN(TestAudit)
#include "tst_audit.moc"
