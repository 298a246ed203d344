// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/DoseTrendFit.h"

#include "models/filter/FilterEngine.h"
#include "tests/support/LibraryBuilder.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <cmath>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

double percentAt(double dose)
{
    return 100.0 / (1.0 + std::exp(2.0 - 0.002 * dose));
}

void give(Cohort &cohort, double dose, int events, int n)
{
    cohort.regimens = {anakinra::test::starting({Route::Subcutaneous}, mgPerDay(dose))};
    cohort.outcomes = {counted(u"icans.any"_s, events, n, {})};
}

/// Studies of 10,000 patients whose rates lie on a logistic line of the dose: 100, 200 ... mg/day.
std::shared_ptr<const Library> onALine(int studies, bool oneDose = false)
{
    LibraryBuilder make;
    for (int i = 1; i <= studies; ++i) {
        const double dose = oneDose ? 200.0 : 100.0 * i;
        const int events =
            static_cast<int>(std::lround(100.0 * percentAt(dose))) + (oneDose ? i : 0);
        const QByteArray id = "s" + QByteArray::number(i) + "/all";
        make.cohort(id.constData(), 10'000,
                    [&](Cohort &cohort) { give(cohort, dose, events, 10'000); });
    }
    return make.build();
}

DoseSeries seriesOf(const std::shared_ptr<const Library> &library)
{
    return makeDoseSeries(*library, {}, FilterEngine(library).apply({}), {}, u"icans.any"_s);
}

QString notesOf(const DoseSeries &series)
{
    return series.rates.notes.join(u' ');
}

} // namespace

class TestDoseTrend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void nineStudiesHaveNoLineAndTheFigureSaysWhy()
    {
        const DoseSeries series = seriesOf(onALine(9));
        QVERIFY(!series.panels.at(0).trend);
        QVERIFY(notesOf(series).contains(
            u"no line is fitted, as there are fewer than ten independent studies (9)"_s));
    }

    void theLineOfTwelveStudiesIsTheOneTheyLieOn()
    {
        const DoseSeries series = seriesOf(onALine(12));
        const auto &trend = series.panels.at(0).trend;
        QVERIFY2(trend, qPrintable(notesOf(series)));
        QCOMPARE(trend->studies, 12);
        QCOMPARE(trend->line.front().dose, 100.0);
        QCOMPARE(trend->line.back().dose, 1200.0);
        for (const DoseTrend::At &at : trend->line) {
            QVERIFY(std::abs(at.rate - percentAt(at.dose)) < 0.05);
            QVERIFY(at.low < at.rate && at.rate < at.high);
            QVERIFY(at.high - at.low < 1.5); // 120,000 patients
        }
        QVERIFY(notesOf(series).contains(u"ecological"_s));
        QVERIFY(notesOf(series).contains(u"not patients within a study"_s));
    }

    void armsOfOneStudyAreNotIndependentStudies()
    {
        // twelve arms in six studies
        LibraryBuilder make;
        for (int i = 1; i <= 6; ++i) {
            const QByteArray study = "s" + QByteArray::number(i);
            const QByteArray all = study + "/all";
            make.cohort(all.constData(), 200, [&](Cohort &cohort) {
                cohort.regimens = {anakinra::test::starting({}, mgPerDay(100.0 * i))};
            });
            for (const char *arm : {"/sc", "/iv"}) {
                const QByteArray id = study + arm;
                make.cohort(id.constData(), 100, all.constData(),
                            [&](Cohort &cohort) { give(cohort, 100.0 * i, 10 + i, 100); });
            }
        }
        const DoseSeries series = seriesOf(make.build());
        QCOMPARE(series.panels.at(0).points.size(), std::size_t(12));
        QVERIFY(!series.panels[0].trend);
        QVERIFY(notesOf(series).contains(u"independent studies (6)"_s));
    }

    void studiesThatShareParticipantsCountOnce()
    {
        LibraryBuilder make;
        for (int i = 1; i <= 10; ++i) {
            const QByteArray id = "s" + QByteArray::number(i) + "/all";
            make.cohort(id.constData(), 100,
                        [&](Cohort &cohort) { give(cohort, 100.0 * i, i, 100); });
        }
        make.overlap("s1/all", "s2/all", OverlapLevel::Same);
        const DoseSeries series = seriesOf(make.build());
        QVERIFY(!series.panels.at(0).trend);
        QVERIFY(notesOf(series).contains(u"independent studies (9)"_s));
    }

    void aRefusalOfTheGuardIsSaid()
    {
        LibraryBuilder make;
        for (int i = 1; i <= 12; ++i) {
            const QByteArray id = "s" + QByteArray::number(i) + "/all";
            make.cohort(id.constData(), 100, [&](Cohort &cohort) {
                give(cohort, 100.0 * i, i, 100);
                cohort.outcomes[0].target = i % 2 ? u"icans"_s : u"mixed"_s;
            });
        }
        const DoseSeries series = seriesOf(make.build());
        QVERIFY(!series.panels.at(0).trend);
        QVERIFY2(
            notesOf(series).contains(u"no line is fitted. The figures are of different targets"_s),
            qPrintable(notesOf(series)));
    }

    void oneDoseForAllHasNoLine()
    {
        const DoseSeries series = seriesOf(onALine(12, true));
        QVERIFY(!series.panels.at(0).trend);
        QVERIFY(notesOf(series).contains(u"all studies gave the same dose"_s));
    }
};

QTEST_GUILESS_MAIN(TestDoseTrend)
#include "tst_dosetrend.moc"
