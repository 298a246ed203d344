// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestSheetCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sheetSaysWhatTheListSays();
    void paperIsA4OrLetter();
    void sheetOfNothingFailsAndLeavesNoFile();
    void unwritableFileFailsAndLeavesNothing();
    void usageErrors();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    Run sheet(const QString &name, const QStringList &more) const
    {
        return run(QStringList{u"sheet"_s, u"-o"_s, path(name)} + more);
    }
    QStringList files() const
    {
        return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::optional<QTemporaryDir> m_directory;
};

void TestSheetCommand::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_directory.emplace();
    QVERIFY(m_directory->isValid());
}

void TestSheetCommand::sheetSaysWhatTheListSays()
{
    const Run made = sheet(u"ä.pdf"_s, {u"--timing"_s, u"prophylactic"_s, u"--route"_s, u"SC"_s});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.out, QByteArray());
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(files(), QStringList{u"ä.pdf"_s});
    const QString text = outputOf(u"pdftotext"_s, {u"-layout"_s, path(u"ä.pdf"_s), u"-"_s});
    for (const QString &words : {u"8/15"_s, u"23/31"_s, u"6/31"_s, u"46 participants"_s,
                                 u"route SC"_s, u"Wilson"_s, u"not medical advice"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void TestSheetCommand::paperIsA4OrLetter()
{
    const QStringList filter{u"--study"_s, u"park-2023"_s};
    QCOMPARE(sheet(u"a4.pdf"_s, filter).exitCode, 0);
    QCOMPARE(sheet(u"letter.pdf"_s, filter + QStringList{u"--page"_s, u"Letter"_s}).exitCode, 0);
    QVERIFY(outputOf(u"pdfinfo"_s, {path(u"a4.pdf"_s)}).contains(u"595 x 842"_s));
    QVERIFY(outputOf(u"pdfinfo"_s, {path(u"letter.pdf"_s)}).contains(u"612 x 792"_s));
}

void TestSheetCommand::sheetOfNothingFailsAndLeavesNoFile()
{
    const Run made = sheet(u"none.pdf"_s, {u"--min-n"_s, u"900"_s});
    QCOMPARE(made.exitCode, 1);
    QVERIFY(made.err.contains("none.pdf"));
    QCOMPARE(files(), QStringList());
}

void TestSheetCommand::unwritableFileFailsAndLeavesNothing()
{
    const Run made = sheet(u"missing/a.pdf"_s, {});
    QCOMPARE(made.exitCode, 1);
    QVERIFY(made.err.contains("missing/a.pdf"));
    QCOMPARE(files(), QStringList());
}

void TestSheetCommand::usageErrors()
{
    QCOMPARE(run({u"sheet"_s}).exitCode, 2);
    QCOMPARE(run({u"sheet"_s, u"-o"_s, u"x.png"_s}).exitCode, 2);
    const Run page = sheet(u"a.pdf"_s, {u"--page"_s, u"A3"_s});
    QCOMPARE(page.exitCode, 2);
    QVERIFY(page.err.contains("A4, Letter"));
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestSheetCommand)
#include "tst_sheetcommand.moc"
