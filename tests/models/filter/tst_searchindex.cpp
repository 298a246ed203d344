// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterEngine.h"
#include "models/filter/judging/FoldedText.h"
#include "tests/models/filter/FilterDump.h"
#include "tests/support/LibraryBuilder.h"

#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

Source printed(const QString &reported, const QString &locator)
{
    Source source;
    source.reported = reported;
    source.locator = locator;
    return source;
}

std::shared_ptr<const Library> library()
{
    LibraryBuilder make;
    make.cohort("s/first", 10, [](Cohort &c) {
        c.products = {product("axi-cel")};
        Regimen regimen = starting({Route::Subcutaneous}, mgPerDay(100, 200));
        regimen.trigger = u"at the first fever"_s;
        c.regimens = {regimen};
        Observation outcome;
        outcome.outcome = u"icans.any"_s;
        outcome.figure.source = printed(u"6.4%"_s, u"Table 2, row 7"_s);
        c.outcomes = {outcome};
        Note note;
        note.text = u"Zürich – Hôpital\ncohort"_s;
        c.notes = {note};
    });
    make.cohort("s/second", 10);
    make.cohort("t/other", 10);
    make.study("s", [](Study &study) { study.title = u"Interleukin-1 blockade"_s; });
    make.report("s", "s-report", "article", PeerReviewed::Yes, [](Report &report) {
        report.citation = {{u"authors"_s, u"Straße A, Núñez B, Sørensen C"_s, Status::Reported, {}}};
    });
    return make.build();
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsWordsOfCohortAndStudy_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &search, const QString &expected) {
            QTest::newRow(qPrintable(search)) << search << expected;
        };
        const QString study = u"s/first s/second"_s;
        const QString all = u"s/first s/second t/other"_s;
        row(u"   "_s, all);
        row(u"INTERLEUKIN"_s, study);                // title of the study, other case
        row(u"leukin"_s, study);                     // inside a word
        row(u"nunez"_s, study);                      // accents folded in the text
        row(u"núÑEZ"_s, study);                      // and in the search
        row(u"strasse"_s, study);
        row(u"zurich"_s, u"s/first"_s);
        row(u"sorensen"_s, study);                   // a letter with a stroke
        row(u"hopital cohort"_s, u"s/first"_s);      // across a line break
        row(u"axicabtagene"_s, u"s/first"_s);        // full product name
        row(u"subcutaneous"_s, u"s/first"_s);
        row(u"100-200"_s, u"s/first"_s);             // printed with an en dash
        row(u"fever"_s, u"s/first"_s);
        row(u"6.4%"_s, u"s/first"_s);
        row(u"\"icans,\""_s, QString());             // quotes are no syntax
        row(u"icans, any"_s, u"s/first"_s);          // label of the outcome
        row(u"table row"_s, u"s/first"_s);           // locator
        row(u"s/second"_s, u"s/second"_s);
        row(u"blockade second"_s, u"s/second"_s);    // one word here, one in the study
        row(u"blockade other"_s, QString());         // never both
        row(u"wrong"_s, QString());
        row(u"leukin-1blockade"_s, QString());       // not across words
        row(u"anakinra"_s, all);                     // the role's name
    }

    void findsWordsOfCohortAndStudy()
    {
        QFETCH(QString, search);
        QFETCH(QString, expected);
        FilterCriteria criteria;
        criteria.search = search;
        QCOMPARE(judged(library(), criteria), expected);
    }

    void foldingIsTheSameForTextAndSearch()
    {
        QCOMPARE(filter::foldedText(u"É–ß\u00A0Ω"), u"e-ss ω"_s);
        QCOMPARE(filter::foldedText(u"GRADE ≥3 − x"), u"grade ≥3 - x"_s);
        QCOMPARE(filter::foldedText({}), QString());
    }

    void preparingChangesNothing()
    {
        const FilterEngine engine(library());
        engine.prepareSearch();
        FilterCriteria criteria;
        criteria.search = u"zurich"_s;
        QCOMPARE(engine.apply(criteria).counts.cohorts, 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
