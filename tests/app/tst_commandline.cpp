// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QJsonArray>
#include <QTest>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

const QString smallFile = QStringLiteral(TEST_DATA_DIR "/cli/small.json");
const QString faultyFile = QStringLiteral(TEST_DATA_DIR "/cli/events-exceed-n.json");

Run onSmall(QStringList arguments)
{
    return run(arguments + QStringList{u"--library"_s, smallFile});
}

QStringList ids(const QJsonObject &list, const QString &key = u"cohorts"_s)
{
    QStringList found;
    for (const QJsonValue &cohort : list[key].toArray())
        found.append(cohort[u"id"].toString());
    found.sort();
    return found;
}

QStringList listedIds(const QStringList &filter)
{
    return ids(run(QStringList{u"list"_s, u"--format"_s, u"json"_s} + filter).json());
}

QJsonObject cohort(const QJsonObject &list, const QString &id)
{
    for (const QJsonValue &value : list[u"cohorts"].toArray()) {
        if (value[u"id"] == id)
            return value.toObject();
    }
    return {};
}

QJsonObject outcome(const QJsonObject &cohort, const QString &code)
{
    for (const QJsonValue &value : cohort[u"outcomes"].toArray()) {
        if (value[u"code"] == code)
            return value.toObject();
    }
    return {};
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prophylacticSubcutaneousGivesTwoCohorts();
    void intravenousGivesTheArmAndNotTheWholeTrial();
    void onlyAnakinraCohortsUnlessARoleIsGiven();
    void comparatorsAreShownAndNotCounted();
    void everyKeyIsThereAndMissingIsNull();
    void methodAndLevelAreFollowed();
    void inferredCountsAreUsedOnRequestOnly();
    void optionsAreTakenWithAnEqualsSignToo();
    void codesAreMatchedWithoutRegardToCase();
    void negativeStartDaysAreValues();
    void csvHasOneLinePerCohortBelowTheComments();
    void tableEndsWithCountsFilterAndUnjudged();
    void showPrintsEverythingOfAStudy();
    void showOfAnUnknownStudyFails();
    void unknownNamesMatchNothingWithAMessage();
    void unknownValueOfAClosedListIsAUsageError_data();
    void unknownValueOfAClosedListIsAUsageError();
    void usageErrors_data();
    void usageErrors();
    void checkFindsNoErrorInTheShippedLibrary();
    void checkPrintsFindingsWithoutFailing();
    void checkNamesRecordAndFieldOfAnError();
    void checkOfAMissingFileFails();
    void faultyLibraryFailsUnlessPartial();
    void partsOfTheCommandLineGoToTheirStreams();
    void fullOutputIsAFault();
    void helpExplainsEveryOption_data();
    void helpExplainsEveryOption();
    void listHelpPrintsTheCodesOfTheLibrary();
    void versionIsPrinted();
    void windowWithoutADisplayIsRefusedInWords();
};

