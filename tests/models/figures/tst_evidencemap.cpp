// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/EvidenceMap.h"
#include "tests/support/LibraryBuilder.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

/// The evidence map against what is counted by hand in the shipped evidence, and against what its
/// own clicks give.
class TestEvidenceMap : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;

    static const MapCell &cell(const EvidenceMap &map, const QString &row, const QString &column)
    {
        const auto r = map.rows.indexOf(row);
        const auto c = map.columns.indexOf(column);
        if (r < 0 || c < 0)
            qFatal("no such field");
        return map.cells[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
    }

    void fieldsHoldWhatIsCountedByHand()
    {
        const FilterEngine engine(m_library);
        const EvidenceMap map = makeEvidenceMap(engine, {}, MapAxis::Timing, MapAxis::Product);
        // The trial of 25 with its two route groups: three cohorts, 25 people.
        const MapCell &liso = cell(map, u"Prophylactic"_s, u"liso-cel"_s);
        QCOMPARE(liso.cohorts.size(), 3U);
        QCOMPARE(liso.studies, 1);
        QCOMPARE(liso.participants, 25);
        QCOMPARE(liso.knownShare, 25);
        // 74 % of 31 is 23: the other eight had another product.
        const MapCell &axi = cell(map, u"Prophylactic"_s, u"axi-cel"_s);
        QCOMPARE(axi.participants, 31);
        QCOMPARE(axi.knownShare, 23);
        QCOMPARE(participantsText(axi), u"23 of 31 participants"_s);
        QVERIFY(cell(map, u"Pre-emptive"_s, u"liso-cel"_s).cohorts.empty());
        QCOMPARE(spokenCell(map, static_cast<int>(map.rows.indexOf(u"Pre-emptive"_s)),
                            static_cast<int>(map.columns.indexOf(u"liso-cel"_s))),
                 u"Pre-emptive, liso-cel: no cohort"_s);
    }

    void aClickGivesWhatTheFieldSays()
    {
        const FilterEngine engine(m_library);
        for (const MapAxis rows : {MapAxis::Timing, MapAxis::Route, MapAxis::DoseBand}) {
            const EvidenceMap map = makeEvidenceMap(engine, {}, rows, MapAxis::Disease);
            for (const auto &row : map.cells) {
                for (const MapCell &field : row) {
                    const FilterResult result = engine.apply(field.click);
                    QCOMPARE(result.cohorts, field.cohorts);
                    QCOMPARE(result.counts.participants, field.participants);
                    QCOMPARE(result.counts.studies, field.studies);
                }
            }
        }
    }

    void aSecondClickClearsBothAxesAndNothingElse()
    {
        const FilterEngine engine(m_library);
        FilterCriteria criteria;
        criteria.setValues(Facet::AgeGroup, {u"adult"_s});
        const EvidenceMap before = makeEvidenceMap(engine, criteria, MapAxis::Timing, MapAxis::Route);
        const FilterCriteria clicked = cell(before, u"Refractory"_s, u"Subcutaneous (SC)"_s).click;
        const EvidenceMap after = makeEvidenceMap(engine, clicked, MapAxis::Timing, MapAxis::Route);
        const MapCell &chosen = cell(after, u"Refractory"_s, u"Subcutaneous (SC)"_s);
        QVERIFY(chosen.chosen);
        QCOMPARE(chosen.click, criteria);
        // The map itself stays as it was, so that another field can be chosen.
        QCOMPARE(cell(after, u"Prophylactic"_s, u"Subcutaneous (SC)"_s).cohorts,
                 cell(before, u"Prophylactic"_s, u"Subcutaneous (SC)"_s).cohorts);
    }

    void doseBandsDoNotShareADose()
    {
        LibraryBuilder make;
        const std::pair<const char *, double> doses[]{{"s/a", 100.0}, {"s/b", 101.0}, {"s/c", 200.0}, {"s/d", 800.0}};
        for (const auto &[id, dose] : doses)
            make.cohort(id, 10, [dose = dose](Cohort &c) { c.regimens = {starting({Route::Subcutaneous}, mgPerDay(dose))}; });
        make.cohort("s/wide", 10, [](Cohort &c) { c.regimens = {starting({Route::Subcutaneous}, mgPerDay(50, 200))}; });
        make.cohort("s/none", 10);
        const auto library = make.build();
        const FilterEngine engine(library);
        const EvidenceMap map = makeEvidenceMap(engine, {}, MapAxis::DoseBand, MapAxis::Route);
        QCOMPARE(cell(map, u"≤100 mg/day"_s, u"Subcutaneous (SC)"_s).cohorts, std::vector<int>({0}));
        QCOMPARE(cell(map, u">100–200 mg/day"_s, u"Subcutaneous (SC)"_s).cohorts, (std::vector<int>{1, 2}));
        QCOMPARE(cell(map, u">200 mg/day"_s, u"Subcutaneous (SC)"_s).cohorts, std::vector<int>({3}));
        QVERIFY(map.notes.join(u'\n').contains(u"2 cohorts stand in no field"_s));
    }

    void aCohortOfTwoRoutesStandsInBothAndTheNoteSaysSo()
    {
        LibraryBuilder make;
        make.cohort("s/both", 10, [](Cohort &c) {
            c.regimens = {starting({Route::Subcutaneous, Route::Intravenous}, mgPerDay(100))};
        });
        const auto library = make.build();
        const FilterEngine engine(library);
        const EvidenceMap map = makeEvidenceMap(engine, {}, MapAxis::Timing, MapAxis::Route);
        QCOMPARE(map.notes, QStringList({u"1 cohort has several values and stands in several fields"_s}));
    }

    void theTableHasARowForEveryField()
    {
        const FilterEngine engine(m_library);
        const EvidenceMap map = makeEvidenceMap(engine, {}, MapAxis::Timing, MapAxis::Design);
        QCOMPARE(static_cast<qsizetype>(mapTable(map).rows.size()), map.rows.size() * map.columns.size());
    }
};

QTEST_APPLESS_MAIN(TestEvidenceMap)
#include "tst_evidencemap.moc"
