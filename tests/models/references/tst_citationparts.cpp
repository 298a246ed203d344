// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/CitationParts.h"

#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestCitationParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreTakenApart_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *printed, const QString &names) {
            QTest::newRow(printed) << QString::fromUtf8(printed) << names;
        };
        row("Park JH, Nath K", u"Park|J. H.; Nath|K."_s);
        row("Maron Alfaro G", u"Maron Alfaro|G."_s);
        row("El-Jawahri AR, O'Donnell P", u"El-Jawahri|A. R.; O'Donnell|P."_s);
        row("Jae H Park", u"Park|Jae H"_s);
        row("Nicolas Gazeau (the interviewee; printed as one of the authors)", u"Gazeau|Nicolas"_s);
        row("Strati", u"Strati|"_s);
        row("Wolters PL, ... Stroncek DF, Fry TJ", u"Wolters|P. L.; Stroncek|D. F.; Fry|T. J."_s);
        row("Müller A et al.", u"Müller|A."_s);
        row("Müller A; and Sørensen ÅB", u"Müller|A.; Sørensen|Å. B."_s);
        row("J.-P. Martin", u"Martin|J.-P."_s);
        row("", u""_s);
        row("..., et al", u""_s);
    }

    void namesAreTakenApart()
    {
        QFETCH(QString, printed);
        QFETCH(QString, names);
        QStringList found;
        for (const ReferenceName &name : parseNames(printed))
            found << name.family + u'|' + name.given;
        QCOMPARE(found.join(u"; "_s), names);
    }

    void datesAreReadAsFarAsTheyGo_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QList<int>>("parts");
        const auto row = [](const char *printed, const QList<int> &parts) {
            QTest::newRow(printed) << QString::fromUtf8(printed) << parts;
        };
        row("2023 Jul; Epub 2023 Jul 3", {2023, 7});
        row("2023 Jul 3", {2023, 7, 3});
        row("2023-07-03", {2023, 7, 3});
        row("2022 January", {2022, 1});
        row("2020", {2020});
        row("2020 Spring", {2020});
        row("2020 13 40", {2020});
        row("in 2020", {});
        row("20201", {});
        row("", {});
    }

    void datesAreReadAsFarAsTheyGo()
    {
        QFETCH(QString, printed);
        QFETCH(QList<int>, parts);
        const ReferenceDate date = parseDate(printed);
        QList<int> found;
        for (const auto &part : {date.year, date.month, date.day}) {
            if (part)
                found << *part;
        }
        QCOMPARE(found, parts);
    }

    void pagesKeepAnOpenEnd()
    {
        const auto pages = [](const QString &printed) {
            ReferenceRecord record;
            parsePages(printed, record);
            return record.pages(u"--"_s);
        };
        QCOMPARE(pages(u"1710-1717"_s), u"1710--1717"_s);
        QCOMPARE(pages(u"1710–1717"_s), u"1710--1717"_s);
        QCOMPARE(pages(u"3398-"_s), u"3398"_s);
        QCOMPARE(pages(u"e003847"_s), u"e003847"_s);
        QCOMPARE(pages(QString()), QString());
    }
};

QTEST_GUILESS_MAIN(TestCitationParts)
#include "tst_citationparts.moc"
