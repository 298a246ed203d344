// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/ReferenceFormats.h"
#include "tests/models/references/ReferenceParsers.h"
#include "tests/support/LibraryBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

const QString address = u"https://example.org/a?b=1&c=2"_s;

CitationField printed(const QString &field, const QString &value)
{
    return {field, value, Status::Reported, u"Title line"_s};
}

CitationField added(const QString &field, const QString &value,
                    CitedWork of = CitedWork::Report)
{
    return {field, value, Status::CuratorAdded, address, of};
}

/// One report of every kind, with characters that each format treats in a special way.
std::shared_ptr<const Library> library()
{
    LibraryBuilder make;
    make.cohort("one/all", 10).cohort("two/all", 20);
    make.report("one", "one-article", "article", PeerReviewed::Yes, [](Report &r) {
        r.label = u"The article"_s;
        r.document = u"Abstract page"_s;
        r.citation = {
            printed(u"title"_s, u"Naïve 50% & $5 costs #1_a {b} ~x^2 \\ “CD19” CAR T-Cell Trial"_s),
            printed(u"container"_s, u"Z. Ärzte & Co"_s),
            printed(u"published"_s, u"2023 Jul; Epub 2023 Jul 3"_s),
            printed(u"volume"_s, u"29"_s),
            printed(u"issue"_s, u"7"_s),
            printed(u"pages"_s, u"1710-1717"_s),
            printed(u"doi"_s, u"10.1038/s41591_(x)"_s),
            added(u"authors"_s, u"Müller ÅB, Sánchez-Ruiz C, Straße D"_s),
            added(u"pmid"_s, u"37400640"_s),
            added(u"registration"_s, u"NCT00000001"_s)};
    });
    make.report("one", "one-news", "news", PeerReviewed::No, [](Report &r) {
        r.label = u"News of the talk"_s;
        r.document = u"Text without\r\nheadline"_s;
        r.citation = {printed(u"event"_s, u"Meeting, City"_s), printed(u"year"_s, u"2025"_s),
                      added(u"first-author"_s, u"Liang E"_s, CitedWork::OtherWork)};
    });
    make.report("two", "two-interview", "interview", PeerReviewed::No, [](Report &r) {
        r.citation = {printed(u"title"_s, u"Talk"_s), printed(u"authors"_s, u"Ann Lee (asked)"_s),
                      printed(u"container"_s, u"The Weekly"_s),
                      added(u"title"_s, u"The real article"_s, CitedWork::StudyArticle),
                      added(u"doi"_s, u"10.1/real"_s, CitedWork::StudyArticle)};
    });
    make.report("two", "two-row", "review-table", PeerReviewed::NotStated, [](Report &r) {
        r.label = u"Row of a table: Lee"_s;
        r.citation = {printed(u"first-author"_s, u"Lee"_s),
                      added(u"container"_s, u"Reviews"_s, CitedWork::Review),
                      added(u"year"_s, u"2022"_s, CitedWork::Review),
                      added(u"pages"_s, u"3398-"_s, CitedWork::Review),
                      added(u"doi"_s, u"10.1/other"_s, CitedWork::StudyArticle)};
    });
    make.report("two", "two-abstract", "abstract", PeerReviewed::NotStated,
                [](Report &r) { r.label = u"Abstract of nowhere"_s; });
    make.report("two", "two-poster", "conference-abstract", PeerReviewed::NotStated, [](Report &r) {
        r.citation = {printed(u"title"_s, u"Poster"_s), printed(u"event"_s, u"ASH 2021"_s)};
    });
    return make.build();
}

std::vector<ReferenceRecord> records()
{
    const auto all = library();
    std::vector<int> reports(all->reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i)
        reports[i] = int(i);
    return referenceRecords(*all, reports);
}

