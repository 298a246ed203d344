// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ReportedOutcomes.h"

#include "tests/support/SmallLibrary.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

namespace {

const ReportedOutcome *find(const std::vector<ReportedOutcome> &outcomes, const QString &code)
{
    const auto found = std::ranges::find(outcomes, code, &ReportedOutcome::code);
    return found == outcomes.end() ? nullptr : &*found;
}

} // namespace

class TestReportedOutcomes : public QObject
{
    Q_OBJECT

private:
    const Library library = smallLibrary();

private Q_SLOTS:
    void everyCohortThatReportsARateIsCountedOnce()
    {
        const std::vector<int> cohorts{Prophylaxis, TrialAll, TrialControl, TrialSc, TrialIv, Resolvers};
        const auto outcomes = reportedOutcomes(library, cohorts);
        QCOMPARE(find(outcomes, u"crs.any"_s)->cohorts, 5);
        QCOMPARE(find(outcomes, u"crs.any"_s)->label, u"CRS, any grade"_s);
        QCOMPARE(find(outcomes, u"icans.any"_s)->cohorts, 3);
        QCOMPARE(find(outcomes, u"response.orr"_s)->cohorts, 2); // one of them in per cent only
        QCOMPARE(find(outcomes, u"resolution.icans"_s)->cohorts, 1);
        QCOMPARE(outcomes.front().code, u"crs.any"_s); // as in the dictionary
    }

    void whatIsNoRateIsNotOffered()
    {
        // events without a denominator, and an incidence in those who had the toxicity already
        const std::vector<int> cohorts{TrialIv, PreEmptive};
        QVERIFY(!find(reportedOutcomes(library, cohorts), u"icans.ge3"_s));
        QVERIFY(reportedOutcomes(library, std::vector<int>{PreEmptive}).empty());
    }

    void icansOfAnyGradeIsTheUsualOneAndElseTheMostReported()
    {
        using Cohorts = std::vector<int>;
        QCOMPARE(startingOutcome(reportedOutcomes(library, Cohorts{Prophylaxis, TrialAll})), u"icans.any"_s);
        QCOMPARE(startingOutcome(reportedOutcomes(library, Cohorts{TrialAll, TrialSc})), u"crs.any"_s);
        QCOMPARE(startingOutcome(reportedOutcomes(library, Cohorts{PreEmptive})), QString());
    }
};

QTEST_GUILESS_MAIN(TestReportedOutcomes)
#include "tst_reportedoutcomes.moc"
