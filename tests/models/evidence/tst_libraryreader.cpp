// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "tests/support/JsonEdit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace anakinra;

class TestLibraryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void valuesAreReadAsWritten();
    void regimensAreReadAsWritten();
    void figuresAreReadAsWritten();
    void reportsAndComparisonsAreReadAsWritten();
    void stopDayIsReadBesideItsWords();
    void missingIsNeverZero();
    void statedNothingIsNotReported();

    void partInheritsWhatItDoesNotState();
    void partKeepsWhatItStates();
    void sharesOfOneProductFollowThePart();
    void sharesOfMixedProductsBecomeUnknown();
    void untreatedGroupInheritsNoTreatment();
    void anakinraCountDefaultsWhereEveryoneHadIt();
    void emptyListIsStatedAndNotInherited();

    void faultyOutcomeLeavesItsCohort();
    void faultyCohortTakesItsPartsAlong();
    void faultyReportTakesItsValuesAlong();
    void faultyValueIsNotReplacedByTheParents();
    void fieldsOfAComparisonGroupFallBackTogether();

    void byteOrderMarkIsTolerated();
    void numberTooSmallForADoubleIsZero();
    void whatIsNoFileIsNamed_data();
    void whatIsNoFileIsNamed();
    void fileWithoutPermissionIsNamed();
    void failingDeviceIsNamed();
    void pipeIsNotWaitedFor();
    void stopRequestLeavesNothing();
    void progressNeverFalls();

private:
    LoadReport readEdited(const QString &pointer, const std::optional<QJsonValue> &value) const;

    QByteArray m_bytes;
    QJsonValue m_root;
    std::shared_ptr<const Library> m_library;
};

namespace {

const Cohort &cohort(const std::shared_ptr<const Library> &library, const QString &id)
{
    const Cohort *found = library->cohort(id);
    if (!found)
        qFatal("no cohort %s", qPrintable(id));
    return *found;
}

} // namespace

void TestLibraryReader::initTestCase()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/small-library.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
    m_root = test::fromJson(m_bytes);
    const LoadReport report = readLibrary(file.fileName(), {ReadOptions::Schema::Always});
    QCOMPARE(report.problems, std::vector<Problem>());
    QVERIFY(report.isUsable() && !report.cancelled);
    m_library = report.library;
    QVERIFY(!m_library->partial && !m_library->shipped);
    QCOMPARE(m_library->fileName, file.fileName());
}

LoadReport TestLibraryReader::readEdited(const QString &pointer,
                                         const std::optional<QJsonValue> &value) const
{
    return readLibrary(test::toJson(test::edited(m_root, pointer, value)), u"edited"_s);
}

void TestLibraryReader::valuesAreReadAsWritten()
{
    QCOMPARE(m_library->title, u"A small library for tests"_s);
    QCOMPARE(m_library->curated, u"2026-01-31"_s);
    QCOMPARE(m_library->vocabulary.outcome(u"icans.ge3")->label, u"ICANS, grade ≥3"_s);
    QCOMPARE(m_library->vocabulary.outcome(u"response.orr")->direction, Direction::HigherBetter);
    QCOMPARE(m_library->studies.size(), std::size_t(2));
    QCOMPARE(m_library->studies[0].year, 2023);
    QCOMPARE(m_library->studies[0].cohorts, (std::vector<int>{0, 1, 2, 3, 4}));

    const Cohort &all = cohort(m_library, u"alpha/all"_s);
    QCOMPARE(all.n.value, 20);
    QCOMPARE(all.n.source.locator, u"Results, first sentence"_s);
    QCOMPARE(all.timing, Timing::Prophylactic);
    QCOMPARE(all.indications.codes, (QStringList{u"icans"_s, u"crs"_s}));
    QCOMPARE(all.startDay.median, 1.5);
    QCOMPARE(all.children, (std::vector<int>{1, 2}));
    QCOMPARE(all.notes.at(0).kind, NoteKind::Qualitative);
    const Cohort &iv = cohort(m_library, u"alpha/iv"_s);
    QCOMPARE(iv.n.value, 8);
    QCOMPARE(iv.n.max, 9);
    QVERIFY(iv.isRegimenDefinedPart());
    QCOMPARE(m_library->overlaps.at(1).level, OverlapLevel::SubsetAssumed);
    QCOMPARE(m_library->overlaps.at(1).b, u"alpha-news"_s);
}

