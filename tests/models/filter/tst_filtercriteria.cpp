// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterCriteria.h"
#include "models/filter/FilterEngine.h"
#include "tests/models/filter/FilterDump.h"
#include "tests/support/LibraryBuilder.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// Every member set.
FilterCriteria full()
{
    FilterCriteria criteria = with(Facet::Route, {u"SC"_s, u"not-reported"_s});
    criteria.setValues(Facet::OnlyProduct, {u"axi-cel"_s});
    criteria.setValues(Facet::Timing, {u"pre-emptive"_s});
    criteria.setValues(Facet::PeerReviewed, {u"not-stated"_s});
    criteria.dose = DoseRange{{100, 400}, DoseUnit::MgPerDay};
    criteria.startDay = Range{{}, 2};
    criteria.size = Range{10, {}};
    criteria.year = Range{2020, 2023};
    criteria.search = u"icans"_s;
    criteria.excluded = QStringList{u"s/a"_s};
    criteria.keepUnjudged = true;
    criteria.withComparators = true;
    criteria.excludePossibleOverlaps = true;
    criteria.bodyWeight = 70;
    return criteria;
}

std::shared_ptr<const Library> smallLibrary()
{
    LibraryBuilder make;
    make.cohort("s/a", 10);
    make.study("s", [](Study &study) { study.label = u"Author 2020"_s; });
    return make.build();
}

QStringList chips(const FilterCriteria &criteria)
{
    QStringList words;
    for (const FilterPart &part : filterParts(criteria, *smallLibrary()))
        words.append(part.words);
    return words;
}

} // namespace