const QString title = u"Naïve 50% & $5 costs #1_a {b} ~x^2 \\ “CD19” CAR T-Cell Trial"_s;

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreStableAndUnique()
    {
        QStringList keys;
        for (const ReferenceRecord &record : records())
            keys << record.key;
        QCOMPARE(keys, (QStringList{u"one-article"_s, u"one-news"_s, u"two-interview"_s,
                                    u"two-article"_s, u"two-row"_s, u"two-abstract"_s,
                                    u"two-poster"_s}));
    }

    void risHoldsWhatIsRecordedAndNothingElse()
    {
        const QList<ParsedReference> parsed = parseRis(risReferences(records()));
        QCOMPARE(parsed.size(), 7);
        for (const ParsedReference &record : parsed)
            QVERIFY2(!record.contains(u"!"_s), qPrintable(record.value(u"!"_s).join(u' ')));
        const ParsedReference &article = parsed[0];
        QCOMPARE(article[u"TY"_s], QStringList{u"JOUR"_s});
        QCOMPARE(article[u"ID"_s], QStringList{u"one-article"_s});
        QCOMPARE(article[u"AU"_s], (QStringList{u"Müller, Å. B."_s, u"Sánchez-Ruiz, C."_s,
                                                u"Straße, D."_s}));
        QCOMPARE(article[u"TI"_s], QStringList{title});
        QCOMPARE(article[u"T2"_s], QStringList{u"Z. Ärzte & Co"_s});
        QCOMPARE(article[u"PY"_s], QStringList{u"2023"_s});
        QCOMPARE(article[u"DA"_s], QStringList{u"2023/07//"_s});
        QCOMPARE(article[u"SP"_s] + article[u"EP"_s], (QStringList{u"1710"_s, u"1717"_s}));
        QCOMPARE(article[u"DO"_s], QStringList{u"10.1038/s41591_(x)"_s});
        QVERIFY(article[u"N1"_s].contains(u"PMID: 37400640"_s));
        QVERIFY(!parsed[1].contains(u"DA"_s)); // a year alone is no date
    }

    void everyKindOfReportHasItsType()
    {
        const auto types = [](const QList<ParsedReference> &parsed, const QString &field) {
            QStringList list;
            for (const ParsedReference &record : parsed)
                list << record[field].value(0);
            return list;
        };
        QCOMPARE(types(parseRis(risReferences(records())), u"TY"_s),
                 (QStringList{u"JOUR"_s, u"NEWS"_s, u"MGZN"_s, u"JOUR"_s, u"JOUR"_s, u"GEN"_s,
                              u"CPAPER"_s}));
        QCOMPARE(types(parseBibtex(bibtexReferences(records())), u"type"_s),
                 (QStringList{u"article"_s, u"misc"_s, u"misc"_s, u"article"_s, u"article"_s,
                              u"misc"_s, u"inproceedings"_s}));
        QStringList csl;
        const auto items = QJsonDocument::fromJson(cslJsonReferences(records())).array();
        for (const QJsonValue &item : items)
            csl << item[u"type"_s].toString();
        QCOMPARE(csl, (QStringList{u"article-journal"_s, u"article-newspaper"_s, u"interview"_s,
                                   u"article-journal"_s, u"article-journal"_s, u"document"_s,
                                   u"paper-conference"_s}));
    }

    void bibtexSurvivesItsSpecialCharacters()
    {
        const QList<ParsedReference> parsed = parseBibtex(bibtexReferences(records()));
        QVERIFY2(!parsed[0].contains(u"!"_s), qPrintable(parsed[0].value(u"!"_s).join(u' ')));
        QCOMPARE(parsed.size(), 7);
        const ParsedReference &article = parsed[0];
        QCOMPARE(plainTex(article[u"title"_s].value(0)), title);
        // What a style would write in lower case is protected, what it may is not.
        QVERIFY(article[u"title"_s].value(0).contains(u"{CAR} {T-Cell} Trial"_s));
        QCOMPARE(article[u"author"_s].value(0), u"Müller, Å. B. and Sánchez-Ruiz, C. and Straße, D."_s);
        QCOMPARE(plainTex(article[u"journal"_s].value(0)), u"Z. Ärzte & Co"_s);
        QCOMPARE(article[u"pages"_s].value(0), u"1710--1717"_s);
        QCOMPARE(article[u"month"_s].value(0), u"jul"_s);
        QCOMPARE(article[u"doi"_s].value(0), u"10.1038/s41591_(x)"_s);
        QCOMPARE(parsed[1][u"title"_s].value(0), u"{[News of the talk]}"_s);
        QCOMPARE(article[u"pmid"_s].value(0), u"37400640"_s);
    }

    void cslJsonHasDatePartsAndNoNulls()
    {
        QJsonParseError error;
        const QByteArray bytes = cslJsonReferences(records());
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QVERIFY(!bytes.contains("null"));
        const QJsonObject article = document.array().at(0).toObject();
        QCOMPARE(article[u"title"_s].toString(), title);
        QCOMPARE(article[u"issued"_s][u"date-parts"_s].toArray(),
                 (QJsonArray{QJsonArray{2023, 7}}));
        QCOMPARE(article[u"author"_s].toArray().at(0).toObject(),
                 (QJsonObject{{u"family"_s, u"Müller"_s}, {u"given"_s, u"Å. B."_s}}));
        QCOMPARE(article[u"page"_s].toString(), u"1710-1717"_s);
        QCOMPARE(article[u"PMID"_s].toString(), u"37400640"_s);
        QVERIFY(!document.array().at(5).toObject().contains(u"issued"_s));
    }

    void factsOfTheCuratorAreMarkedWithTheirAddress()
    {
        for (const QByteArray &bytes : {risReferences(records()), cslJsonReferences(records())}) {
            QVERIFY(bytes.contains("Added by the curator, not printed in what was read: "
                                   "authors, pmid, registration (https://example.org/a?b=1&c=2)"));
            QVERIFY(!bytes.contains("title, container"));
        }
    }

    void theRowsAuthorIsNotTheReviewsAuthor()
    {
        const ParsedReference row = parseRis(risReferences(records())).at(4);
        QVERIFY(!row.contains(u"AU"_s));
        QCOMPARE(row[u"TI"_s], QStringList{u"[Row of a table: Lee]"_s});
        QCOMPARE(row[u"T2"_s], QStringList{u"Reviews"_s});
        QCOMPARE(row[u"SP"_s], QStringList{u"3398"_s});
        QVERIFY(!row.contains(u"EP"_s) && !row.contains(u"DO"_s));
        QVERIFY(row[u"N1"_s].contains(u"Author printed in the row: Lee"_s));
        // Nor is the speaker of a talk the author of the news.
        QVERIFY(!parseRis(risReferences(records())).at(1).contains(u"AU"_s));
    }

    void theArticleOfAStudySaysThatItWasNotRead()
    {
        const ParsedReference article = parseRis(risReferences(records())).at(3);
        QCOMPARE(article[u"TI"_s], QStringList{u"The real article"_s});
        QCOMPARE(article[u"DO"_s], QStringList{u"10.1/real"_s});
        QVERIFY(article[u"N1"_s].join(u'\n').contains(u"Not read for this library"_s));
    }

    void lineBreaksInValuesBreakNoFormat()
    {
        const ParsedReference news = parseRis(risReferences(records())).at(1);
        QVERIFY(news[u"N1"_s].contains(u"Read as: Text without headline"_s));
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
