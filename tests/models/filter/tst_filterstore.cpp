// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterStore.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestFilterStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyVerbEmitsOnceAndIsOneStep_data()
    {
        using Verb = std::function<void(FilterStore &)>;
        QTest::addColumn<Verb>("verb");
        const auto row = [](const char *name, const Verb &verb) { QTest::newRow(name) << verb; };
        row("toggle", [](FilterStore &s) { s.toggle(Facet::Route, u"SC"_s); });
        row("all", [](FilterStore &s) { s.selectAll(Facet::Route, {u"SC"_s, u"IV"_s}); });
        row("dose", [](FilterStore &s) { s.setDose(DoseRange{{1, 2}, DoseUnit::MgPerKgPerDay}); });
        row("start day", [](FilterStore &s) { s.setStartDay(Range{0, {}}); });
        row("size", [](FilterStore &s) { s.setSize(Range{5, {}}); });
        row("year", [](FilterStore &s) { s.setYear(Range{2020, {}}); });
        row("body weight", [](FilterStore &s) { s.setBodyWeight(70); });
        row("unjudged", [](FilterStore &s) { s.setKeepUnjudged(true); });
        row("comparators", [](FilterStore &s) { s.setWithComparators(true); });
        row("possible overlaps", [](FilterStore &s) { s.setExcludePossibleOverlaps(true); });
        row("search", [](FilterStore &s) { s.setSearch(u"icans"_s); });
        row("exclude", [](FilterStore &s) { s.excludeCohort(u"s/a"_s); });
    }

    void everyVerbEmitsOnceAndIsOneStep()
    {
        QFETCH(std::function<void(FilterStore &)>, verb);
        FilterStore store;
        QSignalSpy changed(&store, &FilterStore::changed);
        verb(store);
        QCOMPARE(changed.count(), 1);
        const FilterCriteria after = store.criteria();
        QVERIFY(!after.isEmpty());
        QCOMPARE(changed.last().first().value<FilterCriteria>(), after);

        store.undo();
        QCOMPARE(changed.count(), 2);
        QCOMPARE(store.criteria(), FilterCriteria());
        QVERIFY(!store.canUndo());
        store.redo();
        QCOMPARE(changed.count(), 3);
        QCOMPARE(store.criteria(), after);
        QVERIFY(!store.canRedo());
    }

    void whatChangesNothingIsIgnored()
    {
        FilterStore store;
        store.selectAll(Facet::Route, {u"SC"_s, u"IV"_s});
        store.excludeCohort(u"s/a"_s);
        QSignalSpy changed(&store, &FilterStore::changed);
        store.selectAll(Facet::Route, {u"IV"_s, u"SC"_s, u"IV"_s});
        store.selectNone(Facet::Timing);
        store.excludeCohort(u"s/a"_s);
        store.includeCohort(u"s/b"_s);
        store.setSearch(QString());
        store.setYear(Range{});
        store.set(store.criteria());
        store.redo();
        QCOMPARE(changed.count(), 0);
        store.undo();
        store.undo();
        QCOMPARE(changed.count(), 2);
        store.undo();
        store.clear();
        QCOMPARE(changed.count(), 2);
    }

    void consecutiveSearchEditsAreOneStep()
    {
        FilterStore store;
        store.toggle(Facet::Route, u"SC"_s);
        QSignalSpy changed(&store, &FilterStore::changed);
        for (const QString &text : {u"i"_s, u"ic"_s, u"ic "_s, u"ica"_s})
            store.setSearch(text);
        QCOMPARE(changed.count(), 4);
        QCOMPARE(store.criteria().search, u"ica"_s);
        store.undo();
        QCOMPARE(store.criteria().search, QString());
        QCOMPARE(store.criteria().values(Facet::Route), QStringList{u"SC"_s});
        store.redo();
        QCOMPARE(store.criteria().search, u"ica"_s);
        // After an undo or redo, typing starts a step of its own.
        store.setSearch(u"ican"_s);
        store.undo();
        QCOMPARE(store.criteria().search, u"ica"_s);
    }

    void anotherGestureEndsASearchEdit()
    {
        FilterStore store;
        store.setSearch(u"a"_s);
        store.setKeepUnjudged(true);
        store.setSearch(u"ab"_s);
        store.undo();
        QCOMPARE(store.criteria().search, u"a"_s);
        QVERIFY(store.criteria().keepUnjudged);
    }

    void aSearchTypedAndDeletedLeavesNothingToUndo()
    {
        FilterStore store;
        store.setSearch(u"a"_s);
        store.setSearch(QString());
        QVERIFY(!store.canUndo());
        store.setSearch(u"b"_s);
        QVERIFY(store.canUndo());
        store.undo();
        QCOMPARE(store.criteria(), FilterCriteria());
    }

    void aNewChangeForgetsWhatCouldBeRedone()
    {
        FilterStore store;
        store.toggle(Facet::Route, u"SC"_s);
        store.undo();
        QVERIFY(store.canRedo());
        store.toggle(Facet::Route, u"IV"_s);
        QVERIFY(!store.canRedo());
    }

    void clearIsAStepLikeAnyOther()
    {
        FilterStore store;
        store.toggle(Facet::Route, u"SC"_s);
        store.setSearch(u"a"_s);
        const FilterCriteria before = store.criteria();
        store.clear();
        QCOMPARE(store.criteria(), FilterCriteria());
        store.undo();
        QCOMPARE(store.criteria(), before);
    }

    void resetForgetsHistoryAndFilterAtOnce()
    {
        FilterStore store;
        store.toggle(Facet::Route, u"SC"_s);
        store.toggle(Facet::Route, u"IV"_s);
        store.undo();
        QSignalSpy changed(&store, &FilterStore::changed);
        store.reset();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(store.criteria(), FilterCriteria());
        QVERIFY(!store.canUndo());
        QVERIFY(!store.canRedo());
        store.reset();
        QCOMPARE(changed.count(), 1);
    }

    void historyAloneIsAlsoReset()
    {
        FilterStore store;
        store.toggle(Facet::Route, u"SC"_s);
        store.undo();
        QSignalSpy changed(&store, &FilterStore::changed);
        store.reset();
        QCOMPARE(changed.count(), 1);
        QVERIFY(!store.canRedo());
    }
};

QTEST_GUILESS_MAIN(TestFilterStore)
#include "tst_filterstore.moc"
