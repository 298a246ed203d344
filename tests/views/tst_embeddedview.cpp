// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/SaveFile.h"
#include "tests/views/RateFixtures.h"
#include "views/export/EmbeddedView.h"
#include "views/export/FigureExporter.h"
#include "views/report/SheetPrinter.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

namespace {

SavedView awkward()
{
    SavedView view;
    view.name = u"Größe ≥3 & <b>\"SC\"</b> ]]> „Łódź“"_s;
    view.filter.setValues(Facet::Route, {u"SC"_s});
    view.filter.search = u"a < b && c > d"_s;
    view.chart = u"rates"_s;
    view.options = {{u"groupBy"_s, u"cohort"_s}};
    view.rates.level = 90.0;
    return view;
}

FigureRecipe recipeWith(const QByteArray &view)
{
    FigureRecipe recipe = figureRecipe(twoCohorts());
    recipe.view = view;
    return recipe;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestEmbeddedView : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void everyFormatGivesTheViewBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *suffix : {"png", "svg", "pdf"})
            QTest::newRow(suffix) << u"figure."_s + QString::fromLatin1(suffix);
    }
    void everyFormatGivesTheViewBack()
    {
        QFETCH(QString, name);
        QVERIFY(exportFigure(recipeWith(awkward().toMetadata()), {120.0, std::nullopt, 100},
                             path(name)));
        QCOMPARE(viewSourceOf(path(name)), ViewSource::Picture);
        const ViewReport report = readViewOf(path(name));
        QVERIFY2(report.view,
                 report.problems.empty() ? "" : qPrintable(report.problems.front().toString()));
        QVERIFY(report.problems.empty());
        QVERIFY(*report.view == awkward());
    }

    void aFileOfItsOwnIsRead()
    {
        QVERIFY(saveFile(path(u"mine.json"_s), awkward().toFile()));
        QCOMPARE(viewSourceOf(path(u"mine.json"_s)), ViewSource::View);
        QVERIFY(*readViewOf(path(u"mine.json"_s)).view == awkward());
    }

    void aPictureWithoutOneSaysSo_data() { everyFormatGivesTheViewBack_data(); }
    void aPictureWithoutOneSaysSo()
    {
        QFETCH(QString, name);
        QVERIFY(exportFigure(recipeWith({}), {120.0, std::nullopt, 100}, path(name)));
        const ViewReport report = readViewOf(path(name));
        QVERIFY(!report.view);
        QVERIFY(report.problems.front().message.contains(u"carries no view"));
        QCOMPARE(report.problems.front().file, path(name));
    }

    void aBrokenPictureIsNoCrash_data() { everyFormatGivesTheViewBack_data(); }
    void aBrokenPictureIsNoCrash()
    {
        QFETCH(QString, name);
        const auto format = *figureFormat(name);
        const auto bytes =
            renderFigure(recipeWith(awkward().toMetadata()), {120.0, std::nullopt, 100}, format);
        for (const qsizetype length : {8, 60, 400}) {
            QVERIFY(saveFile(path(name), bytes->left(length)));
            QVERIFY(!readViewOf(path(name)).view);
        }
    }

    void otherFilesAreNoViews()
    {
        QCOMPARE(viewSourceOf(QStringLiteral(SHIPPED_LIBRARY)), ViewSource::Other);
        QCOMPARE(viewSourceOf(path(u"not-there"_s)), ViewSource::Other);
        const ViewReport report = readViewOf(path(u"not-there"_s));
        QVERIFY(!report.view);
        QVERIFY(report.problems.front().message.contains(u"cannot be read"));
    }

    void theSvgStaysValidAndKeepsItsSize()
    {
        const auto svg =
            renderFigure(recipeWith(awkward().toMetadata()), {120.0, 90.0, 300}, FigureFormat::Svg);
        QXmlStreamReader xml(*svg);
        int metadata = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"metadata")
                ++metadata;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(metadata, 1);
        QVERIFY(svg->contains("<svg width=\"120.0000mm\" height=\"90.0000mm\""));
    }

    /// What is drawn does not change by a byte.
    void thePictureItselfIsTheSame()
    {
        const ExportSpec spec{120.0, std::nullopt, 150};
        QCOMPARE(*renderImage(recipeWith(awkward().toMetadata()), spec),
                 *renderImage(recipeWith({}), spec));
        QByteArray with =
            *renderFigure(recipeWith(awkward().toMetadata()), spec, FigureFormat::Svg);
        const qsizetype from = with.indexOf("<metadata>");
        const QByteArray end("</metadata>\n");
        with.remove(from, with.indexOf(end) + end.size() - from);
        QCOMPARE(with, *renderFigure(recipeWith({}), spec, FigureFormat::Svg));
    }

    void aSheetCarriesItToo()
    {
        SummarySheet sheet;
        sheet.question = u"How often?"_s;
        sheet.emptyText = u"Nothing"_s;
        sheet.view = awkward().toMetadata();
        QVERIFY(saveSheetPdf(sheet, path(u"sheet.pdf"_s), SheetPage::A4));
        QVERIFY(*readViewOf(path(u"sheet.pdf"_s)).view == awkward());
        QVERIFY(contents(path(u"sheet.pdf"_s)).contains("anakinra-evidence-view"));
    }

    void thePdfIsSound()
    {
        if (QStandardPaths::findExecutable(u"pdfinfo"_s).isEmpty())
            QSKIP("poppler-utils is not installed");
        QVERIFY(exportFigure(recipeWith(awkward().toMetadata()), {120.0, std::nullopt, 100},
                             path(u"a.pdf"_s)));
        QProcess process;
        process.start(u"pdfinfo"_s, {u"-meta"_s, path(u"a.pdf"_s)});
        process.waitForFinished();
        QVERIFY(process.readAllStandardOutput().contains("anakinra-evidence-view"));
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }
};

QTEST_MAIN(TestEmbeddedView)
#include "tst_embeddedview.moc"
