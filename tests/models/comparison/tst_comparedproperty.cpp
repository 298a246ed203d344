// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparedProperty.h"
#include "tests/support/SmallLibrary.h"

#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;

namespace {

ComparedProperty compared(const Library &library, const std::vector<int> &a,
                          const std::vector<int> &b, const QString &code)
{
    const auto all = comparedProperties(library, a, b);
    return *std::ranges::find(all, code, &ComparedProperty::code);
}

} // namespace

class tst_ComparedProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPropertyIsListedInAFixedOrder()
    {
        const Library library = smallLibrary();
        QStringList codes;
        for (const auto &p : comparedProperties(library, std::vector{int(TrialSc)},
                                                std::vector{int(TrialIv)}))
            codes << p.code;
        QCOMPARE(codes, (QStringList{u"role"_s, u"products"_s, u"disease"_s, u"age-group"_s,
                                     u"timing"_s, u"route"_s, u"dose"_s, u"design"_s,
                                     u"peer-review"_s}));
    }

    void armsDifferByRouteAlone()
    {
        const Library library = smallLibrary();
        const auto route = compared(library, {TrialSc}, {TrialIv}, u"route"_s);
        QCOMPARE(route.a, u"SC"_s);
        QCOMPARE(route.b, u"IV"_s);
        QCOMPARE(route.same, std::optional(false));
        QCOMPARE(route.verdict(), u"differs"_s);
        const auto dose = compared(library, {TrialSc}, {TrialIv}, u"dose"_s);
        QCOMPARE(dose.a, u"200 mg/day"_s);
        QCOMPARE(dose.same, std::optional(true)); // the step-up is no starting dose
        QCOMPARE(compared(library, {TrialSc}, {TrialIv}, u"timing"_s).same, std::optional(true));
    }

    void whatASideDoesNotReportIsNotKnown()
    {
        const Library library = smallLibrary();
        const auto products = compared(library, {TrialSc}, {TrialIv}, u"products"_s);
        QCOMPARE(products.b, u"NR"_s);
        QCOMPARE(products.same, std::nullopt);
        QCOMPARE(products.verdict(), u"not known"_s);
        QCOMPARE(compared(library, {TrialSc}, {TrialIv}, u"age-group"_s).same, std::nullopt);
    }

    void aComparatorHasNoRegimen()
    {
        const Library library = smallLibrary();
        const auto dose = compared(library, {TrialAll}, {TrialControl}, u"dose"_s);
        QCOMPARE(dose.b, u"n/a"_s);
        QCOMPARE(dose.same, std::optional(false));
    }

    void productsAreComparedWhateverTheirShares()
    {
        Library library = smallLibrary();
        library.cohorts[Prophylaxis].products = {{u"axi-cel"_s, 20, {}, at(u"20"_s), false},
                                                 {u"liso-cel"_s, 11, {}, at(u"11"_s), false}};
        const auto products = compared(library, {Prophylaxis}, {Resolvers}, u"products"_s);
        QCOMPARE(products.a, u"axi-cel 20, liso-cel 11"_s);
        QCOMPARE(products.b, u"axi-cel 38, liso-cel 4"_s);
        QCOMPARE(products.same, std::optional(true));
    }

    void severalCohortsHaveAllTheirValues()
    {
        const Library library = smallLibrary();
        const auto timing = compared(library, {TrialSc, Resolvers}, {TrialIv}, u"timing"_s);
        QCOMPARE(timing.a, u"Prophylactic; Treatment"_s);
        QCOMPARE(timing.same, std::optional(false));
        const auto products = compared(library, {Prophylaxis, Resolvers}, {TrialAll}, u"products"_s);
        QCOMPARE(products.a, u"axi-cel; brexu-cel; tisa-cel; liso-cel"_s);
    }

    void aSideWithoutCohortsIsNotReported()
    {
        const Library library = smallLibrary();
        const auto route = compared(library, {}, {TrialIv}, u"route"_s);
        QCOMPARE(route.a, u"NR"_s);
        QCOMPARE(route.same, std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_ComparedProperty)
#include "tst_comparedproperty.moc"
