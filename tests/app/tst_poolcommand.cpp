// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

Run pool(const QString &outcome, const QStringList &more = {})
{
    return run(QStringList{u"pool"_s, u"--outcome"_s, outcome} + more);
}

QJsonObject poolJson(const QString &outcome, const QStringList &more = {})
{
    return pool(outcome, QStringList{u"--format"_s, u"json"_s} + more).json();
}

QJsonObject cohort(const QJsonObject &json, const QString &id)
{
    for (const QJsonValue &value : json[u"cohorts"].toArray()) {
        if (value[u"id"].toString() == id)
            return value.toObject();
    }
    return {};
}

} // namespace

class TestPoolCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theProbabilityOfAThresholdComesFromEachCohortAlone()
    {
        // 6/31: Beta(6.5, 25.5) below 0.3, integrated by Simpson's rule elsewhere
        const QJsonObject json = poolJson(u"icans.any"_s, {u"--threshold"_s, u"30"_s});
        QCOMPARE(json[u"threshold"].toDouble(), 30.0);
        bool park = false;
        for (const QJsonValue &cohort : json[u"cohorts"].toArray()) {
            if (cohort[u"id"] != u"park-2023/cohort-1"_s)
                continue;
            park = true;
            QVERIFY(std::abs(cohort[u"probabilityBelow"].toDouble() - 90.60393193781) < 1e-7);
        }
        QVERIFY(park);
        QVERIFY(poolJson(u"icans.any"_s)[u"threshold"].isNull());
        const Run text = pool(u"icans.any"_s, {u"--threshold"_s, u"30"_s});
        QVERIFY2(text.out.contains("P(rate\u00a0<\u00a030\u00a0%)") && text.out.contains("90.6\u00a0%"), text.out.constData());
        QCOMPARE(pool(u"icans.any"_s, {u"--threshold"_s, u"130"_s}).exitCode, 2);
    }

    void jsonHasTheDocumentedKeys()
    {
        const QJsonObject json = poolJson(u"icans.any"_s);
        for (const char *key :
             {"outcome",      "method",      "level",   "k",          "studies",     "cohorts",
              "estimate",     "ci",          "tau2",    "i2",         "q",           "prediction",
              "medianOrMean", "warnings",    "refused", "crude",      "sensitivity", "groups",
              "groupTest",    "leaveOneOut", "methods", "references", "filter",      "library"})
            QVERIFY2(json.contains(QLatin1StringView(key)), key);
        QCOMPARE(json[u"outcome"].toString(), u"icans.any"_s);
        QCOMPARE(json[u"method"].toString(), u"glmm"_s);
        QCOMPARE(json[u"level"].toDouble(), 95.0);
        QCOMPARE(json[u"k"].toInt(), 2);
        QCOMPARE(json[u"studies"].toInt(), 2);
        // 9/25 and 6/31: metafor fits tau^2 = 0, so that the rate is 15/56.
        QVERIFY(std::abs(json[u"estimate"].toDouble() - 100.0 * 15 / 56) < 1e-4);
        QCOMPARE(json[u"medianOrMean"].toString(), u"median"_s);
        QVERIFY(json[u"prediction"].isNull()); // two studies
        QVERIFY(json[u"refused"].isNull());
        const QJsonObject used = cohort(json, u"park-2023/cohort-1"_s);
        QCOMPARE(used[u"events"].toInt(), 6);
        QCOMPARE(used[u"n"].toInt(), 31);
        QCOMPARE(used[u"used"].toBool(), true);
        QVERIFY(used[u"reason"].isNull());
        const QJsonObject unused = cohort(json, u"wehrli/all"_s);
        QCOMPARE(unused[u"used"].toBool(), false);
        QVERIFY(unused[u"events"].isNull());
        QCOMPARE(unused[u"reason"].toString(), u"not reported"_s);
    }

    void aRefusalIsAnAnswer()
    {
        const Run refused = pool(u"response.cr"_s, {u"--format"_s, u"json"_s});
        QCOMPARE(refused.exitCode, 0);
        const QJsonObject json = refused.json();
        QVERIFY(json[u"refused"].toString().contains(u"disease groups"_s));
        for (const QString &key : {u"estimate"_s, u"ci"_s, u"tau2"_s, u"crude"_s, u"sensitivity"_s})
            QVERIFY2(json[key].isNull(), qPrintable(key));
        QCOMPARE(json[u"k"].toInt(), 0);
        const Run text = pool(u"response.cr"_s);
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains("Not pooled."));
        QVERIFY(!text.out.contains("Crude total"));
    }

    void oneStudyHasACrudeTotalThatSaysSo()
    {
        const QJsonObject json = poolJson(u"response.orr"_s);
        QVERIFY(json[u"estimate"].isNull());
        QCOMPARE(json[u"obstacle"].toString(), u"one-study"_s);
        const QJsonObject crude = json[u"crude"].toObject();
        QCOMPARE(crude[u"label"].toString(), u"crude total, not a pooled estimate"_s);
        QCOMPARE(crude[u"events"].toInt(), 24);
        // Clopper-Pearson of 24/31, R 4.2.2: binom.test(24, 31)
        QVERIFY(std::abs(crude[u"ci"][u"low"].toDouble() - 58.90361339) < 1e-4);
        QVERIFY(std::abs(crude[u"ci"][u"high"].toDouble() - 90.40578317) < 1e-4);
    }

    void choicesAreObeyed()
    {
        QJsonObject json = poolJson(u"crs.any"_s, {u"--prefer"_s, u"liang-2025/sc"_s});
        QVERIFY(cohort(json, u"liang-2025/sc"_s)[u"used"].toBool());
        QVERIFY(!cohort(json, u"liang-2025/all"_s)[u"used"].toBool());
        json = poolJson(u"crs.any"_s, {u"--method"_s, u"reml-hk"_s, u"--level"_s, u"90"_s});
        QCOMPARE(json[u"method"].toString(), u"reml-hk"_s);
        QCOMPARE(json[u"sensitivity"][u"method"].toString(), u"glmm"_s);
        QCOMPARE(json[u"ci"][u"level"].toDouble(), 90.0);
        json = poolJson(u"crs.any"_s, {u"--leave-one-out"_s, u"--group-by"_s, u"route"_s});
        QCOMPARE(json[u"leaveOneOut"].toArray().size(), 2);
        QCOMPARE(json[u"groups"].toArray().size(), 2);
        QCOMPARE(json[u"groups"][0][u"code"].toString(), u"SC"_s);
        const QStringList subgroups{u"--role"_s, u"anakinra"_s, u"--role"_s, u"subgroup"_s};
        QCOMPARE(poolJson(u"resolution.icans"_s, subgroups)[u"k"].toInt(), 2);
        QCOMPARE(poolJson(u"resolution.icans"_s,
                          subgroups + QStringList{u"--possible-overlap"_s, u"exclude"_s})[u"k"]
                     .toInt(),
                 1);
    }

    void bundleIsWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bundle"_s);
        QCOMPARE(pool(u"crs.any"_s, {u"--bundle"_s, path}).exitCode, 0);
        QCOMPARE(QDir(path).entryList(QDir::Files | QDir::Hidden, QDir::Name | QDir::IgnoreCase),
                 (QStringList{u"cohorts.csv"_s, u"data.csv"_s, u"figure.pdf"_s, u"figure.svg"_s, u"README.txt"_s,
                              u"reproduce.R"_s, u"table.csv"_s}));
        const Run again = pool(u"crs.any"_s, {u"--bundle"_s, path});
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains("already"));
        const QString zip = folder.filePath(u"refused.zip"_s);
        QCOMPARE(pool(u"response.cr"_s, {u"--bundle"_s, zip}).exitCode, 1);
        QVERIFY(!QFile::exists(zip));
        QCOMPARE(pool(u"crs.any"_s, {u"--bundle"_s, folder.filePath(u"none/b.zip"_s)}).exitCode, 1);
        QCOMPARE(
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{u"bundle"_s});
    }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("no outcome") << QStringList{u"pool"_s} << QByteArray("--outcome");
        QTest::newRow("unknown outcome")
            << QStringList{u"pool"_s, u"--outcome"_s, u"icans"_s} << QByteArray("icans.any");
        QTest::newRow("unknown method")
            << QStringList{u"pool"_s, u"--outcome"_s, u"crs.any"_s, u"--method"_s, u"ft"_s}
            << QByteArray("reml-hk");
        QTest::newRow("unknown group")
            << QStringList{u"pool"_s, u"--outcome"_s, u"crs.any"_s, u"--group-by"_s, u"age"_s}
            << QByteArray("dose-band");
        QTest::newRow("an argument")
            << QStringList{u"pool"_s, u"crs.any"_s} << QByteArray("crs.any");
    }

    void usageErrors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        const Run failed = run(arguments);
        QCOMPARE(failed.exitCode, 2);
        QVERIFY2(failed.err.contains(word), failed.err.constData());
        QVERIFY(failed.out.isEmpty());
    }

    void helpTellsAStatisticianWhatIsDone()
    {
        const Run help = run({u"pool"_s, u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        for (const char *words : {"rma.glmm", "Hartung-Knapp", "t(k-1)", "--possible-overlap",
                                  "--bundle", "medianOrMean", "icans.any"})
            QVERIFY2(help.out.contains(words), words);
        for (const QByteArray &line : help.out.split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line.constData());
    }
};

QTEST_GUILESS_MAIN(TestPoolCommand)
#include "tst_poolcommand.moc"
