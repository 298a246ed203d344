// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CheckJson.h"
#include "models/output/JsonOut.h"
#include "models/output/ListJson.h"
#include "tests/support/SmallLibrary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace anakinra;
using namespace anakinra::test;

namespace {

QJsonObject parsed(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

QJsonObject listed(const std::vector<int> &cohorts, const RateOptions &options = {})
{
    FilterResult result;
    result.cohorts = cohorts;
    return parsed(listJson(smallLibrary(), u"words"_s, result, options));
}

QJsonObject outcome(const QJsonObject &cohort, const QString &code)
{
    for (const QJsonValue &value : cohort[u"outcomes"].toArray()) {
        if (value[u"code"] == code)
            return value.toObject();
    }
    return {};
}

QStringList sortedKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys;
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

} // namespace

class TestListJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void topLevelHasThePromisedKeys();
    void everyCohortHasExactlyThePromisedKeys();
    void partsOfACohortHaveThePromisedKeys();
    void findingsStandAtTheirOutcomeAndInTheCohort();
    void countedRateHasPercentAndWilsonBounds();
    void methodAndLevelAreFollowed();
    void percentWithoutCountHasNoIntervalAndNoEvents();
    void eventsWithoutDenominatorStayEvents();
    void inferredCountIsUsedOnRequestOnly();
    void missingIsNullAndNeverZeroOrEmpty();
    void secondPrintedSizeIsKept();
    void comparatorHasNoTiming();
    void countsAndUnjudgedNameCohortsById();
    void textIsEscapedAndNumbersThatAreNoneAreNull();
    void checkListsFieldsAndKeepsRoomForFindings();
};

void TestListJson::topLevelHasThePromisedKeys()
{
    const QJsonObject list = listed({});
    QCOMPARE(sortedKeys(list),
             sorted({u"library"_s, u"filter"_s, u"counts"_s, u"cohorts"_s, u"unjudged"_s}));
    QCOMPARE(sortedKeys(list[u"library"].toObject()),
             sorted({u"title"_s, u"version"_s, u"curated"_s}));
    QCOMPARE(list[u"library"][u"version"].toString(), u"1.2.3"_s);
    QCOMPARE(list[u"filter"][u"words"].toString(), u"words"_s);
    QCOMPARE(sortedKeys(list[u"counts"].toObject()),
             sorted({u"studies"_s, u"reports"_s, u"cohorts"_s, u"participants"_s,
                     u"participantsUnknownIn"_s, u"unjudged"_s}));
}

void TestListJson::everyCohortHasExactlyThePromisedKeys()
{
    std::vector<int> all;
    for (int i = 0; i < smallCohortCount; ++i)
        all.push_back(i);
    const QStringList expected =
        sorted({u"id"_s, u"study"_s, u"label"_s, u"role"_s, u"parent"_s, u"n"_s, u"nMax"_s,
                u"nAnakinra"_s, u"design"_s, u"ageGroups"_s, u"diseases"_s, u"indications"_s,
                u"timing"_s, u"products"_s, u"startDay"_s, u"regimens"_s, u"outcomes"_s,
                u"findings"_s});
    const QJsonArray cohorts = listed(all)[u"cohorts"].toArray();
    QCOMPARE(cohorts.size(), int(smallCohortCount));
    for (const QJsonValue &cohort : cohorts)
        QCOMPARE(sortedKeys(cohort.toObject()), expected);
}

void TestListJson::partsOfACohortHaveThePromisedKeys()
{
    const QJsonObject cohort = listed({TrialIv})[u"cohorts"][0].toObject();
    QCOMPARE(cohort[u"id"].toString(), u"beta/iv"_s);
    QCOMPARE(cohort[u"study"].toString(), u"beta"_s);
    QCOMPARE(cohort[u"parent"].toString(), u"beta/all"_s);
    QCOMPARE(cohort[u"design"].toString(), u"phase-2-trial"_s);
    QCOMPARE(cohort[u"timing"].toString(), u"prophylactic"_s);
    const QJsonArray regimens = cohort[u"regimens"].toArray();
    QCOMPARE(regimens.size(), 2);
    QCOMPARE(
        sortedKeys(regimens[0].toObject()),
        sorted({u"kind"_s, u"routes"_s, u"dose"_s, u"asReported"_s, u"arithmetic"_s, u"frequency"_s,
                u"start"_s, u"stop"_s, u"stopDay"_s, u"trigger"_s, u"report"_s, u"locator"_s}));
    QCOMPARE(regimens[0][u"routes"].toArray(), QJsonArray{u"IV"_s});
    QCOMPARE(regimens[0][u"asReported"].toString(), u"200 mg daily, IV"_s);
    QCOMPARE(regimens[1][u"kind"].toString(), u"step-up"_s);
    QCOMPARE(regimens[1][u"dose"].toObject(),
             (QJsonObject{{u"min"_s, 8}, {u"max"_s, 8}, {u"unit"_s, u"mg/kg/day"_s}}));
    QCOMPARE(
        sortedKeys(outcome(cohort, u"crs.any"_s)),
        sorted({u"code"_s, u"domain"_s, u"target"_s, u"criterion"_s, u"window"_s, u"denominator"_s,
                u"population"_s, u"events"_s, u"n"_s, u"percent"_s, u"reported"_s, u"status"_s,
                u"concomitant"_s, u"ci"_s, u"value"_s, u"report"_s, u"locator"_s, u"flags"_s,
                u"findings"_s}));
    const QJsonObject share = listed({Prophylaxis})[u"cohorts"][0][u"products"][2].toObject();
    QCOMPARE(sortedKeys(share),
             sorted({u"code"_s, u"n"_s, u"reported"_s, u"status"_s, u"flags"_s}));
    QVERIFY(share[u"n"].isNull());
    QCOMPARE(share[u"status"].toString(), u"percent-only"_s);
}

