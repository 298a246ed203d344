// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/PoolText.h"
#include "tests/models/pooling/PoolFixtures.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

namespace {

/// Six studies, three of each timing.
std::shared_ptr<const Library> sixStudies()
{
    auto make = poolBuilder();
    const auto before = timed(Timing::Prophylactic);
    const auto after = timed(Timing::Refractory);
    make.cohort("a/all", 10, all(before, figure("icans.any", 2, 10)));
    make.cohort("b/all", 15, all(before, figure("icans.any", 5, 15)));
    make.cohort("c/all", 8, all(before, figure("icans.any", 1, 8)));
    make.cohort("d/all", 20, all(after, figure("icans.any", 9, 20)));
    make.cohort("e/all", 14, all(after, figure("icans.any", 12, 14)));
    make.cohort("f/all", 9, all(after, figure("icans.any", 7, 9)));
    return make.build();
}

PoolAnalysis analysed(const Library &library, const PoolRequest &request = {})
{
    return analysePool(library, everyCohort(library), u"icans.any"_s, request);
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestPoolAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithMetafor()
    {
        // metafor 3.8-1: rma.glmm(measure = "PLO", test = "t", nAGQ = 25) and, for the sensitivity,
        // rma(measure = "PLO", method = "REML", test = "adhoc").
        const auto library = sixStudies();
        const PoolAnalysis analysis = analysed(*library);
        const auto &pooled = *analysis.overall.pooled;
        QVERIFY(near(*pooled.median, 0.45769005, 5e-5));
        QVERIFY(near(pooled.interval->low, 0.17625344, 1e-4));
        QVERIFY(near(pooled.interval->high, 0.76899569, 1e-4));
        QVERIFY(near(pooled.prediction->low, 0.03373992, 1e-4));
        QVERIFY(near(pooled.prediction->high, 0.95326771, 1e-4));
        QVERIFY(near(*pooled.tau2, 1.250279, 1e-3));
        QVERIFY(near(*pooled.i2, 0.7310532, 1e-3));
        QVERIFY(near(*pooled.q, 21.47243, 1e-4));
        QVERIFY(near(*analysis.sensitivity->median, 0.46292030, 1e-5));
        QVERIFY(near(analysis.sensitivity->interval->low, 0.16611913, 1e-5));
        QVERIFY(near(*analysis.sensitivity->tau2, 1.2557484, 2e-5));
    }

    void groupsArePooledByThemselvesAndCompared()
    {
        // lme4 1.1-31: two glmer fits with nAGQ = 25 and 51, with and without the group.
        const auto library = sixStudies();
        PoolRequest request;
        request.groupBy = PoolGrouping::Timing;
        const PoolAnalysis analysis = analysed(*library, request);
        QCOMPARE(analysis.groups.size(), 2u);
        QCOMPARE(analysis.groups[0].key.label, u"Prophylactic"_s);
        QVERIFY(near(*analysis.groups[0].pooled->median, 8.0 / 33.0, 1e-6)); // tau = 0 there
        QVERIFY(analysis.groups[0].guard.warnings.isEmpty());
        QVERIFY(warnsOf(analysis.overall.guard.warnings, u"Mixed timing"_s));
        QCOMPARE(analysis.comparison->notDone, QString());
        QVERIFY(near(analysis.comparison->test.statistic, 6.52131180, 1e-5));
        QVERIFY(near(analysis.comparison->test.p, 0.01065894, 1e-7));
        QVERIFY(comparisonText(*analysis.comparison).contains(u"6.52 on 1 df, p 0.011"_s));
        QVERIFY(comparisonText(*analysis.comparison).contains(u"not randomised"_s));
    }

    void noModelGivesTheCrudeTotalAndARefusalGivesNothing()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 10, figure("icans.any", 0, 10));
        make.cohort("b/all", 5, figure("icans.any", 0, 5));
        const auto library = make.build();
        const PoolAnalysis none = analysed(*library);
        QVERIFY(!none.overall.isFitted());
        QVERIFY(none.overall.hasCrudeTotalOnly());
        // 1 - 0.025^(1/15) = 0.2180
        QVERIFY2(pooledSentence(none.overall)
                     .startsWith(u"Crude total, not a pooled estimate: 0/15, 0"_s),
                 qPrintable(pooledSentence(none.overall)));
        QVERIFY(pooledSentence(none.overall).contains(u"0–21.8"_s));

