// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a reader with a pencil finds in the documents of the shipped library, and nothing else.

#include "models/evidence/LibraryReader.h"
#include "models/integrity/Audit.h"

#include <QMap>
#include <QTest>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

/// Worked out from the documents, without the program:
///  - Liang: 74 % and 42 % of 25 (18/25 = 72, 19/25 = 76; 10/25 = 40, 11/25 = 44), 38 % of 10.
///  - Park: 4 % of 31 (1/31 = 3.2, 2/31 = 6.5); 74 + 13 + 4 = 91 %; 2/31 = 6.45 printed as 6.4.
///  - The 42 with ICANS: 42.6 % (17/42 = 40.5, 18/42 = 42.9); 8/11 against 8/31 is .0059 by an
///    uncorrected chi-square and .0105 by Fisher's test, printed .006; called refractory, yet 39 of
///    42 had steroids before; may share patients with Strati, both with resolution of ICANS.
///  - Gazeau: 53 % of 26 (14/26 = 53.8).
///  - Shah: 8 or 9 given anakinra. Jatiani: 1 or 2.
/// 17/19 against 22/32 gives the printed .17 by Fisher's test (.1706), 11/11 against 8/31 is below
/// .001; 19 + 32 are no division of the 58; all other percentages fit their counts.
const QMap<QString, Severity> expected{
    {u"grim.impossible:liang-2025/all:response.orr"_s, Severity::Impossible},
    {u"grim.impossible:liang-2025/all:response.cr"_s, Severity::Impossible},
    {u"grim.impossible:liang-2025/iv:response.cr"_s, Severity::Impossible},
    {u"grim.impossible:park-2023/cohort-1:product.tisa-cel"_s, Severity::Impossible},
    {u"products.sum:park-2023/cohort-1:products"_s, Severity::Note},
    {u"grim.truncated:park-2023/cohort-1:crs.ge3"_s, Severity::Note},
    {u"grim.impossible:lbcl-icans-42/all:characteristic.crs.any-at-start"_s, Severity::Impossible},
    {u"p.recomputed:lbcl-icans-42-crs-ge3"_s, Severity::Note},
    {u"conflict.refractory:lbcl-icans-42/all:characteristic.steroid.prior"_s, Severity::Note},
    {u"overlap.poolable:lbcl-and-strati"_s, Severity::Note},
    {u"grim.truncated:gazeau/abstract-26:response.cr"_s, Severity::Note},
    {u"count.two-values:shah/anakinra:n"_s, Severity::Note},
    {u"count.two-values:jatiani/anakinra:n"_s, Severity::Note},
};

} // namespace

class TestShippedFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
        m_findings = audit(*m_library);
    }

    void findsWhatStandsInTheDocumentsAndNothingElse()
    {
        QMap<QString, Severity> found;
        for (const Finding &finding : m_findings)
            found.insert(finding.id, finding.severity);
        for (auto it = expected.cbegin(); it != expected.cend(); ++it)
            QVERIFY2(found.value(it.key(), Severity::Error) == it.value(), qPrintable(it.key()));
        for (auto it = found.cbegin(); it != found.cend(); ++it)
            QVERIFY2(expected.contains(it.key()), qPrintable(it.key()));
        QCOMPARE(m_findings.size(), std::size_t(expected.size()));
    }

    void showsTheArithmetic_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *id, const QStringList &parts) {
            QTest::newRow(id) << QString::fromLatin1(id) << parts;
        };
        row("grim.impossible:liang-2025/all:response.orr",
            {u"74 % of 25: 18/25 = 72 %, 19/25 = 76 %"_s, u"up to 25 that fit: 19, 23;"_s,
             u"together with CR 42 % only 19"_s});
        row("grim.impossible:liang-2025/all:response.cr",
            {u"42 % of 25: 10/25 = 40 %, 11/25 = 44 %"_s, u"up to 25 that fit: 12, 19, 24;"_s,
             u"together with ORR 74 % only 19"_s});
        row("grim.impossible:liang-2025/iv:response.cr",
            {u"38 % of 10: 3/10 = 30 %, 4/10 = 40 %"_s, u"up to 10 that fit: 8"_s});
        row("grim.impossible:park-2023/cohort-1:product.tisa-cel",
            {u"1/31 = 3.2 %, 2/31 = 6.5 %"_s});
        row("products.sum:park-2023/cohort-1:products",
            {u"74 + 13 + 4 = 91 %"_s, u"23 + 4 = 27 of 31"_s, u"4/31 = 12.9 %"_s});
        row("grim.truncated:park-2023/cohort-1:crs.ge3", {u"2/31 = 6.45 %"_s});
        row("grim.impossible:lbcl-icans-42/all:characteristic.crs.any-at-start",
            {u"17/42 = 40.48 %, 18/42 = 42.86 %"_s, u"no denominator up to 42 fits"_s});
        row("p.recomputed:lbcl-icans-42-crs-ge3",
            {u"8/11 against 8/31"_s, u"Fisher's exact test p = 0.0105"_s,
             u"without correction p = 0.0059"_s});
        row("conflict.refractory:lbcl-icans-42/all:characteristic.steroid.prior",
            {u"42 − 39 = 3"_s});
        row("grim.truncated:gazeau/abstract-26:response.cr",
            {u"14/26 = 53.8 %"_s, u"up to 26 that fit: 15, 17, 19"_s});
    }

    void showsTheArithmetic()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, parts);
        for (const Finding &finding : m_findings) {
            if (finding.id != id)
                continue;
            const QString working = QString(finding.working).replace(u'\u00a0', u' ');
            for (const QString &part : parts)
                QVERIFY2(working.contains(part), qPrintable(working));
            return;
        }
        QFAIL(qPrintable(id));
    }

    void pointsToTheNumbers()
    {
        for (const Finding &finding : m_findings) {
            QVERIFY2(!finding.text.isEmpty() && finding.text.endsWith(u'.'), qPrintable(finding.id));
            const Cohort &cohort = m_library->cohorts[std::size_t(finding.target.cohort)];
            QCOMPARE(m_library->studies[std::size_t(cohort.study)].id, finding.study);
            if (finding.target.kind == NumberKind::Endpoint)
                QCOMPARE(cohort.outcomes[std::size_t(finding.target.position)].outcome,
                         finding.outcome());
        }
    }

    void marksTheComparisonThatRepeatsANumber()
    {
        for (const Finding &finding : m_findings) {
            if (finding.id != u"grim.impossible:liang-2025/all:response.orr")
                continue;
            QCOMPARE(finding.alsoAt.size(), std::size_t(1));
            QCOMPARE(finding.alsoAt[0].kind, NumberKind::Comparison);
            QCOMPARE(finding.alsoAt[0].code, u"liang-2025-orr"_s);
        }
    }

private:
    std::shared_ptr<const Library> m_library;
    std::vector<Finding> m_findings;
};

QTEST_APPLESS_MAIN(TestShippedFindings)
#include "tst_shippedfindings.moc"
