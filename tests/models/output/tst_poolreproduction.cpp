// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/PoolReproduction.h"
#include "models/output/PoolScript.h"
#include "tests/models/pooling/PoolFixtures.h"
#include "tests/support/RunR.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;

using Counts = std::vector<std::pair<int, int>>;

namespace {

std::shared_ptr<const Library> studies(const Counts &counts)
{
    auto make = poolBuilder();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const QByteArray id = (u"s%1/all"_s.arg(i + 1)).toUtf8();
        const Timing timing = i % 2 == 0 ? Timing::Prophylactic : Timing::Refractory;
        make.cohort(id.constData(), counts[i].second,
                    all(timed(timing), figure("icans.any", counts[i].first, counts[i].second)));
    }
    return make.build();
}

QByteArray content(const std::vector<BundleFile> &files, const QString &name)
{
    const auto it = std::ranges::find(files, name, &BundleFile::name);
    return it == files.end() ? QByteArray("no such file") : it->bytes;
}

FigureContext context()
{
    FigureContext words;
    words.filterWords = u"Anakinra cohorts; route SC"_s;
    words.libraryLine = u"Test library, version 1.0, curated 2026-01-01"_s;
    words.dateLine = u"2026-11-21"_s;
    return words;
}

} // namespace

class TestPoolReproduction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsDataScriptAndWords()
    {
        const auto library = studies({{2, 10}, {5, 15}, {1, 8}});
        PoolRequest request;
        request.groupBy = PoolGrouping::Timing;
        const PoolAnalysis analysis =
            analysePool(*library, everyCohort(*library), u"icans.any"_s, request);
        const Reproduction numbers = poolReproduction(analysis, *library, context());
        QStringList names;
        for (const BundleFile &file : numbers.files)
            names << file.name;
        QCOMPARE(names, (QStringList{u"data.csv"_s, u"cohorts.csv"_s, u"reproduce.R"_s}));
        const QByteArray data = content(numbers.files, u"data.csv"_s);
        QVERIFY2(data.contains("pool,study,label,cohorts,events,n\r\nall,s1,s1,s1/all,2,10\r\n"),
                 data.constData());
        QVERIFY(data.contains("refractory,s2,s2,s2/all,5,15\r\n"));
        QVERIFY(content(numbers.files, u"cohorts.csv"_s).contains("s3/all,\"s3, all\",1,8,yes"));
        for (const QString &words :
             {u"Anakinra cohorts; route SC"_s, u"8 of 33"_s, u"Stijnen T"_s})
            QVERIFY2(numbers.results.contains(words), qPrintable(words));
    }

    void textsOfALibraryCannotBreakOutOfTheScript()
    {
        auto make = poolBuilder();
        make.draft().vocabulary.outcomes[0].label = u"ICANS\nsystem(\"rm -rf ~\")"_s;
        make.draft().vocabulary.designs = {{u"x\"); q(\"no"_s, u"X"_s, {}}};
        make.study("a", [](Study &s) { s.design.codes = {u"x\"); q(\"no"_s}; });
        make.cohort("a/all", 10, figure("icans.any", 2, 10));
        make.cohort("b/all", 10, figure("icans.any", 3, 10));
        const auto library = make.build();
        PoolRequest request;
        request.groupBy = PoolGrouping::Design;
        const QString script = poolScript(
            analysePool(*library, everyCohort(*library), u"icans.any"_s, request), *library);
        QVERIFY(!script.contains(u"\nsystem("_s));
        QVERIFY(script.contains(u"\"x\\\"); q(\\\"no\""_s));
        QVERIFY(!script.contains(QRegularExpression(u"[^\\\\]\"\\); q\\("_s)));
    }

    void rGetsTheSameNumbers_data()
    {
        QTest::addColumn<Counts>("counts");
        QTest::newRow("six studies") << Counts{{2, 10}, {5, 15}, {1, 8}, {9, 20}, {12, 14}, {7, 9}};
        QTest::newRow("rare events") << Counts{{0, 10}, {1, 25}, {0, 8}, {4, 31}, {0, 15}, {2, 10}};
        QTest::newRow("identical rates") << Counts{{5, 10}, {5, 10}, {5, 10}};
        QTest::newRow("no events") << Counts{{0, 10}, {0, 25}, {0, 8}};
        QTest::newRow("two studies") << Counts{{17, 25}, {23, 31}};
    }

    void rGetsTheSameNumbers()
    {
        if (!hasR())
            QSKIP("Rscript with metafor and lme4 is not installed");
        QFETCH(Counts, counts);
        const auto library = studies(counts);
        PoolRequest request;
        request.leaveOneOut = counts.size() == 2;
        request.groupBy = counts.size() > 4 ? PoolGrouping::Timing : PoolGrouping::None;
        const PoolAnalysis analysis =
            analysePool(*library, everyCohort(*library), u"icans.any"_s, request);
        const QByteArray said = runScript(analysis, *library);
        QVERIFY2(m_exitCode == 0, said.constData());
        QVERIFY2(said.count("agrees") >= 3, said.constData());
        QVERIFY2(!said.contains("DIFFERS"), said.constData());
    }

    void theScriptNoticesAWrongNumber()
    {
        if (!hasR())
            QSKIP("Rscript with metafor and lme4 is not installed");
        const auto library = studies({{0, 10}, {0, 25}});
        PoolAnalysis analysis = analysePool(*library, everyCohort(*library), u"icans.any"_s, {});
        analysis.overall.pooled->crudeExact.high -= 0.01;
        const QByteArray said = runScript(analysis, *library);
        QVERIFY2(m_exitCode == 1 && said.contains("DIFFERS"), said.constData());
    }

private:
    QByteArray runScript(const PoolAnalysis &analysis, const Library &library)
    {
        const QTemporaryDir folder;
        for (const BundleFile &file : poolReproduction(analysis, library, context()).files) {
            QFile out(folder.filePath(file.name));
            if (!out.open(QIODevice::WriteOnly) || out.write(file.bytes) != file.bytes.size())
                return "cannot write";
        }
        const RunOfR run = runScriptIn(folder.path());
        m_exitCode = run.exitCode;
        return run.said;
    }

    int m_exitCode = -1;
};

QTEST_GUILESS_MAIN(TestPoolReproduction)
#include "tst_poolreproduction.moc"