class TestFilterCriteria : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void settersSayWhetherAnythingChanged()
    {
        FilterCriteria criteria;
        QVERIFY(criteria.setValues(Facet::Route, {u"SC"_s, u"IV"_s, u"SC"_s}));
        QCOMPARE(criteria.values(Facet::Route), (QStringList{u"IV"_s, u"SC"_s}));
        QVERIFY(!criteria.setValues(Facet::Route, {u"IV"_s, u"SC"_s}));
        QVERIFY(criteria.toggle(Facet::Route, u"IV"_s));
        QCOMPARE(criteria.values(Facet::Route), QStringList{u"SC"_s});
        QVERIFY(criteria.toggle(Facet::Route, u"SC"_s));
        QVERIFY(criteria.isEmpty());
        QVERIFY(!criteria.setValues(Facet::Route, {}));
    }

    void openRangesAndBlanksAreNoRestriction()
    {
        FilterCriteria criteria;
        criteria.dose = DoseRange{{}, DoseUnit::MgPerKgPerDay};
        criteria.year = Range{};
        criteria.search = u"  "_s;
        QVERIFY(criteria.isEmpty());
        QCOMPARE(describe(criteria, *smallLibrary()), u"All anakinra cohorts"_s);
        QVERIFY(chips(criteria).isEmpty());
        criteria.withComparators = true;
        QVERIFY(!criteria.isEmpty());
    }

    void describesEachRestrictionInClinicalWords_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("chip");
        const auto row = [](const char *json, const QString &sentence, const QString &chip) {
            QTest::newRow(json) << QString::fromUtf8(json) << sentence << chip;
        };
        row(R"({"facets":{"route":["SC"]}})", u"route SC"_s, u"Route: SC"_s);
        row(R"({"facets":{"route":["SC","not-reported"]}})", u"route SC or not reported"_s,
            u"Route: SC or not reported"_s);
        row(R"({"facets":{"only-route":["IV"]}})", u"only route IV"_s, u"Only route: IV"_s);
        row(R"({"facets":{"timing":["prophylactic"]}})", u"timing prophylactic"_s,
            u"Timing: prophylactic"_s);
        row(R"({"facets":{"product":["liso-cel"]}})", u"product liso-cel"_s, u"Product: liso-cel"_s);
        row(R"({"facets":{"disease":["lbcl"]}})", u"disease Large B-cell lymphoma"_s,
            u"Disease: Large B-cell lymphoma"_s);
        row(R"({"facets":{"age-group":["adult"]}})", u"age group Adults"_s, u"Age group: Adults"_s);
        row(R"({"facets":{"peer-reviewed":["not-stated","yes"]}})",
            u"peer review not stated or yes"_s, u"Peer review: not stated or yes"_s);
        row(R"({"facets":{"study":["s"]}})", u"study Author 2020"_s, u"Study: Author 2020"_s);
        row(R"({"facets":{"product":["unheard-of"]}})", u"product unheard-of"_s,
            u"Product: unheard-of"_s);
        row(R"({"dose":{"min":100,"max":400,"unit":"mg/day"}})", u"dose 100–400 mg/day"_s,
            u"Dose: 100–400 mg/day"_s);
        row(R"({"dose":{"min":2.5,"unit":"mg/kg/day"}})", u"dose at least 2.5 mg/kg/day"_s,
            u"Dose: at least 2.5 mg/kg/day"_s);
        row(R"({"dose":{"min":200,"max":200,"unit":"mg/day"}})", u"dose 200 mg/day"_s,
            u"Dose: 200 mg/day"_s);
        row(R"({"startDay":{"max":2}})", u"start day up to 2"_s, u"Start day: up to 2"_s);
        row(R"({"startDay":{"min":-1,"max":2}})", u"start day −1 to 2"_s, u"Start day: −1 to 2"_s);
        row(R"({"n":{"min":10}})", u"n at least 10"_s, u"n: at least 10"_s);
        row(R"({"year":{"min":2020,"max":2023}})", u"year 2020–2023"_s, u"Year: 2020–2023"_s);
        row(R"({"search":" icans  grade"})", u"search \"icans grade\""_s,
            u"Search: \"icans grade\""_s);
        row(R"({"keepUnjudged":true})", u"unjudged cohorts kept"_s, u"Unjudged cohorts kept"_s);
        row(R"({"withComparators":true})", u"with comparators"_s, u"With comparators"_s);
        row(R"({"excludePossibleOverlaps":true})", u"possible overlaps counted once"_s,
            u"Possible overlaps counted once"_s);
        row(R"({"bodyWeight":70})", u"doses compared at a body weight of 70 kg"_s,
            u"Doses compared at a body weight of 70 kg"_s);
        row(R"({"excluded":["liang-2025/iv"]})", u"without cohort liang-2025/iv (excluded by hand)"_s,
            u"Excluded by hand: liang-2025/iv"_s);
    }

    void describesEachRestrictionInClinicalWords()
    {
        QFETCH(QString, json);
        QFETCH(QString, sentence);
        QFETCH(QString, chip);
        QStringList ignored;
        const auto criteria = FilterCriteria::fromJson(object(json.toUtf8()), &ignored);
        QCOMPARE(ignored, QStringList());
        QCOMPARE(describe(criteria, *smallLibrary()), u"Anakinra cohorts; "_s + sentence);
        QCOMPARE(chips(criteria), QStringList{chip});
    }

    void describesSelectedRolesInsteadOfAnakinraCohorts()
    {
        const auto criteria = with(Facet::Role, {u"subgroup"_s, u"anakinra"_s});
        QCOMPARE(describe(criteria, *smallLibrary()), u"Role anakinra cohort or subgroup"_s);
        QCOMPARE(chips(criteria), QStringList{u"Role: anakinra cohort or subgroup"_s});
    }

    void wholeFilterIsOneLineInPanelOrder()
    {
        QCOMPARE(describe(full(), *smallLibrary()),
                 u"Anakinra cohorts; only product axi-cel; route SC or not reported; "
                 "timing pre-emptive; peer review not stated; dose 100–400 mg/day; "
                 "start day up to 2; n at least 10; year 2020–2023; search \"icans\"; "
                 "doses compared at a body weight of 70 kg; unjudged cohorts kept; "
                 "with comparators; possible overlaps counted once; without cohort s/a (excluded by hand)"_s);
    }

    void removingAllChipsOneAfterTheOtherEmptiesTheFilter()
    {
        FilterCriteria criteria = full();
        criteria.setValues(Facet::Role, {u"subgroup"_s});
        criteria.excluded.append(u"s/b"_s);
        qsizetype count = chips(criteria).size();
        QCOMPARE(count, 16);
        while (count > 0) {
            criteria = filterParts(criteria, *smallLibrary()).front().without;
            QCOMPARE(chips(criteria).size(), --count);
        }
        QVERIFY(criteria.isEmpty());
    }

    void jsonBringsEverythingBack()
    {
        QStringList ignored;
        QCOMPARE(FilterCriteria::fromJson(full().toJson(), &ignored), full());
        QCOMPARE(ignored, QStringList());
        QVERIFY(FilterCriteria().toJson().isEmpty());
        QCOMPARE(FilterCriteria::fromJson({}), FilterCriteria());
    }

    void jsonWithUnknownKeysAndWrongTypesIsReadAsFarAsItGoes()
    {
        QStringList ignored;
        const auto criteria = FilterCriteria::fromJson(
            object(R"({"facets":{"route":["IV",3,"IV"],"colour":["red"],"timing":"treatment"},
                       "dose":{"min":1,"unit":"mg/hour"}, "startDay":{"min":"2","max":5,"step":1},
                       "year":2020, "n":{}, "search":7, "bodyWeight":-70, "keepUnjudged":1,
                       "withComparators":true, "future":{}})"),
            &ignored);
        FilterCriteria expected = with(Facet::Route, {u"IV"_s});
        expected.startDay = Range{{}, 5};
        expected.withComparators = true;
        QCOMPARE(criteria, expected);
        ignored.sort();
        QCOMPARE(ignored,
                 (QStringList{u"bodyWeight"_s, u"dose"_s, u"dose.unit"_s, u"facets.colour"_s,
                              u"facets.route[1]"_s, u"facets.timing"_s, u"future"_s,
                              u"keepUnjudged"_s, u"search"_s, u"startDay.min"_s, u"startDay.step"_s,
                              u"year"_s}));
    }
};

QTEST_GUILESS_MAIN(TestFilterCriteria)
#include "tst_filtercriteria.moc"
