// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/OutcomeChooser.h"

#include <QSignalSpy>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

const std::vector<ReportedOutcome> three{{u"crs.any"_s, u"CRS, any grade"_s, 5},
                                         {u"icans.any"_s, u"ICANS, any grade"_s, 3},
                                         {u"response.cr"_s, u"Complete response"_s, 2}};
const std::vector<ReportedOutcome> responseOnly{{u"response.cr"_s, u"Complete response"_s, 1}};

} // namespace

class TestOutcomeChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUsualOutcomeIsShownUntilOneIsChosen()
    {
        OutcomeChooser chooser;
        QVERIFY(chooser.currentCode().isEmpty());
        QVERIFY(!chooser.isEnabled());
        chooser.setOutcomes(three);
        QCOMPARE(chooser.currentCode(), u"icans.any"_s);
        QCOMPARE(chooser.currentText(), u"ICANS, any grade (3)"_s);
        QVERIFY(chooser.chosenCode().isEmpty());
        chooser.setOutcomes(responseOnly);
        QCOMPARE(chooser.currentCode(), u"response.cr"_s);
    }

    void aChoiceStaysWhenTheListChanges()
    {
        OutcomeChooser chooser;
        chooser.setOutcomes(three);
        QSignalSpy chosen(&chooser, &OutcomeChooser::outcomeChosen);
        QTest::keyClick(&chooser, Qt::Key_Home);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), u"crs.any"_s);
        chooser.setOutcomes(responseOnly);
        QCOMPARE(chooser.currentCode(), u"crs.any"_s);
        QCOMPARE(chooser.currentText(), u"CRS, any grade (not reported here)"_s);
        chooser.setOutcomes(three);
        QCOMPARE(chooser.currentText(), u"CRS, any grade (5)"_s);
        QCOMPARE(chosen.size(), 1);
    }

    void aKeptChoiceIsTakenUpBeforeTheListIsKnown()
    {
        OutcomeChooser chooser;
        chooser.setChosenCode(u"response.cr"_s, u"Complete response"_s);
        chooser.setOutcomes(three);
        QCOMPARE(chooser.currentCode(), u"response.cr"_s);
        QCOMPARE(chooser.count(), 3);
    }
};

QTEST_MAIN(TestOutcomeChooser)
#include "tst_outcomechooser.moc"
