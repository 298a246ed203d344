// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterEngine.h"
#include "tests/support/RandomLibrary.h"
#include "tests/support/ReferenceFilter.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 libraries = 30;
constexpr int criteriaPerLibrary = 12;

QByteArray setText(const std::set<int> &set)
{
    QByteArray words;
    for (const int i : set)
        words += ' ' + QByteArray::number(i);
    return words;
}

std::set<int> setOf(const std::vector<int> &list)
{
    return {list.begin(), list.end()};
}

QByteArray bytes(int number)
{
    return QByteArray::number(number);
}

QByteArray context(quint32 seed, const FilterCriteria &criteria)
{
    return "library " + QByteArray::number(seed) + ", "
        + QJsonDocument(criteria.toJson()).toJson(QJsonDocument::Compact);
}

} // namespace

/// The engine against a second, plain writing of the rules, over random libraries and criteria.
class TestFilterProperties : public QObject
{
    Q_OBJECT

private:
    /// Calls check(seed, drawn library, engine, criteria).
    template<typename Check>
    void forAll(Check &&check)
    {
        for (quint32 seed = 1; seed <= libraries; ++seed) {
            const RandomLibrary drawn = randomLibrary(seed);
            const FilterEngine engine(drawn.library);
            QRandomGenerator random(seed);
            for (int i = 0; i < criteriaPerLibrary; ++i) {
                check(seed, drawn, engine, randomCriteria(random, *drawn.library));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void acceptedAndUnjudgedAgreeWithTheReference()
    {
        int accepted = 0;
        int unjudgedSum = 0;
        forAll([&](quint32 seed, const RandomLibrary &drawn, const FilterEngine &engine,
                   const FilterCriteria &criteria) {
            const ReferenceResult expected = referenceFilter(*drawn.library, criteria);
            const FilterResult result = engine.apply(criteria);
            std::set<int> unjudged;
            for (const UnjudgedCohort &one : result.unjudged) {
                unjudged.insert(one.cohort);
                QVERIFY2(!one.reasons.isEmpty(), context(seed, criteria).constData());
            }
            std::set<int> listed = setOf(result.cohorts);
            for (const int comparator : result.comparators)
                listed.erase(comparator);
            std::set<int> expectedListed = expected.accepted;
            if (criteria.keepUnjudged)
                expectedListed.insert(expected.unjudged.begin(), expected.unjudged.end());
            const QByteArray difference = context(seed, criteria) + setText(listed) + " instead of "
                + setText(expectedListed) + ", unjudged " + setText(unjudged) + " instead of "
                + setText(expected.unjudged);
            QVERIFY2(listed == expectedListed && unjudged == expected.unjudged,
                     difference.constData());
            QCOMPARE(result.counts.unjudged, int(unjudged.size()));
            QCOMPARE(result.counts.cohorts, int(listed.size()));
            accepted += int(expected.accepted.size());
            unjudgedSum += int(expected.unjudged.size());
        });
        // Otherwise the comparison above says little.
        QVERIFY(accepted > 500);
        QVERIFY(unjudgedSum > 250);
    }

    void facetCountsAreWhatSelectingTheValueWouldGive()
    {
        int counted = 0;
        forAll([&](quint32 seed, const RandomLibrary &drawn, const FilterEngine &engine,
                   const FilterCriteria &criteria) {
            const FilterResult result = engine.apply(criteria);
            for (const auto &facet : CodeList<Facet>::entries) {
                for (const FacetValue &value : result.facets[std::size_t(facet.value)]) {
                    FilterCriteria clicked = criteria;
                    clicked.setValues(facet.value, {value.code});
                    const auto expected = referenceFilter(*drawn.library, clicked).accepted.size();
                    const QByteArray difference = context(seed, criteria) + facet.code.toUtf8() + '='
                        + value.code.toUtf8() + " counts " + bytes(value.cohorts) + " instead of "
                        + bytes(int(expected));
                    QVERIFY2(value.cohorts == int(expected), difference.constData());
                    counted += value.cohorts;
                }
            }
        });
        QVERIFY(counted > 10000);
    }

    void participantsAreNeverCountedTwiceAndNoneIsLostUnsaid()
    {
        int exact = 0;
        int more = 0;
        int apart = 0;
        int possible = 0;
        forAll([&](quint32 seed, const RandomLibrary &drawn, const FilterEngine &engine,
                   const FilterCriteria &criteria) {
            const FilterResult result = engine.apply(criteria);
            const auto people = [&](const std::vector<std::set<int>> &recipients) {
                std::set<int> all;
                for (const int i : result.cohorts) {
                    if (isComparator(drawn.library->cohorts[std::size_t(i)].role))
                        continue;
                    const auto &own = recipients[std::size_t(i)];
                    all.insert(own.begin(), own.end());
                }
                return int(all.size());
            };
            // Even if every possible overlap is real, the reduced total counts nobody twice; and
            // the difference that is told for the full one is enough.
            const int ifShared = people(drawn.recipientsIfShared);
            const int told = result.counts.participants - result.counts.possiblyTwice;
            if (criteria.excludePossibleOverlaps || result.counts.possiblyTwice > 0) {
                const QByteArray what =
                    context(seed, criteria) + ": " + bytes(told) + " of " + bytes(ifShared);
                QVERIFY2(told <= ifShared, what.constData());
                apart += result.counts.withoutPossibleOverlaps ? 1 : 0;
                possible += result.counts.possiblyTwice > 0 ? 1 : 0;
            }
            const int truth = people(drawn.recipients);
            const QByteArray message = context(seed, criteria) + ": "
                + bytes(result.counts.participants) + " of " + bytes(truth);
            QVERIFY2(result.counts.participants <= truth, message.constData());
            if (!result.counts.participantsAtLeast) {
                QVERIFY2(result.counts.participants == truth, message.constData());
                exact += truth > 0 ? 1 : 0;
            } else {
                ++more;
            }
        });
        QVERIFY(exact > 50);
        QVERIFY(more > 50);
        QVERIFY(apart > 10);
        QVERIFY(possible > 10);
    }

    void jsonBringsEveryCriteriaBack()
    {
        forAll([&](quint32 seed, const RandomLibrary &, const FilterEngine &,
                   const FilterCriteria &criteria) {
            QStringList ignored;
            const FilterCriteria plain = criteria.normalised();
            const FilterCriteria back = FilterCriteria::fromJson(plain.toJson(), &ignored);
            QVERIFY2(back == plain, context(seed, criteria).constData());
            QCOMPARE(ignored, QStringList());
        });
    }
};

QTEST_GUILESS_MAIN(TestFilterProperties)
#include "tst_filterproperties.moc"
