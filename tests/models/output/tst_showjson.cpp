// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/RecomputedP.h"
#include "models/output/ShowJson.h"
#include "models/output/ShowText.h"
#include "tests/support/SmallLibrary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

namespace {

ComparisonGroup group(const QString &cohort, int events, int n)
{
    ComparisonGroup g;
    g.cohort = cohort;
    g.figure.events = events;
    g.figure.n = n;
    g.figure.source = at(u"%1/%2"_s.arg(events).arg(n));
    return g;
}

Comparison routes(const QString &relation, std::optional<double> p, const QString &reported)
{
    Comparison comparison;
    comparison.id = u"beta-crs"_s;
    comparison.label = u"CRS by route"_s;
    comparison.groups = {group(u"beta/sc"_s, 8, 15), group(u"beta/iv"_s, 9, 10)};
    comparison.pRelation = relation;
    comparison.p = p;
    comparison.source = at(reported);
    return comparison;
}

Library withEverything()
{
    Library library = smallLibrary();
    Study &beta = library.studies[1];
    beta.comparisons = {routes(u"="_s, 0.088, u"p=.088"_s)};
    beta.notes = {{NoteKind::Context, u"A meeting talk"_s, at(u"talk"_s)}};
    Cohort &all = library.cohorts[TrialAll];
    all.notes = {{NoteKind::Caution, u"The endpoint was missed"_s, at(u"not met"_s)}};
    Characteristic age;
    age.code = u"age"_s;
    age.label = u"Age"_s;
    age.figure.value = Continuous{61, 40, 80, u"years"_s, u"median, range"_s};
    age.figure.source = at(u"61 (40-80)"_s);
    all.characteristics = {age};
    library.overlaps = {{u"o1"_s,
                         u"beta/all"_s,
                         u"gamma/treated"_s,
                         OverlapLevel::CannotBeExcluded,
                         u"Same hospital"_s,
                         {u"r1"_s}},
                        {u"o2"_s,
                         u"alpha/cohort-1"_s,
                         u"gamma/treated"_s,
                         OverlapLevel::Same,
                         u"Not of this study"_s,
                         {}}};
    return library;
}

QJsonObject shown(const Library &library)
{
    return QJsonDocument::fromJson(showJson(library, library.studies[1], {})).object();
}

} // namespace

class TestShowJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void allRolesOfTheStudyAreThere();
    void everyRecordedValueSaysWhereItStands();
    void characteristicsNotesAndOverlapsNameTheirCohort();
    void groupsKeepThePrintedOrder();
    void recomputedPSaysWhichTestReproducesThePrint();
    void printedDigitsDecideWhatIsReproduced();
    void inequalitiesAreReproducedByAnySmallerP();
    void withoutCountsNothingIsRecomputed();
    void textNamesWhatIsNotReported();
    void textNeverExceedsItsWidth();
};

void TestShowJson::allRolesOfTheStudyAreThere()
{
    const QJsonObject show = shown(withEverything());
    for (const QString &key : {u"library"_s, u"study"_s, u"reports"_s, u"cohorts"_s,
                               u"characteristics"_s, u"comparisons"_s, u"overlaps"_s, u"notes"_s,
                               u"findings"_s})
        QVERIFY2(show.contains(key), qPrintable(key));
    QStringList ids;
    for (const QJsonValue &cohort : show[u"cohorts"].toArray())
        ids.append(cohort[u"id"].toString());
    QCOMPARE(ids, (QStringList{u"beta/all"_s, u"beta/control"_s, u"beta/sc"_s, u"beta/iv"_s}));
    QCOMPARE(show[u"study"][u"id"].toString(), u"beta"_s);
    QVERIFY(show[u"study"][u"year"].isNull());
}

void TestShowJson::everyRecordedValueSaysWhereItStands()
{
    const QJsonObject show = shown(withEverything());
    const QJsonObject all = show[u"cohorts"][0].toObject();
    QList<QJsonObject> values{all[u"sources"][u"n"].toObject(),
                              all[u"products"][0].toObject(),
                              all[u"regimens"][0].toObject(),
                              all[u"outcomes"][0].toObject(),
                              show[u"characteristics"][0].toObject(),
                              show[u"comparisons"][0].toObject(),
                              show[u"comparisons"][0][u"groups"][0].toObject(),
                              show[u"notes"][0].toObject()};
    for (const QJsonObject &value : values) {
        for (const QString &key : {u"reported"_s, u"status"_s, u"report"_s, u"locator"_s})
            QVERIFY2(value[key].isString(), qPrintable(key));
        QVERIFY(value[u"flags"].isArray());
    }
    QCOMPARE(all[u"sources"][u"n"][u"reported"].toString(), u"25"_s);
    const QJsonObject orr = all[u"outcomes"][1].toObject();
    QCOMPARE(orr[u"inferred"][u"events"].toInt(), 14);
    QVERIFY(orr[u"events"].isNull());
}

