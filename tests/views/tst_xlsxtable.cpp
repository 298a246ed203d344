// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortColumns.h"
#include "models/output/SaveFile.h"
#include "tests/support/SmallLibrary.h"
#include "views/export/XlsxTable.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace anakinra;
using namespace anakinra::test;

namespace {

CohortTable table()
{
    static const Library library = [] {
        Library small = smallLibrary();
        small.cohorts[TrialSc].label = u"=1+1 & <ä> ≥3"_s;
        return small;
    }();
    FigureContext context;
    context.filterWords = u"Anakinra cohorts; route SC"_s;
    context.counts = u"1 of 4 studies"_s;
    context.libraryLine = u"Small library 1.2.3"_s;
    context.leftOut = {u"1 cohort could not be judged"_s};
    static const std::vector<int> rows{TrialSc, TrialControl, PreEmptive};
    return makeCohortTable(library, {}, rows, allCohortColumns(), {}, context);
}

QByteArray member(const QString &file, const QString &name)
{
    QProcess unzip;
    unzip.start(u"unzip"_s, {u"-p"_s, file, name});
    if (!unzip.waitForFinished() || unzip.exitCode() != 0)
        return {};
    return unzip.readAllStandardOutput();
}

QStringList sharedStrings(const QString &file)
{
    QStringList texts;
    QXmlStreamReader xml(member(file, u"xl/sharedStrings.xml"_s));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"t")
            texts.append(xml.readElementText());
    }
    return texts;
}

/// Cell reference -> {type attribute, value}; texts resolved.
QHash<QString, std::pair<QString, QString>> cells(const QString &file, int sheet)
{
    const QStringList texts = sharedStrings(file);
    QHash<QString, std::pair<QString, QString>> found;
    QXmlStreamReader xml(member(file, u"xl/worksheets/sheet%1.xml"_s.arg(sheet)));
    QString reference;
    QString type;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"c") {
            reference = xml.attributes().value(u"r"_s).toString();
            type = xml.attributes().value(u"t"_s).toString();
        } else if (xml.name() == u"f") {
            found.insert(reference, {u"formula"_s, xml.readElementText()});
        } else if (xml.name() == u"v") {
            const QString value = xml.readElementText();
            found.insert(reference, {type, type == u"s" ? texts[value.toInt()] : value});
        }
    }
    return found;
}

QString columnName(std::size_t index)
{
    QString name;
    for (auto i = index + 1; i > 0; i = (i - 1) / 26)
        name.prepend(QChar(static_cast<char16_t>(u'A' + (i - 1) % 26)));
    return name;
}

QString reference(const CohortTable &table, const QString &key, int row)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key)
            return columnName(i) + QString::number(row);
    }
    qFatal("no column %s", qPrintable(key));
}

} // namespace

class TestXlsxTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void numbersAreNumbersAndTextsAreTexts();
    void missingCellsAreEmpty();
    void textIsNeverAFormulaAndSurvives();
    void headerIsFrozenAndCanFilter();
    void everyRowAndColumnIsThereOnce();
    void secondSheetStatesFilterAndMeanings();

private:
    QTemporaryDir m_directory;
    QString m_file;
};

void TestXlsxTable::initTestCase()
{
    m_file = m_directory.filePath(u"ätable.xlsx"_s);
    const auto workbook = xlsxWorkbook(table());
    QVERIFY2(workbook, workbook ? "" : qPrintable(workbook.problem().toString()));
    QVERIFY(saveFile(m_file, *workbook));
    QVERIFY(!member(m_file, u"[[]Content_Types].xml"_s).isEmpty()); // unzip is there and works
}

void TestXlsxTable::numbersAreNumbersAndTextsAreTexts()
{
    const CohortTable wanted = table();
    const auto found = cells(m_file, 1);
    using Cell = std::pair<QString, QString>;
    QCOMPARE(found[reference(wanted, u"crs.any.events"_s, 2)], (Cell{{}, u"8"_s}));
    QCOMPARE(found[reference(wanted, u"n"_s, 2)], (Cell{{}, u"15"_s}));
    QCOMPARE(found[reference(wanted, u"n"_s, 4)], (Cell{u"s"_s, u"8 or 9"_s}));
    const Cell percent = found[reference(wanted, u"crs.any.percent"_s, 2)];
    QVERIFY(percent.first.isEmpty());
    QVERIFY(std::abs(percent.second.toDouble() - 100.0 * 8 / 15) < 1e-12);
    QCOMPARE(found[reference(wanted, u"crs.any.printed"_s, 2)], (Cell{u"s"_s, u"53%"_s}));
}

void TestXlsxTable::missingCellsAreEmpty()
{
    const CohortTable wanted = table();
    const auto found = cells(m_file, 1);
    QVERIFY(!found.contains(reference(wanted, u"crs.any.events"_s, 3)));
    QVERIFY(!found.contains(reference(wanted, u"n.value"_s, 3)));
    QCOMPARE(found[reference(wanted, u"n"_s, 3)].second, u"NR"_s);
}

void TestXlsxTable::textIsNeverAFormulaAndSurvives()
{
    const auto found = cells(m_file, 1);
    for (const auto &cell : found)
        QVERIFY(cell.first != u"formula");
    const auto label = found[reference(table(), u"cohort"_s, 2)];
    QCOMPARE(label.first, u"s"_s);
    QCOMPARE(label.second, u"=1+1 & <ä> ≥3"_s);
}

void TestXlsxTable::headerIsFrozenAndCanFilter()
{
    const QByteArray sheet = member(m_file, u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(sheet.contains("ySplit=\"1\""));
    QVERIFY(sheet.contains("state=\"frozen\""));
    const QByteArray range =
        "<autoFilter ref=\"A1:" + (columnName(table().columns.size() - 1) + u"4\""_s).toLatin1();
    QVERIFY(sheet.contains(range));
}

void TestXlsxTable::everyRowAndColumnIsThereOnce()
{
    const CohortTable wanted = table();
    const auto found = cells(m_file, 1);
    for (std::size_t c = 0; c < wanted.columns.size(); ++c)
        QCOMPARE(found[columnName(c) + u'1'].second, wanted.columns[c].title);
    for (int row = 2; row <= 4; ++row) {
        const auto id = std::get<QString>(wanted.rows[std::size_t(row - 2)][18]);
        QCOMPARE(found[reference(wanted, u"id"_s, row)].second, id);
    }
    QVERIFY(!found.contains(u"A5"_s));
}

void TestXlsxTable::secondSheetStatesFilterAndMeanings()
{
    QStringList about;
    for (const auto &cell : cells(m_file, 2))
        about.append(cell.second);
    for (const QString &text :
         {u"Anakinra cohorts; route SC"_s, u"1 of 4 studies"_s, u"Small library 1.2.3"_s,
          u"1 cohort could not be judged"_s, u"CRS any: events"_s})
        QVERIFY2(about.contains(text), qPrintable(text));
    for (const TableColumn &column : table().columns)
        QVERIFY2(about.contains(column.meaning), qPrintable(column.key));
}

QTEST_MAIN(TestXlsxTable)
#include "tst_xlsxtable.moc"
