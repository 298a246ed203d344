// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

QJsonArray edges(const QStringList &filter)
{
    return run(QStringList{u"overlap"_s, u"--format"_s, u"json"_s} + filter).json()[u"edges"].toArray();
}

int participants(const QStringList &filter)
{
    const QJsonObject list = run(QStringList{u"list"_s, u"--format"_s, u"json"_s} + filter).json();
    return list[u"counts"][u"participants"].toInt(-1);
}

/// The header line of a CSV, below its comments.
QList<QByteArray> header(const QByteArray &csv)
{
    for (const QByteArray &line : csv.split('\n')) {
        if (!line.startsWith('#'))
            return line.trimmed().split(',');
    }
    return {};
}

} // namespace

/// references, overlap, missing, and the sources in the table, as the built program gives them.
class TestContextCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referencesGoToStandardOutputOrAFile()
    {
        const QStringList park{u"references"_s, u"--study"_s, u"park-2023"_s};
        const Run out = run(park);
        QCOMPARE(out.exitCode, 0);
        QVERIFY(out.out.startsWith("TY  - JOUR\r\n"));
        QVERIFY(out.out.contains("DO  - 10.1038/s41591-023-02404-6\r\n"));
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"park.ris"_s);
        const Run written = run(park + QStringList{u"-o"_s, file});
        QCOMPARE(written.exitCode, 0);
        QVERIFY(written.out.isEmpty());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), out.out);
        QVERIFY(run(park + QStringList{u"--format"_s, u"bibtex"_s}).out.startsWith("@article{park-2023-abstract,"));
        const auto csl = run(park + QStringList{u"--format"_s, u"csl-json"_s}).out;
        QCOMPARE(QJsonDocument::fromJson(csl).array().at(0)[u"id"].toString(), u"park-2023-abstract"_s);
    }

    void referencesOfNothingLeaveNoFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"none.bib"_s);
        const Run none = run({u"references"_s, u"--study"_s, u"nobody"_s, u"-o"_s, file});
        QCOMPARE(none.exitCode, 1);
        QVERIFY(none.err.contains("no report is cited"));
        QVERIFY(!QFile::exists(file));
        QCOMPARE(run({u"references"_s, u"--study"_s, u"nobody"_s, u"--all"_s}).exitCode, 0);
        QCOMPARE(run({u"references"_s, u"-o"_s, u"/nowhere/x.ris"_s}).exitCode, 1);
        QCOMPARE(run({u"references"_s, u"--format"_s, u"endnote"_s}).exitCode, 2);
        QCOMPARE(run({u"references"_s, u"park-2023"_s}).exitCode, 2);
    }

    void overlapsOfTheSelectionAreListed()
    {
        QCOMPARE(edges({}).size(), 7);
        QCOMPARE(edges({u"--study"_s, u"park-2023"_s}).size(), 1);
        QCOMPARE(edges({u"--study"_s, u"hines"_s}).size(), 0);
        const QByteArray text = run({u"overlap"_s}).out;
        QVERIFY(text.contains("overlap cannot be excluded"));
        QVERIFY(text.contains("Grounds: "));
        QCOMPARE(run({u"overlap"_s, u"--format"_s, u"csv"_s}).exitCode, 2);
    }

    void possibleOverlapsAreAdmittedOrExcluded()
    {
        // 42 with 8, 14 and 7, which nobody says to have patients in common with each other.
        const QStringList four{u"--study"_s, u"lbcl-icans-42"_s, u"--study"_s, u"strati"_s,
                               u"--study"_s, u"wehrli"_s,        u"--study"_s, u"oliai"_s};
        QCOMPARE(participants(four), 71);
        QCOMPARE(participants(four + QStringList{u"--possible-overlap"_s, u"admit"_s}), 71);
        QCOMPARE(participants(four + QStringList{u"--possible-overlap"_s, u"exclude"_s}), 42);
        const QByteArray words =
            run(QStringList{u"list"_s, u"--possible-overlap"_s, u"exclude"_s} + four).out;
        QVERIFY(words.contains("possible overlaps counted once"));
        QVERIFY(words.contains("at least 42 participants"));
        QCOMPARE(run({u"list"_s, u"--possible-overlap"_s, u"maybe"_s}).exitCode, 2);
    }

    void whatIsMissingIsAskedForInWordsAndAsAMatrix()
    {
        const QByteArray text = run({u"missing"_s, u"--study"_s, u"liang-2025"_s}).out;
        QVERIFY(text.startsWith("Questions on Liang 2025\n"));
        QVERIFY(!text.contains("Park"));
        const QByteArray csv = run({u"missing"_s, u"--format"_s, u"csv"_s}).out;
        QVERIFY(header(csv).contains("crs.any.reporting"));
        const QJsonObject json = run({u"missing"_s, u"--format"_s, u"json"_s}).json();
        QCOMPARE(json[u"cohorts"][0][u"cells"].toArray().size(), json[u"items"].toArray().size());
        QVERIFY(json[u"studies"].toArray().size() > 5);
    }

    void tablesCarryTheirSourcesOnRequest()
    {
        const QStringList list{u"list"_s, u"--format"_s, u"csv"_s};
        const auto plain = header(run(list).out);
        const QByteArray csv = run(list + QStringList{u"--with-sources"_s}).out;
        const auto full = header(csv);
        QVERIFY(!plain.contains("dose.printed") && full.contains("dose.printed"));
        QVERIFY(full.contains("crs.any.arithmetic") && full.contains("n.locator"));
        QVERIFY(plain.contains("crs.any.criterion"));
        QVERIFY(csv.contains("not stated"));
        for (const QByteArray &name : plain)
            QVERIFY2(full.contains(name), name.constData());
    }

    void everyCommandExplainsItself()
    {
        for (const char *command : {"references", "overlap", "missing"}) {
            const Run help = run({QString::fromUtf8(command), u"--help"_s});
            QCOMPARE(help.exitCode, 0);
            QVERIFY(help.out.contains("Examples"));
            const QByteArray line = QByteArray("\n  ") + command;
            QVERIFY(run({u"--help"_s}).out.contains(line));
        }
    }
};

QTEST_GUILESS_MAIN(TestContextCommands)
#include "tst_contextcommands.moc"
