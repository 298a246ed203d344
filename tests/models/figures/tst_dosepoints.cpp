// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/DosePoints.h"

#include "models/filter/FilterEngine.h"
#include "tests/support/LibraryBuilder.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

void report(Cohort &cohort, int events, int n)
{
    cohort.outcomes = {counted(u"icans.any"_s, events, n, {})};
}

DoseSeries seriesOf(const std::shared_ptr<const Library> &library,
                    std::optional<double> bodyWeight = {}, bool withComparators = false)
{
    FilterCriteria criteria;
    criteria.bodyWeight = bodyWeight;
    criteria.withComparators = withComparators;
    return makeDoseSeries(*library, criteria, FilterEngine(library).apply(criteria), {},
                          u"icans.any"_s);
}

/// SC 200 mg/day 6/31; IV 8-10 mg/kg/day 1/3; SC 100-200 mg/day in both routes 2/10.
std::shared_ptr<const Library> twoScales()
{
    LibraryBuilder make;
    make.cohort("a/all", 31, [](Cohort &c) {
        c.regimens = {anakinra::test::starting({Route::Subcutaneous}, mgPerDay(200))};
        report(c, 6, 31);
    });
    make.cohort("b/all", 3, [](Cohort &c) {
        c.regimens = {anakinra::test::starting({Route::Intravenous}, mgPerKgPerDay(8, 10))};
        report(c, 1, 3);
    });
    make.cohort("c/all", 10, [](Cohort &c) {
        c.regimens = {
            anakinra::test::starting({Route::Subcutaneous, Route::Intravenous}, mgPerDay(100, 200)),
            stepUp({Route::Intravenous}, mgPerKgPerDay(8))};
        report(c, 2, 10);
    });
    return make.build();
}

} // namespace

class TestDosePoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void eachScaleHasItsOwnPanel()
    {
        const DoseSeries series = seriesOf(twoScales());
        QCOMPARE(series.panels.size(), std::size_t(2));
        QCOMPARE(series.panels[0].unit, DoseUnit::MgPerDay);
        QCOMPARE(series.panels[0].points.size(), std::size_t(2));
        QCOMPARE(series.panels[0].points[0].min, 200.0);
        QCOMPARE(series.panels[0].points[0].max, 200.0);
        QCOMPARE(series.panels[0].points[0].route, DoseRoute::Subcutaneous);
        QCOMPARE(series.panels[0].points[1].min, 100.0); // the step-up is not its dose
        QCOMPARE(series.panels[0].points[1].middle(), 150.0);
        QCOMPARE(series.panels[0].points[1].route, DoseRoute::Both);
        QCOMPARE(series.panels[1].unit, DoseUnit::MgPerKgPerDay);
        QCOMPARE(series.panels[1].points.at(0).dose, u"8–10 mg/kg/day"_s);
        QVERIFY(series.omitted.empty());
        QVERIFY(series.panels[0].max > 200.0 && series.panels[1].max > 10.0);
    }

    void aBodyWeightPutsBothOnOneAxisAndSaysSo()
    {
        const DoseSeries series = seriesOf(twoScales(), 70.0);
        QCOMPARE(series.panels.size(), std::size_t(1));
        QCOMPARE(series.panels[0].title, u"Daily dose, mg/day at 70 kg"_s);
        QCOMPARE(series.panels[0].points.size(), std::size_t(3));
        const DosePoint &converted = series.panels[0].points[1];
        QCOMPARE(converted.min, 560.0);
        QCOMPARE(converted.max, 700.0);
        QCOMPARE(converted.dose, u"8–10 mg/kg/day = 560–700 mg/day"_s);
        QVERIFY(series.rates.notes.join(u' ').contains(u"reference body weight of 70 kg"_s));
        QVERIFY(!seriesOf(twoScales()).rates.notes.join(u' ').contains(u"reference body weight"_s));
    }

    void whatHasNoPlaceIsListedWithTheReason()
    {
        LibraryBuilder make;
        make.cohort("a/nodose", 10, [](Cohort &c) { report(c, 1, 10); });
        make.cohort("b/norate", 10,
                    [](Cohort &c) { c.regimens = {anakinra::test::starting({}, mgPerDay(100))}; });
        make.cohort("c/neither", 10);
        make.cohort("d/two", 10, [](Cohort &c) {
            c.regimens = {anakinra::test::starting({}, mgPerKgPerDay(8)),
                          anakinra::test::starting({}, mgPerDay(100, 200))};
            report(c, 1, 10);
        });
        make.cohort("d/control", 10, [](Cohort &c) {
            c.role = Role::HistoricalControl;
            report(c, 1, 10);
        });
        make.cohort("e/selected", 10, [](Cohort &c) {
            c.regimens = {anakinra::test::starting({}, mgPerDay(100))};
            report(c, 1, 10);
            c.outcomes[0].population = Population::Selected;
        });
        const auto library = make.build();
        const DoseSeries series = seriesOf(library, {}, true);
        QVERIFY(series.panels.empty());
        QStringList reasons;
        for (const DoseOmission &omission : series.omitted)
            reasons << omission.reason;
        QCOMPARE(reasons, (QStringList{u"Dose not reported"_s, u"Rate not reported"_s,
                                       u"Neither dose nor rate reported"_s,
                                       u"Doses on two scales (8 mg/kg/day; 100–200 mg/day)"_s,
                                       u"Not an incidence, as not everyone infused was at risk"_s,
                                       u"Comparator, no anakinra"_s}));
        const FigureTable table = doseTable(*library, series);
        QCOMPARE(table.rows.size(), std::size_t(6));
        QCOMPARE(table.rows[0].at(2), u"NR"_s);
        QCOMPARE(table.rows[3].at(table.headers.indexOf(u"Not drawn because"_s)),
                 u"Doses on two scales (8 mg/kg/day; 100–200 mg/day)"_s);
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.headers.size());
        // the same cohort is one range once a weight joins the scales
        const DoseSeries joined = seriesOf(library, 50.0, true);
        QCOMPARE(joined.panels.at(0).points.at(0).min, 100.0);
        QCOMPARE(joined.panels.at(0).points.at(0).max, 400.0);
    }

    void marksAreNumberedThroughBothPanels()
    {
        const DoseSeries series = seriesOf(twoScales());
        QCOMPARE(series.panels[0].points[0].number, 1);
        QCOMPARE(series.panels[0].points[1].number, 2);
        QCOMPARE(series.panels[1].points[0].number, 3);
    }

    void ticksAreRoundAndFew()
    {
        for (const DosePanel &panel : seriesOf(twoScales()).panels)
            QVERIFY(panel.max / panel.step <= 6.0 && panel.max / panel.step >= 2.0);
        QCOMPARE(seriesOf(twoScales()).panels[0].step, 50.0);
        QCOMPARE(seriesOf(twoScales()).panels[1].step, 2.0);
    }
};

QTEST_GUILESS_MAIN(TestDosePoints)
#include "tst_dosepoints.moc"
