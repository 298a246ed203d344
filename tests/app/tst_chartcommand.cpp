// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ProgramRun.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString pdfText(const QString &path)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

const QStringList prophylacticSc{u"--timing"_s, u"prophylactic"_s, u"--route"_s, u"SC"_s};

} // namespace

class TestChartCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pngHasTheSizeAndResolutionAskedFor();
    void svgKeepsTextAndSaysTheFilter();
    void pdfSaysFilterLibraryAndMethod();
    void methodIsNamedInTheFigure();
    void sameCallGivesTheSameBytes();
    void groupingChangesTheFigure();
    void titleIsPrinted();
    void chartOfNothingFailsAndLeavesNoFile();
    void tooSmallASizeIsRefusedWithTheOneThatWouldDo();
    void unwritableFileFailsAndLeavesNothing();
    void failureKeepsAnOlderFile();
    void forestPrintsRowsPoolAndMethods();
    void forestLeavesOutWhatItIsTold();
    void forestSaysWhenNobodyReports();
    void timingSaysDaysEventsAndTheChosenOutcome();
    void doseSaysWhatIsNotDrawnAndWhy();
    void doseOfNothingFailsAndLeavesNoFile();
    void screenScaleChangesNoFigure_data();
    void screenScaleChangesNoFigure();
    void usageErrors_data();
    void usageErrors();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    Run chart(const QString &name, const QStringList &more) const
    {
        return run(QStringList{u"chart"_s, u"rates"_s, u"-o"_s, path(name)} + more);
    }
    QStringList files() const
    {
        return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::optional<QTemporaryDir> m_directory;
};

void TestChartCommand::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_directory.emplace();
    QVERIFY(m_directory->isValid());
}

void TestChartCommand::pngHasTheSizeAndResolutionAskedFor()
{
    const Run made =
        chart(u"ä.png"_s, prophylacticSc + QStringList{u"--width-mm"_s, u"170"_s, u"--height-mm"_s,
                                                       u"120"_s, u"--dpi"_s, u"300"_s});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.out, QByteArray());
    QCOMPARE(made.err, QByteArray());
    const QImage image(path(u"ä.png"_s));
    QCOMPARE(image.size(), QSize(2008, 1417)); // 170 and 120 mm at 300 dots per 25.4 mm
    QCOMPARE(image.dotsPerMeterX(), 11811);
    QCOMPARE(files(), QStringList{u"ä.png"_s});
}

void TestChartCommand::svgKeepsTextAndSaysTheFilter()
{
    QCOMPARE(chart(u"a.svg"_s, prophylacticSc).exitCode, 0);
    const QByteArray svg = contentOf(path(u"a.svg"_s));
    for (const QByteArray &text : {QByteArray("23/31"), QByteArray("8/15"), QByteArray("ICANS ≥3"),
                                   QByteArray("route SC"), QByteArray("not reported")})
        QVERIFY2(svg.contains(text), text.constData());
}

