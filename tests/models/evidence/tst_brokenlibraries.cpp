// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "tests/support/JsonEdit.h"
#include "tests/support/LibraryInvariants.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace anakinra;

/// Files that are broken in one way each (tests/data/broken/cases.txt), and a sound one broken at
/// every node and at every byte.
class TestBrokenLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyFaultIsNamed_data();
    void everyFaultIsNamed();
    void everyNodeCanBeBroken_data();
    void everyNodeCanBeBroken();
    void everyTruncationIsOneProblem();
    void hostileSizesEndSoon_data();
    void hostileSizesEndSoon();

private:
    QByteArray m_small;
    QJsonValue m_root;
};

namespace {

constexpr auto never = ReadOptions::Schema::Never;
constexpr auto always = ReadOptions::Schema::Always;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QString dataFile(const QString &name)
{
    return QStringLiteral(TEST_DATA_DIR "/") + name;
}

QString listed(const LoadReport &report)
{
    QStringList lines;
    for (const Problem &problem : report.problems)
        lines += problem.toString();
    return lines.join(u"\n  "_s);
}

/// "file NAME", or edits of the small library as the table of cases has them.
QByteArray broken(const QJsonValue &root, const QString &how)
{
    if (how.startsWith(u"file "))
        return contentOf(dataFile(u"broken/"_s + how.mid(5)));
    QJsonValue result = root;
    for (const QString &edit : how.split(u" & "_s)) {
        if (edit.endsWith(u" deleted")) {
            result = test::edited(result, edit.chopped(8), std::nullopt);
            continue;
        }
        const qsizetype equals = edit.indexOf(u" = ");
        const QByteArray value = '[' + edit.mid(equals + 3).toUtf8() + ']';
        const QJsonValue list = test::fromJson(value);
        if (equals < 0 || list.toArray().size() != 1)
            qFatal("cannot understand the edit %s", qPrintable(edit));
        result = test::edited(result, edit.left(equals), list.toArray().first());
    }
    return test::toJson(result);
}

} // namespace

void TestBrokenLibraries::initTestCase()
{
    m_small = contentOf(dataFile(u"small-library.json"_s));
    m_root = test::fromJson(m_small);
    QVERIFY(readLibrary(m_small, u"small"_s, {always}).problems.empty());
}

void TestBrokenLibraries::everyFaultIsNamed_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("part");
    int cases = 0;
    const QString table = QString::fromUtf8(contentOf(dataFile(u"broken/cases.txt"_s)));
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        QStringList cells = line.split(u'|');
        QCOMPARE(cells.size(), 5);
        for (QString &cell : cells)
            cell = cell.trimmed() == u"-" ? QString() : cell.trimmed();
        QTest::newRow(qPrintable(cells[0])) << cells[1] << cells[2] << cells[3] << cells[4];
        ++cases;
    }
    QVERIFY(cases >= 40);
}

void TestBrokenLibraries::everyFaultIsNamed()
{
    QFETCH(QString, how);
    QFETCH(QString, record);
    QFETCH(QString, field);
    QFETCH(QString, part);
    const QByteArray bytes = broken(m_root, how);
    for (const auto schema : {never, always}) {
        const LoadReport report = readLibrary(bytes, u"broken.json"_s, {schema});
        int named = 0;
        std::set<QString> places;
        for (const Problem &problem : report.problems) {
            QCOMPARE(problem.file, u"broken.json"_s);
            QVERIFY(!problem.message.isEmpty() && !problem.message.endsWith(u'.'));
            QVERIFY2(places.insert(problem.record + u": " + problem.field).second,
                     qPrintable(u"said twice:\n  "_s + listed(report)));
            named += problem.record == record && problem.field == field
                && problem.message.contains(part);
        }
        QVERIFY2(named == 1, qPrintable(u"not named in:\n  "_s + listed(report)));
        if (!report.library)
            continue;
        QVERIFY(report.library->partial);
        const QStringList faults = test::brokenInvariants(*report.library);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n  "_s)));
    }
}

void TestBrokenLibraries::everyNodeCanBeBroken_data()
{
    QTest::addColumn<int>("turn");
    QTest::addColumn<bool>("isDeleted");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("deleted") << 0 << true << QJsonValue();
    QTest::newRow("null") << 1 << false << QJsonValue(QJsonValue::Null);
    QTest::newRow("text") << 2 << false << QJsonValue(u"zz zz"_s);
    QTest::newRow("empty text") << 3 << false << QJsonValue(u""_s);
    QTest::newRow("-1") << 4 << false << QJsonValue(-1);
    QTest::newRow("a huge number") << 5 << false << QJsonValue(1e300);
    QTest::newRow("true") << 6 << false << QJsonValue(true);
    QTest::newRow("empty list") << 7 << false << QJsonValue(QJsonArray());
    QTest::newRow("empty object") << 8 << false << QJsonValue(QJsonObject());
}

