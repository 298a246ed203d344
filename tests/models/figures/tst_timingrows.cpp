// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/TimingRows.h"

#include "models/filter/FilterEngine.h"
#include "tests/support/LibraryBuilder.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

constexpr DayAxis fortnight{-2.0, 16.0, 7.0};

TimingWindow window(PrintedDay start, PrintedDay stop)
{
    TimingWindow made;
    made.start = start;
    made.stop = stop;
    made.words = u"something is printed"_s;
    return made;
}

std::vector<TimingPiece> pieces(PrintedDay start, PrintedDay stop)
{
    return timingPieces(window(start, stop), fortnight);
}

TimingSeries seriesOf(const std::shared_ptr<const Library> &library)
{
    FilterCriteria criteria;
    criteria.withComparators = true;
    return makeTimingSeries(*library, criteria, FilterEngine(library).apply(criteria), {},
                            u"icans.any"_s);
}

Regimen untilDay(const PrintedDay &day, const QString &words)
{
    Regimen regimen = starting({Route::Subcutaneous}, mgPerDay(200));
    regimen.stop = words;
    regimen.stopDay = day;
    return regimen;
}

} // namespace

class TestTimingRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void oneStartAndOneStopDayAreOnePiece()
    {
        QCOMPARE(pieces({2, 2, {}}, {10, 10, {}}),
                 (std::vector<TimingPiece>{{TimingPiece::Given, 2, 10, false, false}}));
    }

    void dayTwoOrEarlierUntilAtLeastDayTenHasTwoArrows()
    {
        QCOMPARE(pieces({{}, 2, {}}, {10, {}, {}}),
                 (std::vector<TimingPiece>{{TimingPiece::Given, 2, 10, true, true}}));
    }

    void rangesOfFirstAndLastDayArePossibleOnly()
    {
        QCOMPARE(pieces({0, 4, {}}, {10, 14, {}}),
                 (std::vector<TimingPiece>{{TimingPiece::Possible, 0, 4, false, false},
                                           {TimingPiece::Given, 4, 10, false, false},
                                           {TimingPiece::Possible, 10, 14, false, false}}));
        QCOMPARE(pieces({0, 12, {}}, {10, 14, {}}),
                 (std::vector<TimingPiece>{{TimingPiece::Possible, 0, 14, false, false}}));
    }

    void anEndThatIsNotReportedIsUnknownUpToTheAxis()
    {
        QCOMPARE(pieces({}, {14, 14, {}}),
                 (std::vector<TimingPiece>{{TimingPiece::Unknown, -2, 14, false, false}}));
        QCOMPARE(pieces({3, 3, {}}, {}),
                 (std::vector<TimingPiece>{{TimingPiece::Unknown, 3, 16, false, false}}));
        QCOMPARE(pieces({{}, {}, 8.5}, {}),
                 (std::vector<TimingPiece>{{TimingPiece::Unknown, 8.5, 16, false, false}}));
    }

    void anEventHasNoDayAndNothingPrintedHasNoPiece()
    {
        QCOMPARE(pieces({}, {}),
                 (std::vector<TimingPiece>{{TimingPiece::Unknown, -2, 16, false, false}}));
        QVERIFY(timingPieces({}, fortnight).empty());
    }

    void wordsSayStartStopAndTrigger()
    {
        LibraryBuilder make;
        make.cohort("a/days", 10, [](Cohort &c) {
            c.startDay = startDay({}, 2);
            c.regimens = {untilDay({10, {}, {}}, u"at least day 10"_s)};
            c.regimens[0].trigger = u"two fevers"_s;
        });
        make.cohort("b/event", 10, [](Cohort &c) {
            c.regimens = {starting({}, {})};
            c.regimens[0].trigger = u"ICANS of any grade"_s;
            c.regimens[0].stop = u"ICANS of grade ≤1"_s;
        });
        make.cohort("c/stop", 10, [](Cohort &c) {
            c.regimens = {untilDay({14, 14, {}}, u"14 days after the infusion"_s)};
        });
        make.cohort("d/median", 10, [](Cohort &c) {
            c.startDay = startDay({}, {}, 8.5);
            c.regimens = {starting({}, {})};
        });
        const TimingSeries series = seriesOf(make.build());
        const auto words = [&](std::size_t row) {
            return QString(series.rows[row].windows.at(0).words).replace(QChar::Nbsp, u' ');
        };
        QCOMPARE(words(0), u"From day 2 or earlier to at least day 10; trigger: two fevers"_s);
        QCOMPARE(words(1), u"Start set by an event, no fixed day: ICANS of any grade; "
                           "stop: ICANS of grade ≤1"_s);
        QCOMPARE(words(2), u"Start not reported, to day 14"_s);
        QCOMPARE(words(3), u"From median day 8.5, stop not reported"_s);
    }

    void stepUpsStandFirstWithTheirConditionAndHaveNoStartOfTheCohort()
    {
        LibraryBuilder make;
        make.cohort("a/iv", 10, [](Cohort &c) {
            c.startDay = startDay(0, 0);
            Regimen step = stepUp({Route::Intravenous}, mgPerKgPerDay(24));
            step.trigger = u"toxicities worsened"_s;
            step.stop = u"after 72 hours"_s;
            c.regimens = {starting({Route::Intravenous}, mgPerDay(200)), step};
        });
        const TimingSeries series = seriesOf(make.build());
        const auto &windows = series.rows.at(0).windows;
        QCOMPARE(windows.size(), std::size_t(2));
        QCOMPARE(windows[0].kind, RegimenKind::StepUp);
        QCOMPARE(windows[0].words,
                 u"Step-up 24 mg/kg/day if toxicities worsened; stop: after 72 hours"_s);
        QVERIFY(windows[0].hasNoDay());
        QCOMPARE(windows[1].start.max, 0.0);
    }

    void twoDosesOnTheSameDaysAreOneWindow()
    {
        LibraryBuilder make;
        make.cohort("a/all", 10, [](Cohort &c) {
            c.startDay = startDay(1, 1);
            c.regimens = {starting({}, mgPerDay(100)), starting({}, mgPerKgPerDay(8))};
        });
        QCOMPARE(seriesOf(make.build()).rows.at(0).windows.size(), std::size_t(1));
    }

    void nothingReportedAndNoAnakinraAreSaidApart()
    {
        LibraryBuilder make;
        make.cohort("a/all", 10, [](Cohort &c) { c.regimens = {starting({}, mgPerDay(100))}; });
        make.cohort("a/control", 40, [](Cohort &c) { c.role = Role::HistoricalControl; });
        const TimingSeries series = seriesOf(make.build());
        QCOMPARE(series.rows.size(), std::size_t(2));
        QCOMPARE(series.rows[0].unreported, u"Start and stop not reported"_s);
        QCOMPARE(series.rows[1].unreported, u"Not applicable: no anakinra"_s);
        const FigureTable table = timingTable(series);
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0][4], u"NR"_s);
        QCOMPARE(table.rows[1][4], QString());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.headers.size());
    }

    void axisHoldsEveryDayAndDayZeroWithRoomForArrows()
    {
        LibraryBuilder make;
        make.cohort("a/all", 10, [](Cohort &c) {
            c.startDay = startDay(-5, -5);
            c.regimens = {untilDay({30, {}, {}}, u"at least day 30"_s)};
        });
        const DayAxis axis = seriesOf(make.build()).axis;
        QVERIFY(axis.min < -5.0 && axis.max > 30.0);
        QCOMPARE(axis.step, 5.0);
        const DayAxis none = seriesOf(LibraryBuilder().cohort("a/all", 3).build()).axis;
        QVERIFY(none.min < 0.0 && none.max > 14.0);
    }
};

QTEST_GUILESS_MAIN(TestTimingRows)
#include "tst_timingrows.moc"
