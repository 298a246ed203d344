// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/kept/ViewChanges.h"

#include <QJsonArray>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestViewChanges : public QObject
{
    Q_OBJECT

    std::shared_ptr<const Library> m_library;

    /// Prophylactic use, as it would be kept on the shipped library.
    [[nodiscard]] SavedView prophylactic() const
    {
        SavedView view;
        view.filter.setValues(Facet::Timing, {u"prophylactic"_s});
        view.library = viewLibrary(*m_library);
        view.cohorts = viewCohorts(*m_library, FilterEngine(m_library).apply(view.filter).cohorts);
        return view;
    }
    [[nodiscard]] ViewChanges changesOf(const SavedView &view) const
    {
        const FilterEngine engine(m_library);
        return viewChanges(view, *m_library, engine, engine.apply(view.filter));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
    }

    void onTheSameLibraryNothingHasChanged() { QVERIFY(changesOf(prophylactic()).isEmpty()); }

    void anotherVersionIsSaid()
    {
        SavedView view = prophylactic();
        view.library.version = u"0.9.0"_s;
        const ViewChanges changes = changesOf(view);
        QVERIFY(changes.versions.contains(u"version 0.9.0"));
        QVERIFY(changes.versions.contains(u"version "_s + m_library->version));
        QVERIFY(changes.details.isEmpty());
    }

    void cohortsThatCameOrWentAreNamed()
    {
        SavedView view = prophylactic();
        view.cohorts = {u"liang-2025/all"_s, u"liang-2025/iv"_s, u"liang-2025/sc"_s,
                        u"oliai/anakinra"_s, u"gone-2020/all"_s};
        const QStringList details = changesOf(view).details;
        QCOMPARE(details.size(), 3);
        QCOMPARE(details.at(0), u"1 cohort is no longer in the library: gone-2020/all"_s);
        QVERIFY(details.at(1).startsWith(u"1 cohort no longer matches: Oliai"));
        QVERIFY(details.at(2).startsWith(u"1 cohort matches that did not: Park 2023"));
    }

    void whatTheLibraryDoesNotKnowIsNamed()
    {
        SavedView view;
        view.filter.setValues(Facet::Product, {u"old-cel"_s});
        view.filter.excluded = {u"gone-2020/all"_s};
        view.options = {{u"harm"_s, u"icans.g9"_s},
                        {u"more"_s, QJsonArray{u"crs.any"_s, u"crs.g9"_s}}};
        const QString all = changesOf(view).toString();
        QVERIFY(all.contains(u"\"old-cel\""));
        QVERIFY(all.contains(u"\"gone-2020/all\""));
        QVERIFY(all.contains(u"\"icans.g9\""));
        QVERIFY(all.contains(u"\"crs.g9\""));
        QVERIFY(!all.contains(u"crs.any"));
    }

    void longListsAreCounted()
    {
        SavedView view = prophylactic();
        for (int i = 0; i < 9; ++i)
            view.cohorts.append(u"gone/%1"_s.arg(i));
        const QStringList details = changesOf(view).details;
        QCOMPARE(details.size(), 1);
        QVERIFY(details.front().startsWith(u"9 cohorts are no longer in the library: gone/0, "));
        QVERIFY(details.front().endsWith(u"and 3 more"));
    }
};

QTEST_GUILESS_MAIN(TestViewChanges)
#include "tst_viewchanges.moc"
