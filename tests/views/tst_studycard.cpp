// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "views/details/StudyCard.h"

#include <QTest>
#include <QTextDocument>

using namespace anakinra;
using namespace Qt::StringLiterals;

class TestStudyCard : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;

    static QString blanks(QString text) { return text.replace(u'\u00a0', u' '); }
    QString html(const QString &cohort) const { return studyCardHtml(*m_library, cohort, {}); }
    /// What a reader sees; no-break spaces as blanks.
    QString plain(const QString &cohort) const
    {
        QTextDocument document;
        document.setHtml(html(cohort));
        return blanks(document.toPlainText());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        const LoadReport report = readLibrary(QStringLiteral(SHIPPED_LIBRARY));
        QVERIFY(report.isUsable());
        m_library = report.library;
    }

    void aCardWithoutCohortAsksForOne()
    {
        QVERIFY(html(QString()).contains(u"Select a cohort"_s));
        QVERIFY(html(u"no/such"_s).contains(u"Select a cohort"_s));
    }

    /// 6 of 31 with its Wilson interval 9.2-36.3 %, the printed percentage and where it stands.
    void anOutcomeHasCountIntervalPrintStatusReportAndPlace()
    {
        const QString text = plain(u"park-2023/cohort-1"_s);
        QVERIFY(text.contains(u"6/31 19.4 %"_s));
        QVERIFY(text.contains(u"9.2–36.3 %"_s));
        const Cohort *cohort = m_library->cohort(u"park-2023/cohort-1"_s);
        const Observation *icans = cohort->find(u"icans.any"_s);
        QVERIFY(icans);
        const Source &source = icans->figure.source;
        QVERIFY(text.contains(u"“%1” · %2 · %3 · %4"_s.arg(source.reported, labelOf(source.status),
                                                          m_library->report(source.report)->label,
                                                          source.locator)));
    }

    void theArithmeticOfTheDailyDoseIsShown()
    {
        const QString text = plain(u"park-2023/cohort-1"_s);
        QVERIFY(text.contains(u"100 mg/dose × 2 doses/day (bid) = 200 mg/day"_s));
        QVERIFY(text.contains(u"200 mg/day"_s));
    }

    void otherCohortsOfTheStudyAreLinks()
    {
        const QString card = html(u"liang-2025/all"_s);
        QVERIFY(card.contains(u"href='cohort:liang-2025/sc'"_s));
        QVERIFY(card.contains(u"href='cohort:liang-2025/iv'"_s));
        QVERIFY(card.contains(u"<b>▸ All anakinra</b>"_s)); // that is this one
    }

    void partsStandUnderTheirParent()
    {
        const QString text = plain(u"shah/all"_s);
        const QString list = text.mid(text.indexOf(u"Cohorts of this study"_s));
        QVERIFY(list.indexOf(u"With carHLH"_s) < list.indexOf(u"Given anakinra"_s));
        QVERIFY(list.indexOf(u"Given anakinra"_s) < list.indexOf(u"Without carHLH"_s));
    }

    void whatIsNotReportedAmongTheMainOutcomesIsSaid()
    {
        const QString text = plain(u"liang-2025/sc"_s);
        const qsizetype at = text.indexOf(u"Not reported for this cohort:"_s);
        QVERIFY(at >= 0);
        const QString line = text.mid(at, text.indexOf(u'\n', at) - at);
        const Vocabulary &words = m_library->vocabulary;
        QVERIFY(line.contains(words.outcome(u"response.orr"_s)->label));
        QVERIFY(!line.contains(words.outcome(u"crs.any"_s)->label)); // 8/15 is printed
    }

    /// Flow: the responders are compared with p = .006, which the uncorrected chi-square gives and
    /// Fisher's test (.0105) does not.
    void aPrintedPStandsBesideTheRecomputedOnes()
    {
        const QString text = plain(u"lbcl-icans-42/all"_s);
        QVERIFY(text.contains(u"p = 0.006"_s));
        QVERIFY(text.contains(u"p = 0.0105, Fisher's exact test (not the printed p)"_s));
        QVERIFY(text.contains(u"chi-square test without correction (gives the printed p)"_s));
    }

    /// 74 % of 25 is impossible, 6.4 % of 31 cut off; 4 % of 31 is no share of a product.
    void aNumberWithFindingsIsMarkedAndExplainedAtItsPlace()
    {
        const QString liang = plain(u"liang-2025/all"_s);
        QVERIFY(liang.contains(u"74 % !\n! Cannot be as printed: 74 % cannot be a share of all 25 "
                               "patients: no whole number of them gives it (74 % of 25: 18/25 = 72 %"_s));
        const QString park = plain(u"park-2023/cohort-1"_s);
        QVERIFY(park.contains(u"tisa-cel, 4 % !\n! Cannot be as printed: 4 % cannot be"_s));
        QVERIFY(park.contains(u"* Worth knowing: 6.4 % is cut off, not rounded: 2 of 31 patients"_s));
        QVERIFY(park.contains(u"All products\n* Worth knowing: The printed shares"_s));
        QVERIFY(plain(u"shah/anakinra"_s).contains(u"8 or 9 *\n* Worth knowing: The source gives two"_s));
        const QString lbcl = plain(u"lbcl-icans-42/all"_s);
        QVERIFY(lbcl.contains(u"p = 0.006 *"_s));
        QVERIFY(lbcl.contains(u"42.6 % !\n! Cannot be as printed"_s));
        QVERIFY(!plain(u"dreyzin/all"_s).contains(u"Worth knowing"_s));
    }

    void curatorAddedFactsAreMarked()
    {
        int added = 0;
        for (const Study &study : m_library->studies) {
            const bool has = std::ranges::any_of(study.reports, [this](int r) {
                const Report &report = m_library->reports[std::size_t(r)];
                return std::ranges::any_of(report.citation, [](const CitationField &f) {
                    return f.status == Status::CuratorAdded;
                });
            });
            if (study.cohorts.empty())
                continue;
            const QString id = m_library->cohorts[std::size_t(study.cohorts.front())].id;
            QCOMPARE(html(id).contains(u"added by the curator"_s), has);
            added += has;
        }
        QVERIFY(added > 0);
    }

    void everyCohortHasACardThatNamesItsStudyNotesAndOutcomes()
    {
        for (const Cohort &cohort : m_library->cohorts) {
            const QString text = plain(cohort.id);
            const Study &study = m_library->studies[std::size_t(cohort.study)];
            QVERIFY2(text.contains(blanks(study.label)), qPrintable(cohort.id));
            for (const Note &note : cohort.notes)
                QVERIFY2(text.contains(blanks(note.text)), qPrintable(note.text));
            for (const Note &note : study.notes)
                QVERIFY2(text.contains(blanks(note.text)), qPrintable(note.text));
            for (const Observation &observation : cohort.outcomes) {
                QVERIFY2(text.contains(m_library->vocabulary.outcome(observation.outcome)->label),
                         qPrintable(observation.outcome));
                QVERIFY2(text.contains(blanks(observation.figure.source.reported)),
                         qPrintable(observation.figure.source.reported));
            }
        }
    }

    void nothingOfALibraryBecomesMarkup()
    {
        Library evil = *m_library;
        for (Study &study : evil.studies)
            study.label = u"<img src='x'> & \"quoted\""_s;
        for (Cohort &cohort : evil.cohorts)
            cohort.label = u"</table><script>'"_s;
        const QString card = studyCardHtml(evil, u"liang-2025/all"_s, {});
        QVERIFY(!card.contains(u"<img"_s));
        QVERIFY(!card.contains(u"<script"_s));
        QVERIFY(card.contains(u"&lt;img"_s));
    }
};

QTEST_MAIN(TestStudyCard)
#include "tst_studycard.moc"
