// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray board(R"({
    "type": "anakinra-evidence-view", "format": 1, "name": "Board",
    "filter": {"facets": {"route": ["SC"], "timing": ["prophylactic"]}},
    "chart": {"kind": "rates", "options": {"groupBy": "cohort"}},
    "rates": {"method": "clopper-pearson", "level": 90, "showInferred": false}})");

QStringList idsOf(const Run &list)
{
    QStringList ids;
    for (const QJsonValue &cohort : list.json().value("cohorts"_L1).toArray())
        ids << cohort["id"_L1].toString();
    return ids;
}

} // namespace

class TestViewCommands : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList files(const QString &folder) const
    {
        return QDir(path(folder)).entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        write(u"board.anakinra-view"_s, board);
    }

    void aComparisonTravelsInsideItsPictureAndIsDrawnAgain_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("cohorts") << u"liang-2025/sc"_s << u"liang-2025/iv"_s;
        QTest::newRow("filters") << u"--route SC"_s << u"--timing refractory --keep-unjudged"_s;
    }

    void aComparisonTravelsInsideItsPictureAndIsDrawnAgain()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        for (const QString &suffix : {u"svg"_s, u"png"_s, u"pdf"_s}) {
            const QString first = path(u"first."_s + suffix);
            const Run made = anakinra::test::run({u"chart"_s, u"compare"_s, u"--a"_s, a, u"--b"_s, b,
                                                  u"--outcome"_s, u"crs.any"_s, u"-o"_s, first});
            QVERIFY2(made.exitCode == 0, made.err.constData());
            if (suffix == u"pdf")
                continue; // written into, not read back
            const QString second = path(u"second."_s + suffix);
            const Run again =
                anakinra::test::run({u"chart"_s, u"--view"_s, first, u"-o"_s, second});
            QVERIFY2(again.exitCode == 0, again.err.constData());
            QCOMPARE(contents(u"second."_s + suffix), contents(u"first."_s + suffix));
        }
    }

    void theReadyPairsAreDrawnByTheBatch()
    {
        const Run made = anakinra::test::run(
            {u"batch"_s, u"-o"_s, path(u"all"_s), u"--format"_s, u"svg"_s}, {},
            {{u"XDG_DATA_HOME"_s, path(u"data"_s)}});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QByteArray routes = contents(u"all/sc-against-iv.svg"_s);
        QVERIFY(routes.contains("NOT RANDOMISED") && routes.contains("9/10 90.0"));
        QVERIFY(contents(u"all/200-mg-day-against-8-mg-kg-day.svg"_s).contains("Gazeau, High dose"));
    }

    void listTakesFilterAndIntervalsFromTheView()
    {
        const Run run = anakinra::test::run(
            {u"list"_s, u"--view"_s, path(u"board.anakinra-view"_s), u"--format"_s, u"json"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(idsOf(run), QStringList({u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
        QVERIFY(run.out.contains("\"method\": \"clopper-pearson\""));
        QVERIFY(run.out.contains("\"level\": 90"));
    }

    void flagsTakeThePlaceOfWhatTheViewSays()
    {
        const Run run = anakinra::test::run({u"list"_s, u"--view"_s, path(u"board.anakinra-view"_s),
                                             u"--route"_s, u"IV"_s, u"--ci"_s, u"wilson"_s,
                                             u"--format"_s, u"json"_s});
        QCOMPARE(idsOf(run), QStringList(u"liang-2025/iv"_s));
        QVERIFY(run.out.contains("\"method\": \"wilson\""));
        QVERIFY(run.out.contains("\"level\": 90"));
    }

    void aReadyViewIsFoundByItsName()
    {
        const Run run = anakinra::test::run(
            {u"list"_s, u"--view"_s, u"paediatric"_s, u"--format"_s, u"json"_s});
        QCOMPARE(idsOf(run),
                 QStringList({u"shah/anakinra"_s, u"dreyzin/all"_s, u"hines/carhlh"_s}));
    }

    void aChartOfAViewEqualsTheOneOfItsFlags()
    {
        QCOMPARE(anakinra::test::run({u"chart"_s, u"--view"_s, path(u"board.anakinra-view"_s),
                                      u"-o"_s, path(u"a.png"_s)})
                     .exitCode,
                 0);
        QCOMPARE(anakinra::test::run({u"chart"_s, u"rates"_s, u"--route"_s, u"SC"_s, u"--timing"_s,
                                      u"prophylactic"_s, u"--group"_s, u"cohort"_s, u"--ci"_s,
                                      u"clopper-pearson"_s, u"--level"_s, u"90"_s, u"-o"_s,
                                      path(u"b.png"_s)})
                     .exitCode,
                 0);
        const QImage a(path(u"a.png"_s));
        QVERIFY(!a.isNull());
        QCOMPARE(a, QImage(path(u"b.png"_s)));
    }

    void theChartOfAFlagOverridesTheOptionOfTheView()
    {
        QCOMPARE(anakinra::test::run({u"chart"_s, u"rates"_s, u"--view"_s,
                                      path(u"board.anakinra-view"_s), u"--group"_s, u"outcome"_s,
                                      u"-o"_s, path(u"a.svg"_s)})
                     .exitCode,
                 0);
        QVERIFY(contents(u"a.svg"_s).contains("&quot;groupBy&quot;:&quot;outcome&quot;"));
    }

    void aPictureServesAsView_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << u"figure.png"_s;
        QTest::newRow("svg") << u"figure.svg"_s;
        QTest::newRow("pdf") << u"figure.pdf"_s;
    }
    void aPictureServesAsView()
    {
        QFETCH(QString, name);
        QCOMPARE(anakinra::test::run(
                     {u"chart"_s, u"rates"_s, u"--study"_s, u"oliai"_s, u"-o"_s, path(name)})
                     .exitCode,
                 0);
        const Run run =
            anakinra::test::run({u"list"_s, u"--view"_s, path(name), u"--format"_s, u"json"_s});
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(idsOf(run), QStringList(u"oliai/anakinra"_s));
    }

    void theSheetOfAViewIsThatOfItsFlags()
    {
        QCOMPARE(anakinra::test::run({u"sheet"_s, u"--view"_s, path(u"board.anakinra-view"_s),
                                      u"-o"_s, path(u"a.pdf"_s)})
                     .exitCode,
                 0);
        const Run run = anakinra::test::run(
            {u"list"_s, u"--view"_s, path(u"a.pdf"_s), u"--format"_s, u"json"_s});
        QCOMPARE(idsOf(run), QStringList({u"liang-2025/sc"_s, u"park-2023/cohort-1"_s}));
    }

    void whatCannotServeAsViewIsAFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("broken") << board.chopped(30) << QByteArray("not JSON");
        QTest::newRow("a library") << QByteArray("{\"format\": 1}") << QByteArray("not a view");
        QTest::newRow("newer") << QByteArray(board).replace("\"format\": 1", "\"format\": 9")
                               << QByteArray("newer version");
    }
    void whatCannotServeAsViewIsAFault()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        write(u"bad"_s, bytes);
        const Run run = anakinra::test::run(
            {u"chart"_s, u"--view"_s, path(u"bad"_s), u"-o"_s, path(u"a.png"_s)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(words), run.err.constData());
        QVERIFY(!QFile::exists(path(u"a.png"_s)));
    }

    void whatHasChangedIsSaidOnStandardError()
    {
        QByteArray old = board;
        old.replace("\"SC\"", "\"SC\"], \"product\": [\"old-cel\"").chop(1);
        old += R"(, "library": {"title": "T", "version": "0.1", "curated": "2020-01-01"}})";
        write(u"old"_s, old);
        const Run run = anakinra::test::run({u"list"_s, u"--view"_s, path(u"old"_s)});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.err.contains("version 0.1"));
        QVERIFY(run.err.contains("old-cel"));
    }

    void batchWritesEveryViewAndSaysHowFarItIs()
    {
        const Run run = anakinra::test::run({u"batch"_s, u"-o"_s, path(u"out"_s), u"--format"_s,
                                             u"svg"_s, path(u"board.anakinra-view"_s)});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(run.err.contains("1 of 6  Prophylactic anakinra: "));
        QVERIFY(run.err.contains("6 of 6  Board: "));
        QCOMPARE(files(u"out"_s),
                 QStringList({u"200-mg-day-against-8-mg-kg-day.svg"_s, u"board.svg"_s,
                              u"paediatric.svg"_s, u"prophylactic-anakinra.svg"_s,
                              u"refractory-icans.svg"_s, u"sc-against-iv.svg"_s}));
        QVERIFY(contents(u"out/board.svg"_s).contains("anakinra-evidence-view"));
        QVERIFY(contents(u"out/refractory-icans.svg"_s).contains("Toxicity resolution"));
    }

    void batchOfGivenViewsOnly()
    {
        QCOMPARE(
            anakinra::test::run({u"batch"_s, u"-o"_s, path(u"out"_s), u"--given-only"_s,
                                 path(u"board.anakinra-view"_s), path(u"board.anakinra-view"_s)})
                .exitCode,
            0);
        QCOMPARE(files(u"out"_s), QStringList({u"board-2.png"_s, u"board.png"_s}));
    }

    void aViewThatMatchesNothingIsAFaultOnlyWhereItWasGiven()
    {
        QByteArray none = board;
        write(u"none"_s, none.replace("prophylactic", "refractory").replace("\"SC\"", "\"IV\""));
        const Run run = anakinra::test::run({u"batch"_s, u"-o"_s, path(u"out"_s), path(u"none"_s)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("no cohort matches"));
        QCOMPARE(files(u"out"_s).size(), 5);
    }

    /// The scale of a screen and its fonts have no say in a file.
    void filesAreTheSameAtEveryScaleOfTheScreen_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("rates, grey")
            << QStringList{u"rates"_s, u"--grey"_s, u"--font-pt"_s, u"9"_s};
        QTest::newRow("page") << QStringList{u"compose"_s, u"--panels"_s, u"rates,map"_s,
                                             u"--note"_s, u"A note"_s};
        QTest::newRow("legend") << QStringList{u"rates"_s,    u"--timing"_s, u"prophylactic"_s,
                                               u"--legend"_s, u"bottom"_s,   u"--letters"_s};
    }
    void filesAreTheSameAtEveryScaleOfTheScreen()
    {
        QFETCH(QStringList, arguments);
        for (const QString &suffix : {u"png"_s, u"svg"_s}) {
            QByteArray first;
            for (const QString &scale : {u"1"_s, u"1.5"_s, u"2"_s}) {
                const QString name = u"s"_s + scale + u'.' + suffix;
                const Run run =
                    anakinra::test::run(QStringList{u"chart"_s} + arguments +
                                            QStringList{u"--dpi"_s, u"100"_s, u"-o"_s, path(name)},
                                        {}, {{u"QT_SCALE_FACTOR"_s, scale}});
                QVERIFY2(run.exitCode == 0, run.err.constData());
                if (first.isEmpty())
                    first = contents(name);
                QVERIFY(!first.isEmpty());
                QVERIFY2(contents(name) == first, qPrintable(name));
            }
        }
    }

    void aPageOfSeveralChartsKeepsTheirOptions()
    {
        const Run made =
            anakinra::test::run({u"chart"_s, u"compose"_s, u"--panels"_s, u"rates,map"_s,
                                 u"--group"_s, u"cohort"_s, u"--rows"_s, u"route"_s, u"--route"_s,
                                 u"SC"_s, u"--across"_s, u"1"_s, u"-o"_s, path(u"page.svg"_s)});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QVERIFY(contents(u"page.svg"_s).contains(">A"));
        const Run again = anakinra::test::run(
            {u"chart"_s, u"--view"_s, path(u"page.svg"_s), u"-o"_s, path(u"again.svg"_s)});
        QVERIFY2(again.exitCode == 0, again.err.constData());
        QCOMPARE(contents(u"again.svg"_s), contents(u"page.svg"_s));
    }

    void theSheetTakesFormSectionsAndFigures()
    {
        const Run made = anakinra::test::run(
            {u"sheet"_s, u"--form"_s, u"board"_s, u"-o"_s, path(u"board.pdf"_s)});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QProcess process;
        process.start(u"pdfinfo"_s, {path(u"board.pdf"_s)});
        process.waitForFinished();
        QVERIFY(process.readAllStandardOutput().contains("Pages:           1"));
        const Run figures =
            anakinra::test::run({u"sheet"_s, u"--sections"_s, u"figures"_s, u"--figures"_s,
                                 u"map,rates"_s, u"-o"_s, path(u"figures.pdf"_s)});
        QVERIFY2(figures.exitCode == 0, figures.err.constData());
    }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no folder") << QStringList{u"batch"_s};
        QTest::newRow("unknown format")
            << QStringList{u"batch"_s, u"-o"_s, u"x"_s, u"--format"_s, u"gif"_s};
        QTest::newRow("no view given")
            << QStringList{u"batch"_s, u"-o"_s, u"x"_s, u"--given-only"_s};
        QTest::newRow("grey and colour") << QStringList{
            u"chart"_s, u"rates"_s, u"-o"_s, u"x.png"_s, u"--grey"_s, u"--look"_s, u"colour"_s};
        QTest::newRow("tiny text")
            << QStringList{u"chart"_s, u"rates"_s, u"-o"_s, u"x.png"_s, u"--font-pt"_s, u"3"_s};
        QTest::newRow("unknown size")
            << QStringList{u"chart"_s, u"rates"_s, u"-o"_s, u"x.png"_s, u"--size"_s, u"stamp"_s};
        QTest::newRow("no panels") << QStringList{u"chart"_s, u"compose"_s, u"-o"_s, u"x.png"_s};
        QTest::newRow("unknown panel") << QStringList{u"chart"_s,     u"compose"_s, u"--panels"_s,
                                                      u"rates,pie"_s, u"-o"_s,      u"x.png"_s};
        QTest::newRow("page on a page") << QStringList{u"chart"_s,   u"compose"_s, u"--panels"_s,
                                                       u"compose"_s, u"-o"_s,      u"x.png"_s};
        QTest::newRow("unknown form")
            << QStringList{u"sheet"_s, u"-o"_s, u"x.pdf"_s, u"--form"_s, u"poem"_s};
        QTest::newRow("unknown section")
            << QStringList{u"sheet"_s, u"-o"_s, u"x.pdf"_s, u"--sections"_s, u"rates,poem"_s};
        QTest::newRow("neither kind nor view") << QStringList{u"chart"_s, u"-o"_s, u"x.png"_s};
    }
    void usageErrors()
    {
        QFETCH(QStringList, arguments);
        const Run run = anakinra::test::run(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!run.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestViewCommands)
#include "tst_viewcommands.moc"
