// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anakinra;

class TestLibraryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void soundFileHasNoProblem();
    void shippedFileHasNoProblem();
};

void TestLibraryReader::initTestCase() {}

void TestLibraryReader::soundFileHasNoProblem()
{
    const LoadReport report = readLibrary(QStringLiteral(TEST_DATA_DIR "/small-library.json"));
    for (const Problem &problem : report.problems)
        qInfo().noquote() << problem.toString();
    QVERIFY(report.isUsable());
    QVERIFY(report.problems.empty());
    QCOMPARE(report.library->cohorts.size(), std::size_t(9));
}

void TestLibraryReader::shippedFileHasNoProblem()
{
    const LoadReport report = readLibrary(QStringLiteral(":/evidence/anakinra-car-t.json"),
                                          {.schema = ReadOptions::Schema::Always});
    for (const Problem &problem : report.problems)
        qInfo().noquote() << problem.toString();
    QVERIFY(report.isUsable());
    QVERIFY(report.problems.empty());
    QVERIFY(report.library->shipped);
}

QTEST_APPLESS_MAIN(TestLibraryReader)
#include "tst_libraryreader.moc"