void TestCommandLine::prophylacticSubcutaneousGivesTwoCohorts()
{
    const Run list = run({u"list"_s, u"--timing"_s, u"prophylactic"_s, u"--route"_s, u"SC"_s,
                          u"--format"_s, u"json"_s});
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(list.err, QByteArray());
    const QJsonObject json = list.json();
    QCOMPARE(ids(json), (QStringList{u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
    QCOMPARE(json[u"counts"][u"studies"].toInt(), 2);
    QCOMPARE(json[u"counts"][u"cohorts"].toInt(), 2);
    QCOMPARE(json[u"counts"][u"participants"].toInt(), 46);
    QCOMPARE(json[u"counts"][u"participantsUnknownIn"].toArray(), QJsonArray());
    QCOMPARE(json[u"counts"][u"unjudged"].toInt(), json[u"unjudged"].toArray().size());

    const QJsonObject park = outcome(cohort(json, u"park-2023/cohort-1"_s), u"icans.any"_s);
    QCOMPARE(park[u"events"].toInt(), 6);
    QCOMPARE(park[u"n"].toInt(), 31);
    QCOMPARE(park[u"status"].toString(), u"derived"_s);
    // 6/31 by the closed Wilson formula: 9.2-36.3 %, as any textbook calculator gives.
    QVERIFY(std::abs(park[u"ci"][u"low"].toDouble() - 9.19) < 0.01);
    QVERIFY(std::abs(park[u"ci"][u"high"].toDouble() - 36.28) < 0.01);
    const QJsonObject liang = outcome(cohort(json, u"liang-2025/sc"_s), u"crs.any"_s);
    QCOMPARE(liang[u"events"].toInt(), 8);
    QCOMPARE(liang[u"n"].toInt(), 15);
    QCOMPARE(liang[u"reported"].toString(), u"53%"_s);
}

void TestCommandLine::intravenousGivesTheArmAndNotTheWholeTrial()
{
    const QStringList found = listedIds({u"--route"_s, u"IV"_s});
    QVERIFY(found.contains(u"liang-2025/iv"_s));
    QVERIFY(found.contains(u"dreyzin/all"_s));
    QVERIFY(!found.contains(u"liang-2025/all"_s));
    QVERIFY(!found.contains(u"liang-2025/sc"_s));
}

void TestCommandLine::onlyAnakinraCohortsUnlessARoleIsGiven()
{
    for (const QJsonValue &value :
         run({u"list"_s, u"--format"_s, u"json"_s}).json()[u"cohorts"].toArray())
        QCOMPARE(value[u"role"].toString(), u"anakinra"_s);
    QCOMPARE(listedIds({u"--role"_s, u"historical-control"_s}),
             QStringList{u"liang-2025/historical-control"_s});
}

void TestCommandLine::comparatorsAreShownAndNotCounted()
{
    const QJsonObject list = onSmall({u"list"_s, u"--study"_s, u"alpha"_s, u"--with-comparators"_s,
                                      u"--format"_s, u"json"_s})
                                 .json();
    QCOMPARE(ids(list),
             (QStringList{u"alpha/all"_s, u"alpha/control"_s, u"alpha/iv"_s, u"alpha/sc"_s}));
    QCOMPARE(list[u"counts"][u"participants"].toInt(), 25); // arms inside, the control outside
    QVERIFY(cohort(list, u"alpha/control"_s)[u"n"].isNull());
    QVERIFY(cohort(list, u"alpha/control"_s)[u"timing"].isNull());
}

void TestCommandLine::everyKeyIsThereAndMissingIsNull()
{
    const QJsonObject list =
        onSmall({u"list"_s, u"--study"_s, u"beta"_s, u"--format"_s, u"json"_s}).json();
    const QJsonObject beta = cohort(list, u"beta/all"_s);
    const QJsonObject expected{{u"id"_s, u"beta/all"_s},
                               {u"study"_s, u"beta"_s},
                               {u"label"_s, u"=SUM(A1), \"quoted\" − ≥3"_s},
                               {u"role"_s, u"anakinra"_s},
                               {u"parent"_s, QJsonValue::Null},
                               {u"n"_s, 8},
                               {u"nMax"_s, 9},
                               {u"nAnakinra"_s, 8},
                               {u"design"_s, u"retrospective"_s},
                               {u"ageGroups"_s, QJsonArray()},
                               {u"diseases"_s, QJsonArray()},
                               {u"indications"_s, QJsonArray()},
                               {u"timing"_s, u"treatment"_s},
                               {u"products"_s, QJsonArray()},
                               {u"startDay"_s, QJsonObject{{u"min"_s, QJsonValue::Null},
                                                           {u"max"_s, QJsonValue::Null},
                                                           {u"median"_s, QJsonValue::Null}}},
                               {u"regimens"_s, QJsonArray()},
                               {u"outcomes"_s, beta[u"outcomes"]},
                               {u"findings"_s, beta[u"findings"]}};
    QCOMPARE(beta, expected);
    QCOMPARE(beta[u"findings"][0][u"id"].toString(), u"count.two-values:beta/all:n"_s); // "8 or 9"
    const QJsonObject icans = outcome(beta, u"icans.any"_s);
    QCOMPARE(icans[u"population"].toString(), u"selected"_s);
    QCOMPARE(icans[u"percent"].toDouble(), 100.0);
    QCOMPARE(icans[u"ci"][u"high"].toDouble(), 100.0);
    for (const QString &key : {u"criterion"_s, u"window"_s, u"value"_s})
        QVERIFY2(icans.contains(key) && icans[key].isNull(), qPrintable(key));
    QCOMPARE(list[u"library"].toObject(), (QJsonObject{{u"title"_s, u"Small library"_s},
                                                       {u"version"_s, u"0.0.1"_s},
                                                       {u"curated"_s, u"2026-01-02"_s}}));
    QVERIFY(!list[u"filter"][u"words"].toString().isEmpty());
}

void TestCommandLine::methodAndLevelAreFollowed()
{
    const QJsonObject list = onSmall({u"list"_s, u"--ci"_s, u"clopper-pearson"_s, u"--level"_s,
                                      u"95"_s, u"--format"_s, u"json"_s})
                                 .json();
    const QJsonValue ci = outcome(cohort(list, u"alpha/iv"_s), u"crs.any"_s)[u"ci"];
    QCOMPARE(ci[u"method"].toString(), u"clopper-pearson"_s);
    // The exact interval of 9/10 as printed in tables: 55.5 to 99.7 %.
    QVERIFY(std::abs(ci[u"low"].toDouble() - 55.498) < 0.001);
    QVERIFY(std::abs(ci[u"high"].toDouble() - 99.747) < 0.001);
}

void TestCommandLine::inferredCountsAreUsedOnRequestOnly()
{
    const QStringList query{u"list"_s, u"--format"_s, u"json"_s};
    const QJsonObject plain =
        outcome(cohort(onSmall(query).json(), u"alpha/all"_s), u"response.orr"_s);
    QVERIFY(plain[u"events"].isNull());
    QCOMPARE(plain[u"percent"].toDouble(), 74.0);
    const QJsonObject inferred =
        outcome(cohort(onSmall(query + QStringList{u"--show-inferred"_s}).json(), u"alpha/all"_s),
                u"response.orr"_s);
    QCOMPARE(inferred[u"events"].toInt(), 14);
    QCOMPARE(inferred[u"status"].toString(), u"inferred"_s);
}

void TestCommandLine::optionsAreTakenWithAnEqualsSignToo()
{
    QCOMPARE(listedIds({u"--timing=prophylactic"_s, u"--route=SC"_s}),
             (QStringList{u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
    QCOMPARE(ids(run({u"--library="_s + smallFile, u"list"_s, u"--format=json"_s}).json()),
             (QStringList{u"alpha/all"_s, u"alpha/iv"_s, u"alpha/sc"_s, u"beta/all"_s}));
}

void TestCommandLine::codesAreMatchedWithoutRegardToCase()
{
    QCOMPARE(listedIds({u"--timing"_s, u"Prophylactic"_s, u"--route"_s, u"sc"_s}),
             listedIds({u"--timing"_s, u"prophylactic"_s, u"--route"_s, u"SC"_s}));
}

void TestCommandLine::negativeStartDaysAreValues()
{
    const Run list = onSmall({u"list"_s, u"--start-day-min"_s, u"-3"_s, u"--format"_s, u"json"_s});
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(ids(list.json(), u"unjudged"_s).isEmpty(), false); // no start day is printed
}

void TestCommandLine::csvHasOneLinePerCohortBelowTheComments()
{
    const Run csv = onSmall({u"list"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.exitCode, 0);
    QByteArrayList data;
    for (const QByteArray &line : csv.out.split('\n')) {
        if (!line.startsWith('#') && !line.isEmpty())
            data.append(line);
    }
    QCOMPARE(data.size(), 1 + 4);
    QVERIFY(data[0].startsWith("study,cohort,"));
    QVERIFY(csv.out.contains(u"\"'=SUM(A1), \"\"quoted\"\" − ≥3\""_s.toUtf8()));
    QVERIFY(csv.out.contains("# Filter: "));
    QVERIFY(csv.out.contains("Not the shipped library"));
}

void TestCommandLine::tableEndsWithCountsFilterAndUnjudged()
{
    const Run table = onSmall({u"list"_s, u"--route"_s, u"SC"_s});
    QCOMPARE(table.exitCode, 0);
    const QString text = QString::fromUtf8(table.out);
    QVERIFY(text.contains(u"alpha/sc"_s));
    QVERIFY(text.contains(u"8/15"_s));
    QVERIFY(text.contains(u"1 of 2 studies"_s));
    QVERIFY(text.contains(u"Could not be judged:\n  beta/all: route not reported"_s));
}

void TestCommandLine::showPrintsEverythingOfAStudy()
{
    const QJsonObject show = onSmall({u"show"_s, u"alpha"_s, u"--format"_s, u"json"_s}).json();
    QCOMPARE(ids(show),
             (QStringList{u"alpha/all"_s, u"alpha/control"_s, u"alpha/iv"_s, u"alpha/sc"_s}));
    QCOMPARE(show[u"study"][u"year"].toInt(), 2024);
    QCOMPARE(show[u"reports"][0][u"citation"][1][u"status"].toString(), u"curator-added"_s);
    QCOMPARE(show[u"characteristics"][0][u"value"][u"unit"].toString(), u"years"_s);
    QCOMPARE(show[u"comparisons"][0][u"groups"][0][u"cohort"].toString(), u"alpha/sc"_s);
    QCOMPARE(show[u"comparisons"][0][u"pPrinted"].toDouble(), 0.088);
    QCOMPARE(show[u"comparisons"][0][u"pRecomputed"][0][u"reproduces"], QJsonValue(true));
    QCOMPARE(show[u"overlaps"][0][u"b"].toString(), u"beta/all"_s);
    QCOMPARE(show[u"notes"].toArray().size(), 2);
    const QString text = QString::fromUtf8(onSmall({u"show"_s, u"alpha"_s}).out);
    for (const QString &words :
         {u"All treated"_s, u"200 mg daily"_s, u"The primary endpoint was not met"_s, u"61 years"_s,
          u"Same centre"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void TestCommandLine::showOfAnUnknownStudyFails()
{
    const Run show = run({u"show"_s, u"nobody-1999"_s});
    QCOMPARE(show.exitCode, 1);
    QCOMPARE(show.out, QByteArray());
    QVERIFY(show.err.contains("nobody-1999"));
    QVERIFY(show.err.contains("park-2023"));
}

void TestCommandLine::unknownNamesMatchNothingWithAMessage()
{
    for (const QString &option : {u"--product"_s, u"--disease"_s, u"--study"_s}) {
        const Run list = run({u"list"_s, option, u"no-such-thing"_s, u"--format"_s, u"json"_s});
        QCOMPARE(list.exitCode, 0);
        QVERIFY2(list.err.contains("no-such-thing"), qPrintable(option));
        QCOMPARE(list.json()[u"cohorts"].toArray(), QJsonArray());
        QCOMPARE(list.json()[u"counts"][u"cohorts"].toInt(-1), 0);
    }
}

void TestCommandLine::unknownValueOfAClosedListIsAUsageError_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("valid");
    QTest::newRow("route") << u"--route"_s << QByteArray("SC, IV, not-reported");
    QTest::newRow("only route") << u"--only-route"_s << QByteArray("SC, IV");
    QTest::newRow("timing") << u"--timing"_s << QByteArray("prophylactic, pre-emptive");
    QTest::newRow("role") << u"--role"_s << QByteArray("historical-control");
    QTest::newRow("peer review") << u"--peer-reviewed"_s << QByteArray("yes, no, not-stated");
    QTest::newRow("age group") << u"--age-group"_s << QByteArray("adult");
    QTest::newRow("design") << u"--design"_s << QByteArray("phase-2");
    QTest::newRow("indication") << u"--indication"_s << QByteArray("crs-prevention");
    QTest::newRow("publication") << u"--publication"_s << QByteArray("article, news");
    QTest::newRow("interval") << u"--ci"_s << QByteArray("wilson, clopper-pearson");
    QTest::newRow("format") << u"--format"_s << QByteArray("table, csv, json");
}

void TestCommandLine::unknownValueOfAClosedListIsAUsageError()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, valid);
    const Run list = onSmall({u"list"_s, option, u"bogus"_s});
    QCOMPARE(list.exitCode, 2);
    QCOMPARE(list.out, QByteArray());
    QVERIFY2(list.err.contains(valid), list.err.constData());
    QVERIFY(list.err.contains("bogus"));
}

void TestCommandLine::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &says) {
        QTest::newRow(name) << arguments << says;
    };
    row("unknown command", {u"frobnicate"_s}, "commands: list, show");
    row("a mistyped command", {u"pol"_s, u"--outcome"_s, u"crs.any"_s}, "commands: list, show");
    row("unknown option", {u"list"_s, u"--colour"_s, u"red"_s}, "colour");
    row("unknown option of the program", {u"--colour"_s}, "colour");
    row("missing value", {u"list"_s, u"--route"_s}, "route");
    row("given twice", {u"list"_s, u"--level"_s, u"95"_s, u"--level"_s, u"90"_s}, "more than once");
    row("argument too many", {u"list"_s, u"liang-2025"_s}, "no argument");
    row("dose without unit", {u"list"_s, u"--dose-min"_s, u"100"_s}, "unit");
    row("dose with a comma", {u"list"_s, u"--dose-min"_s, u"8,5 mg/kg/day"_s}, "unit");
    row("doses on two scales",
        {u"list"_s, u"--dose-min"_s, u"100 mg/day"_s, u"--dose-max"_s, u"8 mg/kg/day"_s},
        "same unit");
    row("empty range", {u"list"_s, u"--year-min"_s, u"2025"_s, u"--year-max"_s, u"2020"_s},
        "larger");
    row("level as a share", {u"list"_s, u"--level"_s, u"0.95"_s}, "--level");
    row("no number", {u"list"_s, u"--min-n"_s, u"many"_s}, "many");
    row("half a person", {u"list"_s, u"--min-n"_s, u"1.5"_s}, "whole");
    row("not finite", {u"list"_s, u"--start-day-min"_s, u"nan"_s}, "number");
    row("show without study", {u"show"_s}, "one study");
    row("check of two", {u"check"_s, u"a"_s, u"b"_s}, "one library");
}

void TestCommandLine::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Run result = run(arguments);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(says), result.err.constData());
}

void TestCommandLine::checkFindsNoErrorInTheShippedLibrary()
{
    const Run check = run({u"check"_s, u"--format"_s, u"json"_s});
    QVERIFY2(check.exitCode == 0, check.out.constData());
    QCOMPARE(check.json()[u"errors"], QJsonValue(QJsonArray()));
    QVERIFY(run({u"check"_s}).out.contains("No errors"));
}

void TestCommandLine::checkPrintsFindingsWithoutFailing()
{
    const Run check = run({u"check"_s, u"--format"_s, u"json"_s});
    QCOMPARE(check.exitCode, 0);
    QJsonObject found;
    for (const QJsonValue &value : check.json()[u"findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        for (const QString &key : {u"id"_s, u"severity"_s, u"study"_s, u"cohort"_s, u"outcome"_s,
                                   u"text"_s, u"working"_s, u"check"_s, u"kind"_s, u"code"_s})
            QVERIFY2(finding.contains(key), qPrintable(key));
        found[finding[u"id"].toString()] = finding;
    }
    const QJsonObject orr = found[u"grim.impossible:liang-2025/all:response.orr"].toObject();
    QCOMPARE(orr[u"severity"].toString(), u"impossible"_s);
    QCOMPARE(orr[u"study"].toString(), u"liang-2025"_s);
    QCOMPARE(orr[u"cohort"].toString(), u"liang-2025/all"_s);
    QCOMPARE(orr[u"outcome"].toString(), u"response.orr"_s);
    QCOMPARE(orr[u"kind"].toString(), u"outcome"_s);
    const QJsonObject product
        = found[u"grim.impossible:park-2023/cohort-1:product.tisa-cel"].toObject();
    QCOMPARE(product[u"outcome"], QJsonValue(QJsonValue::Null));
    QCOMPARE(product[u"code"].toString(), u"tisa-cel"_s);
    const Run text = run({u"check"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("Cannot be as printed (5)"));
    QVERIFY(text.out.contains("grim.impossible:liang-2025/iv:response.cr"));
}

void TestCommandLine::checkNamesRecordAndFieldOfAnError()
{
    for (const QStringList &arguments : {QStringList{u"check"_s, faultyFile},
                                         QStringList{u"check"_s, u"--library"_s, faultyFile}}) {
        const Run check = run(arguments + QStringList{u"--format"_s, u"json"_s});
        QCOMPARE(check.exitCode, 1);
        const QJsonArray errors = check.json()[u"errors"].toArray();
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors[0][u"file"].toString(), faultyFile);
        QVERIFY(errors[0][u"record"].toString().contains(u"alpha/sc"_s));
        QVERIFY(errors[0][u"message"].toString().contains(u"16"_s));
    }
}

void TestCommandLine::checkOfAMissingFileFails()
{
    const Run check = run({u"check"_s, u"/no/such/library.json"_s, u"--format"_s, u"json"_s});
    QCOMPARE(check.exitCode, 1);
    QCOMPARE(check.json()[u"errors"].toArray().size(), 1);
}

void TestCommandLine::faultyLibraryFailsUnlessPartial()
{
    const QStringList query{u"list"_s, u"--format"_s, u"json"_s, u"--library"_s, faultyFile};
    const Run refused = run(query);
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY(refused.err.contains("alpha/sc"));
    const Run partial = run(query + QStringList{u"--partial"_s});
    QCOMPARE(partial.exitCode, 0);
    QVERIFY(partial.err.contains("alpha/sc"));
    QVERIFY(ids(partial.json()).contains(u"alpha/iv"_s));
}

void TestCommandLine::partsOfTheCommandLineGoToTheirStreams()
{
    const Run list = run({u"list"_s, u"--product"_s, u"liso-cel"_s, u"--product"_s, u"foo-cel"_s,
                          u"--format"_s, u"json"_s});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(!list.json().isEmpty());
    QVERIFY(list.err.contains("foo-cel"));
    QVERIFY(!list.out.contains("foo-cel\" is"));
}

void TestCommandLine::fullOutputIsAFault()
{
    const Run list = run({u"list"_s, u"--format"_s, u"json"_s}, u"/dev/full"_s);
    QCOMPARE(list.exitCode, 1);
    QVERIFY(!list.err.isEmpty());
}

void TestCommandLine::helpExplainsEveryOption_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArrayList>("words");
    const QByteArrayList filter{"--product",
                                "--only-product",
                                "--route",
                                "--only-route",
                                "--timing",
                                "--disease",
                                "--age-group",
                                "--design",
                                "--indication",
                                "--publication",
                                "--peer-reviewed",
                                "--study",
                                "--role",
                                "--dose-min",
                                "--dose-max",
                                "--start-day-min",
                                "--start-day-max",
                                "--min-n",
                                "--year-min",
                                "--year-max",
                                "--search",
                                "--keep-unjudged",
                                "--with-comparators",
                                "--exclude",
                                "--body-weight",
                                "--ci",
                                "--level",
                                "--show-inferred",
                                "--library",
                                "--partial",
                                "Exit codes"};
    QTest::newRow("list") << u"list"_s
                          << filter + QByteArrayList{"--format", "participantsUnknownIn", "nMax"};
    QTest::newRow("show") << u"show"_s
                          << QByteArrayList{"--format", "--library", "Exit codes", "pRecomputed"};
    QTest::newRow("chart") << u"chart"_s
                           << filter + QByteArrayList{"-o, --output", "--width-mm", "--height-mm",
                                                      "--dpi",        "--group",    "--title"};
    QTest::newRow("sheet") << u"sheet"_s << filter + QByteArrayList{"-o, --output", "--page"};
    QTest::newRow("pool") << u"pool"_s
                          << filter + QByteArrayList{"--outcome", "--group-by", "--prefer", "--bundle"};
    QTest::newRow("check") << u"check"_s
                           << QByteArrayList{"--format", "--library", "findings", "Exit codes"};
}

void TestCommandLine::helpExplainsEveryOption()
{
    QFETCH(QString, command);
    QFETCH(QByteArrayList, words);
    const Run help = run({command, u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QCOMPARE(help.err, QByteArray());
    for (const QByteArray &word : words)
        QVERIFY2(help.out.contains(word), word.constData());
    for (const QString &line : QString::fromUtf8(help.out).split(u'\n'))
        QVERIFY2(line.size() <= 80, qPrintable(line));
    QVERIFY(run({u"--help"_s}).out.contains(QByteArray("  " + command.toUtf8() + ' ')));
}

void TestCommandLine::listHelpPrintsTheCodesOfTheLibrary()
{
    const QByteArray shipped = run({u"list"_s, u"--help"_s}).out;
    for (const char *code : {"axi-cel", "cd19-commercial", "park-2023", "pre-emptive", "crs.ge3"})
        QVERIFY2(shipped.contains(code), code);
    const QByteArray small = onSmall({u"list"_s, u"--help"_s}).out;
    QVERIFY(small.contains("steroid.days"));
    QVERIFY(!small.contains("park-2023"));
}

void TestCommandLine::versionIsPrinted()
{
    const Run version = run({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.startsWith("anakinra-evidence "));
    QCOMPARE(version.err, QByteArray());
}

void TestCommandLine::windowWithoutADisplayIsRefusedInWords()
{
    const Run window = run({});
    QCOMPARE(window.exitCode, 1);
    QVERIFY(window.err.contains("display"));
    QVERIFY(window.err.contains("--help"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
