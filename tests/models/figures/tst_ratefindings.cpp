// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonSeries.h"
#include "models/evidence/LibraryReader.h"
#include "models/figures/BenefitHarm.h"
#include "models/figures/DosePoints.h"
#include "models/figures/ForestRows.h"
#include "models/figures/NaturalFrequency.h"
#include "models/figures/RateFindings.h"
#include "models/figures/TimingRows.h"
#include "models/filter/FilterEngine.h"
#include "tests/models/integrity/FindingFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

namespace {

QString plain(QString text) { return text.replace(QChar::Nbsp, u' '); }

/// 18/25 cannot be 74 %, 2/31 is 6.4 % only cut off, 6/31 is as printed.
std::shared_ptr<const Library> impossibleCutOffAndSound()
{
    LibraryBuilder make;
    make.cohort("s/all", 25, [](Cohort &cohort) {
        cohort.outcomes = {observed("response.orr", percentage(u"74%"_s))};
    });
    make.cohort("t/all", 31, [](Cohort &cohort) {
        cohort.outcomes = {observed("crs.ge3", percentage(u"6.4%"_s, 2, 31)),
                           observed("icans.any", percentage(u"19%"_s, 6, 31))};
    });
    locateEverything(make.draft());
    return make.build();
}

const Rate &rateIn(const RateSeries &series, std::size_t cohort, const QString &outcome)
{
    for (const RatePanel &panel : series.panels) {
        for (std::size_t i = 0; i < panel.outcomes.size(); ++i) {
            if (panel.outcomes[i] == outcome)
                return panel.rates[cohort][i];
        }
    }
    qFatal("no such outcome");
}

RateSeries seriesOf(const Library &library, const std::vector<int> &cohorts)
{
    return makeRateSeries(library, cohorts, {});
}

} // namespace

class TestRateFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void numbersWithFindingsAreMarkedAndOthersAreNot()
    {
        const auto library = impossibleCutOffAndSound();
        const RateSeries series = seriesOf(*library, {0, 1});
        QCOMPARE(rateIn(series, 0, u"response.orr"_s).findingMark, u"!"_s);
        QCOMPARE(rateIn(series, 1, u"crs.ge3"_s).findingMark, u"*"_s);
        QCOMPARE(rateIn(series, 1, u"icans.any"_s).findingMark, QString());
        QCOMPARE(rateIn(series, 0, u"crs.any"_s).findingMark, QString()); // not reported
        QCOMPARE(marksOf(series), (QStringList{u"!"_s, u"*"_s}));
        QCOMPARE(marksOf(seriesOf(*library, {1})), QStringList{u"*"_s});
    }

    void aMarkLeadsToItsNote()
    {
        const auto library = impossibleCutOffAndSound();
        const QStringList notes = seriesOf(*library, {0, 1}).notes;
        QCOMPARE(notes.filter(QRegularExpression(u"^!"_s)).size(), 1);
        QCOMPARE(notes.filter(QRegularExpression(u"^\\*"_s)).size(), 1);
        QVERIFY(plain(notes.filter(QRegularExpression(u"^!"_s)).first()).startsWith(u"! s, all, response.orr: "_s));
        QVERIFY(notes.filter(QRegularExpression(u"^\\*"_s)).first().contains(u"cut off"_s));
    }

    void theMarkIsSpokenAndInTheTable()
    {
        const auto library = impossibleCutOffAndSound();
        const RateSeries series = seriesOf(*library, {0, 1});
        QVERIFY(spokenRate(*library, rateIn(series, 0, u"response.orr"_s), {})
                    .contains(u"Cannot be as printed: "_s));
        const FigureTable table = rateTable(series);
        QCOMPARE(table.headers.last(), u"Findings"_s);
        QVERIFY(table.rows[0].last().startsWith(u"response.orr: Cannot be as printed"_s));
        QVERIFY(table.rows[1].last().startsWith(u"crs.ge3: Worth knowing"_s));
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.headers.size());
    }

    void everyKindOfFigureMarksTheSameNumber()
    {
        const auto library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(library);
        const int liang = library->cohortIndex.value(u"liang-2025/all"_s);
        const int park = library->cohortIndex.value(u"park-2023/cohort-1"_s);
        const FilterEngine engine(library);
        FilterCriteria criteria;
        const FilterResult all = engine.apply(criteria);
        const QString orr = u"response.orr"_s;

        const ForestRows forest = makeForestRows(*library, analysePool(*library, all.cohorts, orr, {}), {});
        const auto row = std::ranges::find(forest.rows, u"liang-2025/all"_s, &ForestRow::cohort);
        QVERIFY(row != forest.rows.end());
        QCOMPARE(plain(row->markedEstimate()), u"! 74 %"_s); // no count is printed
        QCOMPARE(row->markedCount(), QString());
        QVERIFY(row->spoken.contains(u"Cannot be as printed"_s));
        QVERIFY(forest.notes.contains(markKey({u"!"_s})));
        QVERIFY(plain(forest.notes.last()).startsWith(u"! Liang 2025, All anakinra, ORR: 74 %"_s));

        const DoseSeries dose = makeDoseSeries(*library, criteria, all, {}, orr);
        const TimingSeries timing = makeTimingSeries(*library, criteria, all, {}, orr);
        for (const RateSeries *rates : {&dose.rates, &timing.rates})
            QCOMPARE(marksOf(*rates), QStringList{u"!"_s});
        QCOMPARE(doseTable(*library, dose).headers.last(), u"Findings"_s);
        QCOMPARE(timingTable(timing).headers.last(), u"Findings"_s);

        const std::vector<int> both{liang, park};
        const BenefitHarm harm = makeBenefitHarm(*library, both, u"icans.any"_s, orr, {});
        QCOMPARE(harm.points.size(), std::size_t(2));
        QCOMPARE(harm.points[0].findingMark(), u"!"_s);
        QCOMPARE(harm.points[1].findingMark(), QString());
        QVERIFY(harm.notes.contains(markKey({u"!"_s})));

        const ComparisonSeries compared = comparisonSeries(*library, compareCohorts(*library, liang, park, {}));
        const auto block = std::ranges::find(compared.blocks, orr, &ComparedBlock::outcome);
        QVERIFY(block != compared.blocks.end());
        QCOMPARE(block->lines[0].findingMark, u"!"_s);
        QCOMPARE(block->lines[1].findingMark, QString());
        QVERIFY(compared.warnings.contains(markKey({u"!"_s, u"*"_s})));

        const auto people = makeNaturalFrequency(*library, park, u"crs.ge3"_s, {});
        QVERIFY(people);
        QVERIFY(plain(people->words).contains(u"2/31 *"_s));
        QCOMPARE(people->notes.size(), 1);
    }

    void aMissingPlaceIsNoMatterOfReadingAFigure()
    {
        LibraryBuilder make;
        make.cohort("t/all", 31, [](Cohort &cohort) {
            cohort.outcomes = {observed("icans.any", percentage(u"19%"_s, 6, 31))};
        });
        const auto library = make.build();
        QVERIFY(!audit(*library).empty());
        QCOMPARE(marksOf(seriesOf(*library, {0})), QStringList());
    }

    void partsThatDoNotAddUpAreMarkedWithoutTheirWhole()
    {
        LibraryBuilder make;
        make.cohort("s/all", 25, [](Cohort &cohort) {
            cohort.outcomes = {observed("crs.any", counts(18, 25))};
        });
        for (const auto &[id, n, events] : {std::tuple("s/sc", 15, 8), std::tuple("s/iv", 10, 9)}) {
            make.cohort(id, n, "s/all", [n = n, events = events](Cohort &cohort) {
                cohort.partition = u"route"_s;
                cohort.outcomes = {observed("crs.any", counts(events, n))};
            });
        }
        locateEverything(make.draft());
        const auto library = make.build();
        const RateSeries parts = seriesOf(*library, {1, 2}); // 8 + 9 is not 18
        QVERIFY(!rateIn(parts, 0, u"crs.any"_s).findingMark.isEmpty());
        QVERIFY(!rateIn(parts, 1, u"crs.any"_s).findingMark.isEmpty());
    }

    void manyFindingsAreCountedAndEachIsToldOnce()
    {
        LibraryBuilder make;
        for (int i = 0; i < 10; ++i) {
            make.cohort(qPrintable(u"s%1/all"_s.arg(i)), 10, [](Cohort &cohort) {
                cohort.outcomes = {observed("crs.any", counts(11, 10))};
            });
        }
        locateEverything(make.draft());
        const auto library = make.build();
        const FindingIndex index(audit(*library));
        FindingNotes notes;
        for (int twice = 0; twice < 2; ++twice) {
            for (int cohort = 0; cohort < 10; ++cohort)
                notes.add(index.outcome(cohort, u"crs.any"_s));
        }
        const QStringList lines = notes.lines(*library);
        QCOMPARE(lines.size(), 9);
        const auto told = index.all().size();
        QVERIFY(lines.last().startsWith(u"%1 more findings"_s.arg(told - 8)));
    }

    void marksStandWhereTheyAreWanted()
    {
        QCOMPARE(plain(withMark(u"6/31"_s, u"*"_s)), u"6/31 *"_s);
        QCOMPARE(plain(afterMark(u"*"_s, u"6/31"_s)), u"* 6/31"_s);
        QCOMPARE(withMark(u"6/31"_s, {}), u"6/31"_s);
        QCOMPARE(afterMark({}, u"6/31"_s), u"6/31"_s);
        QCOMPARE(gravestMark({u"*"_s, {}, u"!"_s}), u"!"_s);
        QCOMPARE(markKey({QString()}), QString());
    }
};

QTEST_GUILESS_MAIN(TestRateFindings)
#include "tst_ratefindings.moc"
