// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "tests/support/LibraryInvariants.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace anakinra;

/// What holds over the whole of the shipped evidence, whatever is entered later.
class TestShippedLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void readsWithoutProblemAndFitsTheSchema();
    void hasElevenStudiesAndThirteenReports();
    void everyRecordedValueHasItsPlace();
    void everyTermOfTheVocabularyHasALabel();
    void printedPercentagesAreKept();
    void derivedCountsGiveThePrintedPercentage();
    void percentOnlyFiguresHaveNoCount();
    void severeIsPartOfAny_data();
    void severeIsPartOfAny();
    void partsAreNoLargerThanTheirParent();
    void reportedMeansThatSomethingIsPrinted();
    void curatorAddsNothingWithoutAnAddress();
    void incidencesNameTheirPopulation();

private:
    void eachFigure(const std::function<void(const QString &where, const Figure &)> &visit) const;

    std::shared_ptr<const Library> m_library;
    std::vector<Problem> m_problems;
};

namespace {

/// The printed percentage of a figure, as digits: "6.4" of "6.4%"; "" where none is printed.
QString printedPercentage(const QString &reported)
{
    static const QRegularExpression pattern(uR"((\d+(?:\.\d+)?)\s*%)"_s);
    return pattern.match(reported).captured(1);
}

qsizetype decimals(const QString &number)
{
    const qsizetype point = number.indexOf(u'.');
    return point < 0 ? 0 : number.size() - point - 1;
}

/// 100 * events / n in units of the last printed decimal, exactly: rounded half up, or cut off.
qint64 inUnits(int events, int n, qsizetype places, bool cutOff)
{
    qint64 scale = 100;
    for (qsizetype i = 0; i < places; ++i)
        scale *= 10;
    return cutOff ? events * scale / n : (2 * events * scale + n) / (2 * n);
}

} // namespace

void TestShippedLibrary::initTestCase()
{
    const LoadReport report = readLibrary(u":/evidence/anakinra-car-t.json"_s,
                                          {ReadOptions::Schema::Always});
    m_library = report.library;
    m_problems = report.problems;
    QVERIFY(m_library);
}

void TestShippedLibrary::eachFigure(
    const std::function<void(const QString &where, const Figure &)> &visit) const
{
    for (const Cohort &cohort : m_library->cohorts) {
        for (const Observation &outcome : cohort.outcomes)
            visit(cohort.id + u' ' + outcome.outcome, outcome.figure);
        for (const Characteristic &characteristic : cohort.characteristics)
            visit(cohort.id + u' ' + characteristic.code, characteristic.figure);
    }
    for (const Study &study : m_library->studies) {
        for (const Comparison &comparison : study.comparisons) {
            for (const ComparisonGroup &group : comparison.groups)
                visit(comparison.id + u' ' + group.cohort, group.figure);
        }
    }
}

void TestShippedLibrary::readsWithoutProblemAndFitsTheSchema()
{
    for (const Problem &problem : m_problems)
        qInfo().noquote() << problem.toString();
    QVERIFY(m_problems.empty());
    QVERIFY(m_library->shipped && !m_library->partial);
    QCOMPARE(test::brokenInvariants(*m_library), QStringList());
}

void TestShippedLibrary::hasElevenStudiesAndThirteenReports()
{
    QStringList ids;
    for (const Study &study : m_library->studies)
        ids += study.id;
    ids.sort();
    QCOMPARE(ids, (QStringList{u"dreyzin"_s, u"gazeau"_s, u"hines"_s, u"jatiani"_s,
                               u"lbcl-icans-42"_s, u"liang-2025"_s, u"oliai"_s, u"park-2023"_s,
                               u"shah"_s, u"strati"_s, u"wehrli"_s}));
    QCOMPARE(m_library->reports.size(), std::size_t(13));
    QCOMPARE(std::ranges::count(m_library->reports, u"review-table"_s, &Report::kind), 9);
}

void TestShippedLibrary::everyRecordedValueHasItsPlace()
{
    int figures = 0;
    eachFigure([&](const QString &where, const Figure &figure) {
        ++figures;
        QVERIFY2(m_library->report(figure.source.report), qPrintable(where));
        QVERIFY2(figure.source.locator.size() > 3, qPrintable(where));
    });
    QVERIFY(figures > 50);
    for (const Cohort &cohort : m_library->cohorts) {
        QVERIFY2(m_library->report(cohort.n.source.report), qPrintable(cohort.id));
        for (const Regimen &regimen : cohort.regimens)
            QVERIFY2(m_library->report(regimen.source.report), qPrintable(cohort.id));
    }
}

void TestShippedLibrary::everyTermOfTheVocabularyHasALabel()
{
    for (const auto *terms :
         {&m_library->vocabulary.products, &m_library->vocabulary.diseases,
          &m_library->vocabulary.ageGroups, &m_library->vocabulary.designs,
          &m_library->vocabulary.indications, &m_library->vocabulary.publications,
          &m_library->vocabulary.flags}) {
        QVERIFY(!terms->empty());
        for (const Term &term : *terms)
            QVERIFY2(!term.label.isEmpty(), qPrintable(term.code));
    }
}

