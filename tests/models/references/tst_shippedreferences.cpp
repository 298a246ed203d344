// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/ReportTable.h"
#include "models/references/ReferenceFormats.h"
#include "tests/models/references/ReferenceParsers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

/// The references of the shipped evidence against the published citations.
class TestShippedReferences : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;
    std::vector<ReferenceRecord> m_records;

    const ReferenceRecord *find(const QString &key) const
    {
        for (const ReferenceRecord &record : m_records) {
            if (record.key == key)
                return &record;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
        m_records = referenceRecords(*m_library, allReports(*m_library));
    }

    void everyReportIsThereOnce()
    {
        QSet<QString> keys;
        for (const ReferenceRecord &record : m_records)
            keys.insert(record.key);
        QCOMPARE(keys.size(), qsizetype(m_records.size()));
        for (const Report &report : m_library->reports)
            QVERIFY2(keys.contains(report.id), qPrintable(report.id));
    }

    void parkIsCompleteAsPublished()
    {
        const ReferenceRecord *park = find(u"park-2023-abstract"_s);
        QVERIFY(park);
        QCOMPARE(park->type, ReferenceType::JournalArticle);
        QCOMPARE(park->authors.size(), 19u);
        QCOMPARE(park->authors.front().family, u"Park"_s);
        QCOMPARE(park->authors.back().family, u"Sadelain"_s);
        QCOMPARE(park->container, u"Nat Med"_s);
        QCOMPARE(park->doi, u"10.1038/s41591-023-02404-6"_s);
        QCOMPARE(park->pmid, u"37400640"_s);
        QCOMPARE(park->issued.year.value_or(0), 2023);
        QCOMPARE(park->issued.month.value_or(0), 7);
        QCOMPARE(park->pages(u"-"_s), u"1710-1717"_s);
    }

    void identifiersAreNothingButIdentifiers()
    {
        for (const ReferenceRecord &record : m_records) {
            QVERIFY2(record.doi.isEmpty() || (record.doi.startsWith(u"10.") && !record.doi.contains(u' ')),
                     qPrintable(record.doi));
            for (const QChar c : record.pmid)
                QVERIFY2(c.isDigit(), qPrintable(record.pmid));
            QVERIFY2(record.pmcid.isEmpty() || !record.pmcid.contains(u' '), qPrintable(record.pmcid));
        }
    }

    void articlesThatWereNotReadStandBesideTheirRows()
    {
        const ReferenceRecord *wehrli = find(u"wehrli-article"_s);
        QVERIFY(wehrli);
        QCOMPARE(wehrli->doi, u"10.1136/jitc-2021-003847"_s);
        QCOMPARE(wehrli->authors.size(), 16u);
        QVERIFY(!find(u"jatiani-article"_s)); // nothing is known of it
        const ReferenceRecord *strati = find(u"strati-article"_s);
        QVERIFY(strati && strati->authors.size() == 1);
        QCOMPARE(strati->authors.front().family, u"Strati"_s); // the name in the row
        const ReferenceRecord *row = find(u"wehrli-review-row"_s);
        QVERIFY(row && row->authors.empty());
        QCOMPARE(row->container, u"Blood Advances"_s);
        QCOMPARE(row->issued.year.value_or(0), 2022);
    }

    void allThreeFormatsHoldAllOfThem()
    {
        const auto count = qsizetype(m_records.size());
        for (const ParsedReference &record : parseRis(risReferences(m_records)))
            QVERIFY2(!record.contains(u"!"_s), qPrintable(record.value(u"!"_s).join(u' ')));
        QCOMPARE(parseRis(risReferences(m_records)).size(), count);
        QCOMPARE(parseBibtex(bibtexReferences(m_records)).size(), count);
        QCOMPARE(QJsonDocument::fromJson(cslJsonReferences(m_records)).array().size(), count);
    }
};

QTEST_GUILESS_MAIN(TestShippedReferences)
#include "tst_shippedreferences.moc"
