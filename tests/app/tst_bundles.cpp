// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"
#include "tests/support/RunR.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Every kind of chart as a bundle, on the shipped evidence.
class TestBundles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsWrittenWithWhatItTakesToCheckIt_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("scripts"); ///< folders that hold one
        const QStringList here{u"."_s};
        QTest::newRow("rates") << QStringList{u"rates"_s} << here;
        QTest::newRow("forest") << QStringList{u"forest"_s, u"--outcome"_s, u"icans.any"_s} << here;
        QTest::newRow("timing") << QStringList{u"timing"_s, u"--outcome"_s, u"crs.any"_s} << here;
        QTest::newRow("dose") << QStringList{u"dose"_s, u"--outcome"_s, u"icans.any"_s} << here;
        QTest::newRow("benefit and harm") << QStringList{u"benefit-harm"_s} << here;
        QTest::newRow("people") << QStringList{u"people"_s, u"--outcome"_s, u"icans.any"_s} << here;
        QTest::newRow("two cohorts")
            << QStringList{u"compare"_s, u"--a"_s, u"liang-2025/sc"_s, u"--b"_s, u"liang-2025/iv"_s}
            << here;
        QTest::newRow("two filters")
            << QStringList{u"compare"_s, u"--a"_s, u"--route SC"_s, u"--b"_s, u"--route IV"_s} << here;
        QTest::newRow("page of two")
            << QStringList{u"compose"_s, u"--panels"_s, u"rates,forest"_s, u"--outcome"_s, u"crs.any"_s}
            << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("map") << QStringList{u"map"_s} << QStringList();
        QTest::newRow("overlap") << QStringList{u"overlap"_s} << QStringList();
        QTest::newRow("gaps") << QStringList{u"gaps"_s} << QStringList();
    }

    void everyKindIsWrittenWithWhatItTakesToCheckIt()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, scripts);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bundle"_s);
        const Run made = run(QStringList{u"chart"_s} + arguments + QStringList{u"--bundle"_s, path});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QVERIFY(contentOf(path + u"/figure.pdf"_s).startsWith("%PDF-"));
        QVERIFY(contentOf(path + u"/figure.svg"_s).contains("<svg"));
        QVERIFY(contentOf(path + u"/figure.anakinra-view"_s).contains("anakinra-evidence-view"));
        const QByteArray readme = contentOf(path + u"/README.txt"_s);
        QVERIFY2(readme.contains("version 1."), readme.constData()); // of the library
        QVERIFY(readme.contains("Anakinra Evidence Browser"));
        QCOMPARE(readme.contains("Run reproduce.R"), !scripts.isEmpty());
        for (const QString &inner : scripts.isEmpty() ? QStringList{u"."_s} : scripts)
            QVERIFY(contentOf(path + u'/' + inner + u"/table.csv"_s).count("\r\n") > 1);
        if (scripts.isEmpty())
            return;
        if (!hasR())
            QSKIP("Rscript with metafor and lme4 is not installed");
        for (const QString &inner : std::as_const(scripts)) {
            const RunOfR again = runScriptIn(path + u'/' + inner);
            QVERIFY2(again.exitCode == 0, again.said.constData());
            QVERIFY2(again.said.count("agrees") >= 3, again.said.constData());
        }
    }

    void theScriptNoticesAChangedRate()
    {
        if (!hasR())
            QSKIP("Rscript with metafor and lme4 is not installed");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bundle"_s);
        QCOMPARE(run({u"chart"_s, u"rates"_s, u"--bundle"_s, path}).exitCode, 0);
        QByteArray rates = contentOf(path + u"/rates.csv"_s);
        QVERIFY(rates.contains("icans.any,6,31,"));
        rates.replace("icans.any,6,31,", "icans.any,7,31,");
        QFile file(path + u"/rates.csv"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rates) == rates.size());
        file.close();
        const RunOfR again = runScriptIn(path);
        QVERIFY2(again.exitCode == 1 && again.said.contains("DIFFERS"), again.said.constData());
    }

    void aPictureMayBeWrittenBesideTheBundle()
    {
        const QTemporaryDir folder;
        QCOMPARE(run({u"chart"_s, u"rates"_s, u"-o"_s, folder.filePath(u"r.png"_s), u"--bundle"_s,
                      folder.filePath(u"r.zip"_s)})
                     .exitCode,
                 0);
        QVERIFY(contentOf(folder.filePath(u"r.png"_s)).startsWith("\x89PNG"));
        QVERIFY(contentOf(folder.filePath(u"r.zip"_s)).startsWith("PK"));
    }

    void whatCannotBeWrittenIsToldAndLeavesNothing()
    {
        const QTemporaryDir folder;
        const Run nowhere = run({u"chart"_s, u"rates"_s, u"--bundle"_s, folder.filePath(u"no/b.zip"_s)});
        QCOMPARE(nowhere.exitCode, 1);
        QVERIFY(nowhere.err.contains("no/b.zip"));
        const Run nothing = run({u"chart"_s, u"rates"_s, u"--study"_s, u"park-2023"_s, u"--route"_s,
                                 u"IV"_s, u"--bundle"_s, folder.filePath(u"b.zip"_s)});
        QCOMPARE(nothing.exitCode, 1);
        QVERIFY2(nothing.err.contains("b.zip"), nothing.err.constData());
        QCOMPARE(run({u"chart"_s, u"rates"_s, u"--bundle"_s, QString()}).exitCode, 2);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBundles)
#include "tst_bundles.moc"
