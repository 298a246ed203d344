// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/WindowState.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestWindowState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsWrittenComesBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new/folder/window.json"_s);
        WindowState state;
        state.geometry = QByteArray("\0\1\xff", 3);
        state.openFacets = QStringList{u"route"_s};
        state.figurePage = u"rates"_s;
        state.listPage = u"cohorts"_s;
        state.pages = {{u"rates"_s, QJsonObject{{u"groupBy"_s, u"cohort"_s}}}};
        state.options = {statistics::IntervalMethod::ClopperPearson, 99.0, true};
        state.lastFilter[u"search"_s] = u"carHLH"_s;
        state.dark = true;
        state.addRecent(u"/a.json"_s);
        QVERIFY(state.write(path));
        const WindowState read = WindowState::read(path);
        QCOMPARE(read.geometry, state.geometry);
        QCOMPARE(read.openFacets, state.openFacets);
        QVERIFY(read.hasOpenFacets);
        QCOMPARE(read.figurePage, u"rates"_s);
        QCOMPARE(read.listPage, u"cohorts"_s);
        QCOMPARE(read.pages, state.pages);
        QVERIFY(read.options == state.options);
        QCOMPARE(read.lastFilter, state.lastFilter);
        QVERIFY(read.dark && !read.light);
        QCOMPARE(read.recentLibraries, QStringList(u"/a.json"_s));
    }

    void aBrokenFileGivesDefaults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << QByteArray("{\"level\": 9");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("wrong types")
            << QByteArray("{\"level\":\"x\",\"geometry\":7,\"openFacets\":{},\"lastFilter\":[],"
                          "\"recentLibraries\":\"x\",\"method\":1}");
        QTest::newRow("absurd level") << QByteArray("{\"level\":100}");
        QTest::newRow("not base64") << QByteArray("{\"geometry\":\"$$$\"}");
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01", 4);
        QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, '{');
    }

    void aBrokenFileGivesDefaults()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"window.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const WindowState state = WindowState::read(file.fileName());
        QVERIFY(state.options == RateOptions());
        QVERIFY(state.geometry.isEmpty());
        QVERIFY(state.lastFilter.isEmpty());
        QVERIFY(state.recentLibraries.isEmpty());
    }

    void aFolderInPlaceOfTheFileIsAFaultAndNoCrash()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"window.json"_s);
        QVERIFY(QDir().mkpath(path));
        QVERIFY(WindowState::read(path).geometry.isEmpty());
        const Outcome outcome = WindowState().write(path);
        QVERIFY(!outcome);
        QCOMPARE(outcome.problem().file, path);
    }

    void recentLibrariesAreLastFirstEachOnceAndFew()
    {
        WindowState state;
        for (int i = 0; i < 20; ++i)
            state.addRecent(u"/%1.json"_s.arg(i % 10));
        QCOMPARE(state.recentLibraries.size(), WindowState::maxRecent);
        QCOMPARE(state.recentLibraries.front(), u"/9.json"_s);
        QCOMPARE(state.recentLibraries.removeDuplicates(), 0);
        state.removeRecent(u"/9.json"_s);
        QCOMPARE(state.recentLibraries.front(), u"/8.json"_s);
    }
};

QTEST_APPLESS_MAIN(TestWindowState)
#include "tst_windowstate.moc"
