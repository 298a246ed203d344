// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ComparatorLimits.h"
#include "models/figures/CriterionText.h"
#include "models/figures/Provenance.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

const Observation &observation(const Library &library, int cohort, QStringView code)
{
    return *library.cohorts[std::size_t(cohort)].find(code);
}

QString plain(QString text) { return text.replace(QChar::Nbsp, u' '); }

Provenance ofRate(const Library &library, int cohort, QStringView code)
{
    return provenanceOf(library, cohort, observation(library, cohort, code), {});
}

} // namespace

class TestProvenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRateSaysHowItFollowsFromThePrint()
    {
        const Library library = smallLibrary();
        const Provenance crs = ofRate(library, Prophylaxis, u"crs.any");
        QCOMPARE(crs.title, u"Alpha 2023, Cohort 1: CRS, any grade"_s);
        QCOMPARE(plain(crs.value), u"23/31 74.2 %"_s);
        QCOMPARE(crs.printed, u"74%"_s);
        QCOMPARE(crs.status, u"count derived from the printed percentage"_s);
        QCOMPARE(crs.report, u"Report one"_s);
        QCOMPARE(crs.locator, u"Results, sentence 2"_s);
        QVERIFY(crs.lines().contains(u"Printed: “74%”"_s));
    }

    void arithmeticTellsRoundingFromCuttingOff()
    {
        Library library = smallLibrary();
        auto &outcomes = library.cohorts[Prophylaxis].outcomes;
        outcomes[0].figure.percent = 74;  // 23/31 = 74.19
        outcomes[1].figure.percent = 6.4; // 2/31 = 6.45
        outcomes[2].figure.percent = 20;  // 6/31 = 19.35
        QCOMPARE(plain(ofRate(library, Prophylaxis, u"crs.any").arithmetic),
                 u"23/31 = 74.19 %, rounded to 74 %; no other count of 31 gives the printed figure"_s);
        QCOMPARE(plain(ofRate(library, Prophylaxis, u"crs.ge3").arithmetic),
                 u"2/31 = 6.45 %, cut off to 6.4 %; no other count of 31 gives the printed figure"_s);
        QVERIFY(plain(ofRate(library, Prophylaxis, u"icans.any").arithmetic)
                    .contains(u"which does not follow from it"_s));
    }

    void aBarePercentageShowsTheCountsNextToIt()
    {
        const Library library = smallLibrary();
        const Provenance orr = ofRate(library, TrialAll, u"response.orr");
        // 74 % of 25 is impossible; 14/19 and 17/23 are the ways to reach it.
        QCOMPARE(plain(orr.arithmetic),
                 u"No count of 25 gives it: 18/25 = 72 %, 19/25 = 76 %; denominators up to 25 that "
                 "fit: 19, 23. Possible, not proven: 14/19 = 73.68 %; 19 fits both response figures"_s);
        const Provenance control = ofRate(library, TrialControl, u"crs.any");
        QCOMPARE(control.arithmetic, u"No number of patients to compute a count from"_s);
    }

    void aRegimenBringsItsArithmeticAndItsOtherPlaces()
    {
        Library library = smallLibrary();
        Regimen &regimen = library.cohorts[Prophylaxis].regimens[0];
        regimen.arithmetic = u"100 mg/dose x 2 doses/day (bid) = 200 mg/day"_s;
        regimen.alsoFrom = {{{u"dose"_s}, at(u"100 mg bid"_s)}};
        const Provenance p = provenanceOf(library, Prophylaxis, regimen);
        QCOMPARE(p.value, u"SC 200 mg/day"_s);
        QCOMPARE(p.arithmetic, regimen.arithmetic);
        QVERIFY(p.further.join(u'\n').contains(u"dose from another place: Printed: “100 mg bid”"_s));
    }

    void everyColumnOfRecordedValuesHasASource()
    {
        const Library library = smallLibrary();
        for (const char *key : {"n", "products", "regimen", "dose", "route", "timing", "start-day",
                                "design", "crs.any", "response.cr"}) {
            const auto all = provenanceOfColumn(library, Prophylaxis, QString::fromUtf8(key), {});
            QVERIFY2(!all.empty(), key);
            for (const Provenance &p : all)
                QVERIFY2(!p.title.isEmpty() && !p.value.isEmpty(), key);
        }
        QVERIFY(provenanceOfColumn(library, Prophylaxis, u"cohort", {}).empty());
        QVERIFY(provenanceOfColumn(library, TrialControl, u"regimen", {}).empty());
        QCOMPARE(provenanceOfColumn(library, Prophylaxis, u"products", {}).size(), 3u);
        QCOMPARE(provenanceOfColumn(library, Resolvers, u"resolution", {}).size(), 2u);
        // The regimen column shows the step-up as well, the dose column the start only.
        QCOMPARE(provenanceOfColumn(library, TrialIv, u"regimen", {}).size(), 2u);
        QCOMPARE(provenanceOfColumn(library, TrialIv, u"dose", {}).size(), 1u);
    }

    void figuresSetAsideHaveASourceToo()
    {
        const auto all = provenanceOfColumn(smallLibrary(), PreEmptive, u"icans.ge3", {});
        QCOMPARE(all.size(), 1u);
        QVERIFY(all[0].further.join(u'\n').contains(u"already had this toxicity"_s));
    }

    void aCriterionIsNotStatedRatherThanAbsent()
    {
        const Library library = smallLibrary();
        QVERIFY(ofRate(library, Prophylaxis, u"crs.any").further.contains(u"Criterion: not stated"_s));
        QVERIFY(ofRate(library, Prophylaxis, u"icans.any").further.contains(u"Criterion: ASTCT"_s));
        QVERIFY(spokenRate(library, rateOf(library, Prophylaxis, u"crs.any", {}), {})
                    .contains(u"Criterion: not stated"_s));
        Observation steroid;
        steroid.outcome = u"steroid.dose"_s;
        QCOMPARE(criterionText(library, steroid), QString());
    }

    void criteriaOfASelectionAreListedByFamily()
    {
        const std::vector<int> cohorts{Prophylaxis, TrialAll, TrialSc, TrialIv, Resolvers};
        const QStringList lines = criteriaLines(smallLibrary(), cohorts);
        QCOMPARE(lines.value(0), u"CRS grading: not stated (4 cohorts)"_s);
        QCOMPARE(lines.value(1), u"ICANS grading: ASTCT (alpha/cohort-1); not stated (beta/iv); "
                                 "CTCAE v5 (gamma/treated)"_s);
    }

    void comparatorsCarryTheirLimits()
    {
        const Library library = smallLibrary();
        const Cohort &control = library.cohorts[TrialControl];
        QCOMPARE(comparatorLimits(library, control).size(), 3);
        QVERIFY(comparatorLimits(library, library.cohorts[TrialAll]).isEmpty());
        QVERIFY(spokenRate(library, rateOf(library, TrialControl, u"crs.any", {}), {})
                    .contains(u"number of patients not printed"_s));
        Cohort other = control;
        other.role = Role::ExternalReference;
        QCOMPARE(labelWithRole(u"TRANSCEND"_s, other), u"TRANSCEND (other trial)"_s);
        QCOMPARE(labelWithRole(u"Beta 2025, Historical control"_s, control),
                 u"Beta 2025, Historical control"_s);
    }
};

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
