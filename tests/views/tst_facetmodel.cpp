// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/FacetModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

using Facets = std::vector<std::vector<FacetValue>>;

Facets someFacets()
{
    Facets facets(facetCount);
    facets[std::size_t(Facet::Route)] = {{u"SC"_s, u"Subcutaneous"_s, 3, false},
                                         {u"IV"_s, u"Intravenous"_s, 2, false},
                                         {u"not-reported"_s, u"Not reported"_s, 0, false}};
    facets[std::size_t(Facet::Timing)] = {{u"prophylactic"_s, u"Prophylactic"_s, 4, true}};
    return facets;
}

} // namespace

class TestFacetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void facetsWithoutValuesAreLeftOut()
    {
        FacetModel model;
        QAbstractItemModelTester tester(&model);
        model.setFacets(someFacets());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), u"Route"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"Timing"_s);
        QCOMPARE(model.codes(Facet::Product), QStringList());
        QVERIFY(!model.indexOf(Facet::Product).isValid());
    }

    void everyValueShowsItsLabelCountAndTick()
    {
        FacetModel model;
        QAbstractItemModelTester tester(&model);
        model.setFacets(someFacets());
        const QModelIndex iv = model.indexOf(Facet::Route, u"IV"_s);
        QCOMPARE(iv.data().toString(), u"Intravenous"_s);
        QCOMPARE(iv.siblingAtColumn(FacetModel::Cohorts).data().toInt(), 2);
        QCOMPARE(iv.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        const QModelIndex timing = model.indexOf(Facet::Timing, u"prophylactic"_s);
        QCOMPARE(timing.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(iv.data(Qt::AccessibleTextRole).toString().contains(u"2 cohorts"_s));
    }

    void uncheckedValuesWithoutCohortsStayAndAreDimmed()
    {
        FacetModel model;
        model.setFacets(someFacets());
        const QModelIndex none = model.indexOf(Facet::Route, u"not-reported"_s);
        QVERIFY(none.isValid());
        QVERIFY(none.data(Qt::ForegroundRole).isValid());
        QVERIFY(!model.indexOf(Facet::Route, u"SC"_s).data(Qt::ForegroundRole).isValid());
    }

    void aTickIsARequestAndChangesNothingItself()
    {
        FacetModel model;
        QAbstractItemModelTester tester(&model);
        model.setFacets(someFacets());
        QSignalSpy requests(&model, &FacetModel::toggleRequested);
        const QModelIndex sc = model.indexOf(Facet::Route, u"SC"_s);
        QVERIFY(model.setData(sc, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(requests.count(), 1);
        QCOMPARE(requests.at(0).at(0).value<Facet>(), Facet::Route);
        QCOMPARE(requests.at(0).at(1).toString(), u"SC"_s);
        QCOMPARE(sc.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(!model.setData(sc, Qt::Unchecked, Qt::CheckStateRole)); // already so
        QVERIFY(!model.setData(model.indexOf(Facet::Route), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(requests.count(), 1);
    }

    void newCountsKeepTheTreeAndOtherValuesRebuildIt()
    {
        FacetModel model;
        QAbstractItemModelTester tester(&model);
        Facets facets = someFacets();
        model.setFacets(facets);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex sc = model.indexOf(Facet::Route, u"SC"_s);
        facets[std::size_t(Facet::Route)][0].cohorts = 1;
        facets[std::size_t(Facet::Route)][0].selected = true;
        model.setFacets(facets);
        QCOMPARE(resets.count(), 0);
        QVERIFY(sc.isValid());
        QCOMPARE(sc.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        facets[std::size_t(Facet::Route)].pop_back();
        model.setFacets(facets);
        QCOMPARE(resets.count(), 1);
        model.setFacets({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestFacetModel)
#include "tst_facetmodel.moc"
