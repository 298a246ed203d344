// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "models/figures/BenefitHarm.h"
#include "models/figures/NaturalFrequency.h"

#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace Qt::StringLiterals;

/// Benefit against harm, and rates as people out of 100, on the shipped evidence; counts and
/// intervals were worked out by hand (Wilson, 95 %).
class TestTeachingFigures : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;

    std::vector<int> all() const
    {
        std::vector<int> cohorts(m_library->cohorts.size());
        std::iota(cohorts.begin(), cohorts.end(), 0);
        return cohorts;
    }
    int cohort(const char *id) const { return m_library->cohortIndex.value(QString::fromLatin1(id), -1); }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
    }

    void onlyCohortsThatReportBothAreDrawn()
    {
        const std::vector<int> two{cohort("park-2023/cohort-1"), cohort("liang-2025/all"), cohort("wehrli/all")};
        const BenefitHarm values = makeBenefitHarm(*m_library, two, u"icans.any"_s, u"response.cr"_s, {});
        QCOMPARE(values.points.size(), 2U);
        QCOMPARE(values.gaps.size(), 1U);
        QCOMPARE(values.gaps.front().reason, u"neither reported"_s);
        for (const BenefitHarmPoint &point : values.points) {
            if (point.cohort.cohort != cohort("park-2023/cohort-1"))
                continue;
            QCOMPARE(point.harm.countText(), u"6/31"_s);
            QCOMPARE(point.benefit.countText(), u"20/31"_s);
        }
    }

    void aPercentageWithoutCountIsSaidToHaveNoInterval()
    {
        const std::vector<int> one{cohort("liang-2025/all")};
        const BenefitHarm values = makeBenefitHarm(*m_library, one, u"icans.any"_s, u"response.cr"_s, {});
        QCOMPARE(values.points.front().benefit.kind, RateKind::PercentOnly);
        QVERIFY(!values.points.front().benefit.interval);
        QVERIFY(values.notes.join(u'\n').contains(u"only a percentage is printed"_s));
        QCOMPARE(benefitHarmTable(values).rows.size(), 1U);
    }

    void theIntervalIsRoundedOutwards()
    {
        // 6/31 = 19.35 %, Wilson 9.2 to 36.3
        const auto frequency = makeNaturalFrequency(*m_library, cohort("park-2023/cohort-1"), u"icans.any"_s, {});
        QVERIFY(frequency.hasValue());
        QCOMPARE(frequency->people, 19);
        QCOMPARE(frequency->low, 9);
        QCOMPARE(frequency->high, 37);
        QVERIFY(frequency->words.contains(u"about 19"_s));
        QVERIFY(frequency->words.contains(u"9 to 37 of 100"_s));
    }

    void fewPatientsOrNoCountGiveNoPictureButAReason()
    {
        const auto few = makeNaturalFrequency(*m_library, cohort("liang-2025/all"), u"crs.any"_s, {});
        QVERIFY(!few.hasValue());
        QVERIFY(few.problem().message.startsWith(u"n = 25"_s));
        const auto bare = makeNaturalFrequency(*m_library, cohort("liang-2025/all"), u"response.orr"_s, {});
        QVERIFY(bare.problem().message.contains(u"only a percentage"_s));
        const auto none = makeNaturalFrequency(*m_library, cohort("liang-2025/all"), u"icans.ge3"_s, {});
        QVERIFY(none.problem().message.contains(u"not reported"_s));
    }

    void everyOfferedRateHasAPictureAndThirtyPatients()
    {
        const auto choices = naturalFrequencyChoices(*m_library, all(), {});
        QVERIFY(!choices.empty());
        for (const NaturalFrequencyChoice &choice : choices) {
            const auto frequency = makeNaturalFrequency(*m_library, choice.cohort, choice.outcome, {});
            QVERIFY2(frequency.hasValue(), qPrintable(choice.label));
            QVERIFY(*frequency->rate.n >= 30);
            QVERIFY(frequency->low <= frequency->people && frequency->people <= frequency->high);
            QVERIFY(frequency->low >= 0 && frequency->high <= 100);
        }
    }
};

QTEST_APPLESS_MAIN(TestTeachingFigures)
#include "tst_teachingfigures.moc"
