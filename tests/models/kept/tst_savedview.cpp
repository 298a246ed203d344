// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/SuggestedPair.h"
#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "models/kept/ReadyViews.h"
#include "models/kept/ViewReader.h"

#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

SavedView everything()
{
    SavedView view;
    view.name = u"Kölner Board: SC & „früh“ <1>"_s;
    view.filter.setValues(Facet::Route, {u"SC"_s});
    view.filter.setValues(Facet::Timing, {u"prophylactic"_s, u"pre-emptive"_s});
    view.filter.dose = DoseRange{{100.0, 200.0}, DoseUnit::MgPerDay};
    view.filter.startDay = Range{std::nullopt, 2.0};
    view.filter.excluded = {u"liang-2025/all"_s};
    view.filter.keepUnjudged = true;
    view.filter.withComparators = true;
    view.filter.bodyWeight = 72.5;
    view.chart = u"rates"_s;
    view.options = {{u"groupBy"_s, u"cohort"_s}};
    view.rates = {statistics::IntervalMethod::ClopperPearson, 90.0, true};
    view.panels = RatePanels::ToxicityResponseAndResolution;
    view.order = TableOrder{u"icans.any"_s, true};
    view.library = {u"Anakinra for CAR T-cell toxicities"_s, u"1.0.0"_s, u"2026-11-21"_s};
    view.program = u"0.1.0"_s;
    view.cohorts = {u"liang-2025/sc"_s, u"park-2023/cohort-1"_s};
    return view;
}

QStringList fieldsOf(const ViewReport &report)
{
    QStringList fields;
    for (const Problem &problem : report.problems)
        fields << problem.field;
    fields.sort();
    return fields;
}

} // namespace

class TestSavedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("file") << everything().toFile();
        QTest::newRow("metadata") << everything().toMetadata();
    }
    void everythingComesBack()
    {
        QFETCH(QByteArray, bytes);
        const ViewReport report = readView(bytes, u"a"_s);
        QVERIFY(report.problems.empty());
        QVERIFY(report.view);
        QVERIFY(*report.view == everything());
    }

    void metadataStandsOnOneLine() { QVERIFY(!everything().toMetadata().contains('\n')); }

    void anEmptyViewComesBack()
    {
        const ViewReport report = readView(SavedView().toFile(), {});
        QVERIFY(report.view);
        QVERIFY(report.problems.empty());
        QVERIFY(*report.view == SavedView());
    }

    void whatIsNotUnderstoodIsNamedAndTheRestUsed()
    {
        const ViewReport report = readView(R"({
            "type": "anakinra-evidence-view", "format": 1, "name": 7, "weather": "fine",
            "filter": {"facets": {"route": ["SC"], "colour": ["red"]}, "dose": {"min": 3}},
            "rates": {"method": "normal", "level": 95},
            "chart": {"kind": "rates", "options": []},
            "order": "up", "resolutionPanel": "yes"})",
                                           u"mine.anakinra-view"_s);
        QVERIFY(report.view);
        QCOMPARE(report.view->filter.values(Facet::Route), QStringList(u"SC"_s));
        QCOMPARE(report.view->chart, u"rates"_s);
        QCOMPARE(
            fieldsOf(report),
            QStringList({u"chart.options"_s, u"filter.dose"_s, u"filter.facets.colour"_s, u"name"_s,
                         u"order"_s, u"rates.method"_s, u"resolutionPanel"_s, u"weather"_s}));
        for (const Problem &problem : report.problems)
            QCOMPARE(problem.file, u"mine.anakinra-view"_s);
    }

    void whatIsNoViewIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QByteArray() << u"not JSON"_s;
        QTest::newRow("cut off") << everything().toFile().chopped(20) << u"not JSON"_s;
        QTest::newRow("another type")
            << QByteArray(R"({"type": "recipe", "format": 1})") << u"not a view"_s;
        QTest::newRow("a library")
            << QByteArray(R"({"format": 1, "studies": []})") << u"not a view"_s;
        QTest::newRow("an array") << QByteArray("[1]") << u"not a view"_s;
        QTest::newRow("no format")
            << QByteArray(R"({"type": "anakinra-evidence-view"})") << u"missing"_s;
        QTest::newRow("newer") << QByteArray(R"({"type": "anakinra-evidence-view", "format": 2})")
                               << u"newer version"_s;
        QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, ' ') << u"larger than any view"_s;
    }
    void whatIsNoViewIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const ViewReport report = readView(bytes, u"x"_s);
        QVERIFY(!report.view);
        QCOMPARE(report.problems.size(), 1U);
        QVERIFY2(report.problems.front().message.contains(words),
                 qPrintable(report.problems.front().message));
    }

    void aViewIsToldFromALibrary()
    {
        QVERIFY(looksLikeView(everything().toFile()));
        QVERIFY(!looksLikeView(R"({"format": 1, "studies": []})"));
        QVERIFY(!looksLikeView("not json"));
    }

    /// The cohorts that answer each question, read off the library by hand.
    void readyViewsListTheCohortsOfTheirQuestion_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("prophylactic") << 0
                                      << QStringList{u"liang-2025/all"_s, u"liang-2025/iv"_s,
                                                     u"liang-2025/sc"_s, u"park-2023/cohort-1"_s};
        QTest::newRow("refractory ICANS")
            << 1
            << QStringList{u"gazeau/abstract-26"_s, u"gazeau/all"_s,        u"gazeau/high-dose"_s,
                           u"gazeau/low-dose"_s,    u"lbcl-icans-42/all"_s, u"wehrli/all"_s};
        QTest::newRow("paediatric")
            << 4 << QStringList{u"dreyzin/all"_s, u"hines/carhlh"_s, u"shah/anakinra"_s};
    }
    void readyViewsListTheCohortsOfTheirQuestion()
    {
        QFETCH(int, position);
        QFETCH(QStringList, expected);
        const LoadReport shipped = readLibrary(QStringLiteral(SHIPPED_LIBRARY));
        QVERIFY(shipped.isUsable());
        const FilterEngine engine(shipped.library);
        const SavedView &view = readyViews().at(static_cast<std::size_t>(position));
        QVERIFY(engine.unknownValues(view.filter).isEmpty());
        QStringList ids = viewCohorts(*shipped.library, engine.apply(view.filter).cohorts);
        ids.sort();
        QCOMPARE(ids, expected);
    }

    void readyPairsSetTheCohortsOfTheirQuestionAgainstEachOther_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<QStringList>("expectedA");
        QTest::addColumn<QStringList>("expectedB");
        QTest::newRow("SC against IV")
            << 2
            << QStringList{u"jatiani/anakinra"_s, u"liang-2025/sc"_s,  u"oliai/anakinra"_s,
                           u"park-2023/cohort-1"_s, u"shah/anakinra"_s, u"strati/all"_s,
                           u"wehrli/all"_s}
            << QStringList{u"dreyzin/all"_s, u"liang-2025/iv"_s};
        QTest::newRow("doses") << 3
                               << QStringList{u"liang-2025/all"_s, u"liang-2025/iv"_s,
                                              u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}
                               << QStringList{u"gazeau/high-dose"_s};
    }
    void readyPairsSetTheCohortsOfTheirQuestionAgainstEachOther()
    {
        QFETCH(int, position);
        QFETCH(QStringList, expectedA);
        QFETCH(QStringList, expectedB);
        const LoadReport shipped = readLibrary(QStringLiteral(SHIPPED_LIBRARY));
        QVERIFY(shipped.isUsable());
        const FilterEngine engine(shipped.library);
        const SavedView &view = readyViews().at(static_cast<std::size_t>(position));
        QCOMPARE(view.chart, u"compare"_s);
        QVERIFY(view.options[u"filters"].toBool());
        const auto pairs = filterPairs(view.filter);
        const auto pair = std::ranges::find(pairs, view.options[u"pair"].toString(), &FilterPair::code);
        QVERIFY(pair != pairs.end());
        QStringList a = viewCohorts(*shipped.library, engine.apply(pair->a).cohorts);
        QStringList b = viewCohorts(*shipped.library, engine.apply(pair->b).cohorts);
        a.sort();
        b.sort();
        QCOMPARE(a, expectedA);
        QCOMPARE(b, expectedB);
    }
};

QTEST_GUILESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