void TestLibraryReader::regimensAreReadAsWritten()
{
    const std::vector<Regimen> &regimens = cohort(m_library, u"alpha/all"_s).regimens;
    QCOMPARE(regimens.size(), std::size_t(2));
    QCOMPARE(regimens[0].routes, (std::vector<Route>{Route::Subcutaneous, Route::Intravenous}));
    QCOMPARE(*regimens[0].dose, (Dose{100, 200, DoseUnit::MgPerDay}));
    QCOMPARE(regimens[0].alsoFrom.at(0).fields, (QStringList{u"dose"_s, u"start"_s}));
    QCOMPARE(regimens[0].alsoFrom.at(0).source.report, u"alpha-news"_s);
    QCOMPARE(regimens[1].kind, RegimenKind::StepUp);
    QCOMPARE(regimens[1].dose->unit, DoseUnit::MgPerKgPerDay);
}

void TestLibraryReader::figuresAreReadAsWritten()
{
    const Cohort &all = cohort(m_library, u"alpha/all"_s);
    const Observation &crs = *all.find(u"crs.any");
    QCOMPARE(crs.figure.events, 15);
    QCOMPARE(crs.figure.rate(), 75.0);
    QCOMPARE(crs.figure.source.status, Status::Derived);
    QCOMPARE(crs.population, Population::AllInfused);
    QCOMPARE(crs.concomitant, QStringList{u"tocilizumab"_s});
    const Observation &icans = *all.find(u"icans.ge3");
    QVERIFY(!icans.figure.events && !icans.figure.n && !icans.figure.value);
    QCOMPARE(icans.figure.percent, 6.4);
    QCOMPARE(icans.figure.inferred->n, 16);
    QCOMPARE(icans.figure.source.flags, (QStringList{u"truncated"_s, u"grade-as-printed"_s}));
    QCOMPARE(icans.denominator, Denominator::NotStated);
    const Observation &ferritin = *all.find(u"biomarker.ferritin-peak");
    QCOMPARE(ferritin.figure.value->high, 5000.0);
    QCOMPARE(ferritin.figure.value->unit, u"ng/mL"_s);
    QVERIFY(!ferritin.figure.rate());
}

void TestLibraryReader::reportsAndComparisonsAreReadAsWritten()
{
    const Report &report = *m_library->report(u"alpha-abstract"_s);
    QCOMPARE(report.peerReviewed, PeerReviewed::Yes);
    QCOMPARE(report.citationValue(u"doi"), u"10.1000/alpha"_s);
    QCOMPARE(report.citation.at(1).status, Status::CuratorAdded);
    QCOMPARE(report.interests.size(), 1);
    const Comparison &comparison = m_library->studies[0].comparisons.at(0);
    QCOMPARE(comparison.p, 0.04);
    QCOMPARE(comparison.groups.at(0).cohort, u"alpha/sc"_s);
    QCOMPARE(comparison.groups.at(0).figure.source.locator, u"Results"_s); // the comparison's
    QCOMPARE(comparison.groups.at(1).figure.source.locator, u"Third paragraph"_s);
}

void TestLibraryReader::stopDayIsReadBesideItsWords()
{
    const QString stopDay = u"/studies/0/cohorts/0/regimens/0/stopDay"_s;
    QVERIFY(!cohort(m_library, u"alpha/all"_s).regimens[0].stopDay.isReported()); // "day 10" in words only
    const auto regimens = [](const LoadReport &report) -> const std::vector<Regimen> & {
        return cohort(report.library, u"alpha/all"_s).regimens;
    };
    const LoadReport openEnded = readEdited(stopDay, QJsonObject{{u"min"_s, 10}});
    QVERIFY(openEnded.problems.empty());
    QCOMPARE(regimens(openEnded)[0].stopDay, (PrintedDay{10.0, {}, {}}));
    // turned round, or without the words that it stands for
    QCOMPARE(regimens(readEdited(stopDay, QJsonObject{{u"min"_s, 10}, {u"max"_s, 9}})).size(), std::size_t(1));
    const LoadReport unworded = readEdited(u"/studies/0/cohorts/0/regimens/1/stopDay"_s,
                                           QJsonObject{{u"min"_s, 3}, {u"max"_s, 3}});
    QCOMPARE(regimens(unworded).size(), std::size_t(1));
    QVERIFY(unworded.problems.front().message.contains(u"stop"_s));
}

