// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/OptionalNumberEdit.h"
#include "views/filter/RangePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestRangePanel : public QObject
{
    Q_OBJECT

private:
    /// A panel whose requests are applied to criteria and shown again, as in the window.
    struct Bench
    {
        RangePanel panel;
        FilterCriteria criteria;
        int edits = 0;

        Bench()
        {
            QObject::connect(&panel, &RangePanel::editRequested, &panel,
                             [this](const CriteriaEdit &edit) {
                                 edit(criteria);
                                 ++edits;
                                 panel.setCriteria(criteria);
                             });
            panel.show();
        }
        OptionalNumberEdit *field(const QString &name)
        {
            return panel.findChild<OptionalNumberEdit *>(name);
        }
        void type(const QString &name, const QString &text)
        {
            auto *edit = field(name);
            edit->selectAll();
            QTest::keyClicks(edit, text);
            if (text.isEmpty())
                edit->clear();
            QTest::keyClick(edit, Qt::Key_Return);
        }
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void aDoseIsOnTheChosenScale()
    {
        Bench bench;
        auto *unit = bench.panel.findChild<QComboBox *>(u"doseUnit"_s);
        unit->setCurrentIndex(1);
        Q_EMIT unit->activated(1);
        QCOMPARE(bench.edits, 0); // a scale without a bound restricts nothing
        bench.type(u"doseMin"_s, u"8"_s);
        QVERIFY(bench.criteria.dose);
        QCOMPARE(bench.criteria.dose->unit, DoseUnit::MgPerKgPerDay);
        QCOMPARE(bench.criteria.dose->range, (Range{8.0, std::nullopt}));
        bench.type(u"doseMin"_s, QString());
        QVERIFY(!bench.criteria.dose);
        QCOMPARE(bench.edits, 2);
    }

    void aDecimalCommaIsNoGroupingSign()
    {
        Bench bench;
        bench.type(u"startDayMax"_s, u"0,435"_s);
        QVERIFY(bench.criteria.startDay);
        QCOMPARE(*bench.criteria.startDay->max, 0.435);
    }

    void whatIsNoNumberRequestsNothingAndSaysSo()
    {
        Bench bench;
        for (const auto &text : {u"many"_s, u"-3"_s, u"2.5"_s, u"nan"_s, u"inf"_s, u"1e999"_s}) {
            bench.type(u"sizeMin"_s, text);
            QVERIFY2(bench.field(u"sizeMin"_s)->property("invalid").toBool(), qPrintable(text));
        }
        QCOMPARE(bench.edits, 0);
        bench.type(u"sizeMin"_s, u"20"_s);
        QVERIFY(!bench.field(u"sizeMin"_s)->property("invalid").toBool());
        QCOMPARE(bench.edits, 1);
        QCOMPARE(*bench.criteria.size->min, 20.0);
    }

    void aStartDayMayBeBeforeTheInfusion()
    {
        Bench bench;
        bench.type(u"startDayMin"_s, u"-2"_s);
        QCOMPARE(*bench.criteria.startDay->min, -2.0);
    }

    void theSwitchKeepsWhatCannotBeJudged()
    {
        Bench bench;
        bench.panel.findChild<QCheckBox *>(u"keepUnjudged"_s)->click();
        QVERIFY(bench.criteria.keepUnjudged);
    }

    void reasonsAreCountedMostFrequentFirst()
    {
        const QStringList lines = RangePanel::reasonLines(
            {{0, {u"median only"_s}},
             {1, {u"start day not reported"_s}},
             {2, {u"start day not reported"_s, u"route not reported"_s}}});
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0), u"start day not reported: 2 cohorts"_s);
        QVERIFY(lines.contains(u"median only: 1 cohort"_s));
    }

    void theNumberOfUnjudgedCohortsIsSaid()
    {
        Bench bench;
        FilterResult result;
        bench.panel.setUnjudged(result);
        auto *label = bench.panel.findChild<QLabel *>(u"unjudgedLabel"_s);
        QVERIFY(label->isHidden());
        result.unjudged = {{3, {u"dose on the other scale"_s}}};
        bench.panel.setUnjudged(result);
        QVERIFY(!label->isHidden());
        QVERIFY(label->text().contains(u"1 cohort could not be judged"_s));
        QVERIFY(label->text().contains(u"dose on the other scale"_s));
    }
};

QTEST_MAIN(TestRangePanel)
#include "tst_rangepanel.moc"