void TestChartCommand::pdfSaysFilterLibraryAndMethod()
{
    QCOMPARE(chart(u"a.PDF"_s, prophylacticSc).exitCode, 0);
    const QString text = pdfText(path(u"a.PDF"_s));
    for (const QString &words :
         {u"23/31"_s, u"route SC"_s, u"timing prophylactic"_s, u"46 participants"_s, u"Wilson"_s,
          u"version"_s, u"could not be judged"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void TestChartCommand::methodIsNamedInTheFigure()
{
    QCOMPARE(chart(u"a.pdf"_s, prophylacticSc + QStringList{u"--ci"_s, u"clopper-pearson"_s,
                                                            u"--level"_s, u"90"_s})
                 .exitCode,
             0);
    const QString text = pdfText(path(u"a.pdf"_s));
    QVERIFY(text.contains(u"Clopper"_s));
    QVERIFY(text.contains(u"90"_s));
    QVERIFY(!text.contains(u"Wilson"_s));
}

void TestChartCommand::sameCallGivesTheSameBytes()
{
    QCOMPARE(chart(u"a.png"_s, prophylacticSc).exitCode, 0);
    QCOMPARE(chart(u"b.png"_s, prophylacticSc).exitCode, 0);
    QVERIFY(!contentOf(path(u"a.png"_s)).isEmpty());
    QVERIFY(contentOf(path(u"a.png"_s)) == contentOf(path(u"b.png"_s)));
}

void TestChartCommand::groupingChangesTheFigure()
{
    QCOMPARE(chart(u"a.svg"_s, prophylacticSc).exitCode, 0);
    QCOMPARE(chart(u"b.svg"_s, prophylacticSc + QStringList{u"--group"_s, u"cohort"_s}).exitCode,
             0);
    QVERIFY(contentOf(path(u"a.svg"_s)) != contentOf(path(u"b.svg"_s)));
}

void TestChartCommand::titleIsPrinted()
{
    QCOMPARE(chart(u"a.pdf"_s, prophylacticSc + QStringList{u"--title"_s, u"SC & <prophylaxis>"_s})
                 .exitCode,
             0);
    QVERIFY(pdfText(path(u"a.pdf"_s)).contains(u"SC & <prophylaxis>"_s));
}

void TestChartCommand::chartOfNothingFailsAndLeavesNoFile()
{
    for (const QStringList &filter :
         {QStringList{u"--min-n"_s, u"900"_s}, QStringList{u"--product"_s, u"no-such-cel"_s}}) {
        const Run made = chart(u"none.png"_s, filter);
        QCOMPARE(made.exitCode, 1);
        QVERIFY(made.err.contains("none.png"));
        QCOMPARE(files(), QStringList());
    }
}

void TestChartCommand::tooSmallASizeIsRefusedWithTheOneThatWouldDo()
{
    const Run made = chart(u"small.pdf"_s, {u"--width-mm"_s, u"60"_s, u"--height-mm"_s, u"25"_s});
    QCOMPARE(made.exitCode, 1);
    QVERIFY2(made.err.contains("mm"), made.err.constData());
    QCOMPARE(files(), QStringList());
}

void TestChartCommand::unwritableFileFailsAndLeavesNothing()
{
    const Run made = chart(u"missing/a.png"_s, prophylacticSc);
    QCOMPARE(made.exitCode, 1);
    QVERIFY(made.err.contains("missing/a.png"));
    QVERIFY(QDir().mkdir(path(u"folder.svg"_s)));
    QCOMPARE(chart(u"folder.svg"_s, prophylacticSc).exitCode, 1);
    QCOMPARE(files(), QStringList());
}

void TestChartCommand::failureKeepsAnOlderFile()
{
    QCOMPARE(chart(u"a.svg"_s, prophylacticSc).exitCode, 0);
    const QByteArray before = contentOf(path(u"a.svg"_s));
    QCOMPARE(chart(u"a.svg"_s, {u"--min-n"_s, u"900"_s}).exitCode, 1);
    QVERIFY(contentOf(path(u"a.svg"_s)) == before);
}

void TestChartCommand::forestPrintsRowsPoolAndMethods()
{
    const Run made = run({u"chart"_s, u"forest"_s, u"--outcome"_s, u"icans.any"_s, u"--reference"_s,
                          u"liang-2025/historical-control"_s, u"-o"_s, path(u"a.pdf"_s)});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.err, QByteArray());
    const QString text = pdfText(path(u"a.pdf"_s)).simplified();
    for (const QString &words :
         {u"6/31"_s, u"9/25"_s, u"(9.2–36.3"_s, u"Pooled median rate, 2 studies"_s, u"I² 0"_s,
          u"n not printed: no interval"_s, u"GLMM"_s, u"Fewer than three studies"_s, u"All anakinra cohorts"_s,
          u"Wilson"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void TestChartCommand::forestLeavesOutWhatItIsTold()
{
    QCOMPARE(run({u"chart"_s, u"forest"_s, u"--outcome"_s, u"crs.any"_s, u"--not-pooled"_s,
                  u"park-2023/cohort-1"_s, u"--group-by"_s, u"route"_s, u"--order"_s, u"name"_s,
                  u"--method"_s, u"reml-hk"_s, u"-o"_s, path(u"a.svg"_s)})
                 .exitCode,
             0);
    const QByteArray svg = contentOf(path(u"a.svg"_s));
    QVERIFY(svg.contains("left out by hand"));
    QVERIFY(svg.contains("Subcutaneous (SC)"));
    QVERIFY(svg.contains("No model can be fitted to one study"));
}

void TestChartCommand::forestSaysWhenNobodyReports()
{
    const Run made = run({u"chart"_s, u"forest"_s, u"--outcome"_s, u"icans.any"_s, u"--timing"_s,
                          u"refractory"_s, u"-o"_s, path(u"a.svg"_s)});
    QCOMPARE(made.exitCode, 1);
    QVERIFY2(made.err.contains("reports ICANS, any grade"), made.err.constData());
    QCOMPARE(files(), QStringList());
}

void TestChartCommand::timingSaysDaysEventsAndTheChosenOutcome()
{
    QCOMPARE(run({u"chart"_s, u"timing"_s, u"--outcome"_s, u"crs.any"_s, u"-o"_s, path(u"t.pdf"_s)}).exitCode, 0);
    const QString text = pdfText(path(u"t.pdf"_s)).simplified();
    for (const QString &words : {u"CRS, any grade"_s, u"23/31"_s, u"trigger: two documented fevers"_s, u"Step-up"_s,
                                 u"median day 8.5"_s, u"Start and stop not reported"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void TestChartCommand::doseSaysWhatIsNotDrawnAndWhy()
{
    QCOMPARE(run({u"chart"_s, u"dose"_s, u"--outcome"_s, u"crs.any"_s, u"-o"_s, path(u"d.pdf"_s)}).exitCode, 0);
    const QString text = pdfText(path(u"d.pdf"_s));
    for (const QString &words : {u"Daily dose, mg/day"_s, u"23/31"_s, u"Not drawn"_s, u"Rate not reported"_s,
                                 u"Neither dose nor rate"_s, u"Hines"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
    QVERIFY(!text.contains(u" kg "_s));
}

void TestChartCommand::doseOfNothingFailsAndLeavesNoFile()
{
    const Run made = run({u"chart"_s, u"dose"_s, u"--study"_s, u"hines"_s, u"-o"_s, path(u"d.png"_s)});
    QCOMPARE(made.exitCode, 1);
    QVERIFY2(made.err.contains("daily dose"), made.err.constData());
    QCOMPARE(files(), QStringList());
}

void TestChartCommand::screenScaleChangesNoFigure_data()
{
    QTest::addColumn<QStringList>("kind");
    const QStringList outcome{u"--outcome"_s, u"crs.any"_s};
    for (const QString &kind : {u"forest"_s, u"timing"_s, u"dose"_s})
        QTest::newRow(qPrintable(kind)) << QStringList{kind} + outcome;
    QTest::newRow("people") << QStringList{u"people"_s, u"--outcome"_s, u"icans.any"_s};
    for (const QString &kind : {u"rates"_s, u"map"_s, u"benefit-harm"_s, u"overlap"_s, u"gaps"_s})
        QTest::newRow(qPrintable(kind)) << QStringList{kind};
    QTest::newRow("compare") << QStringList{u"compare"_s, u"--a"_s, u"liang-2025/sc"_s, u"--b"_s,
                                            u"liang-2025/iv"_s};
    QTest::newRow("compose") << QStringList{u"compose"_s, u"--panels"_s, u"rates,forest"_s} + outcome;
}

void TestChartCommand::screenScaleChangesNoFigure()
{
    QFETCH(QStringList, kind);
    for (const QString &format : {u"png"_s, u"svg"_s}) {
        QList<QByteArray> files;
        for (const QString &scale : {u"1"_s, u"1.5"_s, u"2"_s}) {
            const QString file = path(scale + u'.' + format);
            QCOMPARE(run(QStringList{u"chart"_s} + kind + QStringList{u"-o"_s, file}, {},
                         {{u"QT_SCALE_FACTOR"_s, scale}}).exitCode,
                     0);
            files << contentOf(file);
        }
        QVERIFY(!files[0].isEmpty());
        QVERIFY(files[1] == files[0]);
        QVERIFY(files[2] == files[0]);
    }
    // all formats are of one size: that of the PNG in mm
    const QImage png(path(u"1.png"_s));
    const QSizeF mm(1000.0 * png.width() / png.dotsPerMeterX(),
                    1000.0 * png.height() / png.dotsPerMeterY());
    const QRegularExpression svgSize(u"<svg width=\"([\\d.]+)mm\" height=\"([\\d.]+)mm\""_s);
    const auto svg = svgSize.match(QString::fromUtf8(contentOf(path(u"1.svg"_s))));
    QVERIFY(svg.hasMatch());
    QVERIFY(std::abs(svg.captured(1).toDouble() - mm.width()) < 0.2);
    QVERIFY(std::abs(svg.captured(2).toDouble() - mm.height()) < 0.2);
    QCOMPARE(run(QStringList{u"chart"_s} + kind + QStringList{u"-o"_s, path(u"1.pdf"_s)}).exitCode, 0);
    QProcess pdfinfo;
    pdfinfo.start(u"pdfinfo"_s, {path(u"1.pdf"_s)});
    QVERIFY(pdfinfo.waitForFinished());
    const QRegularExpression pdfSize(u"Page size:\\s+([\\d.]+) x ([\\d.]+) pts"_s);
    const auto pdf = pdfSize.match(QString::fromUtf8(pdfinfo.readAllStandardOutput()));
    QVERIFY(pdf.hasMatch());
    constexpr double mmPerPoint = 25.4 / 72.0;
    QVERIFY(std::abs(pdf.captured(1).toDouble() * mmPerPoint - mm.width()) < 0.4);
    QVERIFY(std::abs(pdf.captured(2).toDouble() * mmPerPoint - mm.height()) < 0.4);
}

void TestChartCommand::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a kind of later")
        << QStringList{u"network"_s, u"-o"_s, u"x.png"_s} << QByteArray("available: rates");
    QTest::newRow("no kind") << QStringList{u"-o"_s, u"x.png"_s} << QByteArray("available: rates");
    QTest::newRow("no file") << QStringList{u"rates"_s} << QByteArray("-o FILE");
    QTest::newRow("suffix") << QStringList{u"rates"_s, u"-o"_s, u"x.jpg"_s}
                            << QByteArray(".png, .svg, .pdf or .tiff");
    QTest::newRow("width") << QStringList{u"rates"_s, u"-o"_s, u"x.png"_s, u"--width-mm"_s, u"0"_s}
                           << QByteArray("--width-mm");
    QTest::newRow("dpi") << QStringList{u"rates"_s, u"-o"_s, u"x.png"_s, u"--dpi"_s, u"1e9"_s}
                         << QByteArray("--dpi");
    QTest::newRow("group") << QStringList{u"rates"_s, u"-o"_s, u"x.png"_s, u"--group"_s, u"study"_s}
                           << QByteArray("outcome, cohort");
    const QStringList forest{u"forest"_s, u"-o"_s, u"x.png"_s};
    QTest::newRow("outcome") << forest + QStringList{u"--outcome"_s, u"hair"_s} << QByteArray("no outcome \"hair\"");
    QTest::newRow("reference") << forest + QStringList{u"--reference"_s, u"park-2023/cohort-1"_s}
                               << QByteArray("is not a comparator");
    QTest::newRow("groups") << forest + QStringList{u"--group-by"_s, u"colour"_s}
                            << QByteArray("none, timing, route");
    QTest::newRow("threshold") << forest + QStringList{u"--threshold"_s, u"130"_s} << QByteArray("100");
    QTest::newRow("axis") << forest + QStringList{u"--axis-end"_s, u"33"_s} << QByteArray("100, 50, 25, 10");
    QTest::newRow("outcome of timing") << QStringList{u"timing"_s, u"-o"_s, u"x.png"_s, u"--outcome"_s, u"crs.most"_s}
                             << QByteArray("no outcome \"crs.most\"");
    QTest::newRow("closed list") << QStringList{u"rates"_s, u"-o"_s, u"x.png"_s, u"--route"_s,
                                                u"oral"_s}
                                 << QByteArray("SC, IV");
}

void TestChartCommand::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Run made = run(QStringList{u"chart"_s} + arguments);
    QCOMPARE(made.exitCode, 2);
    QVERIFY2(made.err.contains(says), made.err.constData());
    QVERIFY(!QFile::exists(u"x.png"_s));
}

QTEST_GUILESS_MAIN(TestChartCommand)
#include "tst_chartcommand.moc"
