// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterEngine.h"
#include "tests/support/LibraryBuilder.h"

#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Route SC = Route::Subcutaneous;
constexpr Route IV = Route::Intravenous;

FilterCriteria with(Facet facet, const QStringList &codes)
{
    FilterCriteria criteria;
    criteria.setValues(facet, codes);
    return criteria;
}

/// Accepted cohorts, then "?" and what could not be judged with the reasons:
/// "a/all a/sc ? b/all: route not reported".
QString dump(const Library &library, const FilterResult &result)
{
    QStringList words;
    for (const int i : result.cohorts)
        words.append(library.cohorts[std::size_t(i)].id);
    for (const UnjudgedCohort &unjudged : result.unjudged) {
        words.append("? "_L1 % library.cohorts[std::size_t(unjudged.cohort)].id % ": "_L1
                     % unjudged.reasons.join(", "_L1));
    }
    return words.join(u' ');
}

QString judged(const std::shared_ptr<const Library> &library, const FilterCriteria &criteria)
{
    return dump(*library, FilterEngine(library).apply(criteria));
}

std::shared_ptr<const Library> armsLibrary()
{
    LibraryBuilder make;
    make.cohort("liang/all", 25, [](Cohort &c) {
        c.timing = Timing::Prophylactic;
        c.regimens = {starting({SC, IV}, mgPerDay(200))};
    });
    make.cohort("liang/sc", 15, "liang/all", [](Cohort &c) {
        c.timing = Timing::Prophylactic;
        c.regimens = {starting({SC}, mgPerDay(200))};
    });
    make.cohort("liang/iv", 10, "liang/all", [](Cohort &c) {
        c.timing = Timing::Prophylactic;
        c.regimens = {starting({IV}, mgPerDay(200)), stepUp({IV}, mgPerKgPerDay(8))};
    });
    make.cohort("liang/control", -1, [](Cohort &c) { c.role = Role::HistoricalControl; });
    make.cohort("dreyzin/all", 3, [](Cohort &c) {
        c.timing = Timing::Treatment;
        c.regimens = {starting({IV}, mgPerKgPerDay(8, 10))};
    });
    make.cohort("hines/anakinra", 4, [](Cohort &c) { c.timing = Timing::Treatment; });
    return make.build();
}

} // namespace

class TestFilterEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void withoutFilterAllAnakinraCohortsAreListed()
    {
        QCOMPARE(judged(armsLibrary(), {}),
                 u"liang/all liang/sc liang/iv dreyzin/all hines/anakinra"_s);
    }

    void routeFilterTakesTheArmAndNotItsParent()
    {
        QCOMPARE(judged(armsLibrary(), with(Facet::Route, {u"IV"_s})),
                 u"liang/iv dreyzin/all ? hines/anakinra: route not reported"_s);
    }

    void routeFilterTakesParentWhenAllArmsMatch()
    {
        QCOMPARE(judged(armsLibrary(), with(Facet::Route, {u"IV"_s, u"SC"_s})),
                 u"liang/all liang/sc liang/iv dreyzin/all ? hines/anakinra: route not reported"_s);
    }
};

QTEST_GUILESS_MAIN(TestFilterEngine)
#include "tst_filterengine.moc"
