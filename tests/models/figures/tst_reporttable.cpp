// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ReportTable.h"
#include "tests/support/LibraryBuilder.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

Source in(const char *report, Status status = Status::Reported)
{
    Source source;
    source.reported = u"printed"_s;
    source.status = status;
    source.report = QString::fromUtf8(report);
    return source;
}

Observation outcome(const char *code, int events, int n, const char *report)
{
    Observation o;
    o.outcome = QString::fromUtf8(code);
    o.figure.events = events;
    o.figure.n = n;
    o.figure.source = in(report);
    return o;
}

/// A study with an article and a row in a review; the row repeats one outcome and adds another.
std::shared_ptr<const Library> library()
{
    LibraryBuilder make;
    make.report("s", "article", "article", PeerReviewed::Yes).report("s", "row", "review-table");
    make.report("t", "news", "news", PeerReviewed::No);
    make.cohort("s/all", 31, [](Cohort &c) {
        c.n.source = in("article");
        c.nAnakinra = c.n;
        c.regimens = {starting({Route::Subcutaneous}, mgPerDay(200))};
        c.regimens[0].source = in("row");
        c.outcomes = {outcome("crs.any", 23, 31, "article"), outcome("crs.any", 23, 31, "row"),
                      outcome("icans.any", 6, 31, "article"), outcome("response.cr", 20, 31, "row")};
        Observation absent;
        absent.outcome = u"crs.ge3"_s;
        absent.figure.source = in("row", Status::NotReported);
        c.outcomes.push_back(absent);
        c.characteristics = {{u"age"_s, u"Age"_s, {}}};
        c.characteristics[0].figure.value = Continuous{61, 20, 79, u"years"_s, {}};
        c.characteristics[0].figure.source = in("article");
    });
    make.cohort("s/sc", 15, "s/all", [](Cohort &c) {
        c.regimens = {starting({Route::Subcutaneous}, mgPerDay(200))};
        c.regimens[0].source = in("row");
        c.regimensInherited = true;
        c.outcomes = {outcome("crs.any", 8, 15, "article")};
    });
    make.cohort("t/all", 10, [](Cohort &c) { c.outcomes = {outcome("crs.any", 5, 10, "news")}; });
    make.study("s", [](Study &study) {
        Comparison comparison;
        comparison.source = in("article");
        study.comparisons = {comparison};
        Note note;
        note.source = in("row");
        study.notes = {note};
    });
    return make.build();
}

} // namespace

class TestReportTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contributionsAreCountedBySort()
    {
        const auto all = library();
        const auto rows = reportTable(*all, allReports(*all));
        QCOMPARE(rows.size(), 3u);
        const ReportContribution &article = rows[0].contribution;
        QCOMPARE(article.outcomes, 3);
        QCOMPARE(article.characteristics, 1);
        QCOMPARE(article.comparisons, 1);
        QCOMPARE(article.regimens, 0);
        QCOMPARE(article.others, 1); // n, which is the number given anakinra as well
        QCOMPARE(article.cohorts, (std::vector<int>{0, 1}));
        const ReportContribution &row = rows[1].contribution;
        QCOMPARE(row.outcomes, 2); // what is not reported comes from nowhere
        QCOMPARE(row.regimens, 1); // and what a part has from its whole counts once
        QCOMPARE(row.notes, 1);
        QCOMPARE(row.cohorts, std::vector<int>{0});
    }

    void figuresOfOneReportOnlyAreNamed()
    {
        const auto all = library();
        const auto rows = reportTable(*all, allReports(*all));
        const auto hasOnly = [](const ReportRow &row, const QString &words) {
            return row.onlyHere.join(u'\n').contains(words);
        };
        QVERIFY(hasOnly(rows[0], u"6/31"_s));
        QVERIFY(hasOnly(rows[0], u"61 (20–79) years"_s));
        QVERIFY(hasOnly(rows[0], u"8/15"_s));
        QVERIFY(!hasOnly(rows[0], u"23/31"_s)); // both print it
        QVERIFY(hasOnly(rows[1], u"20/31"_s));
        QVERIFY(!hasOnly(rows[1], u"23/31"_s));
        QVERIFY(!rows[0].onlyReport && rows[2].onlyReport);
    }

    void onlyReportsOfTheSelectionAreCited()
    {
        const auto all = library();
        QCOMPARE(citedReports(*all, std::vector<int>{2}), std::vector<int>{2});
        // The part's regimen is that of its whole, which stands in the row.
        QCOMPARE(citedReports(*all, std::vector<int>{1}), (std::vector<int>{0, 1}));
        QVERIFY(citedReports(*all, std::vector<int>{}).empty());
        QCOMPARE(citedReports(*all, std::vector<int>{2, 0}), (std::vector<int>{0, 1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestReportTable)
#include "tst_reporttable.moc"