void TestLibraryReader::missingIsNeverZero()
{
    const Cohort &control = cohort(m_library, u"alpha/historical"_s);
    QVERIFY(!control.n.value && !control.nAnakinra.value);
    QVERIFY(!control.outcomes.at(0).figure.events && !control.outcomes.at(0).figure.n);
    QVERIFY(!control.startDay.isReported());
    QVERIFY(!cohort(m_library, u"alpha/iv"_s).regimens.at(0).dose);
    QVERIFY(!m_library->studies[1].year);
    QCOMPARE(cohort(m_library, u"beta/treated"_s).startDay.min, std::nullopt);
    QCOMPARE(cohort(m_library, u"beta/treated"_s).startDay.max, 2.0);
}

void TestLibraryReader::statedNothingIsNotReported()
{
    const LoadReport report = readEdited(u"/studies/0/cohorts/0/n/value"_s, QJsonValue::Null);
    QVERIFY(report.problems.empty());
    QCOMPARE(cohort(report.library, u"alpha/all"_s).n.source.status, Status::NotReported);
}

void TestLibraryReader::partInheritsWhatItDoesNotState()
{
    const Cohort &sc = cohort(m_library, u"alpha/sc"_s);
    QCOMPARE(sc.timing, Timing::Prophylactic);
    QVERIFY(sc.timingInherited);
    QCOMPARE(sc.diseases.codes, QStringList{u"lbcl"_s});
    QVERIFY(sc.diseases.inherited && sc.ageGroups.inherited && sc.indications.inherited);
    QVERIFY(sc.startDay.inherited);
    QCOMPARE(sc.startDay.max, 2.0);
    const Cohort &responders = cohort(m_library, u"alpha/sc-responders"_s); // two levels down
    QCOMPARE(responders.timing, Timing::Prophylactic);
    QVERIFY(responders.regimensInherited);
    QCOMPARE(*responders.regimens.at(0).dose, (Dose{100, 100, DoseUnit::MgPerDay}));
    QVERIFY(responders.outcomes.empty()); // figures are never inherited
}

void TestLibraryReader::partKeepsWhatItStates()
{
    const Cohort &treated = cohort(m_library, u"beta/treated"_s);
    QCOMPARE(treated.timing, Timing::Treatment);
    QVERIFY(!treated.timingInherited && !treated.regimensInherited && !treated.startDay.inherited);
    QVERIFY(treated.ageGroups.inherited);
    QVERIFY(!cohort(m_library, u"alpha/all"_s).ageGroups.inherited);
}

void TestLibraryReader::sharesOfOneProductFollowThePart()
{
    const ProductShare &share = cohort(m_library, u"alpha/sc-responders"_s).products.at(0);
    QVERIFY(share.inherited);
    QCOMPARE(share.code, u"axi-cel"_s);
    QCOMPARE(share.n, 7); // all of the part, as all of the parent had it
    QVERIFY(!share.source.flags.contains(u"product-from-population"_s));

    // 19 of 20: it is not known which 12 of them are the part.
    const LoadReport report = readEdited(u"/studies/0/cohorts/0/products/0/n"_s, 19);
    const ProductShare &unsure = cohort(report.library, u"alpha/sc"_s).products.at(0);
    QCOMPARE(unsure.n, std::nullopt);
    QVERIFY(unsure.source.flags.contains(u"product-from-population"_s));
    const ProductShare &below = cohort(report.library, u"alpha/sc-responders"_s).products.at(0);
    QCOMPARE(below.n, std::nullopt);
    QCOMPARE(below.source.flags.count(u"product-from-population"_s), 1);
}

void TestLibraryReader::sharesOfMixedProductsBecomeUnknown()
{
    const std::vector<ProductShare> &shares = cohort(m_library, u"beta/treated"_s).products;
    QCOMPARE(shares.size(), std::size_t(2));
    for (const ProductShare &share : shares) {
        QVERIFY(share.inherited);
        QCOMPARE(share.n, std::nullopt);
        QVERIFY(share.source.flags.contains(u"product-from-population"_s));
    }
}

