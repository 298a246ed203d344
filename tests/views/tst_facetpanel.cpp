// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/FacetModel.h"
#include "views/filter/FacetPanel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestFacetPanel : public QObject
{
    Q_OBJECT

private:
    static void fill(FacetPanel &panel, bool scTicked = false)
    {
        std::vector<std::vector<FacetValue>> facets(facetCount);
        facets[std::size_t(Facet::Route)] = {{u"SC"_s, u"Subcutaneous"_s, 3, scTicked},
                                             {u"IV"_s, u"Intravenous"_s, 2, false}};
        facets[std::size_t(Facet::Design)] = {{u"rct"_s, u"Randomised"_s, 1, false}};
        panel.setFacets(facets);
        panel.resize(260, 300);
        panel.show();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void aClickAnywhereInTheRowAsksForATick()
    {
        FacetPanel panel;
        fill(panel);
        QSignalSpy requests(&panel, &FacetPanel::toggleRequested);
        const QModelIndex iv = panel.model()->indexOf(Facet::Route, u"IV"_s);
        for (const int column : {FacetModel::Label, FacetModel::Cohorts}) {
            const QRect cell = panel.view()->visualRect(iv.siblingAtColumn(column));
            QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, cell.center());
        }
        QCOMPARE(requests.count(), 2);
        QCOMPARE(requests.at(0).at(1).toString(), u"IV"_s);
    }

    void theSpaceKeyAsksForATick()
    {
        FacetPanel panel;
        fill(panel);
        QSignalSpy requests(&panel, &FacetPanel::toggleRequested);
        panel.view()->setFocus();
        panel.view()->setCurrentIndex(panel.model()->indexOf(Facet::Route, u"SC"_s));
        QTest::keyClick(panel.view(), Qt::Key_Space);
        QCOMPARE(requests.count(), 1);
        QCOMPARE(requests.at(0).at(1).toString(), u"SC"_s);
    }

    void allAndNoneActOnTheFacetOfTheCurrentRow()
    {
        FacetPanel panel;
        fill(panel);
        auto *all = panel.findChild<QPushButton *>(u"facetAll"_s);
        auto *none = panel.findChild<QPushButton *>(u"facetNone"_s);
        QVERIFY(!all->isEnabled());
        panel.view()->setCurrentIndex(panel.model()->indexOf(Facet::Route, u"IV"_s));
        QVERIFY(all->isEnabled());
        QVERIFY(!none->isEnabled());
        QSignalSpy alls(&panel, &FacetPanel::selectAllRequested);
        all->click();
        QCOMPARE(alls.count(), 1);
        QCOMPARE(alls.at(0).at(1).toStringList(), QStringList({u"SC"_s, u"IV"_s}));
        fill(panel, true);
        QVERIFY(none->isEnabled());
        QSignalSpy nones(&panel, &FacetPanel::selectNoneRequested);
        none->click();
        QCOMPARE(nones.count(), 1);
        QCOMPARE(nones.at(0).at(0).value<Facet>(), Facet::Route);
    }

    void openedFacetsAreRememberedByCode()
    {
        FacetPanel panel;
        fill(panel);
        QCOMPARE(panel.expandedFacets(), QStringList(u"route"_s));
        panel.setExpandedFacets({u"design"_s, u"no-such-facet"_s});
        QCOMPARE(panel.expandedFacets(), QStringList(u"design"_s));
    }
};

QTEST_MAIN(TestFacetPanel)
#include "tst_facetpanel.moc"
