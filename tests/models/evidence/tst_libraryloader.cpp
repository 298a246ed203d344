// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryLoader.h"
#include "tests/support/SyntheticLibrary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace anakinra;

class TestLibraryLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void deliversTheLibraryInTheCallersThread();
    void progressGrowsToOne();
    void missingFileIsDeliveredAsAProblem();
    void newerRequestSilencesTheOlder();
    void cancelFinishesAtOnceAndOnce();
    void cancelWithoutRequestSaysNothing();
    void canBeDestroyedWhileReading();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

LoadReport reportOf(const QSignalSpy &spy)
{
    return spy.at(spy.size() - 1).at(0).value<LoadReport>();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

} // namespace

void TestLibraryLoader::initTestCase()
{
    write(file(u"small.json"_s), test::syntheticLibrary(20));
    write(file(u"large.json"_s), test::syntheticLibrary(20'000));
}

void TestLibraryLoader::deliversTheLibraryInTheCallersThread()
{
    LibraryLoader loader;
    QSignalSpy finished(&loader, &LibraryLoader::finished);
    QThread *deliveredIn = nullptr;
    connect(&loader, &LibraryLoader::finished, this,
            [&] { deliveredIn = QThread::currentThread(); }, Qt::DirectConnection);
    loader.load(file(u"small.json"_s));
    QVERIFY(loader.isLoading());
    QCOMPARE(finished.size(), 0); // the call itself only starts the work
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 1);
    QVERIFY(!loader.isLoading());
    QCOMPARE(deliveredIn, thread());
    QVERIFY(reportOf(finished).isUsable());
    QCOMPARE(reportOf(finished).library->cohorts.size(), std::size_t(20));
}

void TestLibraryLoader::progressGrowsToOne()
{
    LibraryLoader loader;
    QSignalSpy finished(&loader, &LibraryLoader::finished);
    QSignalSpy progress(&loader, &LibraryLoader::progress);
    loader.load(file(u"large.json"_s), {.schema = ReadOptions::Schema::Never});
    QVERIFY(finished.wait(60'000));
    QVERIFY(progress.size() > 5);
    for (qsizetype i = 1; i < progress.size(); ++i)
        QVERIFY(progress[i][0].toDouble() > progress[i - 1][0].toDouble());
    QCOMPARE(progress.last()[0].toDouble(), 1.0);
}

void TestLibraryLoader::missingFileIsDeliveredAsAProblem()
{
    LibraryLoader loader;
    QSignalSpy finished(&loader, &LibraryLoader::finished);
    loader.load(file(u"nowhere.json"_s));
    QVERIFY(finished.wait(60'000));
    QVERIFY(!reportOf(finished).isUsable());
    QCOMPARE(reportOf(finished).problems.size(), std::size_t(1));
}

void TestLibraryLoader::newerRequestSilencesTheOlder()
{
    LibraryLoader loader;
    QSignalSpy finished(&loader, &LibraryLoader::finished);
    loader.load(file(u"large.json"_s));
    loader.load(file(u"small.json"_s));
    QVERIFY(finished.wait(60'000));
    QCOMPARE(reportOf(finished).library->cohorts.size(), std::size_t(20));
    loader.load(file(u"small.json"_s)); // anything late would have come before this one
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 2);
}

void TestLibraryLoader::cancelFinishesAtOnceAndOnce()
{
    LibraryLoader loader;
    QSignalSpy finished(&loader, &LibraryLoader::finished);
    loader.load(file(u"large.json"_s));
    loader.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(reportOf(finished).cancelled);
    QVERIFY(!reportOf(finished).isUsable());
    loader.load(file(u"small.json"_s));
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 2);
    QVERIFY(reportOf(finished).isUsable());
}

void TestLibraryLoader::cancelWithoutRequestSaysNothing()
{
    LibraryLoader loader;
    QSignalSpy finished(&loader, &LibraryLoader::finished);
    loader.cancel();
    QCOMPARE(finished.size(), 0);
}

void TestLibraryLoader::canBeDestroyedWhileReading()
{
    auto loader = std::make_unique<LibraryLoader>();
    QSignalSpy finished(loader.get(), &LibraryLoader::finished);
    loader->load(file(u"large.json"_s));
    loader->load(file(u"large.json"_s));
    loader.reset();
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(TestLibraryLoader)
#include "tst_libraryloader.moc"
