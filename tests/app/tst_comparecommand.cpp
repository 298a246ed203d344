// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

Run compare(const QStringList &more)
{
    return run(QStringList{u"compare"_s} + more);
}

Run compareJson(const QStringList &more)
{
    return compare(more + QStringList{u"--format"_s, u"json"_s});
}

bool isNear(const QJsonValue &value, double expected, double tolerance)
{
    return value.isDouble() && std::abs(value.toDouble() - expected) < tolerance;
}

const QStringList crs{u"--outcome"_s, u"crs.any"_s};
const QString sc = u"liang-2025/sc"_s;
const QString iv = u"liang-2025/iv"_s;

} // namespace

class TestCompareCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 8/15 against 9/10, computed apart from the program.
    void twoArmsGiveThePromisedKeys()
    {
        const Run made = compareJson(crs + QStringList{sc, iv});
        QCOMPARE(made.exitCode, 0);
        QCOMPARE(made.err, QByteArray());
        const QJsonObject json = made.json();
        QCOMPARE(json["outcome"_L1].toString(), u"crs.any"_s);
        QCOMPARE(json["a"_L1].toString(), sc);
        QCOMPARE(json["b"_L1].toString(), iv);
        QCOMPARE(json["rates"_L1].toArray().size(), 2);
        const QJsonObject b = json["rates"_L1][1].toObject();
        QCOMPARE(b["id"_L1].toString(), iv);
        QCOMPARE(b["events"_L1].toInt(), 9);
        QCOMPARE(b["n"_L1].toInt(), 10);
        const QJsonObject difference = json["difference"_L1].toObject();
        QCOMPARE(difference["method"_L1].toString(), u"newcombe"_s);
        QVERIFY(isNear(difference["low"_L1], -61.29271435342056, 1e-10));
        QVERIFY(isNear(difference["high"_L1], 0.7873928823529108, 1e-10));
        QVERIFY(isNear(json["p"_L1], 0.08753900561680883, 1e-12));
        QVERIFY(isNear(json["ratio"_L1]["estimate"_L1], 16.0 / 27.0, 1e-12));
        QVERIFY(json["warnings"_L1].isArray());
        QCOMPARE(json["randomised"_L1], QJsonValue(false));
        const QJsonArray properties = json["properties"_L1].toArray();
        QStringList differing;
        for (const QJsonValue &property : properties) {
            if (property["same"_L1] == false)
                differing << property["property"_L1].toString();
        }
        QCOMPARE(differing, QStringList{u"route"_s});
    }

    void theIntervalIsChosen()
    {
        const QJsonObject json
            = compareJson(crs + QStringList{sc, iv, u"--method"_s, u"miettinen-nurminen"_s}).json();
        QCOMPARE(json["difference"_L1]["method"_L1].toString(), u"miettinen-nurminen"_s);
        QVERIFY(isNear(json["difference"_L1]["low"_L1], -63.8607603097072, 1e-7));
    }

    void whatCannotBeComputedIsNullWithAReason()
    {
        const QJsonObject control
            = compareJson(crs + QStringList{u"liang-2025/all"_s, u"liang-2025/historical-control"_s}).json();
        for (const auto key : {"difference"_L1, "ratio"_L1, "p"_L1, "midP"_L1, "boschlooP"_L1, "oddsRatio"_L1})
            QVERIFY2(control[key].isNull(), key.data());
        QVERIFY(control["rates"_L1][1]["ci"_L1].isNull());
        QVERIFY(control["rates"_L1][1]["noInterval"_L1].toString().contains(u"number of patients"));
        QVERIFY(!control["noDifference"_L1].toString().isEmpty());

        const QJsonObject across = compareJson(crs + QStringList{u"park-2023/cohort-1"_s, sc}).json();
        QVERIFY(across["difference"_L1].isObject());
        QVERIFY(across["p"_L1].isNull() && across["ratio"_L1].isNull());

        const QJsonObject part = compareJson(crs + QStringList{u"liang-2025/all"_s, sc}).json();
        QVERIFY(part["difference"_L1].isNull() && part["p"_L1].isNull());
    }

    /// 17/19 against 22/32: the source prints p = 0.17, which Fisher's test gives (0.17058).
    void thePrintedPValueOfOneStudyIsFound()
    {
        const QJsonObject json = compareJson({u"--outcome"_s, u"response.cr"_s, u"shah/carhlh"_s,
                                              u"shah/no-carhlh"_s}).json();
        QVERIFY(isNear(json["p"_L1], 0.1705802755144821, 1e-12));
    }

    void withoutAnOutcomeAllAreListed()
    {
        const QJsonObject json = compareJson({sc, iv}).json();
        for (const auto key : {"outcome"_L1, "rates"_L1, "difference"_L1, "ratio"_L1, "p"_L1})
            QVERIFY2(json[key].isNull(), key.data());
        const QJsonArray outcomes = json["outcomes"_L1].toArray();
        QVERIFY(outcomes.size() >= 2);
        QCOMPARE(outcomes[0]["outcome"_L1].toString(), u"crs.any"_s);
        QVERIFY(outcomes[0]["difference"_L1].isObject());
    }

    void twoFiltersHaveTheirCohortsAndNoPValue()
    {
        const Run made = compareJson(
            crs + QStringList{u"--a"_s, u"--route SC"_s, u"--b"_s, u"--route IV --timing prophylactic"_s});
        QCOMPARE(made.exitCode, 0);
        const QJsonObject json = made.json();
        QVERIFY(json["a"_L1].toString().contains(u"route SC"));
        QCOMPARE(json["cohortsB"_L1].toArray(), QJsonArray{iv});
        QStringList ids;
        const QJsonArray rates = json["rates"_L1].toArray();
        for (const QJsonValue &rate : rates)
            ids << rate["side"_L1].toString() + u' ' + rate["id"_L1].toString();
        QVERIFY(ids.contains(u"a park-2023/cohort-1"_s));
        QVERIFY(ids.contains(u"b liang-2025/iv"_s));
        QVERIFY(json["difference"_L1].isNull());
        QVERIFY(json["noDifference"_L1].toString().contains(u"at least 3 studies"));
        QVERIFY(json["p"_L1].isNull());
    }

    void theTextSaysThatNothingWasRandomised()
    {
        const Run made = compare({sc, iv});
        QCOMPARE(made.exitCode, 0);
        const QString text = QString::fromUtf8(made.out);
        for (const QString &words : {u"NOT RANDOMISED"_s, u"8/15 53.3"_s, u"−36.7 points"_s,
                                     u"Fisher p 0.088"_s, u"Newcombe"_s, u"differs"_s, u"[1]"_s})
            QVERIFY2(text.contains(words), qPrintable(words));
    }

    void aChartIsWritten()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"c.svg"_s);
        const Run made = run({u"chart"_s, u"compare"_s, u"--a"_s, sc, u"--b"_s, iv, u"-o"_s, file});
        QCOMPARE(made.exitCode, 0);
        QFile svg(file);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        for (const QByteArray &words : {QByteArray("NOT RANDOMISED"), QByteArray("8/15"),
                                        QByteArray("Compared: A = Liang 2025")})
            QVERIFY2(text.contains(words), words.constData());
    }

    void errors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QStringList{} << 2 << QByteArray("two cohorts");
        QTest::newRow("one cohort") << QStringList{sc} << 2 << QByteArray("two cohorts");
        QTest::newRow("the same twice") << QStringList{sc, sc} << 2 << QByteArray("the same");
        QTest::newRow("unknown cohort") << QStringList{sc, u"nobody/x"_s} << 1 << QByteArray("nobody/x");
        QTest::newRow("a study") << QStringList{sc, u"park-2023"_s} << 1
                                 << QByteArray("park-2023/cohort-1");
        QTest::newRow("unknown outcome") << QStringList{u"--outcome"_s, u"crs.ge9"_s, sc, iv} << 2
                                         << QByteArray("crs.any");
        QTest::newRow("unknown method") << QStringList{u"--method"_s, u"wald"_s, sc, iv} << 2
                                        << QByteArray("newcombe");
        QTest::newRow("one filter") << QStringList{u"--a"_s, u"--route SC"_s} << 2 << QByteArray("--b");
        QTest::newRow("mixed sides") << QStringList{u"--a"_s, u"--route SC"_s, u"--b"_s, sc} << 2
                                     << QByteArray("FILTER with a FILTER");
        QTest::newRow("bad filter") << QStringList{u"--a"_s, u"--route XX"_s, u"--b"_s, u"--route IV"_s}
                                    << 2 << QByteArray("XX");
        QTest::newRow("no filter flag") << QStringList{u"--a"_s, u"--rout SC"_s, u"--b"_s, u"--route IV"_s}
                                        << 2 << QByteArray("rout");
    }

    void errors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, message);
        const Run made = compare(arguments);
        QCOMPARE(made.exitCode, exitCode);
        QCOMPARE(made.out, QByteArray());
        QVERIFY2(made.err.contains(message), made.err.constData());
    }
};

QTEST_APPLESS_MAIN(TestCompareCommand)
#include "tst_comparecommand.moc"
