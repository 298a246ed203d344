// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/SaveBundle.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

const std::vector<BundleFile> files{{u"data.csv"_s, "a,b\r\n1,2\r\n"},
                                    {u"Übersicht.txt"_s, QByteArray(100'000, 'x')},
                                    {u"figure.png"_s, QByteArray("\x89PNG\0\0", 6)}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestSaveBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zipHoldsEveryFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"b.zip"_s);
        QVERIFY(saveBundle(path, files));
        QProcess unzip; // another program reads it back
        unzip.setWorkingDirectory(folder.path());
        unzip.start(u"unzip"_s, {u"-q"_s, u"b.zip"_s});
        if (!unzip.waitForStarted())
            QSKIP("unzip is not installed");
        QVERIFY(unzip.waitForFinished());
        QCOMPARE(unzip.exitCode(), 0);
        for (const BundleFile &file : files)
            QCOMPARE(contentOf(folder.filePath(file.name)), file.bytes);
        QVERIFY(QFileInfo(path).size() < 5'000); // compressed
    }

    void folderHoldsEveryFileAndNothingElseIsLeft()
    {
        const QTemporaryDir folder;
        for (const QString &name : {u"new"_s, u"empty/"_s}) {
            if (name.startsWith(u"empty"))
                QVERIFY(QDir(folder.path()).mkdir(u"empty"_s));
            QVERIFY(saveBundle(folder.filePath(name), files));
            for (const BundleFile &file : files)
                QCOMPARE(contentOf(folder.filePath(name) + u'/' + file.name), file.bytes);
        }
        QCOMPARE(
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            (QStringList{u"empty"_s, u"new"_s}));
    }

    void aFileMayStandInAFolderOfTheBundle()
    {
        const QTemporaryDir folder;
        QVERIFY(saveBundle(folder.filePath(u"page"_s), {{u"a/data.csv"_s, "1"}, {u"b/data.csv"_s, "2"}}));
        QCOMPARE(contentOf(folder.filePath(u"page/a/data.csv"_s)), QByteArray("1"));
        QCOMPARE(contentOf(folder.filePath(u"page/b/data.csv"_s)), QByteArray("2"));
    }

    void whatIsThereAlreadyIsLeftAlone()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"full"_s));
        QFile mine(folder.filePath(u"full/mine.txt"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.close();
        const Outcome saved = saveBundle(folder.filePath(u"full"_s), files);
        QVERIFY(!saved);
        QVERIFY(saved.problem().toString().contains(u"already"_s));
        QCOMPARE(QDir(folder.filePath(u"full"_s)).entryList(QDir::Files),
                 QStringList{u"mine.txt"_s});
    }

    void whatCannotBeWrittenLeavesNothing()
    {
        const QTemporaryDir folder;
        for (const QString &name : {u"none/b.zip"_s, u"none/b"_s}) {
            const Outcome saved = saveBundle(folder.filePath(name), files);
            QVERIFY(!saved);
            QVERIFY(saved.problem().toString().contains(u"cannot be written"_s));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFileThatFailsTakesTheFolderWithIt()
    {
        const QTemporaryDir folder;
        std::vector<BundleFile> bad = files;
        bad.push_back({u"data.csv/below-a-file.txt"_s, "x"});
        QVERIFY(!saveBundle(folder.filePath(u"b"_s), bad));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSaveBundle)
#include "tst_savebundle.moc"