void TestListJson::findingsStandAtTheirOutcomeAndInTheCohort()
{
    // 74 % of 25 is no count; 23/31 is.
    const QJsonArray cohorts = listed({TrialAll, Prophylaxis})[u"cohorts"].toArray();
    const QString id = u"grim.impossible:beta/all:response.orr"_s;
    QVERIFY(outcome(cohorts[0].toObject(), u"response.orr"_s)[u"findings"].toArray().contains(id));
    QCOMPARE(outcome(cohorts[1].toObject(), u"crs.any"_s)[u"findings"].toArray(), QJsonArray());
    const QJsonArray all = cohorts[0][u"findings"].toArray();
    const auto found = std::ranges::find_if(all, [&](const QJsonValue &each) { return each[u"id"] == id; });
    QVERIFY(found != all.end());
    QCOMPARE((*found)[u"severity"].toString(), u"impossible"_s);
    QCOMPARE((*found)[u"outcome"].toString(), u"response.orr"_s);
    QVERIFY((*found)[u"working"].toString().contains(u"18/25"_s));
}

void TestListJson::countedRateHasPercentAndWilsonBounds()
{
    const QJsonObject crs = outcome(listed({TrialSc})[u"cohorts"][0].toObject(), u"crs.any"_s);
    QCOMPARE(crs[u"events"].toInt(), 8);
    QCOMPARE(crs[u"n"].toInt(), 15);
    QCOMPARE(crs[u"percent"].toDouble(), 100.0 * 8 / 15);
    QCOMPARE(crs[u"reported"].toString(), u"53%"_s);
    QCOMPARE(crs[u"status"].toString(), u"derived"_s);
    QCOMPARE(crs[u"domain"].toString(), u"toxicity-incidence"_s);
    QCOMPARE(crs[u"population"].toString(), u"all-infused"_s);
    // Wilson 8/15 from the closed formula, computed apart from the program.
    QCOMPARE(crs[u"ci"][u"method"].toString(), u"wilson"_s);
    QCOMPARE(crs[u"ci"][u"level"].toDouble(), 95.0);
    QVERIFY(std::abs(crs[u"ci"][u"low"].toDouble() - 30.116980025498396) < 1e-9);
    QVERIFY(std::abs(crs[u"ci"][u"high"].toDouble() - 75.19046463426261) < 1e-9);
}

void TestListJson::methodAndLevelAreFollowed()
{
    RateOptions options;
    options.method = statistics::IntervalMethod::ClopperPearson;
    options.level = 90;
    const QJsonObject icans =
        outcome(listed({Resolvers}, options)[u"cohorts"][0].toObject(), u"icans.any"_s);
    QCOMPARE(icans[u"ci"][u"method"].toString(), u"clopper-pearson"_s);
    QCOMPARE(icans[u"ci"][u"level"].toDouble(), 90.0);
}

void TestListJson::percentWithoutCountHasNoIntervalAndNoEvents()
{
    const QJsonObject orr =
        outcome(listed({TrialAll})[u"cohorts"][0].toObject(), u"response.orr"_s);
    QVERIFY(orr[u"events"].isNull());
    QVERIFY(orr[u"n"].isNull());
    QVERIFY(orr[u"ci"].isNull());
    QCOMPARE(orr[u"percent"].toDouble(), 74.0);
    QCOMPARE(orr[u"status"].toString(), u"percent-only"_s);
}

void TestListJson::eventsWithoutDenominatorStayEvents()
{
    const QJsonObject icans = outcome(listed({TrialIv})[u"cohorts"][0].toObject(), u"icans.ge3"_s);
    QCOMPARE(icans[u"events"], QJsonValue(0));
    QVERIFY(icans[u"n"].isNull());
    QVERIFY(icans[u"percent"].isNull());
    QVERIFY(icans[u"ci"].isNull());
}