void TestShippedLibrary::printedPercentagesAreKept()
{
    int checked = 0;
    eachFigure([&](const QString &where, const Figure &figure) {
        const QString printed = printedPercentage(figure.source.reported);
        if (printed.isEmpty() || !figure.percent)
            return;
        ++checked;
        QVERIFY2(*figure.percent == printed.toDouble(),
                 qPrintable(where + u": " + figure.source.reported));
    });
    QVERIFY(checked > 20);
}

void TestShippedLibrary::derivedCountsGiveThePrintedPercentage()
{
    int checked = 0;
    eachFigure([&](const QString &where, const Figure &figure) {
        if (figure.source.status != Status::Derived || !figure.hasCounts())
            return;
        const QString printed = printedPercentage(figure.source.reported);
        QVERIFY2(!printed.isEmpty(), qPrintable(where));
        const qsizetype places = decimals(printed);
        const bool isTruncated = figure.source.flags.contains(u"truncated"_s);
        const qint64 units = QString(printed).remove(u'.').toLongLong();
        QVERIFY2(inUnits(*figure.events, *figure.n, places, isTruncated) == units, qPrintable(where));
        // Truncation is only for what rounding does not explain, and no other count fits.
        const auto fits = [&](int k) { return inUnits(k, *figure.n, places, isTruncated) == units; };
        QVERIFY2(!fits(*figure.events - 1) && !fits(*figure.events + 1), qPrintable(where));
        if (isTruncated)
            QVERIFY2(inUnits(*figure.events, *figure.n, places, false) != units, qPrintable(where));
        ++checked;
    });
    QVERIFY(checked >= 5);
}

void TestShippedLibrary::percentOnlyFiguresHaveNoCount()
{
    int checked = 0;
    eachFigure([&](const QString &where, const Figure &figure) {
        if (figure.source.status != Status::PercentOnly)
            return;
        ++checked;
        QVERIFY2(!figure.events && figure.percent, qPrintable(where));
    });
    QVERIFY(checked >= 5);
}

void TestShippedLibrary::severeIsPartOfAny_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("whole");
    QTest::newRow("CRS") << u"crs.ge3"_s << u"crs.any"_s;
    QTest::newRow("ICANS") << u"icans.ge3"_s << u"icans.any"_s;
    QTest::newRow("ICANS grade 4") << u"icans.g4"_s << u"icans.ge3"_s;
    QTest::newRow("response") << u"response.cr"_s << u"response.orr"_s;
}

void TestShippedLibrary::severeIsPartOfAny()
{
    QFETCH(QString, part);
    QFETCH(QString, whole);
    for (const Cohort &cohort : m_library->cohorts) {
        for (const Observation &a : cohort.outcomes) {
            for (const Observation &b : cohort.outcomes) {
                if (a.outcome != part || b.outcome != whole || a.window != b.window
                    || a.population != b.population || a.figure.source.report != b.figure.source.report
                    || !a.figure.rate() || !b.figure.rate()) {
                    continue;
                }
                QVERIFY2(*a.figure.rate() <= *b.figure.rate(), qPrintable(cohort.id));
            }
        }
    }
}

void TestShippedLibrary::partsAreNoLargerThanTheirParent()
{
    for (const Cohort &cohort : m_library->cohorts) {
        if (cohort.parent < 0 || !cohort.n.value)
            continue;
        const Cohort &parent = m_library->cohorts.at(std::size_t(cohort.parent));
        const auto most = parent.n.max ? parent.n.max : parent.n.value;
        QVERIFY2(!most || *cohort.n.value <= *most, qPrintable(cohort.id));
    }
}

void TestShippedLibrary::reportedMeansThatSomethingIsPrinted()
{
    eachFigure([&](const QString &where, const Figure &figure) {
        const bool hasFigure = figure.events || figure.n || figure.percent || figure.value;
        if (figure.source.status == Status::NotReported)
            QVERIFY2(!figure.events && !figure.percent, qPrintable(where));
        else
            QVERIFY2(hasFigure && !figure.source.reported.isEmpty(), qPrintable(where));
    });
}

void TestShippedLibrary::curatorAddsNothingWithoutAnAddress()
{
    int added = 0;
    for (const Report &report : m_library->reports) {
        for (const CitationField &field : report.citation) {
            if (field.status != Status::CuratorAdded)
                continue;
            ++added;
            QVERIFY2(field.source.contains(u"http") || field.source.contains(u"doi.org"),
                     qPrintable(report.id + u' ' + field.field + u": " + field.source));
        }
    }
    QVERIFY(added > 0);
}

void TestShippedLibrary::incidencesNameTheirPopulation()
{
    for (const Cohort &cohort : m_library->cohorts) {
        for (const Observation &outcome : cohort.outcomes) {
            const OutcomeTerm *term = m_library->vocabulary.outcome(outcome.outcome);
            if (term->domain == Domain::ToxicityIncidence)
                QVERIFY2(outcome.population != Population::NotApplicable,
                         qPrintable(cohort.id + u' ' + outcome.outcome));
        }
    }
}

QTEST_APPLESS_MAIN(TestShippedLibrary)
#include "tst_shippedlibrary.moc"