void TestLibraryReader::untreatedGroupInheritsNoTreatment()
{
    const Cohort &untreated = [this]() -> const Cohort & {
        // beta/population gets a treatment to inherit
        static LoadReport report;
        QJsonValue root = m_root;
        const QJsonObject timing{{u"code"_s, u"treatment"_s},
                                 {u"report"_s, u"beta-abstract"_s},
                                 {u"locator"_s, u"Methods"_s}};
        root = test::edited(root, u"/studies/1/cohorts/0/timing"_s, timing);
        report = readLibrary(test::toJson(root), u"edited"_s);
        return cohort(report.library, u"beta/untreated"_s);
    }();
    QCOMPARE(untreated.timing, Timing::NotReported);
    QVERIFY(!untreated.timingInherited && untreated.regimens.empty());
    QVERIFY(!untreated.startDay.isReported());
    QVERIFY(untreated.ageGroups.inherited); // who they are, they share
}

void TestLibraryReader::anakinraCountDefaultsWhereEveryoneHadIt()
{
    QCOMPARE(cohort(m_library, u"alpha/all"_s).nAnakinra.value, 20);
    QCOMPARE(cohort(m_library, u"alpha/iv"_s).nAnakinra.max, 9);
    QCOMPARE(cohort(m_library, u"alpha/sc-responders"_s).nAnakinra.value, 7);
    QCOMPARE(cohort(m_library, u"beta/first-report"_s).nAnakinra.value, 4);
    QCOMPARE(cohort(m_library, u"beta/population"_s).nAnakinra.value, 10); // stated
    QCOMPARE(cohort(m_library, u"beta/untreated"_s).nAnakinra.value, std::nullopt);
    // A subgroup of everyone, treated or not
    const LoadReport report = readEdited(u"/studies/1/cohorts/1/role"_s, u"subgroup"_s);
    QCOMPARE(cohort(report.library, u"beta/treated"_s).nAnakinra.value, std::nullopt);
}

void TestLibraryReader::emptyListIsStatedAndNotInherited()
{
    const LoadReport report = readEdited(u"/studies/0/cohorts/1/regimens"_s, QJsonArray());
    QVERIFY(report.problems.empty());
    QVERIFY(cohort(report.library, u"alpha/sc"_s).regimens.empty());
    QVERIFY(!cohort(report.library, u"alpha/sc"_s).regimensInherited);
}

void TestLibraryReader::faultyOutcomeLeavesItsCohort()
{
    const LoadReport report = readEdited(u"/studies/0/cohorts/0/outcomes/0/events"_s, 21);
    QVERIFY(report.library->partial);
    const Cohort &all = cohort(report.library, u"alpha/all"_s);
    QCOMPARE(all.outcomes.size(), std::size_t(3));
    QVERIFY(!all.find(u"crs.any"));
    QCOMPARE(report.library->cohorts.size(), m_library->cohorts.size());
}

void TestLibraryReader::faultyCohortTakesItsPartsAlong()
{
    const LoadReport report = readEdited(u"/studies/0/cohorts/1/n/value"_s, -1);
    QVERIFY(!report.library->cohort(u"alpha/sc"_s));
    QVERIFY(!report.library->cohort(u"alpha/sc-responders"_s)); // its part
    QVERIFY(report.library->cohort(u"alpha/iv"_s));
    QVERIFY(report.library->studies[0].comparisons.empty()); // it named the cohort
    QCOMPARE(report.problems.size(), std::size_t(3));
}

void TestLibraryReader::faultyReportTakesItsValuesAlong()
{
    const LoadReport report = readEdited(u"/studies/0/reports/1/kind"_s, u"blog"_s);
    QVERIFY(!report.library->report(u"alpha-news"_s));
    const Cohort &all = cohort(report.library, u"alpha/all"_s);
    QVERIFY(!all.find(u"response.orr")); // stood in it
    QVERIFY(all.find(u"crs.any"));
    QVERIFY(!report.library->studies[0].year);
}

void TestLibraryReader::faultyValueIsNotReplacedByTheParents()
{
    const QJsonObject backwards{{u"min"_s, 5}, {u"max"_s, 1}, {u"report"_s, u"alpha-abstract"_s},
                                {u"locator"_s, u"Methods"_s}};
    const LoadReport report = readEdited(u"/studies/0/cohorts/1/startDay"_s, backwards);
    const StartDay &day = cohort(report.library, u"alpha/sc"_s).startDay;
    QVERIFY(!day.isReported() && !day.inherited);
    QVERIFY(day.source.note.contains(u"Left out"));
}

