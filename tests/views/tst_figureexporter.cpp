// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/views/RateFixtures.h"
#include "views/export/FigureExporter.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The text of all <text> elements, and whether the file is well-formed.
QString svgText(const QByteArray &svg, bool &valid)
{
    QXmlStreamReader xml(svg);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            text += xml.readElementText() + u'\n';
    }
    valid = !xml.hasError();
    return text;
}

QString runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestFigureExporter : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void pngHasThePixelsThatSizeAndResolutionGive_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QSize>("pixels"); // round(mm / 25.4 * dpi), by hand
        QTest::newRow("two columns, 300") << 170.0 << 100.0 << 300 << QSize(2008, 1181);
        QTest::newRow("two columns, 600") << 170.0 << 100.0 << 600 << QSize(4016, 2362);
        QTest::newRow("1.5 columns, 150") << 115.0 << 100.0 << 150 << QSize(679, 591);
        QTest::newRow("slide") << 254.0 << 142.875 << 150 << QSize(1500, 844);
    }
    void pngHasThePixelsThatSizeAndResolutionGive()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(int, dpi);
        QFETCH(QSize, pixels);
        const QString file = path(u"size.png"_s);
        QVERIFY(exportFigure(twoCohorts(), {width, height, dpi}, file).hasValue());
        const QImage image(file);
        QCOMPARE(image.size(), pixels);
        QCOMPARE(image.dotsPerMeterX(), qRound(dpi / 0.0254));
        QCOMPARE(image.dotsPerMeterY(), qRound(dpi / 0.0254));
    }

    void pngSaysItsFactsInMetadata()
    {
        const QString file = path(u"meta.png"_s);
        const RateFigure figure = twoCohorts();
        QVERIFY(exportFigure(figure, {}, file).hasValue());
        const QImage image(file);
        QCOMPARE(image.text(u"Title"_s), figure.title);
        QCOMPARE(image.text(u"Source"_s), figure.context.libraryLine);
        QVERIFY(image.text(u"Software"_s).startsWith(u"Anakinra Evidence Browser"));
        const QString description = image.text(u"Description"_s);
        QVERIFY(description.contains(figure.context.filterWords));
        QVERIFY(description.contains(figure.context.methodLine));
        QVERIFY(description.contains(figure.context.leftOut.constFirst()));
        QVERIFY(contents(file).contains("iTXt"));
    }

    void metadataStaysWhereNoFooterIsDrawn()
    {
        RateFigure figure = twoCohorts();
        figure.withFooter = false;
        const Result<QImage> image = renderImage(figureRecipe(figure), {});
        QVERIFY(image.hasValue());
        QVERIFY(image->text(u"Description"_s).contains(figure.context.filterWords));
    }

    void svgHasTheExactSizeAndIsValid()
    {
        const QString file = path(u"size.svg"_s);
        QVERIFY(exportFigure(twoCohorts(), {123.4, 98.7, 300}, file).hasValue());
        const QByteArray svg = contents(file);
        QVERIFY(svg.contains("<svg width=\"123.4000mm\" height=\"98.7000mm\" viewBox=\"0 0 466.3937 373.0394\""));
        bool valid = false;
        const QString text = svgText(svg, valid);
        QVERIFY(valid);
        QVERIFY(text.contains(u"Łukasz & Åse, arm <SC>"));
        QVERIFY(text.contains(u"ICANS ≥3"));
        QVERIFY(text.contains(u"Müller 2023"));
        QVERIFY(text.contains(u"6/31"));
        QVERIFY(!svg.contains("<image"));
        QVERIFY(!svg.contains("clipPath"));
    }

    void svgAsksForNoOtherFontFamily()
    {
        const Result<QByteArray> svg = renderFigure(figureRecipe(manyCohorts(14)), {}, FigureFormat::Svg);
        QVERIFY(svg.hasValue());
        static const QRegularExpression family(u"font-family=\"([^\"]*)\""_s);
        auto matches = family.globalMatch(QString::fromUtf8(*svg));
        QVERIFY(matches.hasNext());
        while (matches.hasNext())
            QCOMPARE(matches.next().captured(1), u"Liberation Sans"_s);
        QVERIFY(svg->contains("'Liberation Sans', Arial, Helvetica, sans-serif"));
    }

    void svgDrawsNothingOutsideThePage()
    {
        // Every rectangle and line as drawn; there is no clipping that would hide one.
        const Result<QByteArray> svg = renderFigure(figureRecipe(sixCohorts()), {}, FigureFormat::Svg);
        QVERIFY(svg.hasValue());
        static const QRegularExpression rect(
            u"<rect x=\"([-0-9.e]+)\" y=\"([-0-9.e]+)\" width=\"([-0-9.e]+)\" height=\"([-0-9.e]+)\""_s);
        auto matches = rect.globalMatch(QString::fromUtf8(*svg));
        int count = 0;
        while (matches.hasNext()) {
            const auto match = matches.next();
            QVERIFY(match.captured(1).toDouble() >= -0.01);
            QVERIFY(match.captured(1).toDouble() + match.captured(3).toDouble() <= 642.6);
            ++count;
        }
        QVERIFY(count > 0);
    }

    void pdfHasItsPageSizeAndItsTextAsText()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils is not installed");
        const QString file = path(u"text.pdf"_s);
        QVERIFY(exportFigure(twoCohorts(), {170.0, 120.0, 300}, file).hasValue());
        const QString text = runTool(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
        QVERIFY(text.contains(u"ICANS ≥3"));
        QVERIFY(text.contains(u"Łukasz & Åse, arm <SC>"));
        QVERIFY(text.contains(u"6/31"));
        QVERIFY(text.contains(u"Filter: anakinra cohorts; route SC; timing prophylactic"));
        const QString info = runTool(u"pdfinfo"_s, {file});
        // 170 x 120 mm = 481.9 x 340.2 pt; Qt rounds pages to whole points
        static const QRegularExpression size(u"Page size: *([0-9.]+) x ([0-9.]+) pts"_s);
        const auto match = size.match(info);
        QVERIFY(qAbs(match.captured(1).toDouble() - 481.9) < 0.6);
        QVERIFY(qAbs(match.captured(2).toDouble() - 340.2) < 0.6);
        QVERIFY(info.contains(u"Pages:           1"));
        QVERIFY(info.contains(u"Köln"));
        QVERIFY(info.contains(u"Anakinra Evidence Browser"));
        QCOMPARE(runTool(u"pdfimages"_s, {u"-list"_s, file}).trimmed().count(u'\n'), 1); // header only
    }

    void pdfCarriesADescription()
    {
        const Result<QByteArray> pdf = renderFigure(figureRecipe(twoCohorts()), {}, FigureFormat::Pdf);
        QVERIFY(pdf.hasValue());
        const qsizetype start = pdf->indexOf("<x:xmpmeta");
        QVERIFY(start > 0);
        QXmlStreamReader xml(pdf->mid(start, pdf->indexOf("</x:xmpmeta>", start) + 12 - start));
        QString all;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isCharacters())
                all += xml.text();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(all.contains(u"<SC> & CAR T"));
        QVERIFY(all.contains(u"Wilson score interval"));
    }

    void pictureIsTheSameEveryTime()
    {
        const auto once = [](FigureFormat format) {
            return *renderFigure(figureRecipe(twoCohorts()), {120.0, 90.0, 150}, format);
        };
        QCOMPARE(once(FigureFormat::Png), once(FigureFormat::Png));
        QCOMPARE(once(FigureFormat::Svg), once(FigureFormat::Svg));
    }

    void pictureIgnoresFontStyleAndPaletteOfTheProgram()
    {
        const auto once = [](FigureFormat format) {
            return *renderFigure(figureRecipe(sixCohorts()), {}, format);
        };
        const QByteArray png = once(FigureFormat::Png);
        const QByteArray svg = once(FigureFormat::Svg);
        const QFont font = QApplication::font();
        const QPalette palette = QApplication::palette();
        QApplication::setFont(QFont(u"DejaVu Serif"_s, 23));
        QApplication::setPalette(QPalette(QColor(20, 20, 20)));
        const QByteArray otherPng = once(FigureFormat::Png);
        const QByteArray otherSvg = once(FigureFormat::Svg);
        QApplication::setFont(font);
        QApplication::setPalette(palette);
        QVERIFY(png == otherPng);
        QVERIFY(svg == otherSvg);
    }

    void screenHighlightIsNotExported()
    {
        RateFigure figure = twoCohorts();
        const QByteArray plain = *renderFigure(figureRecipe(figure), {}, FigureFormat::Svg);
        figure.highlighted = 0;
        QCOMPARE(*renderFigure(figureRecipe(figure), {}, FigureFormat::Svg), plain);
    }

    void tooSmallNamesTheSizeThatWouldDo()
    {
        const QString file = path(u"small.png"_s);
        const Outcome refused = exportFigure(manyCohorts(30), {170.0, 60.0, 300}, file);
        QVERIFY(!refused);
        QCOMPARE(refused.problem().file, file);
        static const QRegularExpression told(u"too small.* ([0-9]+) × ([0-9]+) mm would do"_s);
        const auto match = told.match(refused.problem().message);
        QVERIFY2(match.hasMatch(), qPrintable(refused.problem().message));
        QVERIFY(!QFileInfo::exists(file));
        const ExportSpec enough{match.captured(1).toDouble(), match.captured(2).toDouble(), 100};
        QVERIFY(exportFigure(manyCohorts(30), enough, file).hasValue());
    }

    void failuresAreSaidAndLeaveNoFile_data()
    {
        QTest::addColumn<RateFigure>("figure");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing to draw") << emptyFigure() << u"empty.svg"_s << u"nothing to draw"_s;
        QTest::newRow("unknown suffix")
            << twoCohorts() << u"figure.gif"_s << u".png, .svg, .pdf or .tiff"_s;
        QTest::newRow("no suffix") << twoCohorts() << u"figure"_s << u".png, .svg, .pdf or .tiff"_s;
        QTest::newRow("no such folder") << twoCohorts() << u"none/here/figure.pdf"_s << QString();
    }
    void failuresAreSaidAndLeaveNoFile()
    {
        QFETCH(RateFigure, figure);
        QFETCH(QString, name);
        QFETCH(QString, words);
        QTemporaryDir folder;
        const QString file = folder.filePath(name);
        const Outcome outcome = exportFigure(figure, {}, file);
        QVERIFY(!outcome);
        QCOMPARE(outcome.problem().file, file);
        QVERIFY(!outcome.problem().message.isEmpty());
        QVERIFY(outcome.problem().message.contains(words));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void refusedFigureLeavesTheOldFileAlone()
    {
        const QString file = path(u"old.png"_s);
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        QVERIFY(!exportFigure(emptyFigure(), {}, file));
        QCOMPARE(contents(file), QByteArray("old"));
    }

    void absurdSizesAreRefused_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("dpi");
        QTest::newRow("zero") << 0.0 << 300;
        QTest::newRow("negative") << -170.0 << 300;
        QTest::newRow("not a number") << qQNaN() << 300;
        QTest::newRow("a house") << 20000.0 << 300;
        QTest::newRow("no resolution") << 170.0 << 0;
        QTest::newRow("too many pixels") << 1500.0 << 1200;
    }
    void absurdSizesAreRefused()
    {
        QFETCH(double, width);
        QFETCH(int, dpi);
        QVERIFY(!exportFigure(twoCohorts(), {width, std::nullopt, dpi}, path(u"absurd.png"_s)));
        QVERIFY(!QFileInfo::exists(path(u"absurd.png"_s)));
    }

    void clipboardHasPictureAndVectors()
    {
        const auto data = figureMimeData(figureRecipe(twoCohorts()), {});
        QVERIFY(data.hasValue());
        QCOMPARE(qvariant_cast<QImage>((*data)->imageData()).width(), 2008);
        bool valid = false;
        QVERIFY(svgText((*data)->data(u"image/svg+xml"_s), valid).contains(u"6/31"));
        QVERIFY(valid);
    }
};

QTEST_MAIN(TestFigureExporter)
#include "tst_figureexporter.moc"
