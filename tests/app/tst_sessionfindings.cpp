// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/LibrarySession.h"
#include "tests/support/LibraryBuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

/// `cohorts` of 10, each with more events than patients.
std::shared_ptr<const Library> faulty(std::size_t cohorts)
{
    LibraryBuilder make;
    for (std::size_t i = 0; i < cohorts; ++i) {
        make.cohort(qPrintable(u"s%1/all"_s.arg(i)), 10, [](Cohort &cohort) {
            cohort.n.source.locator = u"Table 1"_s;
            Observation observation;
            observation.outcome = u"icans.any"_s;
            observation.figure.events = 11;
            observation.figure.n = 10;
            observation.figure.source.locator = u"Table 1"_s;
            cohort.outcomes = {observation};
        });
    }
    return make.build();
}

} // namespace

class TestSessionFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallLibraryIsAuditedWhenAsked()
    {
        LibrarySession session;
        QVERIFY(!session.findings());
        session.setLibrary(faulty(3));
        QSignalSpy changed(&session, &LibrarySession::findingsChanged);
        const auto findings = session.findings();
        QVERIFY(findings);
        QCOMPARE(findings->all().size(), std::size_t(3));
        QCOMPARE(session.findings(), findings); // made once
        QCOMPARE(changed.size(), 0);
        session.setLibrary(faulty(2));
        QCOMPARE(session.findings()->all().size(), std::size_t(2));
    }

    void largeLibraryIsAuditedInTheBackground()
    {
        LibrarySession session;
        QSignalSpy changed(&session, &LibrarySession::findingsChanged);
        session.setLibrary(faulty(LibrarySession::auditedAtOnce + 1));
        QVERIFY(!session.findings());
        QVERIFY(!session.findings()); // asked twice, made once
        QVERIFY(changed.wait());
        QVERIFY(session.findings());
        QCOMPARE(session.findings()->all().size(), LibrarySession::auditedAtOnce + 1);
        QCOMPARE(changed.size(), 1);
    }

    void anotherLibraryCancelsTheAudit()
    {
        LibrarySession session;
        QSignalSpy changed(&session, &LibrarySession::findingsChanged);
        session.setLibrary(faulty(LibrarySession::auditedAtOnce + 500));
        QVERIFY(!session.findings());
        session.setLibrary(faulty(LibrarySession::auditedAtOnce + 1));
        QVERIFY(!session.findings());
        QVERIFY(changed.wait());
        QCOMPARE(session.findings()->all().size(), LibrarySession::auditedAtOnce + 1);
        QCOMPARE(changed.size(), 1);
    }

    void sessionMayEndWhileItAudits()
    {
        auto session = std::make_unique<LibrarySession>();
        session->setLibrary(faulty(LibrarySession::auditedAtOnce + 5000));
        QVERIFY(!session->findings());
        session.reset();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestSessionFindings)
#include "tst_sessionfindings.moc"
