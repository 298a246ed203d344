// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/SuggestedPair.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

class tst_SuggestedPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArmIsSetAgainstTheOtherArm()
    {
        const Library library = smallLibrary();
        QCOMPARE(suggestedPartner(library, TrialSc), int(TrialIv));
        QCOMPARE(suggestedPartner(library, TrialIv), int(TrialSc));
    }

    void aWholeTrialIsSetAgainstItsControlAndNeverItsPart()
    {
        const Library library = smallLibrary();
        QCOMPARE(suggestedPartner(library, TrialAll), int(TrialControl));
    }

    void aLoneCohortIsSetAgainstAnotherStudy()
    {
        const Library library = smallLibrary();
        QCOMPARE(suggestedPartner(library, Prophylaxis), int(TrialAll));
    }

    void listedArmsComeFirst()
    {
        const Library library = smallLibrary();
        const std::vector<int> listed{Prophylaxis, TrialAll, TrialSc, TrialIv};
        QCOMPARE(suggestedPair(library, listed), std::pair(int(TrialSc), int(TrialIv)));
        const std::vector<int> one{Resolvers};
        QCOMPARE(suggestedPair(library, one), std::pair(int(Resolvers), int(Prophylaxis)));
    }

    void aSingleCohortHasNoPartner()
    {
        Library library;
        addCohort(library, addStudy(library, u"s"_s, u"S"_s), u"c"_s, u"C"_s, 5);
        QCOMPARE(suggestedPartner(library, 0), -1);
        QCOMPARE(suggestedPair(library, std::vector{0}), std::pair(-1, -1));
    }

    void readyMadePairsKeepTheRestOfTheFilter()
    {
        FilterCriteria base;
        base.setValues(Facet::Disease, {u"lbcl"_s});
        base.setValues(Facet::Route, {u"SC"_s});
        const auto pairs = filterPairs(base);
        QCOMPARE(pairs.size(), std::size_t(3));
        for (const FilterPair &pair : pairs) {
            QCOMPARE(pair.a.values(Facet::Disease), QStringList{u"lbcl"_s});
            QCOMPARE(pair.b.values(Facet::Disease), QStringList{u"lbcl"_s});
            QVERIFY(pair.a != pair.b);
        }
        QCOMPARE(pairs[0].b.values(Facet::Route), QStringList{u"IV"_s});
        QCOMPARE(pairs[1].a.values(Facet::Route), QStringList{u"SC"_s});
        QCOMPARE(pairs[1].b.dose->unit, DoseUnit::MgPerKgPerDay);
        QCOMPARE(pairs[2].b.values(Facet::Timing), QStringList{u"refractory"_s});
    }
};

QTEST_APPLESS_MAIN(tst_SuggestedPair)
#include "tst_suggestedpair.moc"