void TestLibraryReader::fieldsOfAComparisonGroupFallBackTogether()
{
    // A locator belongs to a report: one without the other is a fault, not a mixture.
    const LoadReport report = readEdited(u"/studies/0/comparisons/0/groups/1/report"_s, std::nullopt);
    QCOMPARE(report.problems.size(), std::size_t(1));
    QCOMPARE(report.problems.front().field, u"groups[1].report"_s);
}

void TestLibraryReader::byteOrderMarkIsTolerated()
{
    const LoadReport report = readLibrary("\xEF\xBB\xBF" + m_bytes, u"marked"_s);
    QVERIFY(report.isUsable() && report.problems.empty());
}

void TestLibraryReader::numberTooSmallForADoubleIsZero()
{
    QByteArray bytes = test::toJson(m_root);
    bytes.replace("\"p\":0.04", "\"p\":4e-999");
    const LoadReport report = readLibrary(bytes, u"tiny"_s);
    QVERIFY(report.problems.empty());
    QCOMPARE(report.library->studies[0].comparisons.at(0).p, 0.0);
}

void TestLibraryReader::whatIsNoFileIsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("part");
    QTest::newRow("missing") << u"/nowhere/library.json"_s << u"does not exist"_s;
    QTest::newRow("folder") << QStringLiteral(TEST_DATA_DIR) << u"is a folder"_s;
    QTest::newRow("no path") << QString() << u"does not exist"_s;
    QTest::newRow("resource") << u":/evidence/nothing.json"_s << u"does not exist"_s;
}

void TestLibraryReader::whatIsNoFileIsNamed()
{
    QFETCH(QString, path);
    QFETCH(QString, part);
    const LoadReport report = readLibrary(path);
    QVERIFY(!report.isUsable());
    QCOMPARE(report.problems.size(), std::size_t(1));
    QCOMPARE(report.problems.front().file, path);
    QVERIFY(report.problems.front().message.contains(part));
}

void TestLibraryReader::fileWithoutPermissionIsNamed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"locked.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size());
    file.close();
    QVERIFY(file.setPermissions({}));
    if (file.open(QIODevice::ReadOnly))
        QSKIP("this user may read every file");
    const LoadReport report = readLibrary(file.fileName());
    QVERIFY(!report.isUsable());
    QVERIFY(report.problems.at(0).message.startsWith(u"cannot be read"));
}

void TestLibraryReader::failingDeviceIsNamed()
{
    const QString path = u"/proc/self/mem"_s; // opens like a file, and fails when it is read
    if (!QFile::exists(path))
        QSKIP("no such file on this system");
    const LoadReport report = readLibrary(path);
    QVERIFY(!report.isUsable());
    QCOMPARE(report.problems.size(), std::size_t(1));
    QVERIFY(report.problems.front().message.startsWith(u"cannot be read"));
}

void TestLibraryReader::pipeIsNotWaitedFor()
{
    int ends[2];
    QVERIFY(::pipe(ends) == 0);
    const LoadReport report = readLibrary(u"/dev/fd/%1"_s.arg(ends[0]));
    QVERIFY(!report.isUsable());
    QVERIFY(report.problems.at(0).message.contains(u"not a regular file"));
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestLibraryReader::stopRequestLeavesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    const LoadReport report = readLibrary(m_bytes, u"small"_s, {}, {{}, stop.get_token()});
    QVERIFY(report.cancelled && !report.isUsable());
    QVERIFY(report.problems.empty());
}

void TestLibraryReader::progressNeverFalls()
{
    std::vector<double> shares;
    const LoadProgress progress{[&](double share) { shares.push_back(share); }, {}};
    QVERIFY(readLibrary(QStringLiteral(TEST_DATA_DIR "/small-library.json"), {}, progress).isUsable());
    QVERIFY(shares.size() >= 2);
    QVERIFY(std::ranges::is_sorted(shares));
    QCOMPARE(shares.back(), 1.0);
}

QTEST_APPLESS_MAIN(TestLibraryReader)
#include "tst_libraryreader.moc"