void TestListJson::inferredCountIsUsedOnRequestOnly()
{
    RateOptions options;
    options.showInferred = true;
    const QJsonObject orr =
        outcome(listed({TrialAll}, options)[u"cohorts"][0].toObject(), u"response.orr"_s);
    QCOMPARE(orr[u"events"].toInt(), 14);
    QCOMPARE(orr[u"n"].toInt(), 19);
    QCOMPARE(orr[u"status"].toString(), u"inferred"_s);
    QCOMPARE(orr[u"percent"].toDouble(), 1400.0 / 19);
    QVERIFY(std::abs(orr[u"ci"][u"low"].toDouble() - 51.20844910218489) < 1e-9);
}

void TestListJson::missingIsNullAndNeverZeroOrEmpty()
{
    const QJsonObject control = listed({TrialControl})[u"cohorts"][0].toObject();
    for (const QString &key : {u"n"_s, u"nMax"_s, u"nAnakinra"_s, u"parent"_s})
        QVERIFY2(control[key].isNull(), qPrintable(key));
    QCOMPARE(control[u"startDay"].toObject(), (QJsonObject{{u"min"_s, QJsonValue::Null},
                                                           {u"max"_s, QJsonValue::Null},
                                                           {u"median"_s, QJsonValue::Null}}));
    const QJsonObject crs = outcome(control, u"crs.any"_s);
    for (const QString &key : {u"target"_s, u"criterion"_s, u"window"_s, u"value"_s})
        QVERIFY2(crs[key].isNull(), qPrintable(key));
    QVERIFY(!listJson(smallLibrary(), u"words"_s, {}, {}).contains("\"\""));
    const QJsonObject second = listed({Resolvers})[u"cohorts"][0][u"regimens"][1].toObject();
    QCOMPARE(second[u"routes"].toArray(), QJsonArray());
    QVERIFY(second[u"arithmetic"].isNull());
    QVERIFY(listed({PreEmptive})[u"cohorts"][0][u"design"].isNull());
}

void TestListJson::secondPrintedSizeIsKept()
{
    const QJsonObject cohort = listed({PreEmptive})[u"cohorts"][0].toObject();
    QCOMPARE(cohort[u"n"].toInt(), 8);
    QCOMPARE(cohort[u"nMax"].toInt(), 9);
    QCOMPARE(outcome(cohort, u"icans.ge3"_s)[u"population"].toString(), u"selected"_s);
}

void TestListJson::comparatorHasNoTiming()
{
    const QJsonObject control = listed({TrialControl})[u"cohorts"][0].toObject();
    QCOMPARE(control[u"role"].toString(), u"historical-control"_s);
    QVERIFY(control[u"timing"].isNull());
}

void TestListJson::countsAndUnjudgedNameCohortsById()
{
    FilterResult result;
    result.counts.studies = 2;
    result.counts.participants = 46;
    result.counts.participantsUnknownIn = {TrialControl};
    result.counts.unjudged = 1;
    result.unjudged = {{PreEmptive, {u"route not reported"_s}}};
    const QJsonObject list = parsed(listJson(smallLibrary(), u"w"_s, result, {}));
    QCOMPARE(list[u"counts"][u"studies"].toInt(), 2);
    QCOMPARE(list[u"counts"][u"participants"].toInt(), 46);
    QCOMPARE(list[u"counts"][u"participantsUnknownIn"].toArray(), QJsonArray{u"beta/control"_s});
    QCOMPARE(list[u"counts"][u"unjudged"].toInt(), 1);
    QCOMPARE(list[u"unjudged"].toArray(),
             (QJsonArray{QJsonObject{{u"id"_s, u"delta/delta"_s},
                                     {u"reasons"_s, QJsonArray{u"route not reported"_s}}}}));
}

void TestListJson::textIsEscapedAndNumbersThatAreNoneAreNull()
{
    JsonOut json;
    json.beginObject();
    json.field("text", u"\"≥\"\\\n\t\u0001 ä"_s);
    json.field("nan", std::numeric_limits<double>::quiet_NaN());
    json.field("third", 100.0 / 3);
    json.endObject();
    const QJsonObject object = parsed(json.document());
    QCOMPARE(object[u"text"].toString(), u"\"≥\"\\\n\t\u0001 ä"_s);
    QVERIFY(object[u"nan"].isNull());
    QCOMPARE(object[u"third"].toDouble() - 100.0 / 3, 0.0); // every bit is kept
}

void TestListJson::checkListsFieldsAndKeepsRoomForFindings()
{
    const QJsonObject check = parsed(
        checkJson({{u"lib.json"_s, u"alpha/sc"_s, u"events"_s, u"events (16) exceed n (15)"_s}},
                  nullptr, {}));
    QCOMPARE(check,
             (QJsonObject{{u"errors"_s,
                           QJsonArray{QJsonObject{{u"file"_s, u"lib.json"_s},
                                                  {u"record"_s, u"alpha/sc"_s},
                                                  {u"field"_s, u"events"_s},
                                                  {u"message"_s, u"events (16) exceed n (15)"_s}}}},
                          {u"findings"_s, QJsonArray()}}));
}

QTEST_APPLESS_MAIN(TestListJson)
#include "tst_listjson.moc"
