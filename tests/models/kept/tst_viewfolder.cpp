// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/ViewFolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

SavedView named(const QString &name, const QString &route = u"SC"_s)
{
    SavedView view;
    view.name = name;
    view.filter.setValues(Facet::Route, {route});
    return view;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList namesIn(const ViewFolder &folder)
{
    QStringList names;
    for (const ViewFolder::Entry &entry : folder.read().views)
        names << entry.view.name;
    return names;
}

} // namespace

class TestViewFolder : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_directory;

    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }

private Q_SLOTS:
    void init() { m_directory.emplace(); }

    void aFolderThatIsNotThereIsEmpty()
    {
        const auto listing = ViewFolder(path(u"none"_s)).read();
        QVERIFY(listing.views.empty());
        QVERIFY(listing.problems.empty());
    }

    void whatIsKeptIsThereInOrderOfName()
    {
        const ViewFolder folder(path(u"a/b"_s));
        QVERIFY(folder.save(named(u"zebra"_s)));
        QVERIFY(folder.save(named(u"Äpfel/Birnen"_s)));
        QVERIFY(folder.save(named(u"Board"_s)));
        QCOMPARE(namesIn(folder), QStringList({u"Board"_s, u"zebra"_s, u"Äpfel/Birnen"_s}));
        QVERIFY(folder.read().views.front().view == named(u"Board"_s));
    }

    void theSameNameReplaces()
    {
        const ViewFolder folder(path(u"v"_s));
        const auto first = folder.save(named(u"Board"_s));
        const auto second = folder.save(named(u"Board"_s, u"IV"_s));
        QCOMPARE(*first, *second);
        QCOMPARE(folder.read().views.size(), 1U);
        QCOMPARE(folder.read().views.front().view.filter.values(Facet::Route),
                 QStringList(u"IV"_s));
    }

    void namesThatGiveOneFileNameStayApart()
    {
        const ViewFolder folder(path(u"v"_s));
        QVERIFY(folder.save(named(u"a b"_s)));
        QVERIFY(folder.save(named(u"a/b"_s)));
        QCOMPARE(namesIn(folder), QStringList({u"a b"_s, u"a/b"_s}));
    }

    void aBrokenFileIsToldSkippedAndLeftAlone()
    {
        const ViewFolder folder(m_directory->path());
        QVERIFY(folder.save(named(u"Good"_s)));
        write(path(u"bad.anakinra-view"_s), "{\"type\": ");
        const auto listing = folder.read();
        QCOMPARE(listing.views.size(), 1U);
        QCOMPARE(listing.problems.size(), 1U);
        QVERIFY(listing.problems.front().file.endsWith(u"bad.anakinra-view"));
        QVERIFY(folder.save(named(u"Bad"_s)));
        QVERIFY(QFile::exists(path(u"bad-2.anakinra-view"_s)));
        QCOMPARE(QFile(path(u"bad.anakinra-view"_s)).size(), 9);
    }

    void renamingAndDeletingAreDoneToTheFile()
    {
        const ViewFolder folder(m_directory->path());
        const QString file = *folder.save(named(u"Old"_s));
        QVERIFY(folder.rename(file, u"New"_s));
        QCOMPARE(namesIn(folder), QStringList(u"New"_s));
        QVERIFY(folder.remove(file));
        QVERIFY(QDir(m_directory->path()).isEmpty());
        QVERIFY(!folder.remove(file));
        QVERIFY(!folder.rename(file, u"x"_s));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        write(path(u"file"_s), "x");
        const auto saved = ViewFolder(path(u"file/views"_s)).save(named(u"a"_s));
        QVERIFY(!saved);
        QVERIFY(saved.problem().file.endsWith(u"file/views"));
    }

    void fileNamesAreSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("doses") << u"200 mg/day against 8 mg/kg/day"_s
                               << u"200-mg-day-against-8-mg-kg-day"_s;
        QTest::newRow("climbing") << u"../../etc/passwd"_s << u"etc-passwd"_s;
        QTest::newRow("letters") << u"Für Köln"_s << u"für-köln"_s;
        QTest::newRow("nothing") << u"?!"_s << u"view"_s;
        QTest::newRow("long") << QString(300, u'x') << QString(60, u'x');
    }
    void fileNamesAreSafe()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QCOMPARE(fileNameOf(name), file);
    }
};

QTEST_GUILESS_MAIN(TestViewFolder)
#include "tst_viewfolder.moc"
