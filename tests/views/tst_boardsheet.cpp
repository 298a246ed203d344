// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "tests/support/SyntheticLibrary.h"
#include "tests/views/RateFixtures.h"
#include "views/report/SheetBoard.h"
#include "views/report/SheetPrinter.h"
#include "views/report/SheetRenderer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF a4Mm(210, 297);

SheetChoices board()
{
    SheetChoices choices;
    choices.form = SheetForm::Board;
    return choices;
}

FilterCriteria prophylacticSc()
{
    FilterCriteria criteria;
    criteria.setValues(Facet::Route, {u"SC"_s});
    criteria.setValues(Facet::Timing, {u"prophylactic"_s});
    return criteria;
}

} // namespace

class TestBoardSheet : public QObject
{
    Q_OBJECT

    std::shared_ptr<const Library> m_library;
    QTemporaryDir m_folder;

    [[nodiscard]] static SummarySheet sheetOf(const std::shared_ptr<const Library> &library,
                                              const FilterCriteria &criteria,
                                              const SheetChoices &choices)
    {
        return makeSummarySheet(*library, criteria, FilterEngine(library).apply(criteria), {},
                                QDate(2026, 11, 21), choices);
    }
    [[nodiscard]] SummarySheet sheetOf(const FilterCriteria &criteria,
                                       const SheetChoices &choices) const
    {
        return sheetOf(m_library, criteria, choices);
    }
    /// The text of its PDF, blanks as single spaces.
    [[nodiscard]] QString textOf(const SheetDocument &document) const
    {
        const QString path = m_folder.filePath(u"sheet.pdf"_s);
        if (!saveSheetPdf(document, path, SheetPage::A4))
            return {};
        QProcess process;
        process.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).simplified();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(u":/evidence/anakinra-car-t.json"_s).library;
        QVERIFY(m_library);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils is not installed");
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!QStandardPaths)"_s)); }

    void itIsOnePageWithTheFigure_data()
    {
        QTest::addColumn<FilterCriteria>("criteria");
        QTest::newRow("prophylactic SC") << prophylacticSc();
        QTest::newRow("everything") << FilterCriteria();
        FilterCriteria comparators;
        comparators.withComparators = true;
        QTest::newRow("with comparators") << comparators;
    }
    void itIsOnePageWithTheFigure()
    {
        QFETCH(FilterCriteria, criteria);
        const SummarySheet sheet = sheetOf(criteria, board());
        QCOMPARE(sheetPageCount(sheet, a4Mm), 1);
        const QString text = textOf(sheet);
        for (const SheetCohort &cohort : sheet.cohorts)
            QVERIFY2(text.contains(cohort.label.section(u',', 0, 0)), qPrintable(cohort.label));
        QVERIFY(text.contains(u"Tumour response (higher is better)")); // of the figure
        QVERIFY(text.contains(u"Left out to keep one page:"));
        QVERIFY(text.contains(u"sheet --form full"));
        QVERIFY(text.contains(u"Page 1 of 1"));
        QVERIFY(text.contains(u"not medical advice"));
    }

    /// 6 of 31 in Park 2023: the printed count, the rate and its Wilson interval.
    void theRatesAreThoseOfTheFullForm()
    {
        const QString text = textOf(sheetOf(prophylacticSc(), board()));
        for (const char *printed : {"6/31", "19.4", "9.2–36.3", "23/31", "8/15"})
            QVERIFY2(text.contains(QString::fromUtf8(printed)), printed);
        QVERIFY(text.contains(u"200 mg/day SC"));
    }

    /// Six of the studies in the library report none of the seven outcomes; they are named
    /// all the same.
    void cohortsThatReportNothingAreNamedInOneRow()
    {
        const QString text = textOf(sheetOf({}, board()));
        const QString row = text.mid(text.indexOf(u"None of these outcomes is reported for:"), 900);
        for (const char *name :
             {"LBCL ICANS series", "Jatiani", "Strati", "Hines", "Oliai", "Wehrli"})
            QVERIFY2(row.contains(QString::fromUtf8(name)), name);
        QVERIFY(text.contains(u"rows of the figure that would only say NR"));
    }

    void manyCohortsStayOnOnePageAndTheRestIsCounted()
    {
        const LoadReport many = readLibrary(test::syntheticLibrary(120), u"many.json"_s);
        QVERIFY(many.isUsable());
        const SummarySheet sheet = sheetOf(many.library, {}, board());
        QVERIFY(sheet.cohorts.size() > 40);
        QCOMPARE(sheetPageCount(sheet, a4Mm), 1);
        const QString text = textOf(sheet);
        static const QRegularExpression told(
            u"Left out to keep one page: ([0-9]+) of ([0-9]+) cohorts"_s);
        const auto match = told.match(text);
        QVERIFY(match.hasMatch());
        QCOMPARE(match.captured(2).toUInt(), sheet.cohorts.size());
        QVERIFY(match.captured(1).toUInt() < sheet.cohorts.size());
    }

    void nothingMatchingIsStillAPage()
    {
        FilterCriteria nothing;
        nothing.search = u"no such word anywhere"_s;
        QCOMPARE(sheetPageCount(sheetOf(nothing, board()), a4Mm), 1);
    }

    void sectionsComeAndGo()
    {
        SheetChoices choices;
        const auto has = [&](QStringView heading) {
            return textOf(sheetOf({}, choices)).contains(heading);
        };
        QVERIFY(has(u"Characteristics of the patients"));
        QVERIFY(has(u"64.5 years (range 19-78)")); // of the 42 with ICANS
        QVERIFY(has(u"References, and the places"));
        choices.set(SheetSection::Characteristics, false);
        choices.set(SheetSection::References, false);
        choices.set(SheetSection::Figures, false);
        QVERIFY(!has(u"Characteristics of the patients"));
        QVERIFY(!has(u"References, and the places"));
        QVERIFY(!has(u"Tumour response (higher is better)"));
        QVERIFY(has(u"Included cohorts"));
    }

    void figuresOfAnyKindGoOnTheSheetInOrder()
    {
        RateFigure figure = fixtures::manyCohorts(14);
        figure.title = u"A figure of another kind"_s;
        figure.withFooter = false;
        SheetChoices choices;
        choices.figures = {u"rates"_s, u"other"_s};
        const QString text = textOf({sheetOf(prophylacticSc(), choices), {figureRecipe(figure)}});
        const qsizetype rates = text.indexOf(u"Tumour response (higher is better)");
        QVERIFY(rates > 0);
        QVERIFY(text.indexOf(u"A figure of another kind") > rates);
    }

    void aFigureTooLargeForThePaperIsNamed()
    {
        RateFigure figure = fixtures::manyCohorts(200);
        figure.title = u"Two hundred"_s;
        const QString text = textOf({sheetOf(prophylacticSc(), {}), {figureRecipe(figure)}});
        QVERIFY(text.contains(u"Two hundred: this figure does not fit on the paper"));
    }

    void choicesComeBack()
    {
        SheetChoices choices = board();
        choices.set(SheetSection::Notes, false);
        choices.figures = {u"map"_s, u"rates"_s};
        QCOMPARE(SheetChoices::fromJson(choices.toJson()), choices);
        QCOMPARE(SheetChoices::fromJson({}), SheetChoices());
        QCOMPARE(SheetChoices::fromJson({{u"form"_s, u"poem"_s}, {u"without"_s, 3}}),
                 SheetChoices());
    }
};

QTEST_MAIN(TestBoardSheet)
#include "tst_boardsheet.moc"