void TestShowJson::characteristicsNotesAndOverlapsNameTheirCohort()
{
    const QJsonObject show = shown(withEverything());
    QCOMPARE(show[u"characteristics"][0][u"cohort"].toString(), u"beta/all"_s);
    QCOMPARE(show[u"characteristics"][0][u"value"][u"median"].toDouble(), 61.0);
    QVERIFY(show[u"notes"][0][u"cohort"].isNull());
    QCOMPARE(show[u"notes"][1][u"cohort"].toString(), u"beta/all"_s);
    QCOMPARE(show[u"notes"][1][u"kind"].toString(), u"caution"_s);
    QCOMPARE(show[u"overlaps"].toArray().size(), 1);
    QCOMPARE(show[u"overlaps"][0][u"level"].toString(), u"cannot-be-excluded"_s);
}

void TestShowJson::groupsKeepThePrintedOrder()
{
    Library library = withEverything();
    std::swap(library.studies[1].comparisons[0].groups[0],
              library.studies[1].comparisons[0].groups[1]);
    const QJsonArray groups = shown(library)[u"comparisons"][0][u"groups"].toArray();
    QCOMPARE(groups[0][u"cohort"].toString(), u"beta/iv"_s);
    QCOMPARE(groups[1][u"cohort"].toString(), u"beta/sc"_s);
}

void TestShowJson::recomputedPSaysWhichTestReproducesThePrint()
{
    // 8/15 against 9/10, computed apart from the program: Fisher 0.08753900561680883,
    // chi-square without correction 0.05418119631396448.
    const QJsonObject comparison = shown(withEverything())[u"comparisons"][0].toObject();
    QCOMPARE(comparison[u"pPrinted"].toDouble(), 0.088);
    QHash<QString, QJsonObject> byTest;
    for (const QJsonValue &value : comparison[u"pRecomputed"].toArray())
        byTest.insert(value[u"test"].toString(), value.toObject());
    QVERIFY(std::abs(byTest[u"fisher"_s][u"p"].toDouble() - 0.08753900561680883) < 1e-10);
    QCOMPARE(byTest[u"fisher"_s][u"reproduces"], QJsonValue(true));
    QVERIFY(std::abs(byTest[u"chi-square"_s][u"p"].toDouble() - 0.05418119631396448) < 1e-10);
    QCOMPARE(byTest[u"chi-square"_s][u"reproduces"], QJsonValue(false));
}

void TestShowJson::printedDigitsDecideWhatIsReproduced()
{
    QCOMPARE(recomputedPs(routes(u"="_s, 0.09, u"p = .09"_s)).front().reproduces, true);
    QCOMPARE(recomputedPs(routes(u"="_s, 0.09, u"p = .090"_s)).front().reproduces, false);
    QCOMPARE(recomputedPs(routes(u"="_s, 0.0875, u"p = 0.0875"_s)).front().reproduces, true);
}

void TestShowJson::inequalitiesAreReproducedByAnySmallerP()
{
    QCOMPARE(recomputedPs(routes(u"<"_s, 0.1, u"p<.1"_s)).front().reproduces, true);
    QCOMPARE(recomputedPs(routes(u"<"_s, 0.05, u"p<.05"_s)).front().reproduces, false);
    QCOMPARE(recomputedPs(routes(u">"_s, 0.05, u"p>.05"_s)).front().reproduces, true);
    QCOMPARE(recomputedPs(routes({}, {}, u"similar"_s)).front().reproduces, std::nullopt);
}

void TestShowJson::withoutCountsNothingIsRecomputed()
{
    Comparison comparison = routes(u"="_s, 0.088, u"p=.088"_s);
    comparison.groups[1].figure.n.reset();
    QVERIFY(recomputedPs(comparison).empty());
}

void TestShowJson::textNamesWhatIsNotReported()
{
    const Library library = withEverything();
    const QString text = showText(library, library.studies[1], {}, 300);
    QVERIFY(text.contains(u"Not reported among the main outcomes: CRS ≥3, ICANS any, ICANS ≥3"_s));
    QVERIFY(text.contains(u"8/15"_s));
    QVERIFY(text.contains(u"The endpoint was missed"_s));
    QVERIFY(text.contains(u"reproduces the printed p"_s));
}

void TestShowJson::textNeverExceedsItsWidth()
{
    const Library library = withEverything();
    for (const QString &line : showText(library, library.studies[1], {}, 60).split(u'\n'))
        QVERIFY2(line.size() <= 60, qPrintable(line));
}

QTEST_APPLESS_MAIN(TestShowJson)
#include "tst_showjson.moc"