        make.cohort("c/all", 7, figure("icans.any", 1, 7, [](Observation &o) {
                        o.population = Population::Selected;
                    }));
        const auto mixed = make.build();
        const PoolAnalysis refused = analysed(*mixed);
        QVERIFY(!refused.overall.pooled);
        QVERIFY(!refused.overall.hasCrudeTotalOnly());
        QVERIFY(pooledSentence(refused.overall).startsWith(u"Not pooled."_s));
        QVERIFY(!methodsText(refused, *mixed).contains(u"Rates were pooled"_s));
    }

    void leavesEachStudyOutOnRequest()
    {
        const auto library = sixStudies();
        PoolRequest request;
        QVERIFY(analysed(*library, request).leaveOneOut.empty());
        request.leaveOneOut = true;
        const PoolAnalysis analysis = analysed(*library, request);
        QCOMPARE(analysis.leaveOneOut.size(), 6u);
        QCOMPARE(analysis.leaveOneOut[4].pooled.events, 36 - 12);
        QCOMPARE(analysis.leaveOneOut[4].pooled.k, 5);
    }

    void groupsThatShareParticipantsAreNotTested()
    {
        auto make = poolBuilder();
        make.cohort("a/all", 10, all(timed(Timing::Prophylactic), figure("icans.any", 2, 10)));
        make.cohort("b/all", 15, all(timed(Timing::Refractory), figure("icans.any", 5, 15)));
        make.cohort("c/all", 15, all(timed(Timing::Refractory), figure("icans.any", 7, 15)));
        make.overlap("a/all", "b/all", OverlapLevel::SubsetAssumed);
        const auto library = make.build();
        PoolRequest request;
        request.groupBy = PoolGrouping::Timing;
        const PoolAnalysis analysis = analysed(*library, request);
        QVERIFY2(analysis.comparison->notDone.contains(u"share participants"_s),
                 qPrintable(analysis.comparison->notDone));
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto library = sixStudies();
        const PoolAnalysis analysis =
            analysePool(*library, everyCohort(*library), u"icans.any"_s, {}, stop.get_token());
        QVERIFY(analysis.cancelled);
        QVERIFY(!analysis.overall.pooled);
    }

    void wordsSayWhatTheNumberIs()
    {
        const auto library = sixStudies();
        const PoolAnalysis analysis = analysed(*library);
        const QString nbsp(QChar(0x00a0));
        QString sentence = pooledSentence(analysis.overall);
        QCOMPARE(sentence.replace(nbsp, u" "_s).section(u';', 0, 0),
                 u"Median rate 45.8 % (95 % interval 17.6–76.9 %, t(5))"_s);
        QVERIFY(sentence.contains(u"population mean"_s));
        QString heterogeneity = heterogeneityText(*analysis.overall.pooled);
        QVERIFY2(heterogeneity.startsWith(u"τ² 1.25 ("_s), qPrintable(heterogeneity));
        QVERIFY(heterogeneity.contains(u"Q 21.5 on 5 df, p 0.0007"_s));
        QString prediction = predictionText(*analysis.overall.pooled);
        QCOMPARE(prediction.replace(nbsp, u" "_s),
                 u"Prediction interval 3.4–95.3 % (95 %, t(5))"_s);
        QCOMPARE(poolSizeText(analysis.overall.guard), u"6 studies, 36 of 76 participants"_s);
        QCOMPARE(pText(0.00004), u"<0.0001"_s);
        QCOMPARE(pText(0.0421), u"0.042"_s);
        QCOMPARE(pText(0.131), u"0.13"_s);
    }

    void methodsCiteInOrderAndNameTheProgram()
    {
        const auto library = sixStudies();
        PoolRequest request;
        request.groupBy = PoolGrouping::DoseBand;
        const PoolAnalysis analysis = analysed(*library, request);
        const QString text = methodsText(analysis, *library);
        const QStringList references = methodsReferences(analysis);
        QVERIFY(references.filter(u"Stijnen T, Hamza TH"_s).size() == 1);
        QVERIFY(references.filter(u"Hartung J, Knapp G"_s).size() ==
                1); // of the sensitivity analysis
        QVERIFY(text.contains(programNameAndVersion()));
        QVERIFY(text.contains(u"not converted"_s));
        qsizetype last = 0;
        for (qsizetype i = 1; i <= references.size(); ++i) { // numbered in reading order
            qsizetype at = -1;
            for (const QString &form : {u"[%1]"_s, u"[%1,"_s, u",%1,"_s, u",%1]"_s}) {
                const qsizetype found = text.indexOf(form.arg(i));
                if (found >= 0 && (at < 0 || found < at))
                    at = found;
            }
            QVERIFY2(at >= last, qPrintable(QString::number(i) + u' ' + text));
            last = at;
        }
    }
};

QTEST_APPLESS_MAIN(TestPoolAnalysis)
#include "tst_poolanalysis.moc"