/// The reader's own checks find whatever the schema finds, so that a file too large for the
/// schema is not judged more kindly; and whatever is handed out can be trusted. The schema costs
/// most of the time, so each way of breaking asks it about another sixth of the nodes.
void TestBrokenLibraries::everyNodeCanBeBroken()
{
    QFETCH(bool, isDeleted);
    QFETCH(QJsonValue, value);
    const QStringList pointers = test::jsonPointers(m_root);
    QVERIFY(pointers.size() > 500);
    constexpr qsizetype share = 6;
    QFETCH(int, turn);
    for (qsizetype i = 0; i < pointers.size(); ++i) {
        const QString &pointer = pointers[i];
        const QByteArray bytes = test::toJson(
            test::edited(m_root, pointer, isDeleted ? std::nullopt : std::optional(value)));
        const LoadReport own = readLibrary(bytes, u"broken.json"_s, {never});
        const LoadReport both = i % share == turn % share ? readLibrary(bytes, u"broken.json"_s, {always})
                                                  : own;
        QVERIFY2(own.problems.size() == both.problems.size(),
                 qPrintable(pointer + u"\nown checks:\n  " + listed(own) + u"\nwith the schema:\n  "
                            + listed(both)));
        QCOMPARE(own.isUsable(), both.isUsable());
        QVERIFY2(own.isUsable() || own.problems.size() == 1, qPrintable(pointer));
        if (!own.library)
            continue;
        QCOMPARE(own.library->partial, !own.problems.empty());
        const QStringList faults = test::brokenInvariants(*own.library);
        QVERIFY2(faults.isEmpty(), qPrintable(pointer + u":\n  " + faults.join(u"\n  "_s)));
    }
}

void TestBrokenLibraries::everyTruncationIsOneProblem()
{
    const QByteArray compact = test::toJson(m_root);
    for (qsizetype length = 0; length < compact.size(); ++length) {
        const LoadReport report = readLibrary(compact.first(length), u"cut.json"_s, {never});
        QVERIFY(!report.isUsable());
        QCOMPARE(report.problems.size(), std::size_t(1));
        QVERIFY(report.problems.front().record.isEmpty());
    }
}

void TestBrokenLibraries::hostileSizesEndSoon_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    // Each of these costs stack or hours where patterns are matched by recursion or lists are
    // compared pairwise.
    const QString longText(1'000'000, u'a');
    QTest::newRow("id of a million letters") << u"/studies/0/cohorts/0/id"_s << QJsonValue(longText);
    QTest::newRow("locator of a million letters")
        << u"/studies/0/cohorts/0/n/locator"_s << QJsonValue(longText);
    QJsonArray manyCodes;
    for (int i = 0; i < 100'000; ++i)
        manyCodes.append(u"code-%1"_s.arg(i));
    QTest::newRow("a hundred thousand codes")
        << u"/studies/0/cohorts/0/diseases/codes"_s << QJsonValue(manyCodes);
    QTest::newRow("a hundred thousand reports")
        << u"/overlaps/0/reports"_s << QJsonValue(manyCodes);
    QTest::newRow("a hundred thousand fields")
        << u"/studies/0/cohorts/0/regimens/0/alsoFrom/0/fields"_s << QJsonValue(manyCodes);
    QJsonArray chain; // each cohort names the next as its parent, none of them sound
    const QJsonValue model = test::fromJson(R"({"id":"","label":"x","role":"anakinra","parent":"",
        "n":{"value":1,"report":"alpha-news","locator":"x"}})");
    for (int i = 0; i < 20'000; ++i) {
        QJsonObject cohort = model.toObject();
        cohort[u"id"_s] = u"alpha/%1"_s.arg(i);
        cohort[u"parent"_s] = u"alpha/%1"_s.arg(i + 1);
        chain.append(cohort);
    }
    QTest::newRow("a chain of parents") << u"/studies/0/cohorts"_s << QJsonValue(chain);
}

void TestBrokenLibraries::hostileSizesEndSoon()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    const QByteArray bytes = test::toJson(test::edited(m_root, pointer, value));
    const LoadReport report = readLibrary(bytes, u"large.json"_s, {never});
    QVERIFY(report.isUsable());
    const bool isSound = pointer.endsWith(u"locator");
    QCOMPARE(report.problems.empty(), isSound);
    QVERIFY(report.problems.size() <= 20'001);
    for (const Problem &problem : report.problems)
        QVERIFY(problem.toString().size() < 1000);
    QVERIFY(readLibrary(bytes, u"large.json"_s, {always}).isUsable());
}

QTEST_APPLESS_MAIN(TestBrokenLibraries)
#include "tst_brokenlibraries.moc"
